"""Going back to a backup through the window: seen what it holds, done, and undone."""

from __future__ import annotations

import contextlib
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kursapp.app.program import Program
from kursapp.domain.backup import Occasion
from kursapp.domain.record import Field
from kursapp.services.protect_profile import new_key, set_passphrase
from kursapp.storage.backup import backups
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import ProfileList
from kursapp.ui.navigation import backups as backups_place
from kursapp.ui.participant.backups_screen import BackupsScreen
from kursapp.ui.participant.protect.unlock_screen import UnlockProfile
from kursapp.vault.passphrases import Cost
from tests.app.test_locking import PHRASE, unlock
from tests.ui.conftest import LONG, Start, steered

FIRST, THEN = "Slik var det først.", "Slik ble det siden."
AT = datetime(2026, 3, 9, 12, tzinfo=UTC)


def write(path: Path, words: str, at: datetime) -> None:
    """Write in a field of the small course's."""
    with contextlib.closing(open_profile(path, create=True)) as profile:
        profile.fields.save(Field("lederkurs", "r-egen", "", words, at))


@pytest.fixture
def database(own_data_folder: Path) -> Path:
    """Make a profile with something written, a backup of that, and something written after it."""
    profiles = ProfileList(own_data_folder)
    kari = profiles.create("Kari", AT)
    path = profiles.database(kari.id)
    write(path, FIRST, AT)
    with contextlib.closing(open_profile(path)) as profile:
        profile.back_up(AT + timedelta(hours=1))
    write(path, THEN, AT + timedelta(hours=2))
    profiles.used(kari.id, AT + timedelta(hours=2))
    return path


def written(program: Program, qtbot: QtBot) -> list[str]:
    """Return what stands in the open profile's fields."""
    found: list[list[str]] = []
    program.rest.tasks.profile(
        lambda me: [each.value for each in me.profile.fields.of_course("lederkurs")], found.append
    )
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    return found[0]


def screen_of(program: Program, qtbot: QtBot) -> BackupsScreen:
    """Return the screen of backups once it has read them."""
    qtbot.waitUntil(lambda: isinstance(program.rest.steering.screen, BackupsScreen), timeout=LONG)
    screen = program.rest.steering.screen
    assert isinstance(screen, BackupsScreen)
    qtbot.waitUntil(lambda: bool(screen.list.cards) or "ingen" in screen.state.text(), timeout=LONG)
    return screen


def started_again(program: Program, qtbot: QtBot, before: object) -> None:
    """Wait until the program has begun anew and opened the profile."""
    qtbot.waitUntil(lambda: program.rest is not None and program.rest is not before, timeout=LONG)
    steered(qtbot, program)


def shoot(program: Program, name: str) -> None:
    """Keep a picture where somebody wants to look."""
    if os.environ.get("SHOTS"):
        QApplication.processEvents()
        program.window.grab().save(f"{os.environ['SHOTS']}/{name}.png")


def test_going_back_and_coming_back_by_keyboard(start: Start, qtbot: QtBot, database: Path) -> None:
    """She sees what would be missing, goes back by Enter, and undoes it by going back to what was."""
    program = steered(qtbot, start())
    assert written(program, qtbot) == [THEN]
    program.rest.navigator.go(backups_place())
    screen = screen_of(program, qtbot)
    shoot(program, "frisk")
    oldest = screen.list.cards[-1]
    assert "1 tekst i arbeidsboka" in oldest.holds.text()
    assert "1 tekst i arbeidsboka" in oldest.lost.text()
    assert "er med" in screen.list.cards[0].lost.text(), "this start made one of what there is now"
    before = program.rest
    oldest.use.setFocus()
    qtbot.keyClick(oldest.use, Qt.Key.Key_Return)
    started_again(program, qtbot, before)
    assert written(program, qtbot) == [FIRST]
    assert any("er hentet" in text for text in program.rest.steering.message_bar.texts())
    program.rest.navigator.go(backups_place())
    screen = screen_of(program, qtbot)
    shoot(program, "etterpaa")
    undoing = next(each for each in backups(database) if each.occasion is Occasion.RESTORE)
    card = next(card for card in screen.list.cards if card._name == undoing.path.name)
    before = program.rest
    qtbot.keyClick(card.use, Qt.Key.Key_Space)
    started_again(program, qtbot, before)
    assert written(program, qtbot) == [THEN]


def test_a_damaged_file_shows_the_way_back_first(start: Start, qtbot: QtBot, database: Path) -> None:
    """The start shows what is kept and what there is to go back to; nothing was written to the damaged file."""
    database.write_bytes(b"borte" * 2000)
    program = steered(qtbot, start())
    screen = screen_of(program, qtbot)
    shoot(program, "skadet")
    assert screen.broken.isVisible()
    assert "profil-skadet-" in screen.why.text()
    assert screen.list.cards[0].lost.text() == ""
    assert any("kunne ikke åpnes" in text for text in program.rest.steering.message_bar.texts())
    qtbot.waitUntil(lambda: screen.window().focusWidget() is screen.list.cards[0].use, timeout=LONG)
    before = program.rest
    qtbot.keyClick(screen.list.cards[0].use, Qt.Key.Key_Return)
    started_again(program, qtbot, before)
    assert written(program, qtbot) == [FIRST]
    (kept,) = database.parent.glob("profil-skadet-*.db")
    assert kept.read_bytes() == b"borte" * 2000


def test_a_lost_file_without_backups_is_begun_afresh(start: Start, qtbot: QtBot, database: Path) -> None:
    """There is nothing to go back to: an empty profile is made when she says so, and not before."""
    database.unlink()
    shutil.rmtree(database.parent / "sikkerhetskopier")
    program = steered(qtbot, start())
    screen = screen_of(program, qtbot)
    shoot(program, "borte")
    assert "borte" in screen.why.text()
    assert not database.exists()
    before = program.rest
    qtbot.mouseClick(screen.afresh, Qt.MouseButton.LeftButton)
    started_again(program, qtbot, before)
    assert written(program, qtbot) == []


def test_a_backup_that_has_gone_since_is_said_to_be(start: Start, qtbot: QtBot, database: Path) -> None:
    """The profile is as it was and is open again, and the sentence says what to do."""
    program = steered(qtbot, start())
    program.rest.navigator.go(backups_place())
    screen = screen_of(program, qtbot)
    for each in backups(database):
        each.path.unlink()
    qtbot.mouseClick(screen.list.cards[-1].use, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(screen.error.text()), timeout=LONG)
    assert "finnes ikke" in screen.error.text()
    assert written(program, qtbot) == [THEN]


def test_a_damaged_backup_is_shown_and_cannot_be_chosen(start: Start, qtbot: QtBot, database: Path) -> None:
    """It says that it is damaged, and has no button."""
    (only,) = backups(database)
    only.path.write_bytes(only.path.read_bytes()[:9000])
    program = steered(qtbot, start())
    program.rest.navigator.go(backups_place())
    screen = screen_of(program, qtbot)
    damaged = next(card for card in screen.list.cards if card._name == only.path.name)
    assert "skadet" in damaged.holds.text()
    assert not damaged.use.isVisible()


def test_a_copy_is_made_at_once(start: Start, qtbot: QtBot, database: Path) -> None:
    """The button makes one of what there is now and shows it."""
    program = steered(qtbot, start())
    program.rest.navigator.go(backups_place())
    screen = screen_of(program, qtbot)
    names = {card._name for card in screen.list.cards}
    qtbot.mouseClick(screen.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool({card._name for card in screen.list.cards} - names), timeout=LONG)


def test_a_damaged_profile_under_a_passphrase(start: Start, qtbot: QtBot, database: Path) -> None:
    """The passphrase comes first; then what its locked backups hold is shown, and going back brings it."""
    set_passphrase(database, new_key(PHRASE, Cost(1, 8192)), AT)
    database.write_bytes(database.read_bytes()[:9000])
    program = start()
    unlock(program, qtbot)
    screen = screen_of(program, qtbot)
    assert screen.broken.isVisible()
    assert "1 tekst i arbeidsboka" in screen.list.cards[0].holds.text()
    before = program.rest
    qtbot.mouseClick(screen.list.cards[0].use, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.rest is not None and program.rest is not before, timeout=LONG)
    if isinstance(program.first_screen, UnlockProfile):
        unlock(program, qtbot)
    assert written(program, qtbot) == [FIRST]
    assert all(FIRST.encode() not in path.read_bytes() for path in database.parent.rglob("*.db"))
