"""Marking in the words of a page: what is chosen gets a colour or a note, what is marked is changed or taken away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from kursapp.domain.annotation import COLOURS, Anchor, Annotation
from kursapp.domain.course import Term
from kursapp.services.annotate import Noted, NotedPage
from kursapp.services.participant import Participant
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.participant.notes_beside.mark_box import MarkBox, colour_name
from kursapp.ui.participant.notes_beside.page_notes import PageNotes, Standing
from kursapp.ui.participant.notes_beside.selecting import Selected, Selecting
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.tasks import Tasks
from kursapp.ui.widgets.text_marks import TextMark


class Marking(QObject):
    """Stands between the words of one page, the box of colours and the profile.

    ``note_wanted`` with the id of an annotation somebody wants to write to; ``term_wanted`` with a glossary term.
    """

    note_wanted = Signal(str)
    term_wanted = Signal(str)

    def __init__(self, view: PageView, notes: PageNotes, tasks: Tasks, messages: Messages) -> None:
        super().__init__(view)
        self._view, self._notes = view, notes
        self._tasks, self._messages = tasks, messages
        self._chosen: Selected | None = None
        self._open = ""
        self.selecting = Selecting(view)
        self._box: MarkBox | None = None
        self._connect()

    @property
    def box(self) -> MarkBox:
        """The box, made when it is first needed: on most pages nothing is marked."""
        if self._box is None:
            self._box = box = MarkBox(self._view.ground.theme, self._view)
            box.coloured.connect(self._on_coloured)
            box.note_wanted.connect(self._on_note)
            box.copy_wanted.connect(self._on_copy)
            box.term_wanted.connect(self._on_term)
            box.remove_wanted.connect(self._on_remove)
        return self._box

    @Slot()
    def look(self) -> None:
        """Watch the texts of the page as far as it is built."""
        self.selecting.look()

    @Slot()
    def begin_by_keyboard(self) -> None:
        """Open the box on what is chosen; else put a caret in the text, and say what the keys do."""
        chosen = self.selecting.choice()
        if chosen is not None:
            self._on_selected(chosen)
        elif self.selecting.has_caret:
            self.selecting.hide_caret()
        elif self.selecting.show_caret():
            self._messages.note(
                _("Flytt markøren med piltastene, og velg ord med Skift og pil. Enter åpner fargene, Esc avslutter.")
            )
        else:
            self._messages.note(_("Det er ingen løpende tekst å merke her."))

    def open_mark(self, note_id: str) -> None:
        """Open the box on a mark."""
        annotation, standing = self._notes.get(note_id), self._notes.standing(note_id)
        if annotation is None or standing is None:
            return
        self._chosen, self._open = None, note_id
        rect = standing.prose.mark_bounds(standing.mark) or QRect()
        beside = QRect(standing.prose.viewport().mapTo(self._view, rect.topLeft()), rect.size())
        self.box.offer(
            beside, colour=annotation.colour, marked=True, term=self._term(annotation.anchor.quote) is not None
        )

    def remove(self, note_id: str) -> None:
        """Take an annotation away, with a moment to take that back."""
        annotation = self._notes.get(note_id)
        if annotation is None:
            return
        self._tasks.save(partial(_remove, note_id))
        words = _("Merket er fjernet.") if annotation.anchor.quote else _("Notatet er fjernet.")
        self._messages.undo(words, partial(self._tasks.save, partial(_restore, note_id)))

    # What is chosen in the text

    def _connect(self) -> None:
        self._view.entries_changed.connect(self.look)
        self._view.escaped.connect(self.let_go)
        self._view.verticalScrollBar().valueChanged.connect(self._put_box_away)
        self.selecting.selected.connect(self._on_selected)
        self.selecting.activated.connect(self.open_mark)
        self.selecting.menu_asked.connect(self._on_menu)
        self.selecting.pressed.connect(self._put_box_away)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self.look()

    @Slot(object)
    def _on_selected(self, chosen: Selected) -> None:
        same = self._marked_alike(chosen)
        if same is not None:
            self.open_mark(same.id)
            return
        self._chosen, self._open = chosen, ""
        self.box.offer(self.selecting.rect(chosen, self._view), term=self._term(_words(chosen)) is not None)

    def _marked_alike(self, chosen: Selected) -> Annotation | None:
        """Return what is marked on exactly these words already."""
        for mark in chosen.prose.marks("highlight"):
            if (mark.start, mark.end) == (chosen.start, chosen.end):
                return self._notes.get(mark.id)
        return None

    @Slot()
    def let_go(self) -> None:
        """Choose nothing any more, and put the box away."""
        self._put_box_away()
        self.selecting.let_go()
        self.selecting.hide_caret()

    @Slot()
    def _put_box_away(self) -> None:
        if self._box is not None:
            self._box.dismiss()

    @Slot(object, object)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Go when the keyboard has gone elsewhere."""
        box = self._box
        if box is not None and not box.isHidden() and new is not None and new is not box and not box.isAncestorOf(new):
            box.dismiss()

    @Slot(object, object)
    def _on_menu(self, menu: QMenu, mark: TextMark | None) -> None:
        """Offer in the menu of the right button what the box offers."""
        chosen = self.selecting.choice()
        if chosen is None and mark is None:
            return
        menu.addSeparator()
        if chosen is None:
            assert mark is not None
            menu.addAction(_("Endre merket"), partial(self.open_mark, mark.id))
            menu.addAction(_("Fjern merket"), partial(self.remove, mark.id))
            return
        self._chosen, self._open = chosen, ""
        for colour in COLOURS:
            action: QAction = menu.addAction(_("Merk: {colour}").format(colour=colour_name(colour).lower()))
            action.triggered.connect(partial(self._on_coloured, colour))
        menu.addAction(_("Skriv et notat"), self._on_note)

    # What the box asks for

    @Slot(str)
    def _on_coloured(self, colour: str) -> None:
        if self._open:
            self._tasks.save(partial(_recolour, self._open, colour))
        elif self._chosen is not None:
            self._highlight(self._chosen, colour, write=False)

    @Slot()
    def _on_note(self) -> None:
        if self._open:
            self.note_wanted.emit(self._open)
        elif self._chosen is not None:
            self._highlight(self._chosen, COLOURS[0], write=True)

    def _highlight(self, chosen: Selected, colour: str, *, write: bool) -> None:
        anchor = Anchor.of(chosen.prose.plain(), chosen.start, chosen.end, chosen.part)
        then = self._on_to_write if write else self._on_highlighted
        self._chosen = None
        self.selecting.let_go()
        self.selecting.hide_caret()
        self._tasks.save(partial(_highlight, self._notes.page, anchor, colour), then)

    def _on_highlighted(self, noted: Noted) -> None:
        self._messages.say(_("Merket med {colour}.").format(colour=colour_name(noted.annotation.colour).lower()))

    def _on_to_write(self, noted: Noted) -> None:
        self.note_wanted.emit(noted.annotation.id)

    @Slot()
    def _on_copy(self) -> None:
        if self._chosen is not None:
            words = _words(self._chosen)
        else:
            annotation = self._notes.get(self._open)
            words = annotation.anchor.quote if annotation is not None else ""
        QApplication.clipboard().setText(words)
        self._messages.say(_("Kopiert."))

    @Slot()
    def _on_term(self) -> None:
        annotation = self._notes.get(self._open)
        words = _words(self._chosen) if self._chosen is not None else annotation.anchor.quote if annotation else ""
        term = self._term(words)
        if term is not None:
            self.term_wanted.emit(term.term)

    @Slot()
    def _on_remove(self) -> None:
        if self._open:
            self.remove(self._open)

    def _term(self, words: str) -> Term | None:
        """Return the glossary term some words are, in any of its languages."""
        wanted = " ".join(words.casefold().split())
        for term in self._view.ground.opened.course.glossary:
            if wanted and wanted in (term.term.casefold(), term.nynorsk.casefold(), term.english.casefold()):
                return term
        return None


def show_in_text(view: PageView, notes: PageNotes, note_id: str, *, come: bool = False) -> bool:
    """Bring an annotation's words into view, a third down; False where they are not in the text.

    Words that are in view stay where they are, unless one has just ``come`` to the page: then nobody knows yet.
    """
    standing = notes.standing(note_id)
    rect = None if standing is None else standing.prose.mark_rect(standing.mark)
    if standing is None or rect is None:
        return False
    content = view.widget()
    assert content is not None
    top = standing.prose.mapTo(content, QPoint(0, 0)).y() + rect.top()
    seen, height = view.verticalScrollBar().value(), view.viewport().height()
    if come or not seen <= top <= seen + height - rect.height():
        view.anchor.hold_widget(standing.prose, partial(_down, view, standing))
    return True


def _down(view: PageView, standing: Standing) -> int:
    """Return how far down the text the top of the view is, so that the words stand a third down."""
    rect = standing.prose.mark_rect(standing.mark)
    return (rect.top() if rect is not None else 0) - view.viewport().height() // 3


def _words(chosen: Selected) -> str:
    return chosen.prose.plain()[chosen.start : chosen.end]


def _highlight(page: NotedPage, anchor: Anchor, colour: str, participant: Participant) -> Noted:
    return participant.notes.highlight(page, anchor, colour)


def _recolour(note_id: str, colour: str, participant: Participant) -> Noted:
    return participant.notes.recolour(note_id, colour)


def _remove(note_id: str, participant: Participant) -> Noted:
    return participant.notes.remove(note_id)


def _restore(note_id: str, participant: Participant) -> Noted:
    return participant.notes.restore(note_id)
