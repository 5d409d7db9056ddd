"""The theme dresses everything, and answers for it."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kursapp import paths
from kursapp.ui.theme import faces
from kursapp.ui.theme.theme import APPLICATION_SHEETS, Look, Theme


class StyleChanges(QObject):
    """Counts how often a widget is dressed."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return False


def test_wearing_another_look_changes_what_is_open(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    """Palette, font and colours follow, and widgets are told."""
    with qtbot.waitSignal(theme.changed):
        theme.wear(Look("dark", 200))
    assert theme.name == "dark"
    assert theme.dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#13181B")
    assert qapp.font().pixelSize() == 32
    assert theme.px(16) == 32


def test_wearing_the_same_look_is_no_change(qtbot: QtBot, theme: Theme) -> None:
    """Nothing is dressed anew for nothing."""
    with qtbot.assertNotEmitted(theme.changed):
        theme.wear(Look("light"))


def test_the_system_theme_is_light_or_dark(qapp: QApplication) -> None:
    """Without a choice the program looks as the machine does."""
    theme = Theme(qapp, paths.assets(), Look())
    assert theme.name in ("light", "dark")
    assert theme.dark == (theme.name == "dark")
    theme.deleteLater()


def test_the_systems_wish_for_contrast_is_followed(qapp: QApplication, qtbot: QtBot) -> None:
    """As the machine does includes high contrast; a theme chosen by hand is left alone."""
    theme = Theme(qapp, paths.assets(), Look())
    theme.wake()
    with qtbot.waitSignal(theme.changed):
        theme._follow_contrast(True)
    assert theme.name == "contrast"
    theme.wear(Look("light"))
    with qtbot.assertNotEmitted(theme.changed):
        theme._follow_contrast(False)
    assert theme.name == "light"
    theme.deleteLater()


@pytest.mark.parametrize("face", ["source-sans", "atkinson"])
def test_both_faces_come_with_the_program(theme: Theme, face: str) -> None:
    """The face asked for is the face drawn with, and bold is a face of its own, wider than regular."""
    theme.wear(Look("light", 100, face))
    assert QFontInfo(theme.font(18)).family() == faces.family(face)
    word = "Barnevernledelse"
    plain, bold = (QFontMetrics(theme.font(40, weight)).horizontalAdvance(word) for weight in (400, 600))
    assert bold > plain


def test_a_widget_wears_sheets_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    """What is dressed is dressed again when the theme changes, and forgotten when it is gone."""
    label = QLabel("x")
    qtbot.addWidget(label)
    theme.dress(label, "20-shell")
    assert "#F0EDE6" in label.styleSheet()
    theme.wear(Look("dark"))
    assert "#171D20" in label.styleSheet()
    gone = QLabel("y")
    theme.dress(gone, "20-shell")
    gone.deleteLater()
    QApplication.sendPostedEvents(gone, 52)
    theme.wear(Look("contrast"))
    assert "#000000" in label.styleSheet()


def test_a_look_goes_through_a_screen_once(theme: Theme, qtbot: QtBot) -> None:
    """The window takes over the sheets of the screens in it, so that nothing in them is dressed twice."""
    window, screen = QWidget(), QWidget()
    qtbot.addWidget(window)
    screen.setParent(window)
    page = QWidget(screen)
    page.setObjectName("notesPane")
    theme.dress(screen, "30-page")
    window.show()
    theme.wear(Look("dark"))
    within = StyleChanges(page)
    beside = StyleChanges(QLabel("x", window))
    theme.wear(Look("light"))
    assert within.count == beside.count > 0
    assert screen.styleSheet() == ""
    assert "notesPane" in window.styleSheet()


def test_no_two_sheets_say_something_of_the_same_thing() -> None:
    """The sheets of screens are worn by a whole window: what one says of a role, none of the others says otherwise."""
    said: dict[str, list[str]] = {}
    for file in sorted((paths.assets() / "theme").glob("*.qss")):
        if file.stem in (*APPLICATION_SHEETS, "05-room", "60-room"):
            continue
        text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        here: dict[str, list[str]] = {}
        for selectors, rule in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
            for selector in selectors.split(","):
                here.setdefault(selector.strip(), []).append(rule.strip())
        assert here
        for selector, rules in here.items():
            assert said.setdefault(selector, rules) == rules, f"{file.name}: {selector}"


def test_icons_are_drawn_in_a_tokens_colour(theme: Theme) -> None:
    """A pixel of the drawing has the colour asked for, at the size asked for."""
    pixmap = theme.pixmap("check", "danger", 20)
    image = pixmap.toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert theme.hex("danger").lower() in colours
    assert pixmap.deviceIndependentSize().width() == 20


def test_every_icon_named_in_the_code_is_there() -> None:
    """No button stands without its drawing."""
    have = {file.stem for file in (paths.assets() / "icons").glob("*.svg")}
    makers = r"(?:IconLabel|icon_button|IconButton|pixmap|icon|show_icon|set_icon|set_state)"
    calls = re.compile(makers + r'\(\s*(?:(?:self\._)?theme,\s*)?"([\w-]+)"')
    source = paths.assets().parent / "kursapp" / "ui"
    named = {name for file in source.rglob("*.py") for name in calls.findall(file.read_text(encoding="utf-8"))}
    assert named
    assert named <= have


def test_figures_change_their_colours(theme: Theme) -> None:
    """A figure drawn in light tokens is told which colours to wear instead; white is a surface."""
    theme.wear(Look("dark"))
    swap = theme.swap()
    assert swap["#FFFFFF"] == "#1B2226"
    assert swap["#1B1F22"] == "#ECEFF1"


def test_icons_wait_for_the_first_paint(qapp: QApplication, qtbot: QtBot) -> None:
    """Before the window has been painted nothing is drawn, and the room for it is kept."""
    from kursapp.ui.widgets.text import IconLabel

    sleeping = Theme(qapp, paths.assets(), Look("light"))
    icon = IconLabel(sleeping, "check")
    qtbot.addWidget(icon)
    assert icon.pixmap().isNull()
    assert icon.width() == 20
    sleeping.wake()
    assert not icon.pixmap().isNull()
    sleeping.deleteLater()


def test_italics_wait_until_the_window_has_been_painted(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing at the first paint is slanted, and each file of a font costs a millisecond."""
    loaded: list[str] = []
    monkeypatch.setattr(faces, "load_face", lambda _face, _folder, styles: loaded.extend(styles))
    sleeping = Theme(qapp, paths.assets(), Look("light"))
    sleeping.dress_application()
    assert loaded == ["Regular", "Bold"]
    sleeping.wake()
    assert loaded == ["Regular", "Bold", "Italic", "BoldItalic"]
    loaded.clear()
    sleeping.wear(Look("light", face=faces.HYPERLEGIBLE))
    assert loaded == ["Regular", "Bold", "Italic", "BoldItalic"]
    sleeping.deleteLater()


def test_controls_are_as_high_as_the_design_says(theme: Theme, qtbot: QtBot) -> None:
    """40 for a control, 48 for the main action."""
    from kursapp.ui.widgets.buttons import button

    plain, main = button("Lagre"), button("Fortsett", "primary", main=True)
    for each, height in ((plain, 40), (main, 48)):
        qtbot.addWidget(each)
        each.ensurePolished()
        assert isinstance(each, QPushButton)
        assert each.sizeHint().height() == height


def test_windows_wear_another_look_whether_they_are_there_or_come_later(theme: Theme, qtbot: QtBot) -> None:
    """What the application wore first shows through nowhere, not in a window made after the change either."""
    windows = [QMainWindow()]
    theme.wear(Look("dark"))
    windows.append(QMainWindow())
    theme.dress_window(windows[1])
    for window in windows:
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        assert window.grab().toImage().pixelColor(5, 5) == theme.color("canvas")


def test_a_first_window_wears_what_the_application_does(theme: Theme) -> None:
    """Nothing is put on twice before the first paint."""
    window = QMainWindow()
    theme.dress_window(window)
    assert not window.styleSheet()
    window.deleteLater()


def test_the_face_one_writes_in_has_letters_of_one_width(theme: Theme) -> None:
    """Also bold and italic, and none of them is smeared: tables stand in columns."""
    font = theme.mono(18)
    assert QFontInfo(font).family() == faces.family(faces.MONO)
    widths = set()
    for bold, italic in ((False, False), (True, False), (False, True), (True, True)):
        font.setBold(bold)
        font.setItalic(italic)
        assert (QFontInfo(font).bold(), QFontInfo(font).italic()) == (bold, italic)
        widths |= {QFontMetricsF(font).horizontalAdvance(letter) for letter in "iW|æ§—"}
    assert len(widths) == 1
