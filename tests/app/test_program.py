"""The whole program: painted at once, steered soon, closed without loss."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kursapp import __version__, paths
from kursapp.__main__ import main
from kursapp.app.program import Program
from kursapp.app.start import marker
from kursapp.domain.draft import DraftCard
from kursapp.domain.problem import refusal
from kursapp.domain.record import Enrolment
from kursapp.files import folder as folder_module
from kursapp.services.draft import Draft
from kursapp.services.remember_start import read_start
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import ProfileList
from kursapp.ui import i18n
from kursapp.ui.navigation import cover, home, library, page, settings
from kursapp.ui.participant.backups_screen import BackupsScreen
from kursapp.ui.participant.cover import CoverScreen
from kursapp.ui.participant.first_start import FirstStart
from kursapp.ui.participant.home import HomeScreen
from kursapp.ui.saving import SavingState
from kursapp.ui.single import raise_first
from tests.ui.conftest import LONG, Start, steered, stop

HEAVY = ("fsrs", "sqlalchemy", "alembic", "markdown", "msgspec", "nacl", "nh3", "sqlcipher3", "platformdirs")

AT_FIRST_PAINT = """
import sys
from kursapp.app.program import open_program
from kursapp.app.start import make_application
seen = []
application = make_application()
program = open_program(application)
program.quit_when_painted()
program.window.painted.connect(lambda: seen.extend(sys.modules))
code = application.exec()
print("\\n".join(seen))
sys.exit(code)
"""


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, timeout=120, env=surroundings, check=False
    )


def profile(folder: Path, name: str = "Kari", workspace: str = "participant") -> None:
    """Leave a profile and settings behind, as an earlier day did."""
    ProfileList(folder).create(name, datetime.now(UTC))
    paths.settings_file().write_text(json.dumps({"version": 1, "workspace": workspace}), encoding="utf-8")


def test_the_version_is_one_line() -> None:
    """And nothing of the window is loaded for it."""
    done = run("-X", "importtime", "-m", "kursapp", "--version")
    assert (done.returncode, done.stdout) == (0, f"Kursapp {__version__}\n")
    assert "PySide6" not in done.stderr


@pytest.mark.parametrize("begun", [False, True])
def test_the_window_is_painted_and_closed(own_data_folder: Path, begun: bool) -> None:
    """``--quit-after-first-paint`` ends well, at the first start and later."""
    if begun:
        profile(own_data_folder)
    done = run("-m", "kursapp", "--quit-after-first-paint")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("begun", ["", "participant", "coordinator"])
def test_nothing_heavy_is_loaded_at_the_first_paint(own_data_folder: Path, begun: str) -> None:
    """No database, no Markdown, no worker, and none of the screens behind the first, in whichever workspace."""
    if begun:
        profile(own_data_folder, workspace=begun)
    done = run("-c", AT_FIRST_PAINT)
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "kursapp.ui.main_window" in loaded
    assert not loaded & set(HEAVY)
    ours = {name for name in loaded if name.startswith("kursapp.")}
    rooms = {name.split(".")[1] for name in ours}
    assert not rooms & {"storage", "content", "worker", "domain", "texts", "cli"}
    assert not ours & {"kursapp.ui.tasks", "kursapp.ui.steering", "kursapp.ui.participant.page", "kursapp.app.rest"}


def test_from_the_first_start_to_hjem(start: Start, qtbot: QtBot, own_data_folder: Path) -> None:
    """Three steps, and the course is there to be begun; the next start goes straight to it."""
    program = steered_at_first_start(start(name=""), qtbot)
    first = program.first_screen
    assert isinstance(first, FirstStart)
    assert not program.window.sidebar.isVisible()
    qtbot.mouseClick(first.next, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(first.steps.currentWidget().field, "Kari")
    qtbot.mouseClick(first.next, Qt.MouseButton.LeftButton)
    first.steps.currentWidget().themes.choose("dark")
    assert program.theme.name == "dark"
    qtbot.mouseClick(first.next, Qt.MouseButton.LeftButton)
    screen = program.first_screen
    assert isinstance(screen, HomeScreen)
    qtbot.waitUntil(lambda: screen.card.go_on.text() == "Begynn kurset", timeout=LONG)
    assert program.window.sidebar.isVisible()
    assert screen.greeting.text().endswith(", Kari")
    assert [each.name for each in ProfileList(own_data_folder).all()] == ["Kari"]
    kept = json.loads(paths.settings_file().read_text("utf-8"))
    assert (kept["workspace"], kept["theme"]) == ("participant", "dark")


def steered_at_first_start(program: Program, qtbot: QtBot) -> Program:
    """Wait until the first start can be answered."""
    qtbot.waitUntil(lambda: program.rest is not None and hasattr(program.rest, "steering"), timeout=LONG)
    return program


def test_the_language_of_the_first_start_changes_at_once(start: Start, qtbot: QtBot) -> None:
    """The window is built anew around the same answers."""
    program = steered_at_first_start(start(name=""), qtbot)
    before = program.window
    program.first_screen.steps.currentWidget().languages.choose("en")
    qtbot.waitUntil(lambda: program.window is not before, timeout=LONG)
    first = program.first_screen
    assert isinstance(first, FirstStart)
    assert first.choices.language == "en"
    assert first.next.text() == "Next"
    i18n.use("nb", paths.locale_folder())


def test_keys_go_to_the_places(start: Start, qtbot: QtBot) -> None:
    """Ctrl+1 and on, Alt+Left back, and the sidebar shows where one is."""
    program = steered(qtbot, start())
    window, navigator = program.window, program.rest.navigator
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(window, Qt.Key.Key_2, control)
    assert navigator.here == library()
    number = next(n for n, each in enumerate(window.sidebar.buttons) if each.place.location == settings())
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_1 + number), control)
    assert navigator.here == settings()
    assert [n for n, each in enumerate(window.sidebar.buttons) if each.is_chosen] == [number]
    assert window.sidebar.buttons[number].accessibleDescription() == "Du er her"
    assert window.windowTitle() == "Innstillinger – Kursapp"
    qtbot.keyClick(window, Qt.Key.Key_Left, alt)
    qtbot.keyClick(window, Qt.Key.Key_Left, alt)
    assert navigator.here == home()
    assert not window.top_bar.back.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Right, alt)
    assert navigator.here == library()


def test_the_text_grows_by_keyboard(start: Start, qtbot: QtBot, qapp: QApplication) -> None:
    """Ctrl and plus, minus, nought; remembered for next time."""
    program = steered(qtbot, start())
    window = program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    control = Qt.KeyboardModifier.ControlModifier
    for _press in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    assert (program.settings.text_zoom, qapp.font().pixelSize()) == (150, 24)
    qtbot.keyClick(window, Qt.Key.Key_Minus, control)
    assert program.settings.text_zoom == 125
    qtbot.keyClick(window, Qt.Key.Key_0, control)
    assert program.settings.text_zoom == 100
    assert json.loads(paths.settings_file().read_text("utf-8"))["text_zoom"] == 100


def test_the_sidebar_folds_when_the_window_is_narrow(start: Start, qtbot: QtBot) -> None:
    """Icons below 1000, names again above."""
    program = start()
    window = program.window
    for width, folded in ((1200, False), (960, True), (1000, False)):
        window.resize(width, 600)
        assert window.sidebar.folded is folded
        assert (window.sidebar.buttons[0].text() == "") is folded
        assert window.sidebar.buttons[0].accessibleName() == "Hjem"


def test_a_click_before_the_wheel_is_taken_is_remembered(start: Start, qtbot: QtBot) -> None:
    """Half a second after the first paint nobody is there to take one anywhere; then one is taken."""
    program = start()
    qtbot.mouseClick(program.window.sidebar.buttons[1], Qt.MouseButton.LeftButton)
    steered(qtbot, program)
    assert program.rest.steering.screen.title() == "Kurs"
    assert program.rest.navigator.here == library()
    program.rest.navigator.back()
    assert program.rest.navigator.here == home()


def test_fortsett_pressed_at_the_first_paint_leads_to_the_page(start: Start, qtbot: QtBot) -> None:
    """Nothing is read yet but what was remembered; the page follows as soon as there is one."""
    program = steered(qtbot, start())
    opened = program.rest.courses.shelf()[0]
    program.rest.tasks.save(lambda me: me.on(opened).take.enrol())
    program.rest.tasks.save(lambda me: me.on(opened).take.open_page("d2-1", "d2-1-b"))
    stop(program)
    again = start()
    assert again.rest is None
    qtbot.mouseClick(again.first_screen.card.go_on, Qt.MouseButton.LeftButton)
    steered(qtbot, again)
    assert again.rest.navigator.here == page("lederkurs", "d2-1", "d2-1-b")
    qtbot.waitUntil(lambda: again.rest.steering.screen.title() == "Side to i økt 2.1", timeout=LONG)


def test_a_place_asked_for_while_the_wheel_is_taken_is_come_to(start: Start, qtbot: QtBot) -> None:
    """Between a new window and its screens lies a turn in which one may ask for a place: it is shown after it."""
    program = steered(qtbot, start())
    for place, title in ((home(), "Hjem"), (library(), "Kurs")):
        program.build_again()
        program.rest.navigator.go(settings())
        program.rest.navigator.go(place)
        qtbot.waitUntil(lambda title=title: program.rest.steering.screen.title() == title, timeout=LONG)


def test_the_window_comes_back_where_it_was(start: Start, qtbot: QtBot) -> None:
    """Its size is remembered when it closes, and so is what Hjem shows first."""
    program = steered(qtbot, start())
    opened = program.rest.courses.shelf()[0]
    program.rest.tasks.save(lambda me: me.on(opened).take.enrol())
    program.rest.tasks.save(lambda me: me.on(opened).take.open_page("d2-1", "d2-1-b"))
    program.window.resize(700, 500)
    stop(program)
    assert json.loads(paths.settings_file().read_text("utf-8"))["window"]["width"] == 700
    card = read_start(paths.start_file())
    assert card is not None
    assert (card.course_id, card.page_title, len(card.days)) == ("lederkurs", "Side to i økt 2.1", 6)


def test_the_window_wears_the_programs_icon(start: Start, qtbot: QtBot) -> None:
    """In the size of a task bar it is more than an empty square."""
    program = start()
    qtbot.waitUntil(lambda: program.rest is not None, timeout=LONG)
    image = program.window.windowIcon().pixmap(32, 32).toImage()
    assert image.pixelColor(16, 3).name().upper() == "#0E5A64"


def test_another_language_builds_the_window_anew_where_one_is(start: Start, qtbot: QtBot) -> None:
    """The place, the profile and the open files stay; the words change."""
    program = steered(qtbot, start())
    before = program.window
    program.rest.navigator.go(cover("lederkurs"))
    program.rest.preferences.change(language="nn")
    qtbot.waitUntil(lambda: program.window is not before, timeout=LONG)
    qtbot.waitUntil(lambda: isinstance(program.rest.steering.screen, CoverScreen), timeout=LONG)
    screen = program.rest.steering.screen
    qtbot.waitUntil(lambda: screen.go_on.text() == "Byrj på kurset", timeout=LONG)
    assert program.rest.navigator.here == cover("lederkurs")
    program.rest.preferences.change(language="nb")
    i18n.use("nb", paths.locale_folder())


def test_what_cannot_be_saved_keeps_the_window_open(start: Start, qtbot: QtBot) -> None:
    """Closing says so, and offers to close anyway; when the disk has room again, it just closes."""
    program = steered(qtbot, start())
    full = [True]

    def write(_participant: object) -> None:
        if full[0]:
            from kursapp.domain.problem import refusal

            raise refusal("disk-full", file="profil.db", folder="x")

    program.rest.tasks.save(write)
    qtbot.waitUntil(lambda: program.rest.tasks.state is SavingState.FAILED, timeout=LONG)
    assert program.window.top_bar.saving.words.text() == "Ikke lagret"
    bar = program.rest.steering.message_bar
    assert bar.rows()[0].action.text() == "Prøv igjen"
    event = QCloseEvent()
    program.window.closeEvent(event)
    assert not event.isAccepted()
    assert bar.rows()[-1].action.text() == "Lukk likevel"
    full[0] = False
    qtbot.mouseClick(bar.rows()[0].action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.rest.tasks.state is SavingState.SAVED, timeout=LONG)
    assert "Prøv igjen" not in [row.message.action for row in bar.rows()]
    event = QCloseEvent()
    program.window.closeEvent(event)
    assert event.isAccepted()


def test_a_course_text_that_can_be_kept_nowhere_keeps_the_window_open(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The only copy of what the instructor wrote stands in the window: closing asks first."""
    program = steered(qtbot, start())
    draft, entered, texts = program.rest.draft, [], []
    cards: list[DraftCard] = []
    folder = tmp_path / "kurs"
    program.rest.workbench.ask(lambda there: there.new(folder, "Lite", paths.assets() / "nytt-kurs"), cards.append)
    qtbot.waitUntil(lambda: bool(cards), timeout=LONG)
    draft.enter(cards[0].id, lambda: entered.append(True), lambda: entered.append(False))
    qtbot.waitUntil(lambda: entered == [True], timeout=LONG)
    draft.text_of("kurs.md", texts.append)
    qtbot.waitUntil(lambda: bool(texts), timeout=LONG)
    with monkeypatch.context() as patch:
        patch.setattr(Draft, "save", _no_room)
        patch.setattr(Draft, "keep_unsaved", _no_room)
        draft.edit("kurs.md", texts[0] + "bare her")
        event = QCloseEvent()
        program.window.closeEvent(event)
        assert not event.isAccepted()
        assert program.rest.steering.message_bar.rows()[-1].action.text() == "Lukk likevel"
        qtbot.waitUntil(lambda: draft.state is SavingState.FAILED, timeout=LONG)
    event = QCloseEvent()
    program.window.closeEvent(event)
    assert event.isAccepted()
    assert (folder / "kurs.md").read_text("utf-8").endswith("bare her")


def _no_room(*_what: object) -> object:
    raise refusal("disk-full", folder="x")


def test_a_second_start_raises_the_first_window(start: Start, qtbot: QtBot) -> None:
    """The second ends at once and well; the first comes forward. Afterwards the marker is gone."""
    program = steered(qtbot, start())
    assert marker().exists()
    with qtbot.waitSignal(program.rest._first_window.raise_asked, timeout=LONG):
        assert raise_first(marker())
    stop(program)
    assert not marker().exists()


def test_a_second_start_hands_its_file_over(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    """Whatever letters are in its name; a start without a file asks for none."""
    program = steered(qtbot, start())
    asked: list[str] = []
    program.rest._first_window.file_asked.connect(asked.append)
    file = tmp_path / "Vår 2026 – Bærum.kull"
    with qtbot.waitSignal(program.rest._first_window.file_asked, timeout=LONG):
        assert raise_first(marker(), file)
    with qtbot.waitSignal(program.rest._first_window.raise_asked, timeout=LONG):
        assert raise_first(marker())
    assert asked == [str(file)]


@pytest.mark.parametrize("name", ["kull.kull", "KULL.KULL", "mappe/Vår.kull", "kurs.kurs", "pinne/Kari.FLYTT"])
def test_a_file_as_the_only_word_opens_the_window(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """``kursapp FILE`` is the window with that file in it; any other word is a command."""
    opened: list[Path] = []

    def run_here(file: Path | None = None, **_options: object) -> None:
        assert file is not None
        opened.append(file)
        raise SystemExit(0)

    monkeypatch.setattr("kursapp.app.start.run", run_here)
    with pytest.raises(SystemExit):
        main([name])
    assert opened == [Path(name)]
    assert main(["finnes-ikke"]) == 2


def test_a_marker_nobody_answers_to_is_no_window(own_data_folder: Path) -> None:
    """After a crash the next start opens as always; a marker that is not ours is not followed."""
    own_data_folder.mkdir(parents=True)
    for left in ("kursapp-0123456789abcdef", "/tmp/other", "", "kursapp-" + "x" * 500):
        marker().write_text(left, encoding="ascii")
        assert not raise_first(marker())


def test_a_damaged_profile_is_told_and_the_backup_can_be_fetched(
    start: Start, qtbot: QtBot, own_data_folder: Path
) -> None:
    """The window stays, one sentence says what happened, a press in the list of backups brings it back."""
    own_data_folder.mkdir(parents=True)
    profile(own_data_folder)
    profiles = ProfileList(own_data_folder)
    database = profiles.database(profiles.all()[0].id)
    profiles.used(profiles.all()[0].id, datetime.now(UTC))
    with closing(open_profile(database, create=True)) as yesterday:
        now = datetime.now(UTC)
        yesterday.enrolments.save(Enrolment("lederkurs", "1.0.0", "God ledelse", "", now, now))
    with closing(open_profile(database)) as yesterday:
        assert yesterday.back_up(datetime.now(UTC)) is not None
    database.write_bytes(database.read_bytes()[:100] + b"\0" * 5000)
    program = start()
    qtbot.waitUntil(lambda: program.rest is not None, timeout=LONG)
    bar = program.rest.steering.message_bar
    qtbot.waitUntil(lambda: bool(bar.rows()), timeout=LONG)
    assert program.window.isVisible()
    assert bar.rows()[0].message.action == "Vis sikkerhetskopiene", bar.texts()
    qtbot.mouseClick(bar.rows()[0].action, Qt.MouseButton.LeftButton)
    before, screen = program.rest, program.rest.steering.screen
    assert isinstance(screen, BackupsScreen)
    qtbot.waitUntil(lambda: bool(screen.list.cards), timeout=LONG)
    qtbot.mouseClick(screen.list.cards[0].use, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.rest not in (None, before), timeout=LONG)
    found: list[int] = []
    program.rest.tasks.profile(lambda me: len(me.courses()), found.append)
    qtbot.waitUntil(lambda: found == [1], timeout=LONG)


def test_profiles_on_one_machine_are_kept_apart(start: Start, qtbot: QtBot, own_data_folder: Path) -> None:
    """One more profile through the first start, and back again: each has its own work."""
    program = steered(qtbot, start())
    opened = program.rest.courses.shelf()[0]
    program.rest.tasks.save(lambda me: me.on(opened).take.enrol())
    program.rest.people.for_settings().add()
    qtbot.waitUntil(lambda: isinstance(program.first_screen, FirstStart), timeout=LONG)
    first = program.first_screen
    qtbot.mouseClick(first.next, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(first.steps.currentWidget().field, "Ola")
    qtbot.mouseClick(first.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(first.next, Qt.MouseButton.LeftButton)
    assert courses_of(program, qtbot) == 0
    ((kari, label),) = program.rest.people.for_settings().others()
    assert label == "Kari"
    program.rest.people.for_settings().switch(kari)
    qtbot.waitUntil(lambda: program.rest.people.name() == "Kari", timeout=LONG)
    assert courses_of(program, qtbot) == 1
    assert marker().exists()


def test_what_is_done_in_preview_and_in_the_room_stays_out_of_the_profile(start: Start, qtbot: QtBot) -> None:
    """Both are answered in profiles of their own, which are gone with the window, and not in each other's."""
    program = steered(qtbot, start())
    opened = program.rest.courses.shelf()[0]
    preview, room = program.rest._make_preview(), program.rest._make_room(program.theme)
    for each in (preview, room):
        qtbot.addWidget(each)
    for tasks in (preview.tasks, room._tasks):
        found: list[int] = []
        tasks.profile(lambda me: len(me.courses()), found.append)
        tasks.save(lambda me: me.on(opened).take.read_page("forste-side"))
        tasks.profile(lambda me: len(me.courses()), found.append)
        qtbot.waitUntil(lambda found=found: found == [0, 1], timeout=LONG)
    assert courses_of(program, qtbot) == 0


def test_adding_a_profile_can_be_called_off(start: Start, qtbot: QtBot) -> None:
    """The first start has a way back where there is a profile to go back to."""
    program = steered(qtbot, start())
    program.rest.people.for_settings().add()
    qtbot.waitUntil(lambda: isinstance(program.first_screen, FirstStart), timeout=LONG)
    assert program.first_screen.back.text() == "Avbryt"
    qtbot.mouseClick(program.first_screen.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(program.first_screen, HomeScreen), timeout=LONG)
    assert program.rest.people.name() == "Kari"


def courses_of(program: Program, qtbot: QtBot) -> int:
    """Return how many courses the open profile has begun."""
    found: list[int] = []
    program.rest.tasks.profile(lambda me: len(me.courses()), found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    return found[0]


def test_a_folder_that_can_only_be_read_is_said(
    start: Start, qtbot: QtBot, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The course can be read, the window says that nothing is saved, and closing is not held up."""
    own_data_folder.mkdir(parents=True)
    profile(own_data_folder)
    profiles = ProfileList(own_data_folder)
    entry = profiles.used(profiles.all()[0].id, datetime.now(UTC))
    open_profile(profiles.database(entry.id), create=True).close()
    monkeypatch.setattr(folder_module, "_writable", lambda _path: False)
    program = steered(qtbot, start())
    bar = program.rest.steering.message_bar
    qtbot.waitUntil(lambda: any("kan bare leses" in text for text in bar.texts()), timeout=LONG)
    opened = program.rest.courses.shelf()[0]
    program.rest.tasks.save(lambda me: me.on(opened).take.enrol())
    qtbot.waitUntil(lambda: program.rest.tasks.state is SavingState.FAILED, timeout=LONG)
    assert program.window.top_bar.saving.words.text() == "Ikke lagret"
    event = QCloseEvent()
    program.window.closeEvent(event)
    assert event.isAccepted()


def test_damaged_settings_are_said_and_the_program_starts(start: Start, qtbot: QtBot, own_data_folder: Path) -> None:
    """The defaults are used and the file is kept; nothing of the person's work is touched."""
    own_data_folder.mkdir(parents=True)
    profile(own_data_folder)
    paths.settings_file().write_text('{"version": 1, "workspace": "participant", "theme": 7}', encoding="utf-8")
    program = Program(QApplication.instance())
    program.open_window()
    steered(qtbot, program)
    assert any("Innstillingene" in text for text in program.rest.steering.message_bar.texts())
    assert program.settings.theme == "system"
    stop(program)
