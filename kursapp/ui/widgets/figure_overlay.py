"""A figure on its own, over all of the window: as large as the window or the text zoom makes it, and larger on wish."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kursapp.domain.course import Figure
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import icon_button
from kursapp.ui.widgets.elided_label import ElidedLabel
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.text import label

STEP = 1.25
SMALLEST, LARGEST = 0.25, 4.0
# A small picture is not blown up to the whole window by itself.
LARGEST_AT_FIRST = 3.0


class FigureOverlay(QFrame):
    """Stands over the window until Esc, its cross or a click beside the figure; then the keyboard goes back.

    The figure is first shown whole, or as large as the text is where that is more; its scale is 1 for what it measures
    at 100 %. + and − change it, arrow keys move what is seen. It goes with ``over``, the text it was opened from.
    """

    def __init__(self, figure: Figure, theme: Theme, pictures: Pictures, over: QWidget) -> None:
        super().__init__(over.window())
        self._figure = figure
        self._theme = theme
        self._pictures = pictures
        self._over = over
        self._chosen: float | None = None
        self._drawn = QSize()
        # What closes over the figure lets the keyboard pass through the window on its way back here.
        self._came_to_rest = QTimer(self, interval=0, singleShot=True)
        self.setObjectName("figure")
        self.setAccessibleName(figure.alt)
        self.smaller = icon_button(theme, "minus", _("Mindre figur"))
        self.larger = icon_button(theme, "plus", _("Større figur"))
        self.cross = icon_button(theme, "x", _("Lukk figuren"))
        self.words = label("", "meta", wrap=False)
        self.picture = QLabel()
        self.area = QScrollArea()
        self._build()
        self._connect()

    def scale(self) -> float:
        """Return how large the figure is shown, 1 for what it measures at 100 %."""
        return self._first_scale() if self._chosen is None else self._chosen

    def appear(self) -> None:
        """Cover the window and take the keyboard."""
        self._cover()
        self.show()
        self.raise_()
        self._draw()
        self.area.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def dismiss(self) -> None:
        """Go, and give the keyboard back to the text."""
        self._vanish(give_back=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {"+": STEP, "-": 1 / STEP}
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.text() in steps:
            self._step(steps[event.text()])
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        stops: list[QWidget] = [self.area, self.smaller, self.larger, self.cross]
        focused = QApplication.focusWidget()
        at = stops.index(focused) if focused in stops else 0
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if next else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() is QEvent.Type.Resize:
            self._cover()
            self._draw()
        elif watched is self._over and event.type() is QEvent.Type.Hide:
            self._vanish(give_back=False)
        elif watched is self.area.viewport() and isinstance(event, QMouseEvent) and self._is_beside(event):
            self.dismiss()
            return True
        return super().eventFilter(watched, event)

    def _is_beside(self, event: QMouseEvent) -> bool:
        pressed = event.type() is QEvent.Type.MouseButtonPress
        return pressed and not self.picture.geometry().contains(event.position().toPoint())

    def _build(self) -> None:
        self.smaller.setProperty("look", "framed")
        self.larger.setProperty("look", "framed")
        caption = ElidedLabel("muted")
        caption.show_text(self._figure.caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.S16, scale.S8, scale.S16, scale.S16)
        column.setSpacing(scale.S8)
        head = QHBoxLayout()
        column.addLayout(head)
        head.setSpacing(scale.S12)
        for widget in (self.smaller, self.words, self.larger):
            head.addWidget(widget)
        head.addWidget(caption, 1)
        head.addWidget(self.cross)
        self.picture.setAccessibleName(self._figure.alt)
        self.area.setAccessibleName(self._figure.alt)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setWidget(self.picture)
        column.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.smaller.clicked.connect(self._on_smaller)
        self.larger.clicked.connect(self._on_larger)
        self.cross.clicked.connect(self.dismiss)
        self._theme.changed.connect(self._on_theme)
        self.window().installEventFilter(self)
        self._over.installEventFilter(self)
        self.area.viewport().installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._came_to_rest.start)
        self._came_to_rest.timeout.connect(self._on_focus)

    def _cover(self) -> None:
        self.setGeometry(self.window().rect())
        layout = self.layout()
        assert layout is not None
        layout.activate()

    def _first_scale(self) -> float:
        """Return the scale at which the figure is seen whole, or its words as large as those around it."""
        size = self._pictures.size(self._figure.source)
        room = self.area.maximumViewportSize()
        whole = min(room.width() / size.width(), room.height() / size.height(), LARGEST_AT_FIRST)
        return max(whole, self._theme.px(100) / 100)

    def _draw(self) -> None:
        shown = self.scale()
        self.words.setText(_("{n} %").format(n=round(100 * shown)))
        size = (self._pictures.size(self._figure.source).toSizeF() * shown).toSize()
        if size == self._drawn:
            return
        self._drawn = size
        image = self._pictures.enlarged(self._figure.source, size, self.devicePixelRatioF())
        self.picture.setPixmap(QPixmap.fromImage(image))
        self.picture.setFixedSize(size)

    @Slot()
    def _on_theme(self) -> None:
        self._drawn = QSize()
        self._draw()

    def _step(self, factor: float) -> None:
        """Show the figure larger or smaller; at either end only say how large it is."""
        self._chosen = min(max(self.scale() * factor, SMALLEST), LARGEST)
        self._draw()
        announce(self, self.words.text())

    @Slot()
    def _on_smaller(self) -> None:
        self._step(1 / STEP)

    @Slot()
    def _on_larger(self) -> None:
        self._step(STEP)

    @Slot()
    def _on_focus(self) -> None:
        """Go when the keyboard stays under the figure; what opens over it, as the search does, comes back here."""
        focused = QApplication.focusWidget()
        if self.isVisible() and focused is not None and self._ground().isAncestorOf(focused):
            self._vanish(give_back=False)

    def _ground(self) -> QWidget:
        """Return the part of the window the text stands in."""
        ground = self._over
        while (around := ground.parentWidget()) is not None and around is not self.parent():
            ground = around
        return ground

    def _vanish(self, *, give_back: bool) -> None:
        if self.isHidden():
            return
        self.hide()
        self.window().removeEventFilter(self)
        self._over.removeEventFilter(self)
        if give_back:
            self._over.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()
