"""The draft that is open: nothing typed is lost, nothing of others is overwritten, and the check follows the text."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from kursapp.domain.draft import Clash, DraftCard, SnapshotHead, SnapshotReason
from kursapp.domain.problem import refusal
from kursapp.services.draft import Draft
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.saving import SavingState
from tests.ui.author.conftest import LONG, Desk, Desks

SESSION = "dag-1/01-slik-skriver-du.md"


def edited(desk: Desk, file: str, text: str) -> None:
    """Give a file another text, and let it go to the disk."""
    desk.text_of(file)
    desk.draft.edit(file, text)
    desk.draft.flush()
    desk.settle()


# Coming in -----------------------------------------------------------------------------------------


def test_an_empty_id_opens_the_draft_opened_last(desks: Desks) -> None:
    """What one worked with yesterday is what one comes back to."""
    desks().open()
    desk = desks()
    entered: list[str] = []
    desk.draft.enter("", lambda: entered.append("there"), lambda: entered.append("none"))
    desk.qtbot.waitUntil(lambda: bool(entered), timeout=LONG)
    assert entered == ["there"]
    assert desk.draft.card is not None
    assert desk.draft.card.title == "Lederkurs"
    assert SESSION in desk.draft.files


def test_without_drafts_there_is_nothing_to_enter(desk: Desk) -> None:
    """A screen is told, and can say so."""
    desk.bench.ask(lambda author: author.forget(desk.card.id))
    entered: list[str] = []
    desk.draft.enter("", lambda: entered.append("there"), lambda: entered.append("none"))
    desk.qtbot.waitUntil(lambda: bool(entered), timeout=LONG)
    assert entered == ["none"]


def test_a_draft_that_is_gone_is_said_and_not_entered(desk: Desk) -> None:
    """A folder that was moved away gives its own sentence, and the way back to the list."""
    desk.folder.rename(desk.folder.with_name("flyttet"))
    entered: list[str] = []
    desk.draft.enter(desk.card.id, lambda: entered.append("there"), lambda: entered.append("none"))
    desk.qtbot.waitUntil(lambda: bool(entered), timeout=LONG)
    assert entered == ["none"]
    assert [found.code for found in desk.troubles] == ["draft-folder-missing"]


# Saving --------------------------------------------------------------------------------------------


def test_a_text_is_on_the_disk_a_second_after_the_key(desk: Desk) -> None:
    """Nobody presses save; the status says «saving» until it is so, and «saved» only then."""
    draft = desk.open()
    states: list[SavingState] = []
    draft.state_changed.connect(states.append)
    before = desk.text_of(SESSION)
    draft.edit(SESSION, before + "\nEt avsnitt til.\n")
    assert draft.state is SavingState.SAVING
    desk.qtbot.waitUntil(lambda: draft.state is SavingState.SAVED, timeout=LONG)
    assert desk.on_disk(SESSION).endswith("\nEt avsnitt til.\n")
    assert states == [SavingState.SAVING, SavingState.SAVED]


def test_typing_on_does_not_put_saving_off(desk: Desk) -> None:
    """A crash in the middle of a long sentence costs a second of it, not the sentence."""
    draft = desk.open()
    text = [desk.text_of(SESSION)]
    draft.lend(SESSION, lambda: text[0])
    saved: list[str] = []
    for letter in "en setning uten opphold" * 20:
        text[0] += letter
        draft.touch(SESSION)
        desk.qtbot.wait(10)
        saved.append(desk.on_disk(SESSION))
        if "en setning" in saved[-1]:
            break
    assert "en setning" in saved[-1]


def test_the_editor_is_asked_for_its_text_only_when_it_is_needed(desk: Desk) -> None:
    """A key in a long file costs no copy of the file."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    asked: list[int] = []

    def read() -> str:
        asked.append(1)
        return before + "x"

    draft.lend(SESSION, read)
    for _key in range(50):
        draft.touch(SESSION)
    assert not asked
    draft.flush()
    assert len(asked) == 1
    desk.settle()
    assert desk.on_disk(SESSION) == before + "x"


def test_a_text_given_back_is_the_newest(desk: Desk) -> None:
    """Leaving the editor takes its last letters along."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    draft.lend(SESSION, lambda: before + "siste")
    draft.touch(SESSION)
    draft.take_back(SESSION)
    assert desk.text_of(SESSION) == before + "siste"


def test_a_screen_that_is_gone_is_told_nothing(desk: Desk) -> None:
    """The window is built anew in another language while a draft is opened, a page looked at, and a file read."""
    heard: list[object] = []
    for ask in (
        lambda screen: desk.draft.enter(desk.card.id, screen.hear, screen.hear),
        lambda screen: desk.draft.look_at(SESSION, 1, screen.hear),
        lambda screen: desk.draft.text_of(SESSION, screen.hear),
        lambda screen: desk.draft.change(_nothing, screen.hear),
    ):
        screen = _Screen(heard)
        ask(screen)
        delete(screen)
        for _hop in range(2):
            desk.settle()
        desk.bench.look(_nothing, heard.append)
        desk.qtbot.waitUntil(lambda: bool(heard), timeout=LONG)
        assert heard == [None]
        heard.clear()
    assert desk.draft.card is not None


class _Screen(QObject):
    """A screen that hears what it asked for."""

    def __init__(self, heard: list[object]) -> None:
        super().__init__()
        self._heard = heard

    def hear(self, *found: object) -> None:
        self._heard.append(found)


def _nothing(_subject: object) -> None:
    """Do nothing."""


def test_two_saves_in_a_row_are_no_clash(desk: Desk) -> None:
    """What is sent while the one before is under way is written over that one."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    for words in ("en", "to", "tre"):
        draft.edit(SESSION, before + words)
        draft.flush()
    desk.settle()
    assert desk.on_disk(SESSION) == before + "tre"
    assert not draft.clashes
    assert draft.state is SavingState.SAVED


def test_the_screen_never_waits_for_the_disk(desk: Desk) -> None:
    """A slow disk holds up the status line and nothing else."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    gate = threading.Event()
    desk.bench.ask(lambda _author: gate.wait(20))
    draft.edit(SESSION, before + "venter")
    draft.flush()
    assert draft.state is SavingState.SAVING
    gate.set()
    desk.settle()
    assert draft.state is SavingState.SAVED


def test_keep_all_waits_until_everything_is_written(desk: Desk) -> None:
    """Closing the window right after a key loses nothing."""
    draft = desk.open()
    draft.edit(SESSION, desk.text_of(SESSION) + "rett før lukking")
    assert draft.keep_all(20)
    assert desk.on_disk(SESSION).endswith("rett før lukking")


def test_a_full_disk_is_told_and_the_text_is_kept_until_it_can_be_saved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The status says so, the text is beside the course meanwhile, and it is written as soon as there is room."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    told: list[str] = []
    draft.not_saved.connect(lambda found: told.append(found.code))
    real = Draft.save

    def full(_draft: Draft, _file: str, _text: str, _base: str) -> object:
        raise refusal("disk-full", folder=desk.folder)

    monkeypatch.setattr(Draft, "save", full)
    draft.edit(SESSION, before + "uten plass")
    draft.flush()
    desk.settle()
    assert draft.state is SavingState.FAILED
    assert told == ["disk-full"]
    assert draft.keep_all(20), "the text is safe beside the course, so the window may close"
    desk.settle()
    monkeypatch.setattr(Draft, "save", real)
    draft.flush()
    desk.settle()
    assert draft.state is SavingState.SAVED
    assert desk.on_disk(SESSION).endswith("uten plass")


def test_a_text_that_can_be_kept_nowhere_keeps_the_window_open(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only where neither the course nor the data folder can be written would closing lose something."""
    draft = desk.open()
    before = desk.text_of(SESSION)

    def full(*_what: object) -> object:
        raise refusal("disk-full", folder=desk.folder)

    monkeypatch.setattr(Draft, "save", full)
    monkeypatch.setattr(Draft, "keep_unsaved", full)
    draft.edit(SESSION, before + "ingen steder")
    assert not draft.keep_all(20)
    desk.settle()
    assert draft.state is SavingState.FAILED


def test_a_text_that_was_not_saved_stands_in_the_editor_at_the_next_start(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program went while the disk was full: the text is offered, and saved now."""
    desk = desks()
    draft = desk.open()
    before = desk.text_of(SESSION)
    with monkeypatch.context() as patch:
        patch.setattr(Draft, "save", _full)
        draft.edit(SESSION, before + "overlever")
        draft.keep_all(20)
    desk = desks()
    recovered: list[tuple[str, ...]] = []
    desk.draft.recovered.connect(recovered.append)
    draft = desk.open()
    assert recovered == [(SESSION,)]
    assert desk.text_of(SESSION).endswith("overlever")
    draft.flush()
    desk.settle()
    assert desk.on_disk(SESSION).endswith("overlever")
    assert desks().open().state is SavingState.SAVED


def test_a_kept_text_that_was_saved_after_all_is_forgotten(desks: Desks) -> None:
    """The program went between saving and forgetting: nothing is offered, now or when the file is another."""
    desk = desks()
    text = desk.open() and desk.text_of(SESSION)
    desk.draft.ask(lambda there: there.keep_unsaved(SESSION, text, "noe eldre"))
    desk.settle()
    desk = desks()
    recovered: list[tuple[str, ...]] = []
    desk.draft.recovered.connect(recovered.append)
    draft = desk.open()
    left: list[int] = []
    draft.ask(lambda there: len(there.unsaved()), left.append)
    desk.qtbot.waitUntil(lambda: bool(left), timeout=LONG)
    assert (recovered, left) == ([], [0])


def _full(*_what: object) -> object:
    raise refusal("disk-full", folder="x")


# Other programs ------------------------------------------------------------------------------------


def test_what_another_program_changed_is_followed(desk: Desk) -> None:
    """A file one has not written in becomes what it is on the disk; what stood here is among the snapshots."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    told: list[str] = []
    draft.file_changed.connect(told.append)
    (desk.folder / SESSION).write_text(before + "utenfra", encoding="utf-8")
    draft.look_outside()
    desk.settle()
    desk.settle()
    assert told == [SESSION]
    assert desk.text_of(SESSION).endswith("utenfra")
    assert draft.state is SavingState.SAVED
    kept: list[str] = []
    draft.ask(_texts_kept, kept.extend)
    desk.settle()
    assert before in kept


def test_files_that_come_and_go_are_told(desk: Desk) -> None:
    """A file copied in appears; one that is removed goes, and its last text is among the snapshots."""
    draft = desk.open()
    quiz = desk.text_of("dag-1/quiz.md")
    told: list[int] = []
    draft.files_changed.connect(lambda: told.append(1))
    (desk.folder / "ny.md").write_text("# Ny\n", encoding="utf-8")
    (desk.folder / "dag-1/quiz.md").unlink()
    draft.look_outside()
    desk.settle()
    desk.settle()
    assert told
    assert "ny.md" in draft.files
    assert "dag-1/quiz.md" not in draft.files
    kept: list[str] = []
    draft.ask(_texts_kept, kept.extend)
    desk.settle()
    assert quiz in kept


def test_a_folder_out_of_reach_has_lost_nothing(desk: Desk) -> None:
    """A stick that was pulled out: the texts stay, and are saved when it is back."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    away = desk.folder.with_name("ute")
    desk.folder.rename(away)
    draft.look_outside()
    desk.settle()
    assert SESSION in draft.files
    draft.edit(SESSION, before + "skrevet imens")
    draft.flush()
    desk.settle()
    assert draft.state is SavingState.FAILED
    away.rename(desk.folder)
    draft.flush()
    desk.settle()
    assert draft.state is SavingState.SAVED
    assert desk.on_disk(SESSION).endswith("skrevet imens")


def test_a_file_changed_underneath_is_never_overwritten(desk: Desk) -> None:
    """Both texts are there, nothing is written until it is settled, and typing on goes on being kept."""
    draft = clashing(desk, "mitt", "deres")
    clash = draft.clashes[SESSION]
    assert clash.mine.endswith("mitt")
    assert clash.theirs is not None
    assert clash.theirs.text.endswith("deres")
    assert desk.on_disk(SESSION).endswith("deres")
    assert draft.state is SavingState.FAILED
    draft.edit(SESSION, desk.text_of(SESSION) + " og mer")
    draft.flush()
    desk.settle()
    assert desk.on_disk(SESSION).endswith("deres")
    assert [left.text[-11:] for left in unsaved(desk)] == ["mitt og mer"]


def clashing(desk: Desk, mine: str, theirs: str) -> OpenDraft:
    """Write in a file that another program writes in at the same time."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    told: list[Clash] = []
    draft.clashed.connect(told.append)
    (desk.folder / SESSION).write_text(before + theirs, encoding="utf-8")
    draft.edit(SESSION, before + mine)
    draft.flush()
    desk.settle()
    assert [each.file for each in told] == [SESSION]
    return draft


def unsaved(desk: Desk) -> list[object]:
    """Return the texts kept beside the course."""
    found: list[object] = []
    desk.draft.ask(lambda draft: draft.unsaved(), found.extend)
    desk.settle()
    return found


def test_mine_can_be_kept(desk: Desk) -> None:
    """What stands in the editor is written; what the other program wrote is among the snapshots."""
    draft = clashing(desk, "mitt", "deres")
    settled: list[str] = []
    draft.settled.connect(settled.append)
    theirs = desk.on_disk(SESSION)
    draft.keep_mine(SESSION)
    desk.settle()
    assert settled == [SESSION]
    assert desk.on_disk(SESSION).endswith("mitt")
    assert draft.state is SavingState.SAVED
    kept: list[str] = []
    draft.ask(_texts_kept, kept.extend)
    desk.settle()
    assert theirs in kept
    assert not unsaved(desk)


def test_theirs_can_be_taken(desk: Desk) -> None:
    """The editor shows what the disk says; what stood in it is among the snapshots, newest letters and all."""
    draft = clashing(desk, "mitt", "deres")
    draft.edit(SESSION, desk.text_of(SESSION) + " til slutt")
    mine = desk.text_of(SESSION)
    draft.take_theirs(SESSION)
    desk.settle()
    assert desk.text_of(SESSION).endswith("deres")
    assert desk.on_disk(SESSION).endswith("deres")
    assert draft.state is SavingState.SAVED
    kept: list[str] = []
    draft.ask(_texts_kept, kept.extend)
    desk.settle()
    assert mine in kept


def test_a_file_changed_once_more_while_one_chose_is_a_clash_anew(desk: Desk) -> None:
    """Choosing one's own text overwrites what one has seen and nothing else."""
    draft = clashing(desk, "mitt", "deres")
    (desk.folder / SESSION).write_text("noe helt annet", encoding="utf-8")
    told: list[Clash] = []
    draft.clashed.connect(told.append)
    draft.keep_mine(SESSION)
    desk.settle()
    assert desk.on_disk(SESSION) == "noe helt annet"
    assert [each.theirs.text for each in told if each.theirs is not None] == ["noe helt annet"]


def test_a_file_removed_while_one_wrote_can_be_written_again_or_let_go(desk: Desk) -> None:
    """A clash with nothing: keeping one's own text makes the file anew."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    (desk.folder / SESSION).unlink()
    draft.edit(SESSION, before + "mitt")
    draft.flush()
    desk.settle()
    assert draft.clashes[SESSION].theirs is None
    draft.keep_mine(SESSION)
    desk.settle()
    assert desk.on_disk(SESSION).endswith("mitt")


def test_an_unsettled_clash_waits_for_the_next_start(desks: Desks) -> None:
    """The window may close with two texts: both are there when it is opened again."""
    desk = desks()
    clashing(desk, "mitt", "deres")
    assert desk.draft.keep_all(20)
    desk = desks()
    draft = desk.open()
    assert set(draft.clashes) == {SESSION}
    assert desk.text_of(SESSION).endswith("mitt")
    draft.keep_mine(SESSION)
    desk.settle()
    assert desk.on_disk(SESSION).endswith("mitt")


# Changing files ------------------------------------------------------------------------------------


def test_what_changes_files_sees_everything_typed_and_is_taken_in(desk: Desk) -> None:
    """A restructuring works on the disk: what was typed is there first, and the editor follows after."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    draft.edit(SESSION, before + "nettopp skrevet")

    def shout(there: Draft) -> str:
        found = there.read(SESSION)
        there.save(SESSION, found.text.upper(), found.digest)
        return found.text[-15:]

    results: list[str] = []
    told: list[str] = []
    draft.file_changed.connect(told.append)
    draft.change(shout, results.append)
    desk.settle()
    desk.settle()
    assert results == ["nettopp skrevet"]
    assert desk.text_of(SESSION).endswith("NETTOPP SKREVET")
    assert told[-1] == SESSION
    heads: list[SnapshotHead] = []
    draft.ask(lambda there: there.snapshots(SESSION), heads.extend)
    desk.settle()
    assert SnapshotReason.OUTSIDE not in {head.reason for head in heads}, "no other program did this"


def test_files_are_not_changed_under_a_clash(desk: Desk) -> None:
    """Restructuring waits until it is known which text counts, and says so."""
    draft = clashing(desk, "mitt", "deres")
    refused: list[str] = []
    done: list[object] = []
    draft.change(lambda there: done.append(there), failed=lambda found: refused.append(found.code))
    desk.settle()
    assert refused == ["unsaved-first"]
    assert not done


def test_files_are_not_changed_when_the_save_before_finds_a_clash(desk: Desk) -> None:
    """Also where the clash is found only on the way."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    (desk.folder / SESSION).write_text(before + "deres", encoding="utf-8")
    draft.edit(SESSION, before + "mitt")
    refused: list[str] = []
    done: list[object] = []
    draft.change(lambda there: done.append(there), failed=lambda found: refused.append(found.code))
    desk.settle()
    assert refused == ["unsaved-first"]
    assert not done


# The check -----------------------------------------------------------------------------------------


def test_the_check_is_of_the_text_as_it_stands(desk: Desk) -> None:
    """A mistake is found before it is saved, and gone when it is mended."""
    draft = desk.open()
    desk.checked()
    clean = draft.problems
    before = desk.text_of(SESSION)
    draft.edit(SESSION, before + "\n## Ny side\n\n[Ingen steder](#finnes-ikke)\n")
    assert not draft.is_fresh
    desk.checked()
    assert "dead-link" in {found.code for found in draft.problems} - {found.code for found in clean}
    draft.edit(SESSION, before)
    desk.checked()
    assert draft.problems == clean


def test_a_course_that_cannot_be_read_is_one_finding(desk: Desk) -> None:
    """The cover is gone: the reason stands in the list, and the texts can still be written."""
    draft = desk.open()
    desk.checked()
    (desk.folder / "kurs.md").unlink()
    draft.look_outside()
    desk.qtbot.waitUntil(lambda: draft.refused is not None, timeout=LONG)
    assert [found.code for found in draft.problems] == ["not-a-course"]


def test_the_page_under_the_cursor_is_shown_unsaved(desk: Desk) -> None:
    """The preview is of what stands in the editor, not of what is on the disk."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    draft.edit(SESSION, before + "\n## Helt ny side\n\nHei.\n")
    shown: list[object] = []
    draft.look_at(SESSION, before.count("\n") + 3, shown.append)
    desk.qtbot.waitUntil(lambda: bool(shown), timeout=LONG)
    assert shown[0].page.title == "Helt ny side"


def test_of_many_pages_asked_for_the_last_is_shown(desk: Desk) -> None:
    """Running down a text asks for the page one stops at, not for every page on the way."""
    draft = desk.open()
    desk.text_of(SESSION)
    shown: list[int] = []
    for line in (1, 14, 29):
        draft.look_at(SESSION, line, lambda page: shown.append(page.line))
    desk.qtbot.waitUntil(lambda: bool(shown), timeout=LONG)
    desk.qtbot.wait(100)
    assert shown == [29]


def test_repairs_are_made_in_the_text_as_it_stands(desk: Desk) -> None:
    """The finding is of the text a moment ago; what was typed above it since is not lost."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    draft.edit(SESSION, before + "\n## Uten id\n\nTekst.\n")
    desk.checked()
    lacking = [found for found in draft.problems if found.code == "no-id"]
    assert lacking
    draft.edit(SESSION, before.replace("# Slik", "# Akkurat slik", 1) + "\n## Uten id\n\nTekst.\n")
    draft.repair(*lacking)
    desk.settle()
    text = desk.text_of(SESSION)
    assert "# Akkurat slik" in text
    desk.checked()
    assert not [found for found in draft.problems if found.code == "no-id"]


def test_missing_ids_are_written_when_one_leaves_a_file(desk: Desk) -> None:
    """An id is never written under the cursor, but no file is left without."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    draft.edit(SESSION, before + "\n## Uten id\n\nTekst.\n")
    desk.checked()
    draft.write_ids(SESSION)
    desk.settle()
    assert "## Uten id\n<!-- id: " in desk.text_of(SESSION)


def test_another_draft_takes_nothing_of_this_one_along(desk: Desk, tmp_path: Path) -> None:
    """A file of the same name in another draft is another file; what was typed in the first is saved."""
    draft = desk.open()
    draft.edit(SESSION, desk.text_of(SESSION) + "i det første")
    cards: list[object] = []
    desk.bench.ask(lambda author: author.copy(desk.folder, tmp_path / "kopi", new_id="kopi"), cards.append)
    desk.qtbot.waitUntil(lambda: bool(cards), timeout=LONG)
    entered: list[bool] = []
    draft.enter(cards[0].id, lambda: entered.append(True), lambda: entered.append(False))
    desk.qtbot.waitUntil(lambda: bool(entered), timeout=LONG)
    assert not desk.text_of(SESSION).endswith("i det første")
    assert desk.on_disk(SESSION).endswith("i det første")
    assert not draft.clashes


def test_what_is_typed_while_another_draft_opens_is_saved(desk: Desk, tmp_path: Path) -> None:
    """The editor stands there until the other draft is open, and takes keys until then."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    other = _another(desk, tmp_path)
    entered: list[bool] = []
    draft.enter(other, lambda: entered.append(True), lambda: entered.append(False))
    draft.edit(SESSION, before + "i siste liten")
    desk.qtbot.waitUntil(lambda: bool(entered), timeout=LONG)
    desk.settle()
    assert desk.on_disk(SESSION).endswith("i siste liten")


def test_a_draft_is_not_left_while_a_text_of_it_can_be_kept_nowhere(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The only copy stands in the window: it stays there, and one is told why; when there is room, one may leave."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    other = _another(desk, tmp_path)
    entered: list[bool] = []
    with monkeypatch.context() as patch:
        patch.setattr(Draft, "save", _full)
        patch.setattr(Draft, "keep_unsaved", _full)
        draft.edit(SESSION, before + "bare her")
        draft.enter(other, lambda: entered.append(True), lambda: entered.append(False))
        desk.qtbot.waitUntil(lambda: bool(entered), timeout=LONG)
    assert draft.card.id == desk.card.id
    assert [found.code for found in desk.troubles] == ["unsaved-first"]
    assert desk.text_of(SESSION).endswith("bare her")
    draft.enter(other, lambda: entered.append(True), lambda: entered.append(False))
    desk.qtbot.waitUntil(lambda: len(entered) == 2, timeout=LONG)
    assert draft.card.id == other
    assert desk.on_disk(SESSION).endswith("bare her")


def test_of_two_drafts_asked_for_the_last_is_entered(desk: Desk, tmp_path: Path) -> None:
    """Only the newest question is answered, and with the draft it asked for."""
    draft = desk.draft
    other = _another(desk, tmp_path)
    entered: list[str] = []
    draft.enter(desk.card.id, lambda: entered.append("first"), lambda: entered.append("none"))
    draft.enter(other, lambda: entered.append(draft.card.id), lambda: entered.append("none"))
    desk.qtbot.waitUntil(lambda: bool(entered), timeout=LONG)
    desk.settle()
    assert entered == [other]
    assert draft.card.id == other


def _another(desk: Desk, place: Path) -> str:
    """Make a second draft, and return its id."""
    cards: list[DraftCard] = []
    desk.bench.ask(lambda author: author.copy(desk.folder, place / "kopi", new_id="kopi"), cards.append)
    desk.qtbot.waitUntil(lambda: bool(cards), timeout=LONG)
    return cards[0].id


def _texts_kept(draft: Draft) -> list[str]:
    return [draft.snapshot_text(head.id) for head in draft.snapshots()]


def test_reasons_tell_why_a_text_was_kept(desk: Desk) -> None:
    """What another program replaced is known as that in the history."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    (desk.folder / SESSION).write_text(before + "utenfra", encoding="utf-8")
    draft.look_outside()
    desk.settle()
    heads: list[object] = []
    draft.ask(lambda there: there.snapshots(SESSION), heads.extend)
    desk.settle()
    assert [head.reason for head in heads] == [SnapshotReason.OUTSIDE]
