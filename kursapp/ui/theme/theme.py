"""The theme as widgets see it: colours, sizes, fonts and icons by name, and a signal when they change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kursapp.ui.theme import faces, scale
from kursapp.ui.theme.colours import palette_of
from kursapp.ui.theme.sheet import fill_sheet
from kursapp.ui.theme.tokens import Tokens, read_tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetricsF, QIcon

SYSTEM = "system"
APPLICATION_SHEETS = ("10-base", "20-shell")
OWN_THEME = "ownTheme"
"""Set on a window that another theme dresses."""


class Look(NamedTuple):
    """What a person chose: ``theme`` light, dark, contrast or system; text ``zoom`` in per cent; the ``face``."""

    theme: str = SYSTEM
    zoom: int = 100
    face: str = faces.SANS


class Theme(QObject):
    """Dresses the application, and answers every widget's questions about its look."""

    changed = Signal()

    def __init__(self, application: QApplication, assets: Path, look: Look) -> None:
        super().__init__(application)
        self._application = application
        self._assets = assets
        self._look = look
        self._tokens: dict[str, Tokens] = {}
        self._templates: dict[str, str] = {}
        self._icons: dict[tuple[str, str, int], QPixmap] = {}
        self._metrics: dict[tuple[float, int], QFontMetricsF] = {}
        self._document_css = ""
        self._dressed: list[tuple[QWidget, tuple[str, ...]]] = []
        self._application_sheet = ""
        self._draws = self._has_mono = False
        # Before we put our own palette on, its ground tells what the system wears.
        self._system_wants_contrast = False
        self._system_is_dark = application.palette().window().color().lightness() < 128
        application.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    @property
    def look(self) -> Look:
        """What is chosen at present."""
        return self._look

    @property
    def name(self) -> str:
        """Which of the three themes is worn: light, dark or contrast."""
        if self._look.theme != SYSTEM:
            return self._look.theme
        if self._system_wants_contrast:
            return "contrast"
        return "dark" if self._system_is_dark else "light"

    @property
    def dark(self) -> bool:
        """Say whether the ground is dark."""
        return self.tokens().dark

    def tokens(self, name: str = "") -> Tokens:
        """Return the colours worn, or those of another theme by name."""
        wanted = name or self.name
        if wanted not in self._tokens:
            self._tokens[wanted] = read_tokens(self._assets / "theme", wanted)
        return self._tokens[wanted]

    def wear(self, look: Look) -> None:
        """Change the look of everything that is open."""
        if look != self._look:
            self._look = look
            self.dress_application()

    def _load_face(self, styles: tuple[str, ...]) -> None:
        faces.load_face(self._look.face, self._assets / "fonts", styles)

    @property
    def draws(self) -> bool:
        """Say whether icons are drawn yet; before the first paint they are not, and leave their room empty.

        Nor is anything written in italics until then.
        """
        return self._draws

    def wake(self) -> None:
        """Begin to draw icons: the window has been painted, and loading what draws them no longer delays it."""
        from PySide6.QtGui import QIcon

        self._draws = True
        self._load_face(faces.SLANTED)
        self._application.setWindowIcon(QIcon(str(self._assets / "app" / "kursapp.svg")))
        if not self._listen_for_contrast():
            self.changed.emit()

    def _listen_for_contrast(self) -> bool:
        """Follow the system's wish for high contrast, which Qt tells from 6.10; True where that changed the theme."""
        hints = self._application.styleHints()
        if not hasattr(hints, "accessibility"):
            return False
        accessibility = hints.accessibility()
        accessibility.contrastPreferenceChanged.connect(self._on_system_contrast)
        return self._follow_contrast(accessibility.contrastPreference().name == "HighContrast")

    def _follow_contrast(self, wanted: bool) -> bool:
        before = self.name
        self._system_wants_contrast = wanted
        if self.name == before:
            return False
        self.dress_application()
        return True

    def dress_application(self) -> None:
        """Put palette, font and style sheets on the application, then on every widget that wears sheets of its own."""
        self._load_face(faces.UPRIGHT + faces.SLANTED if self._draws else faces.UPRIGHT)
        self._forget_look()
        self._application.setPalette(palette_of(self.tokens().colours))
        self._application.setFont(self.font(scale.BODY))
        self._dressed = [(widget, names) for widget, names in self._dressed if isValid(widget)]
        if not self._application_sheet:
            self._application_sheet = self._sheets(APPLICATION_SHEETS)
            self._application.setStyleSheet(self._application_sheet)
            for widget, names in self._dressed:
                widget.setStyleSheet(self._sheets(names))
        else:
            self._dress_windows()
        self.changed.emit()

    def _forget_look(self) -> None:
        """Let go of what was made for another look."""
        self._icons.clear()
        self._metrics.clear()
        self._document_css = ""

    def _dress_windows(self) -> None:
        """Put another look on the windows, over what the application wears.

        Qt takes a new sheet of the application to its widgets in no order, and every one of them to all within it
        again; a window's it takes from the window inwards, once. On a page of 400 widgets that is 0.06 s, not 0.3 s.
        So the window also takes over the sheets of the screens in it: each of its own would be one more time for them.
        """
        taken_over: dict[QWidget, set[str]] = {}
        for widget, names in self._dressed:
            window = _outermost(widget)
            if window.property(OWN_THEME):
                widget.setStyleSheet(self._sheets(names))
                continue
            taken_over.setdefault(window, set()).update(names)
            if widget is not window and widget.styleSheet():
                widget.setStyleSheet("")
        for window in self._application.topLevelWidgets():
            if window.parent() is None and not window.property(OWN_THEME):
                window.setStyleSheet(self._sheets((*APPLICATION_SHEETS, *sorted(taken_over.get(window, ())))))

    def dress_window(self, window: QWidget) -> None:
        """Let a new window wear the look there is, where the application wears an earlier one."""
        sheet = self._sheets(APPLICATION_SHEETS)
        if sheet != self._application_sheet:
            window.setStyleSheet(sheet)

    def dress(self, widget: QWidget, *names: str) -> None:
        """Let ``widget`` and all in it wear the sheets ``names`` (``"30-page"``), now and after every change.

        From the first change on all of its window wears them: no two sheets may say different things of the same role.
        """
        self._dressed.append((widget, names))
        widget.setStyleSheet(self._sheets(names))

    def hex(self, token: str) -> str:
        """Return a colour as ``#RRGGBB``."""
        return self.tokens().colours[token]

    def color(self, token: str) -> QColor:
        """Return a colour for painting."""
        return QColor(self.hex(token))

    def px(self, size: float) -> int:
        """Return a size that follows the text zoom, in logical pixels."""
        return round(size * self._look.zoom / 100)

    def font(self, size: float = scale.BODY, weight: int = scale.REGULAR) -> QFont:
        """Return the chosen face, ``size`` logical pixels at 100 % and zoomed; weights are 400 and 600."""
        font = QFont(faces.family(self._look.face))
        font.setPixelSize(max(1, self.px(size)))
        font.setWeight(QFont.Weight(weight))
        return font

    def mono(self, size: float = scale.BODY) -> QFont:
        """Return the face one writes Markdown in, every letter as wide as the next; loaded when it is first wanted."""
        if not self._has_mono:
            faces.load_face(faces.MONO, self._assets / "fonts")
            self._has_mono = True
        font = QFont(faces.family(faces.MONO))
        font.setPixelSize(max(1, self.px(size)))
        return font

    def metrics(self, size: float = scale.BODY, weight: int = scale.REGULAR) -> QFontMetricsF:
        """Return the measures of a font, kept until the look changes: charts ask for them at every word."""
        key = (size, weight)
        if key not in self._metrics:
            from PySide6.QtGui import QFontMetricsF

            self._metrics[key] = QFontMetricsF(self.font(size, weight))
        return self._metrics[key]

    def pixmap(self, name: str, colour: str = "text", size: int = 20) -> QPixmap:
        """Return an icon of ``assets/icons`` in the colour of a token; ``size`` follows the text zoom."""
        key = (name, colour, size)
        if key not in self._icons:
            # QtSvg is loaded at the first icon, not with the module that everything imports.
            from kursapp.ui.theme.icons import draw_icon

            self._icons[key] = draw_icon(self._assets / "icons" / f"{name}.svg", self.hex(colour), self.px(size))
        return self._icons[key]

    def icon(self, name: str, colour: str = "text", size: int = 20) -> QIcon:
        """Return an icon for a button or an action."""
        from PySide6.QtGui import QIcon

        return QIcon(self.pixmap(name, colour, size))

    def document_css(self) -> str:
        """Return the style sheet of a document with course text (``QTextDocument.setDefaultStyleSheet``).

        It is kept until the look changes: every text and every label of a page asks for it.
        """
        if not self._document_css:
            from kursapp.ui.theme.document import document_css

            self._document_css = document_css(self.tokens().colours, self.px)
        return self._document_css

    def swap(self) -> dict[str, str]:
        """Return light colour → present colour, upper case, for figures that were drawn in the light theme's tokens."""
        light, worn = self.tokens("light").colours, self.tokens().colours
        # Of two names with one light colour the first is meant: white is a surface before it is the text on a button.
        return {light[token].upper(): worn[token] for token in reversed(light)}

    def _sheets(self, names: tuple[str, ...]) -> str:
        marks = (self._assets / "theme" / "marks" / self.name).as_posix()
        values = {**self.tokens().colours, "marks": marks}
        return "\n".join(fill_sheet(self._template(name), values, self.px) for name in names)

    def _template(self, name: str) -> str:
        if name not in self._templates:
            self._templates[name] = (self._assets / "theme" / f"{name}.qss").read_text(encoding="utf-8")
        return self._templates[name]

    @Slot()
    def _on_system_contrast(self) -> None:
        preference = self._application.styleHints().accessibility().contrastPreference()
        self._follow_contrast(preference.name == "HighContrast")

    @Slot()
    def _on_system_scheme(self) -> None:
        from PySide6.QtCore import Qt

        self._system_is_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        if self._look.theme == SYSTEM:
            self.dress_application()


def _outermost(widget: QWidget) -> QWidget:
    """Return what a widget is in that is in nothing itself."""
    around = widget.parentWidget()
    return widget if around is None else _outermost(around)
