"""What the instructor has before her: the page on the wall, her own notes to it, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.agenda import GroupWork, group_work_of, notes_of
from kursapp.services.live_course import LivePage
from kursapp.ui.i18n import _, minutes, n_
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.text import label


class GroupButton(QWidget):
    """Starts the time of a piece of group work, and stops it."""

    wanted = Signal(object)

    def __init__(self, work: GroupWork) -> None:
        super().__init__()
        self.work = work
        self.button = button("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        add_button_row(column, self.button)
        self.button.clicked.connect(self._on_clicked)
        self.show_running(False)

    def show_running(self, running: bool) -> None:
        """Say what the button does now."""
        time = minutes(round(self.work.minutes))
        template = _("Stopp gruppearbeidet ({time})") if running else _("Start gruppearbeidet ({time})")
        self.button.setText(template.format(time=time))

    @Slot()
    def _on_clicked(self) -> None:
        self.wanted.emit(self.work)


class NotesView(QWidget):
    """Shows one page to her who stands before the room."""

    group_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._inside: list[QWidget] = []
        self.groups: tuple[GroupButton, ...] = ()
        self.over = label("", "overline")
        self.heading = label("", "h2")
        self.held = label("", "muted")
        self.next = label("", "muted")
        self._card = Card()
        self._card.body.addWidget(self.over)
        self._card.body.addWidget(self.heading)
        self._card.body.addWidget(self.held)
        self._groups = QVBoxLayout()
        self._card.body.addLayout(self._groups)
        self._notes = Card(look="well")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S16)
        column.addWidget(self._card)
        column.addWidget(self._notes)
        column.addWidget(self.next)
        column.addStretch(1)

    def show_page(self, live: LivePage) -> None:
        """Show a page's title, notes and group work, and what comes after it."""
        place = _("{session}, side {number} av {count}")
        self.over.setText(place.format(session=live.session.title, number=live.number, count=live.count))
        self.heading.setText(live.page.title)
        after = live.after.title if live.after is not None else ""
        self.next.setText(_("Neste: {title}").format(title=after) if after else _("Dette er siste side."))
        self._show_notes(live)
        self._show_groups(group_work_of(live.page))

    def show_held(self, count: int) -> None:
        """Say how much the page holds back from the room."""
        told = n_("{n} ting på siden er dekket til.", "{n} ting på siden er dekket til.", count).format(n=count)
        self.held.setText(told)
        self.held.setVisible(count > 0)

    def show_running(self, running: GroupWork | None) -> None:
        """Say which group work the time runs for."""
        for each in self.groups:
            each.show_running(each.work == running)

    def _show_notes(self, live: LivePage) -> None:
        for each in self._inside:
            self._notes.body.removeWidget(each)
            each.hide()
            each.deleteLater()
        pictures = Pictures(live.opened.media, self._theme)
        notes = [RichLabel(note.text, self._theme, pictures, px=scale.READING) for note in notes_of(live.page)]
        self._inside = [label(_("Til deg"), "h3"), *notes]
        if not notes:
            self._inside.append(label(_("Ingen notater til denne siden."), "muted"))
        for each in self._inside:
            self._notes.body.addWidget(each)

    def _show_groups(self, works: tuple[GroupWork, ...]) -> None:
        for each in self.groups:
            self._groups.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.groups = tuple(GroupButton(work) for work in works)
        for each in self.groups:
            each.wanted.connect(self.group_wanted)
            self._groups.addWidget(each)
