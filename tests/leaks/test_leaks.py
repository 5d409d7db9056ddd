"""What is private stays in the profile's own file, leaves only in what she hands in, and is gone when she says so."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from kursapp import paths
from kursapp.demo import hands
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.files.erasing import files_under
from kursapp.services.carry.carrier import Carrier
from kursapp.services.participant import Participant
from kursapp.storage.profiles import ProfileList
from kursapp.ui import navigation
from kursapp.ui.participant.carry.clearing_screen import ClearingScreen
from kursapp.ui.widgets.reflection_view import ReflectionView
from kursapp.vault.passphrases import Cost
from tests.leaks.marks import (
    ALL,
    COURSE,
    EVALUATION,
    FORM,
    PRIVATE,
    flagship,
    found_in,
    mark_of,
    pages_of,
    write_everywhere,
)
from tests.room import Room, room_for

PHRASE = "fire ord om vinteren"


@pytest.fixture
def everything_is_logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Listen to whatever is said to any log, however quietly."""
    caplog.set_level(logging.DEBUG)
    return caplog


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a passphrase be tried quickly."""
    real = Carrier.__init__

    def quickly(self: Carrier, *words: object, **more: object) -> None:
        real(self, *words, **{**more, "cost": Cost(1, 8192)})  # type: ignore[arg-type]

    monkeypatch.setattr(Carrier, "__init__", quickly)


def home_of(profile_name: str = "Kari") -> Path:
    """Return the folder of the one profile there is."""
    profiles = ProfileList(paths.data_folder())
    (profile,) = (each for each in profiles.all() if each.name == profile_name)
    return profiles.folder / profile.id


def go_everywhere(driver: Driver, places: dict[str, tuple[str, object]]) -> None:
    """Visit every screen that shows something of one's own, and search for one's own words."""
    opened = flagship(driver)
    here = [navigation.home(), navigation.library(), navigation.cover(COURSE), navigation.glossary()]
    here += [navigation.workbook(), navigation.plan(COURSE), navigation.practice(), navigation.certificate(COURSE)]
    here += [navigation.page(COURSE, session, page.id) for session, page in places.values()]  # type: ignore[attr-defined]
    here += [navigation.page(COURSE, session, page.id) for session, page in pages_of(opened) if page.id == FORM]
    here += [navigation.search(mark_of(kind)) for kind in ("note", "reflection", "cell", "step")]
    for location in here:
        driver.rest.navigator.go(location)
        driver.settle()
    asked: list[object] = []
    search = lambda me: me.search.find(mark_of("note"), lambda _course: opened)  # noqa: E731
    driver.rest.tasks.profile(search, asked.append)
    driver.rest.tasks.searching(lambda index: index.find(mark_of("note")), asked.append)
    wait_until(lambda: len(asked) == 2, "both searches")
    driver.saved()


def where_it_could_be(temporary: Path) -> list[Path]:
    """Return every folder the program writes in of its own."""
    return [paths.data_folder(), paths.cache_folder(), temporary]


def test_what_is_private_stands_in_the_profiles_file_and_nowhere_else(
    kari: Driver, own_temporary_folder: Path, everything_is_logged: pytest.LogCaptureFixture
) -> None:
    """Not in the index of courses, the cache, a log, a temporary file, or on the clipboard; open and closed."""
    QGuiApplication.clipboard().clear()
    go_everywhere(kari, write_everywhere(kari))
    home = home_of()
    looked = where_it_could_be(own_temporary_folder)
    assert found_in(looked, ALL, leave_out=home) == {}
    assert (paths.cache_folder() / "search.db").exists(), "the index of courses is among what was looked through"
    kari.close()
    assert found_in(looked, ALL, leave_out=home) == {}
    held = {word for words in found_in([home], ALL).values() for word in words}
    assert held == set(ALL), "each of them was written"
    assert not [word for word in ALL if word in QGuiApplication.clipboard().text()]
    told = [record.getMessage() + str(record.exc_info or "") for record in everything_is_logged.get_records("call")]
    assert not [line for line in told if any(word in line for word in ALL)]


def test_what_is_handed_in_holds_the_evaluation_and_nothing_else(
    kari: Driver, tmp_path: Path, own_temporary_folder: Path
) -> None:
    """Neither on the outside, where nothing can be read, nor on the inside, which only the coordinator opens."""
    write_everywhere(kari)
    opened = flagship(kari)
    form = next(page for _session, page in pages_of(opened) if page.id == FORM)
    room: Room = room_for(opened.course, [form], opened.bank)
    stick, named = tmp_path / "pinne", tmp_path / "navn"
    stick.mkdir()
    named.mkdir()
    sent: list[Path] = []

    def hand_in(me: Participant) -> None:
        me.cohorts.join(me.cohorts.look_at(room.put_file(tmp_path / "kull")))
        sent.append(me.on(opened).hand_in.send(form, stick).path)
        sent.append(me.on(opened).tell_progress.send("Kari Nordmann", "Moss", named).path)

    done: list[object] = []
    kari.rest.tasks.save(hand_in, done.append)
    wait_until(lambda: bool(done), "handed in")
    assert found_in([stick, named], (*ALL, "Kari Nordmann")) == {}
    answers = room.open(sent[0])
    assert EVALUATION in repr(answers.submission)
    assert not [word for word in PRIVATE if word in repr(answers) or word.encode() in answers.content]
    progress = repr(room.open_progress(sent[1]))
    assert "Kari Nordmann" in progress
    assert not [word for word in ALL if word in progress]
    kari.close()
    assert found_in(where_it_could_be(own_temporary_folder), ALL, leave_out=home_of()) == {}


@pytest.mark.usefixtures("cheap")
def test_nothing_is_left_when_the_machine_is_cleared(kari: Driver, tmp_path: Path, own_temporary_folder: Path) -> None:
    """After searching, moving, taking out and a backup: no word and no id anywhere the program writes."""
    go_everywhere(kari, write_everywhere(kari))
    profile = home_of().name
    made: list[object] = []
    carrying, watch = kari.rest.people.carrying, kari.rest.tasks.watch()
    carrying.pack(tmp_path / "kari.flytt", PHRASE, True, watch, made.append, made.append)
    carrying.take_out(tmp_path, "nb", watch, made.append, made.append)
    wait_until(lambda: len(made) == 2, "both made")
    kari.rest.tasks.profile(lambda me: me.profile.back_up(me.now), made.append)
    carrying.look(tmp_path / "kari.flytt", PHRASE, watch, made.append, made.append)
    wait_until(lambda: len(made) == 4, "looked at, and not taken")
    assert found_in([tmp_path / "kari.flytt"], ALL) == {}
    kari.rest.navigator.go(navigation.clear_machine())
    kari.settle()
    screen = kari.screen
    screen.typed.field.setText("Kari")  # type: ignore[attr-defined]
    screen.clear.click()  # type: ignore[attr-defined]
    wait_until(lambda: isinstance(kari.program.first_screen, ClearingScreen), "the clearing")
    clearing = kari.program.first_screen
    assert isinstance(clearing, ClearingScreen)
    wait_until(lambda: clearing.proof is not None, "the proof")
    assert clearing.proof is not None
    assert clearing.proof.is_clean, clearing.proof
    looked = where_it_could_be(own_temporary_folder)
    assert found_in(looked, (*ALL, profile)) == {}
    kari.window.close()
    assert found_in(looked, (*ALL, profile)) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be looked into there")
def test_what_is_deleted_is_gone_from_the_pages_of_the_file(kari: Driver) -> None:
    """A note thrown out of the bin leaves neither itself nor its place in the index of own words."""
    write_everywhere(kari)
    done: list[object] = []
    opened = flagship(kari)

    def throw_away(me: Participant) -> None:
        me.search.find(mark_of("note"), lambda _course: opened)
        for note in me.notes.all():
            me.notes.remove(note.id)
        me.notes.empty_bin()

    kari.rest.tasks.save(throw_away, done.append)
    wait_until(lambda: bool(done), "thrown away")
    home = home_of()
    kari.close()
    held = {word for words in found_in([home], ALL).values() for word in words}
    gone = {mark_of("note"), mark_of("noted-page"), mark_of("removed")}
    assert held == set(ALL) - gone, sorted(held)
    assert any(files_under(home))


def test_under_a_passphrase_nothing_stands_in_clear(
    kari: Driver, tmp_path: Path, own_temporary_folder: Path, everything_is_logged: pytest.LogCaptureFixture
) -> None:
    """Not in the database, its log or its backups, nor of what was there before she set it; her words are there yet."""
    places = write_everywhere(kari)
    kept: list[object] = []
    kari.rest.tasks.profile(lambda me: me.profile.back_up(me.now), kept.append)
    wait_until(lambda: bool(kept), "a backup from before")
    home, looked = home_of(), where_it_could_be(own_temporary_folder)
    assert found_in([home], ALL), "until then it stands there"
    protecting, done = kari.rest.locking.protecting, []
    protecting.make(PHRASE, done.append, done.append)
    wait_until(lambda: bool(done), "a key")
    protecting.set(done[0], done.append, done.append)
    wait_until(lambda: len(done) == 2, "the passphrase set")
    assert done[1] == 0, "no file is still in clear"
    write_everywhere(kari)
    go_everywhere(kari, places)
    kari.rest.tasks.profile(lambda me: me.profile.back_up_and_empty(me.now), done.append)
    wait_until(lambda: len(done) == 3, "a backup from after")
    held: list[object] = []
    kari.rest.tasks.profile(lambda me: me.profile.certificates.get(COURSE).name, held.append)
    wait_until(lambda: bool(held), "her name on the certificate")
    assert held == [mark_of("certificate")]
    assert found_in(looked, ALL) == {}, "with the window open"
    kari.close()
    assert found_in(looked, ALL) == {}
    assert not paths.start_file().exists(), "nor what she was at"
    assert list(home.rglob("*.db")), "the profile and its backups were among what was looked through"
    told = [record.getMessage() for record in everything_is_logged.get_records("call")]
    assert not [line for line in told if any(word in line for word in ALL)]


def copied() -> str:
    """Return what is on the clipboard."""
    return QGuiApplication.clipboard().text()


def test_what_she_copied_is_off_the_clipboard_when_she_has_left(kari: Driver) -> None:
    """Copied or cut, whether she goes on the next minute or not."""
    kari.find_and_go("Svaret i gangen")
    field = kari.one(ReflectionView, kari.page).field
    kari.write(field, f"Det jeg {mark_of('reflection')} tenkte")
    kari.key(hands.Key.Key_A, hands.Modifier.ControlModifier)
    kari.key(hands.Key.Key_C, hands.Modifier.ControlModifier)
    assert mark_of("reflection") in copied()
    kari.restart()
    assert not copied()
    kari.push("Fortsett")
    kari.click(kari.one(ReflectionView, kari.page).field)
    kari.key(hands.Key.Key_A, hands.Modifier.ControlModifier)
    kari.key(hands.Key.Key_X, hands.Modifier.ControlModifier)
    kari.saved()
    kari.close()
    assert not copied()


def test_the_clipboard_of_other_workspaces_is_left_alone(kari: Driver) -> None:
    """A course's text is copied to be pasted elsewhere, also after the window is closed."""
    kari.rest.navigator.go(navigation.drafts())
    kari.settle()
    QGuiApplication.clipboard().setText("Et avsnitt til en kollega")
    kari.close()
    assert copied() == "Et avsnitt til en kollega"
    QGuiApplication.clipboard().clear()
