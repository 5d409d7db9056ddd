"""Who sits at the machine: coming from another one, being replaced, and leaving for good."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kursapp import paths
from kursapp.app import carrying
from kursapp.app.program import Program
from kursapp.files.erasing import files_under
from kursapp.services.carry.carrier import Carrier
from kursapp.services.carry.pending import Pending, read_pending, write_pending
from kursapp.storage.backup import backups
from kursapp.storage.profiles import ProfileList
from kursapp.ui.navigation import clear_machine, move_in, move_out, take_out
from kursapp.ui.participant.carry.clearing_screen import ClearingScreen
from kursapp.ui.participant.carry.move_in_pane import MoveInPane
from kursapp.ui.participant.first_start import FirstStart
from kursapp.vault.passphrases import Cost
from tests.ui.conftest import LONG, Start, steered

WORDS = "Bare for meg selv, om tilsynet."
PHRASE = "fire ord om vinteren"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let a passphrase be tried quickly, and the temporary folder be the test's own."""
    real = Carrier.__init__

    def quickly(self: Carrier, *words: object, **more: object) -> None:
        real(self, *words, **{**more, "cost": Cost(1, 8192)})  # type: ignore[arg-type]

    monkeypatch.setattr(Carrier, "__init__", quickly)
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    assert carrying.open_carrier()


@pytest.fixture
def kari(start: Start, qtbot: QtBot) -> Program:
    """Start the program with Kari's profile, in which she has written something."""
    program = steered(qtbot, start())
    opened = program.rest.courses.shelf()[0]
    done: list[object] = []

    def write(me: object) -> None:
        me.on(opened).take.enrol()  # type: ignore[attr-defined]
        from datetime import UTC, datetime

        from kursapp.domain.record import Field

        field = Field(opened.course.id, "r-egen", "", WORDS, datetime.now(UTC))
        me.profile.fields.save(field)  # type: ignore[attr-defined]

    program.rest.tasks.save(write, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=LONG)
    return program


def words_of(program: Program, qtbot: QtBot) -> list[str]:
    """Return what stands in the open profile's fields."""
    found: list[list[str]] = []
    course = program.rest.courses.shelf()[0].course.id
    program.rest.tasks.profile(lambda me: [each.value for each in me.profile.fields.of_course(course)], found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    return found[0]


def go(program: Program, location: object) -> object:
    """Go somewhere, and return the screen there."""
    program.rest.navigator.go(location)
    return program.rest.steering.screen


def packed(program: Program, qtbot: QtBot, path: Path, phrase: str = PHRASE) -> Path:
    """Make a file for moving, as she does it."""
    screen = go(program, move_out())
    qtbot.waitUntil(lambda: bool(screen.phrase.text()), timeout=LONG)
    screen.phrase.ways.choose("own")
    screen.phrase.first.field.setText(phrase)
    screen.phrase.again.field.setText(phrase)
    qtbot.mouseClick(screen.make, Qt.MouseButton.LeftButton)
    screen.picker.dialog.reject()
    screen._on_path(path)
    qtbot.waitUntil(lambda: screen.done.isVisible(), timeout=LONG)
    return path


def opened_pane(pane: MoveInPane, qtbot: QtBot, path: Path, phrase: str = PHRASE) -> None:
    """Open a file with its passphrase, by keyboard."""
    pane.show_file(str(path))
    assert pane.window().focusWidget() is pane.phrase.field
    qtbot.keyClicks(pane.phrase.field, phrase)
    qtbot.keyClick(pane.phrase.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.arrival_view is not None, timeout=LONG)


def test_from_one_machine_to_another(
    kari: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    """Made on the old machine, opened at the first start of the new one: her words are there."""
    path = packed(kari, qtbot, tmp_path / "kari.flytt")
    kari.window.close()
    monkeypatch.setenv("KURSAPP_DATA", str(tmp_path / "ny"))
    new = start(name="")
    qtbot.waitUntil(lambda: new.rest is not None, timeout=LONG)
    first = new.first_screen
    assert isinstance(first, FirstStart)
    qtbot.mouseClick(first.moving, Qt.MouseButton.LeftButton)
    pane = first.findChild(MoveInPane)
    opened_pane(pane, qtbot, path)
    qtbot.keyClick(first.window().focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: new.rest is not None and new.rest.people.name() == "Kari", timeout=LONG)
    qtbot.waitUntil(lambda: new.rest.courses.is_loaded, timeout=LONG)
    assert words_of(new, qtbot) == [WORDS]
    assert "hentet hit" in " ".join(new.rest.steering.message_bar.texts())


def test_a_file_that_was_double_clicked_before_there_is_a_profile(
    kari: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: Start
) -> None:
    """The first start shows the way in with the file in it, and back to the steps."""
    path = packed(kari, qtbot, tmp_path / "kari.flytt")
    kari.window.close()
    monkeypatch.setenv("KURSAPP_DATA", str(tmp_path / "ny"))
    new = start(name="")
    new.file_wanted = path
    qtbot.waitUntil(lambda: new.rest is not None, timeout=LONG)
    first = new.first_screen
    pane = first.findChild(MoveInPane)
    assert pane is not None
    assert "kari.flytt" in pane.path.accessibleName()
    assert not first.next.isVisible()
    qtbot.mouseClick(pane.back, Qt.MouseButton.LeftButton)
    assert first.next.isVisible()
    new.rest.arriving.open(str(path))
    qtbot.waitUntil(lambda: not first.next.isVisible(), timeout=LONG)


def test_sealed_answers_that_are_double_clicked_say_what_they_are(kari: Program, tmp_path: Path) -> None:
    """And who can open them; the screen stays where it was."""
    before = kari.rest.navigator.here
    kari.rest.arriving.open(str(tmp_path / "7f3a.SVAR"))
    told = " ".join(kari.rest.steering.message_bar.texts())
    assert "«7f3a.SVAR» er en forseglet svarfil" in told
    assert kari.rest.navigator.here == before


def test_the_same_profile_here_is_asked_about(kari: Program, qtbot: QtBot, tmp_path: Path) -> None:
    """Instead of the open one: it is closed for it, kept as a backup, and what came is open afterwards."""
    path = packed(kari, qtbot, tmp_path / "kari.flytt")
    course = kari.rest.courses.shelf()[0].course.id
    kari.rest.tasks.save(lambda me: me.profile.fields.remove(course, "r-egen", ""))
    assert words_of(kari, qtbot) == []
    before = kari.rest
    kari.rest.arriving.open(str(path))
    pane = kari.rest.steering.screen.pane
    opened_pane(pane, qtbot, path)
    pane.arrival_view.choice.choose("instead")
    qtbot.mouseClick(pane.arrival_view.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: kari.rest not in (None, before) and kari.rest.courses.is_loaded, timeout=LONG)
    assert words_of(kari, qtbot) == [WORDS]
    profiles = ProfileList(paths.data_folder())
    (profile,) = profiles.all()
    assert len(backups(profiles.database(profile.id))) >= 1


def test_both_can_be_kept(kari: Program, qtbot: QtBot, tmp_path: Path) -> None:
    """The one that came is open, under a name with the day in it."""
    path = packed(kari, qtbot, tmp_path / "kari.flytt")
    before = kari.rest
    pane = go(kari, move_in()).pane
    opened_pane(pane, qtbot, path)
    qtbot.mouseClick(pane.arrival_view.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: kari.rest not in (None, before) and kari.rest.courses.is_loaded, timeout=LONG)
    assert kari.rest.people.name().startswith("Kari (flyttet ")
    assert [label for _id, label in kari.rest.people.for_settings().others()] == ["Kari"]


def test_a_replacing_that_fails_opens_the_old_one_again(
    kari: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, everything goes on as before, and what came is still there to be taken."""
    from kursapp.domain.problem import refusal

    path = packed(kari, qtbot, tmp_path / "kari.flytt")
    pane = go(kari, move_in()).pane
    opened_pane(pane, qtbot, path)
    pane.arrival_view.choice.choose("instead")

    def full(*_words: object) -> None:
        raise refusal("disk-full", file="profil.db", folder="x")

    course = kari.rest.courses.shelf()[0].course.id
    kari.rest.tasks.save(lambda me: me.profile.fields.remove(course, "r-egen", ""))
    with monkeypatch.context() as patch:
        patch.setattr("kursapp.services.carry.move_in._keep_backup", full)
        qtbot.mouseClick(pane.arrival_view.take, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: pane.arrival_view.error.isVisible(), timeout=LONG)
    assert "full" in pane.arrival_view.error.text()
    assert words_of(kari, qtbot) == []
    before = kari.rest
    qtbot.mouseClick(pane.arrival_view.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: kari.rest not in (None, before) and kari.rest.courses.is_loaded, timeout=LONG)
    assert words_of(kari, qtbot) == [WORDS]


def test_what_is_wrong_is_said_at_its_line(kari: Program, qtbot: QtBot, tmp_path: Path) -> None:
    """No file, no passphrase, a wrong one, a damaged file; nothing is left unpacked."""
    path = packed(kari, qtbot, tmp_path / "kari.flytt")
    pane = go(kari, move_in()).pane
    qtbot.mouseClick(pane.open, Qt.MouseButton.LeftButton)
    assert pane.error.text() == "Velg flyttefila først."
    pane.show_file(str(path))
    qtbot.mouseClick(pane.open, Qt.MouseButton.LeftButton)
    assert pane.phrase.error.text() == "Skriv passordfrasen."
    qtbot.keyClicks(pane.phrase.field, "noe helt annet")
    qtbot.mouseClick(pane.open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.phrase.error.isVisible(), timeout=LONG)
    assert "åpner ikke" in pane.phrase.error.text()
    path.write_bytes(path.read_bytes()[:-5])
    qtbot.mouseClick(pane.open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "slutten mangler" in pane.error.text(), timeout=LONG)
    assert not list(ProfileList(paths.data_folder()).folder.glob(".*"))


def test_what_is_looked_at_and_not_taken_is_put_away(kari: Program, qtbot: QtBot, tmp_path: Path) -> None:
    """When she goes back, and when she quits."""
    path = packed(kari, qtbot, tmp_path / "kari.flytt")
    folder = ProfileList(paths.data_folder()).folder
    pane = go(kari, move_in()).pane
    opened_pane(pane, qtbot, path)
    assert list(folder.glob(".*"))
    qtbot.mouseClick(pane.arrival_view.leave, Qt.MouseButton.LeftButton)
    assert not list(folder.glob(".*"))
    pane = go(kari, move_in()).pane
    opened_pane(pane, qtbot, path)
    kari.rest.close()
    assert not list(folder.glob(".*"))


def test_a_passphrase_typed_in_two_ways_makes_no_file(kari: Program, qtbot: QtBot) -> None:
    """Said at the line; and the words made for her stand nowhere when she has left."""
    screen = go(kari, move_out())
    qtbot.waitUntil(lambda: bool(screen.phrase.text()), timeout=LONG)
    made = screen.phrase.text()
    assert len(made.split()) == 6
    screen.phrase.ways.choose("own")
    qtbot.keyClicks(screen.phrase.first.field, PHRASE)
    qtbot.keyClicks(screen.phrase.again.field, "noe annet her")
    qtbot.mouseClick(screen.make, Qt.MouseButton.LeftButton)
    assert screen.phrase.again.error.isVisible()
    assert screen.picker.dialog is None
    go(kari, take_out())
    assert (screen.phrase.first.text(), screen.phrase.words.text()) == ("", "…")


def test_the_programs_own_folder_is_no_place_for_the_file(kari: Program, qtbot: QtBot) -> None:
    """It would be cleared away with the rest."""
    screen = go(kari, move_out())
    qtbot.waitUntil(lambda: bool(screen.phrase.text()), timeout=LONG)
    screen._on_path(paths.data_folder() / "kari.flytt")
    qtbot.waitUntil(lambda: screen.error.isVisible(), timeout=LONG)
    assert "programmets egen" in screen.error.text()
    assert screen.make.isVisible()


def test_everything_is_taken_out(kari: Program, qtbot: QtBot, tmp_path: Path) -> None:
    """A folder with her words in it, and its name on the screen."""
    screen = go(kari, take_out())
    screen._on_folder(tmp_path)
    qtbot.waitUntil(lambda: screen.done.isVisible(), timeout=LONG)
    (folder,) = tmp_path.glob("Kursapp Kari *")
    assert screen._path.accessibleName() == str(folder)
    assert json.loads((folder / "alt.json").read_text("utf-8"))["tables"]["field"][0]["value"] == WORDS


def test_the_machine_is_cleared_only_when_her_name_is_written(
    kari: Program, qtbot: QtBot, own_data_folder: Path
) -> None:
    """Then everything goes, the proof is shown, and the program begins from the beginning."""
    screen = go(kari, clear_machine())
    qtbot.waitUntil(lambda: "filer" in screen.goes.text(), timeout=LONG)
    qtbot.mouseClick(screen.clear, Qt.MouseButton.LeftButton)
    assert "Kari" in screen.typed.error.text()
    qtbot.keyClicks(screen.typed.field, "ola")
    screen.typed.show_error("")
    qtbot.keyClick(screen.typed.field, Qt.Key.Key_Return)
    assert screen.typed.error.text() == "Skriv navnet slik det står: Kari"
    asked: list[object] = []
    kari.rest.tasks.profile(lambda participant: participant.now, asked.append)
    qtbot.waitUntil(lambda: bool(asked), timeout=LONG)
    assert read_pending(own_data_folder) is None, "what was asked before that would have been written by now"
    screen.typed.field.clear()
    qtbot.keyClicks(screen.typed.field, " kari ")
    qtbot.keyClick(screen.typed.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(kari.first_screen, ClearingScreen), timeout=LONG)
    clearing = kari.first_screen
    qtbot.waitUntil(lambda: clearing.proof is not None, timeout=LONG)
    assert clearing.heading.text() == "Maskinen er tømt"
    assert clearing.lead.text() == f"{clearing.proof.erased} filer slettet, 0 rester funnet."
    assert not kari.window.sidebar.isVisible()
    assert WORDS.encode() not in b"".join(path.read_bytes() for path in files_under(own_data_folder))
    assert kari.window.focusWidget() is clearing.done
    qtbot.keyClick(clearing.done, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(kari.first_screen, FirstStart), timeout=LONG)
    assert json.loads((own_data_folder / "settings.json").read_text())["workspace"] == ""


def test_the_next_person_goes_on_when_one_has_left(kari: Program, qtbot: QtBot) -> None:
    """With another profile on the machine, that is the one that opens."""
    from datetime import UTC, datetime

    ola = ProfileList(paths.data_folder()).create("Ola", datetime(2020, 1, 1, tzinfo=UTC))
    screen = go(kari, clear_machine())
    screen.typed.field.setText("Kari")
    screen._on_clear()
    qtbot.waitUntil(lambda: isinstance(kari.first_screen, ClearingScreen), timeout=LONG)
    qtbot.waitUntil(lambda: kari.first_screen.proof is not None, timeout=LONG)
    kari.first_screen.done.click()
    qtbot.waitUntil(lambda: kari.rest is not None and kari.rest.people.name() == "Ola", timeout=LONG)
    assert [each.id for each in ProfileList(paths.data_folder()).all()] == [ola.id]


def test_what_was_broken_off_is_finished_at_the_next_start(
    kari: Program, qtbot: QtBot, own_data_folder: Path, start: Start
) -> None:
    """Before anything of anybody is opened."""
    (profile,) = ProfileList(own_data_folder).all()
    kari.window.close()
    write_pending(own_data_folder, Pending(profile.id, profile.name, (profile.id,)))
    again = start()
    qtbot.waitUntil(lambda: isinstance(again.first_screen, ClearingScreen), timeout=LONG)
    qtbot.waitUntil(lambda: again.first_screen.proof is not None, timeout=LONG)
    assert again.first_screen.proof.is_clean
    assert ProfileList(own_data_folder).all() == ()


def test_nothing_is_cleared_while_something_is_unsaved(
    kari: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, own_data_folder: Path
) -> None:
    """She is told, and can try again."""
    screen = go(kari, clear_machine())
    screen.typed.field.setText("Kari")
    with monkeypatch.context() as patch:
        patch.setattr(kari.rest.tasks, "flush", lambda: False)
        qtbot.mouseClick(screen.clear, Qt.MouseButton.LeftButton)
    assert "ikke lagret" in screen.error.text()
    assert read_pending(own_data_folder) is None


def test_what_is_left_is_shown_by_name(kari: Program, qtbot: QtBot, own_data_folder: Path) -> None:
    """She can go on all the same, or try again when it is gone."""
    (profile,) = ProfileList(own_data_folder).all()
    (own_data_folder / "notat.txt").write_text(f"profilen {profile.id}")
    screen = go(kari, clear_machine())
    screen.typed.field.setText("Kari")
    screen._on_clear()
    qtbot.waitUntil(lambda: isinstance(kari.first_screen, ClearingScreen), timeout=LONG)
    clearing = kari.first_screen
    qtbot.waitUntil(lambda: clearing.proof is not None, timeout=LONG)
    assert clearing.heading.text() == "Noe ligger igjen"
    assert "1 rest funnet" in clearing.lead.text()
    assert not clearing.done.isVisible()
    (own_data_folder / "notat.txt").unlink()
    qtbot.mouseClick(clearing.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: clearing.done.isVisible(), timeout=LONG)
    assert clearing.heading.text() == "Maskinen er tømt"
