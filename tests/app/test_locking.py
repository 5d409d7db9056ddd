"""A profile under a passphrase, through the window: set, locked, opened, forgotten, changed and taken away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from kursapp import paths
from kursapp.app.locking import Locking
from kursapp.app.program import Program
from kursapp.domain.problem import refusal
from kursapp.domain.record import Field
from kursapp.files.erasing import files_under
from kursapp.services import protect_profile
from kursapp.services.clock import SystemClock
from kursapp.services.remember_start import StartCard, write_start
from kursapp.storage.key_file import is_locked
from kursapp.storage.profiles import ProfileList
from kursapp.ui.navigation import cover, home, library, passphrase, settings
from kursapp.ui.participant.first_start import FirstStart
from kursapp.ui.participant.home import HomeScreen
from kursapp.ui.participant.protect.screen import CHANGE, CODE, REMOVE, PassphraseScreen
from kursapp.ui.participant.protect.unlock_screen import UnlockProfile
from kursapp.vault.passphrases import Cost
from tests.ui.conftest import LONG, Start, steered

PHRASE = "agurk bamboo dragen elvene"
OTHER = "en annen lang frase"
WORDS = "Bare for meg selv, om tilsynet."
CHEAP = Cost(1, 8192)


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a passphrase be tried quickly."""
    for name in ("new_key", "change_passphrase"):
        monkeypatch.setattr(protect_profile, name, partial(getattr(protect_profile, name), cost=CHEAP))


def write(program: Program, qtbot: QtBot, words: str = WORDS) -> None:
    """Write something in the open profile."""
    done: list[object] = []

    def save(me: object) -> None:
        me.profile.fields.save(Field("kurs", "r-egen", "", words, SystemClock().now()))  # type: ignore[attr-defined]

    program.rest.tasks.save(save, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=LONG)


def read(program: Program, qtbot: QtBot) -> str:
    """Return what stands there."""
    found: list[str] = []
    program.rest.tasks.profile(lambda me: me.profile.fields.of_course("kurs")[0].value, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    return found[0]


def go(program: Program, location: object) -> QWidget:
    """Go somewhere, and return the screen there."""
    program.rest.navigator.go(location)
    return program.rest.steering.screen


def click(button: QAbstractButton) -> None:
    """Press a button."""
    button.click()


def protect(program: Program, qtbot: QtBot) -> str:
    """Set a passphrase as she does it, by keyboard; return the recovery code."""
    screen = go(program, passphrase())
    assert isinstance(screen, PassphraseScreen)
    field = screen.first_focus()
    qtbot.keyClicks(field, PHRASE)
    qtbot.keyClicks(screen.pane.chosen.again.field, PHRASE)
    qtbot.keyClick(screen.pane.chosen.again.field, Qt.Key.Key_Return)
    return show_to_have(program, qtbot, screen)


def show_to_have(program: Program, qtbot: QtBot, screen: PassphraseScreen) -> str:
    """Write the code down, and type the group that is asked for."""
    qtbot.waitUntil(lambda: screen.code_pane is not None, timeout=LONG)
    code = screen.code_pane.code.text()
    qtbot.keyClick(screen.code_pane.next, Qt.Key.Key_Return)
    assert not screen.code_pane.code.isVisible()
    group = screen.code_pane.group
    qtbot.keyClicks(group.field, code.split("-")[screen.code_pane._asked].lower())
    qtbot.keyClick(group.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.rest.navigator.here == settings(), timeout=LONG)
    return code


def locked(program: Program, qtbot: QtBot) -> UnlockProfile:
    """Wait until the profile is locked, and return its first screen."""
    qtbot.waitUntil(lambda: isinstance(program.first_screen, UnlockProfile), timeout=LONG)
    screen = program.first_screen
    qtbot.waitUntil(lambda: program.rest is not None and screen._protecting is not None, timeout=LONG)
    return screen


def unlock(program: Program, qtbot: QtBot, phrase: str = PHRASE) -> None:
    """Type the passphrase, and wait until the courses are there."""
    screen = locked(program, qtbot)
    qtbot.keyClicks(screen.passphrase.field, phrase)
    qtbot.keyClick(screen.passphrase.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(program.first_screen, UnlockProfile), timeout=LONG)
    steered(qtbot, program)


def database() -> Path:
    """Return where the profile's database is."""
    profiles = ProfileList(paths.data_folder())
    return profiles.database(profiles.all()[0].id)


def in_clear() -> list[str]:
    """Return the files of the data folder and the cache in which her words stand."""
    ground = (*files_under(paths.data_folder()), *files_under(paths.cache_folder()))
    return [each.name for each in ground if WORDS.encode() in each.read_bytes()]


@pytest.fixture
def kari(start: Start, qtbot: QtBot) -> Program:
    """Start the program with Kari's profile, write something, and set a passphrase."""
    program = steered(qtbot, start())
    write(program, qtbot)
    protect(program, qtbot)
    return program


def lock(program: Program, qtbot: QtBot) -> UnlockProfile:
    """Lock by keyboard."""
    named = [each for each in program.window.findChildren(QAction) if each.objectName() == "lock"]
    assert named[0].shortcut().toString() == "Ctrl+L"
    named[0].trigger()
    return locked(program, qtbot)


def test_a_passphrase_is_set_and_nothing_stays_in_clear(start: Start, qtbot: QtBot) -> None:
    """The profile goes on being used at once, and what Hjem showed first is forgotten."""
    program = steered(qtbot, start())
    write(program, qtbot)
    write_start(paths.start_file(), StartCard("kurs", "Kurset", "Siden", (0.5,)))
    protect(program, qtbot)
    assert is_locked(database())
    assert in_clear() == []
    assert read(program, qtbot) == WORDS
    assert not paths.start_file().exists()
    write(program, qtbot, WORDS + " Og mer.")
    program.window.close()
    assert in_clear() == []
    assert not paths.start_file().exists()


def test_locked_it_shows_nothing_and_opened_it_is_where_she_was(kari: Program, qtbot: QtBot) -> None:
    """Ctrl+L closes the file and forgets the key; the right passphrase leads back to the same place."""
    place = cover(kari.rest.courses.shelf()[0].course.id)
    go(kari, place)
    before = kari.rest.people
    screen = lock(kari, qtbot)
    assert kari.rest.people.key is None
    assert before.key is None, "nor does what belonged to the window before hold it"
    assert not kari.window.sidebar.isVisible()
    assert not kari.window.top_bar.isVisible()
    assert kari.window.windowTitle() == "Kursapp"
    assert not kari.rest.courses.is_loaded
    qtbot.keyClicks(screen.passphrase.field, "ikke den rette frasen")
    qtbot.keyClick(screen.passphrase.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.passphrase.error.isVisible(), timeout=LONG)
    assert screen.passphrase.field.selectedText() == "ikke den rette frasen"
    screen.passphrase.field.clear()
    unlock(kari, qtbot)
    assert kari.rest.navigator.here == place
    assert kari.window.sidebar.isVisible()
    assert read(kari, qtbot) == WORDS


def test_the_next_start_begins_with_the_passphrase(kari: Program, qtbot: QtBot, start: Start) -> None:
    """Before it nothing can be reached by keyboard, and a file that is opened waits."""
    kari.window.close()
    again = start()
    screen = locked(again, qtbot)
    assert screen.first_focus() is screen.passphrase.field
    at_hand = {each.objectName() for each in again.window.findChildren(QAction) if each.isEnabled()}
    assert "search" not in at_hand
    assert "clear" not in at_hand
    assert "quit" in at_hand
    again.rest.arriving.open("/et/sted/kull.kull")
    assert again.file_wanted is not None
    again.file_wanted = None
    unlock(again, qtbot)
    assert isinstance(again.first_screen, HomeScreen)
    assert read(again, qtbot) == WORDS
    at_hand = {each.objectName() for each in again.window.findChildren(QAction) if each.isEnabled()}
    assert "search" in at_hand


def test_what_is_typed_before_the_program_is_loaded_counts(kari: Program, qtbot: QtBot, start: Start) -> None:
    """Enter before there is anybody to ask: asked as soon as there is."""
    kari.window.close()
    again = start()
    screen = again.first_screen
    assert isinstance(screen, UnlockProfile)
    assert again.rest is None
    screen.passphrase.field.setText(PHRASE)
    screen._on_go()
    qtbot.waitUntil(lambda: not isinstance(again.first_screen, UnlockProfile), timeout=LONG)
    steered(qtbot, again)
    assert read(again, qtbot) == WORDS


def test_a_forgotten_passphrase_is_replaced_by_the_code(start: Start, qtbot: QtBot) -> None:
    """The code opens, a new passphrase is chosen, and the old one opens nothing."""
    program = steered(qtbot, start())
    write(program, qtbot)
    code = protect(program, qtbot)
    screen = lock(program, qtbot)
    click(screen.lost)
    pane = screen.lost_pane
    qtbot.keyClicks(pane.code.field, "feil kode")
    qtbot.keyClicks(pane.chosen.passphrase.field, OTHER)
    qtbot.keyClicks(pane.chosen.again.field, OTHER)
    qtbot.keyClick(pane.code.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pane.code.error.isVisible(), timeout=LONG)
    pane.code.field.clear()
    qtbot.keyClicks(pane.code.field, code.lower().replace("-", " "))
    qtbot.keyClick(pane.code.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(program.first_screen, UnlockProfile), timeout=LONG)
    assert read(program, qtbot) == WORDS
    assert protect_profile.unlock(database(), OTHER) == program.rest.people.key


def test_one_can_go_back_to_the_passphrase(kari: Program, qtbot: QtBot) -> None:
    """What was typed for the code is forgotten."""
    screen = lock(kari, qtbot)
    click(screen.lost)
    qtbot.keyClicks(screen.lost_pane.code.field, "noe")
    click(screen.lost_pane.back)
    assert screen.lost_pane is None
    assert screen.card.isVisible()


def test_a_while_without_anybody_locks_it(kari: Program, qtbot: QtBot) -> None:
    """After the minutes chosen on Innstillinger; «Aldri» never."""
    screen = go(kari, settings())
    assert kari.rest.locking.idleness.is_watching
    screen.passphrase.after.choose("0")
    assert not kari.rest.locking.idleness.is_watching
    screen.passphrase.after.choose("5")
    assert kari.settings.lock_after == 5
    assert kari.rest.locking.idleness.is_watching
    kari.rest.locking.idleness.due.emit()
    assert not locked(kari, qtbot).passphrase.field.text()
    unlock(kari, qtbot)
    assert kari.rest.locking.idleness.is_watching, "and the next time too"


def test_what_is_typed_this_very_moment_is_saved_before_it_is_locked(
    kari: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A field waits a second for the next letter before it saves; nobody waits for that before she locks."""
    last = WORDS + " Og det siste ordet."
    field = Field("kurs", "r-egen", "", last, SystemClock().now())
    tasks, real = kari.rest.tasks, kari.rest.steering.send_typed

    def sends() -> bool:
        tasks.save(lambda me: me.profile.fields.save(field))
        return real()

    monkeypatch.setattr(kari.rest.steering, "send_typed", sends)
    lock(kari, qtbot)
    unlock(kari, qtbot)
    assert read(kari, qtbot) == last


def test_nobody_is_locked_out_of_a_room_or_of_a_page_read_aloud(
    kari: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """She is there, though she touches nothing."""
    with monkeypatch.context() as patch:
        patch.setattr("kursapp.app.locking.is_presenting", lambda: True)
        kari.rest.locking.idleness.due.emit()
    with monkeypatch.context() as patch:
        patch.setattr(Locking, "_is_read_aloud", lambda _locking: True)
        kari.rest.locking.idleness.due.emit()
    qtbot.wait(50)
    assert kari.rest.people.key is not None
    kari.rest.locking.idleness.due.emit()
    locked(kari, qtbot)


def test_what_cannot_be_saved_keeps_it_open(kari: Program, qtbot: QtBot) -> None:
    """Nothing typed is lost to a lock: it stays open, says why, and locks when there is room again."""
    full = [True]

    def save(_me: object) -> None:
        if full[0]:
            raise refusal("disk-full", file="profil.db", folder="x")

    kari.rest.tasks.save(save)
    kari.rest.locking.lock()
    assert any("Profilen låses når" in text for text in kari.rest.steering.message_bar.texts())
    assert kari.rest.people.key is not None
    full[0] = False
    kari.rest.tasks.try_again()
    kari.rest.locking.lock()
    locked(kari, qtbot)


def test_ctrl_l_without_a_passphrase_offers_one(start: Start, qtbot: QtBot) -> None:
    """There is nothing to lock, and one way to change that."""
    program = steered(qtbot, start())
    program.rest.locking.lock()
    (row,) = program.rest.steering.message_bar.rows()
    click(row.action)
    assert program.rest.navigator.here == passphrase()


def test_the_passphrase_is_changed(kari: Program, qtbot: QtBot) -> None:
    """The present one is asked for; a wrong one is told at its line."""
    screen = go(kari, passphrase(CHANGE))
    pane = screen.pane
    pane.present.field.setText("ikke den rette")
    pane.chosen.passphrase.field.setText(OTHER)
    pane.chosen.again.field.setText(OTHER)
    click(pane.go)
    qtbot.waitUntil(lambda: pane.present.error.isVisible(), timeout=LONG)
    pane.present.field.setText(PHRASE)
    click(pane.go)
    qtbot.waitUntil(lambda: kari.rest.navigator.here == settings(), timeout=LONG)
    assert protect_profile.unlock(database(), OTHER) == kari.rest.people.key


def test_a_new_code_is_made(kari: Program, qtbot: QtBot) -> None:
    """It counts when she has shown that she has it, and opens the profile."""
    screen = go(kari, passphrase(CODE))
    screen.pane.present.field.setText(PHRASE)
    click(screen.pane.go)
    code = show_to_have(kari, qtbot, screen)
    assert protect_profile.unlock_by_code(database(), code) == kari.rest.people.key


def test_the_code_that_is_not_written_down_changes_nothing(start: Start, qtbot: QtBot) -> None:
    """A wrong group is refused, and stopping leaves the profile without a passphrase."""
    program = steered(qtbot, start())
    screen = go(program, passphrase())
    screen.pane.chosen.passphrase.field.setText(PHRASE)
    screen.pane.chosen.again.field.setText(PHRASE)
    click(screen.pane.go)
    qtbot.waitUntil(lambda: screen.code_pane is not None, timeout=LONG)
    pane = screen.code_pane
    click(pane.next)
    pane.group.field.setText("????")
    click(pane.go)
    assert pane.group.error.isVisible()
    click(pane.back)
    assert pane.code.isVisible()
    click(pane.stop)
    assert program.rest.navigator.here == settings()
    assert not is_locked(database())
    assert not database().with_name("nokkel.json").exists()


def test_the_code_is_saved_as_a_sheet(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    """A PDF with the code on it, where she chose."""
    from tests.pdf_text import pdf_text

    program = steered(qtbot, start())
    screen = go(program, passphrase())
    screen.pane.chosen.passphrase.field.setText(PHRASE)
    screen.pane.chosen.again.field.setText(PHRASE)
    click(screen.pane.go)
    qtbot.waitUntil(lambda: screen.code_pane is not None, timeout=LONG)
    screen.code_pane._on_path(tmp_path / "ark.pdf")
    qtbot.waitUntil(lambda: screen.code_pane.saved.isVisible(), timeout=LONG)
    words = pdf_text(tmp_path / "ark.pdf")
    assert screen.code_pane.code.text() in words
    assert "Kari" in words
    screen.code_pane._on_path(tmp_path / "ingen" / "ark.pdf")
    qtbot.waitUntil(lambda: screen.code_pane.error.isVisible(), timeout=LONG)


def test_the_passphrase_is_taken_away(kari: Program, qtbot: QtBot) -> None:
    """The profile opens without one, and Ctrl+L locks nothing."""
    screen = go(kari, passphrase(REMOVE))
    click(screen.pane.go)
    assert screen.pane.present.error.isVisible()
    screen.pane.present.field.setText(PHRASE)
    click(screen.pane.go)
    qtbot.waitUntil(lambda: kari.rest.navigator.here == settings(), timeout=LONG)
    assert not is_locked(database())
    assert kari.rest.people.key is None
    assert read(kari, qtbot) == WORDS


def test_a_copy_that_fails_leaves_the_profile_open_and_says_why(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full: she is told at the code, and can try once more."""
    program = steered(qtbot, start())
    write(program, qtbot)
    real = protect_profile.rekey

    def full(path: Path, key: bytes | None, new_key: bytes | None) -> None:
        raise refusal("disk-full", file=path.name, folder=path.parent)

    monkeypatch.setattr(protect_profile, "rekey", full)
    screen = go(program, passphrase())
    screen.pane.chosen.passphrase.field.setText(PHRASE)
    screen.pane.chosen.again.field.setText(PHRASE)
    click(screen.pane.go)
    qtbot.waitUntil(lambda: screen.code_pane is not None, timeout=LONG)
    pane = screen.code_pane
    click(pane.next)
    pane.group.field.setText(pane.code.text().split("-")[pane._asked])
    click(pane.go)
    qtbot.waitUntil(lambda: pane.group.error.isVisible(), timeout=LONG)
    assert read(program, qtbot) == WORDS
    monkeypatch.setattr(protect_profile, "rekey", real)
    click(pane.go)
    qtbot.waitUntil(lambda: program.rest.navigator.here == settings(), timeout=LONG)
    assert is_locked(database())
    assert read(program, qtbot) == WORDS


def test_another_language_leaves_it_open(kari: Program, qtbot: QtBot) -> None:
    """The window is built anew, and the key is still there."""
    kari.rest.preferences.change(language="nn")
    qtbot.waitUntil(lambda: isinstance(kari.first_screen, HomeScreen), timeout=LONG)
    steered(qtbot, kari)
    assert read(kari, qtbot) == WORDS
    lock(kari, qtbot)


def test_others_can_use_the_machine(kari: Program, qtbot: QtBot) -> None:
    """Somebody new begins without the passphrase; next time her profile is the first, and Kari's is locked still."""
    screen = lock(kari, qtbot)
    click(screen.add)
    qtbot.waitUntil(lambda: isinstance(kari.first_screen, FirstStart), timeout=LONG)
    qtbot.waitUntil(lambda: kari.rest is not None, timeout=LONG)
    first = kari.first_screen
    qtbot.waitUntil(lambda: first.back.isVisible(), timeout=LONG)
    click(first.back)
    unlock(kari, qtbot)
    go(kari, library())
    lock(kari, qtbot)
    profiles = kari.rest.people.profiles
    ola = profiles.create("Ola").profile
    profiles.open(ola).close()
    kari.rest.people._switch(ola.id)
    qtbot.waitUntil(lambda: isinstance(kari.first_screen, HomeScreen), timeout=LONG)
    steered(qtbot, kari)
    assert kari.rest.people.name() == "Ola"
    # Where Kari was is nobody's business.
    assert kari.rest.navigator.here == home()
    go(kari, library())
    other = next(each for each in go(kari, settings()).others.buttons if "Kari" in each.text())
    click(other)
    unlock(kari, qtbot)
    assert read(kari, qtbot) == WORDS


def test_a_passphrase_can_be_asked_for_at_the_first_start(start: Start, qtbot: QtBot) -> None:
    """Offered with the name, and never forced: chosen, it is the first thing one comes to."""
    program = start(name="")
    qtbot.waitUntil(lambda: program.rest is not None, timeout=LONG)
    first = program.first_screen
    assert isinstance(first, FirstStart)
    assert not first.choices.protect
    program.rest.locking.lock()
    assert program.rest.steering.message_bar.texts() == ()
    click(first.next)
    qtbot.keyClicks(first._name.field, "Kari")
    click(first._name.protect)
    click(first.next)
    click(first.next)
    steered(qtbot, program)
    assert program.rest.navigator.here == passphrase()
    write(program, qtbot)
    screen = program.rest.steering.screen
    qtbot.keyClicks(screen.pane.chosen.passphrase.field, PHRASE)
    qtbot.keyClicks(screen.pane.chosen.again.field, PHRASE)
    qtbot.keyClick(screen.pane.chosen.again.field, Qt.Key.Key_Return)
    show_to_have(program, qtbot, screen)
    assert read(program, qtbot) == WORDS
    lock(program, qtbot)
