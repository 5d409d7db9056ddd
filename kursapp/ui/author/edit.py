"""Rediger: the outline, the text, and the page as participants will see it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.draft import Clash
from kursapp.domain.problem import Problem
from kursapp.services.draft import Draft
from kursapp.services.draft_place import Place, keep_place, last_place
from kursapp.ui.author.edit_frame import EditFrame, Panes
from kursapp.ui.author.edit_text import TextPane
from kursapp.ui.author.editor.aids import EditingAids
from kursapp.ui.author.findings_strip import FindingsStrip
from kursapp.ui.author.no_draft import NoDraft
from kursapp.ui.author.outline_panel import OutlinePanel
from kursapp.ui.author.page_follower import PageFollower
from kursapp.ui.drafting.news import clash_news
from kursapp.ui.i18n import _
from kursapp.ui.navigation import Location, draft_history, drafts, edit, question_exchange
from kursapp.ui.parts import Parts
from kursapp.ui.saving import SavingState
from kursapp.ui.screen import Screen
from kursapp.ui.widgets.buttons import icon_button

COVERS = ("kurs.md", "course.md")


class EditScreen(Screen):
    """One file of the open draft at a time. Where one was in it is kept while the draft is open.

    The text is lent to the editor while it is seen: the draft asks for it when it is to be saved or looked at.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._draft, self._navigator, self._messages = parts.draft, parts.navigator, parts.messages
        self._wanted = edit()
        self._file = ""
        self._follows = False
        self._save_asked = False
        self._marked: tuple[Problem, ...] = ()
        self.text = TextPane(parts)
        self.editor = self.text.editor
        self.outline = OutlinePanel(parts.draft, parts.theme, parts.messages, parts.actions)
        self.findings = FindingsStrip(parts.draft, parts.theme)
        self.preview = parts.make_preview()
        self.aids = EditingAids(
            self.editor, parts.draft, parts.workbench, parts.theme, parts.actions, parts.messages, over=self
        )
        self._follower = PageFollower(parts.draft, self.editor, self.preview)
        self.nothing = NoDraft(parts.navigator)
        self.frame = EditFrame(
            parts.theme, parts.preferences, Panes(self.outline, self.text, self.findings, self.preview)
        )
        self.history = icon_button(parts.theme, "history", _("Tidligere versjoner av fila"))
        for each in (self.aids.insert_button, self.history):
            self.frame.add_tool(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        layout.addWidget(self.nothing)
        self.nothing.hide()
        self._connect()
        self._add_actions(parts)
        parts.theme.dress(self, "60-author")

    def _connect(self) -> None:
        self.editor.edited.connect(self._on_edited)
        self.editor.line_changed.connect(self._on_line)
        self.editor.finding_chosen.connect(self.findings.show_finding)
        self.text.everywhere.place_wanted.connect(self._on_place_wanted)
        self.outline.asked.connect(self._go)
        self.outline.pane.questions_wanted.connect(self._on_questions)
        self.findings.line_wanted.connect(self._on_finding)
        self.findings.counted.connect(self._on_counted)
        self.preview.page_wanted.connect(self._go)
        self.frame.preview_shown.connect(self._follower.look)
        self.history.clicked.connect(self._on_history)
        self._draft.file_changed.connect(self._on_file_changed)
        self._draft.files_changed.connect(self._on_files_changed)
        self._draft.problems_changed.connect(self._show_findings)
        self._draft.course_changed.connect(self._go_to_wanted)
        self._draft.clashed.connect(self._on_clashed)
        self._draft.settled.connect(self._on_settled)
        self._draft.state_changed.connect(self._on_state)
        self._draft.opened.connect(self._on_other_draft)

    def _add_actions(self, parts: Parts) -> None:
        group, add = _("Rediger"), parts.actions.add
        add(self, "edit-outline", _("Vis eller skjul oversikten"), "Ctrl+Shift+O", self.frame.toggle_outline, group)
        add(self, "edit-findings", _("Vis eller skjul funnene"), "Ctrl+Shift+M", self.frame.toggle_findings, group)
        add(self, "edit-next-finding", _("Gå til neste funn"), "F8", self.findings.go_to_next, group)
        add(self, "edit-last-finding", _("Gå til forrige funn"), "Shift+F8", self.findings.go_to_previous, group)
        add(
            self,
            "edit-preview",
            _("Bytt mellom tekst og forhåndsvisning"),
            "Ctrl+Shift+V",
            self.frame.toggle_preview,
            group,
        )
        add(self, "edit-history", _("Tidligere versjoner av fila"), "Ctrl+Shift+H", self._on_history, group)
        add(self, "edit-exchange", _("Spørsmål inn og ut"), "", self._on_exchange, group)
        add(self, "edit-save", _("Lagre nå"), QKeySequence.StandardKey.Save, self._on_save, group)

    # The screen --------------------------------------------------------------------------------

    def title(self) -> str:
        return self._draft.card.title if self._draft.card is not None else _("Rediger")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Kurs"), drafts()),)

    def regions(self) -> tuple[QWidget, ...]:
        return self.frame.regions() if self.frame.isVisible() else (self.nothing,)

    def first_focus(self) -> QWidget | None:
        return self.editor if self.frame.isVisible() else self.nothing

    def enter(self, location: Location) -> None:
        self._wanted = location
        self._draft.enter(location.course, self._on_entered, self._on_nothing)

    def leave(self) -> None:
        self._draft.flush()
        if self._file:
            self._draft.ask(partial(_keep_place, Place(self._file, self.editor.line())))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._file and not event.spontaneous():
            self._draft.lend(self._file, self.editor.text)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the text back: what is not seen is not written in, and others may change it meanwhile."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._give_back()
            self._draft.remind(self._file)

    def _on_entered(self) -> None:
        self.nothing.hide()
        self.frame.show()
        self.title_changed.emit()
        file = self._wanted.page or self._file
        if file:
            self._open(file)
        else:
            self._draft.ask(last_place, self._on_place)

    def _on_nothing(self) -> None:
        self.frame.hide()
        self.nothing.show()
        self.title_changed.emit()
        self.nothing.setFocus()

    # The file ----------------------------------------------------------------------------------

    def _on_place(self, place: Place | None) -> None:
        if place is None:
            self._open(_first(self._draft.files))
        else:
            self._wanted = edit("", place.file, place.line)
            self._open(place.file)

    def _open(self, file: str) -> None:
        self._draft.text_of(file, partial(self._show_file, file), partial(self._on_unreadable, file))

    def _on_unreadable(self, file: str, found: Problem) -> None:
        self._messages.problem(found)
        if not self._file and file != _first(self._draft.files):
            self._open(_first(self._draft.files))

    def _show_file(self, file: str, text: str) -> None:
        left = self._file if self._file != file else ""
        if left:
            self._give_back()
        self._file = file
        self._draft.remind(left)
        self._follows = True
        self.editor.open(file, text)
        self._follows, self._marked = False, ()
        if self.isVisible():
            self._draft.lend(file, self.editor.text)
        self.frame.show_name(file)
        self.findings.show_file(file)
        self._go_to_wanted()
        self._show_findings()
        self._show_text_or_clash()
        self._follower.look()

    @Slot()
    def _go_to_wanted(self) -> None:
        """Go to the line or the id that was asked for, once: where an id stands is known when the course is read."""
        wanted, course = self._wanted, self._draft.course
        if wanted.page != self._file or not wanted.target:
            return
        line = wanted.target
        if not line.isdecimal():
            if course is None:
                return
            place = course.place_of(line.removeprefix("#"))
            line = str(place[1]) if place is not None and place[0] == self._file else ""
        self._wanted = edit()
        self.frame.show_text()
        if line:
            self.editor.go_to(int(line))

    def _give_back(self) -> None:
        if self._file:
            self._draft.take_back(self._file)
            self._draft.write_ids(self._file)

    @Slot()
    def _on_other_draft(self) -> None:
        self._file = ""
        self.editor.close_files()

    @Slot()
    def _on_edited(self) -> None:
        if self._file and not self._follows:
            self._draft.touch(self._file)

    @Slot(str)
    def _on_file_changed(self, file: str) -> None:
        if file == self._file and self.isVisible() and file in self._draft.files:
            self._draft.text_of(file, self._follow)

    @Slot()
    def _on_files_changed(self) -> None:
        """Go to the cover where the file that was shown is gone."""
        if self._file and self._file not in self._draft.files and self._file not in self._draft.clashes:
            self.editor.close_file(self._file)
            self._file = ""
            if self.isVisible():
                self._open(_first(self._draft.files))

    def _follow(self, text: str) -> None:
        """Show what the text has become elsewhere: that is no key of hers."""
        self._follows = True
        self.editor.replace_text(text)
        self._follows = False
        self._follower.look()

    @Slot(str, int)
    def _go(self, file: str, line: int) -> None:
        self._navigator.go(edit("", file, line))

    @Slot(str, int, int)
    def _on_place_wanted(self, file: str, line: int, _column: int) -> None:
        self._go(file, line)

    @Slot()
    def _on_questions(self) -> None:
        self._navigator.go(question_exchange())

    @Slot()
    def _on_history(self) -> None:
        self._navigator.go(draft_history("", self._file))

    @Slot()
    def _on_exchange(self) -> None:
        self._navigator.go(question_exchange())

    @Slot()
    def _on_save(self) -> None:
        self._save_asked = True
        self._draft.flush()
        self._on_state()

    @Slot()
    def _on_state(self) -> None:
        """Answer her once her text is on the disk; where it cannot be, the draft itself tells why."""
        if self._save_asked and self._draft.state is not SavingState.SAVING:
            self._save_asked = False
            if self._draft.state is SavingState.SAVED:
                self._messages.say(_("Lagret"))

    # Two texts ---------------------------------------------------------------------------------

    @Slot(object)
    def _on_clashed(self, clash: Clash) -> None:
        if clash.file == self._file and self.isVisible():
            self._show_text_or_clash()

    @Slot(str)
    def _on_settled(self, file: str) -> None:
        self._messages.withdraw(clash_news(file))
        if file == self._file:
            self._show_text_or_clash()

    def _show_text_or_clash(self) -> None:
        clashes = self.text.show_file(self._file)
        self.aids.insert_button.setVisible(not clashes)
        if clashes and self.isVisible():
            self.frame.show_text()
            self._messages.withdraw(clash_news(self._file))

    # The check ---------------------------------------------------------------------------------

    @Slot()
    def _show_findings(self) -> None:
        here = tuple(found for found in self._draft.problems if found.file == self._file)
        if here != self._marked:
            self._marked = here
            self.editor.set_findings(here)
        self.outline.show_place(self._file, self.editor.line())

    @Slot(int)
    def _on_line(self, line: int) -> None:
        if self._file and not self._follows:
            self.outline.show_place(self._file, line)

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        if self._draft.is_read:
            self.frame.show_count(count)
        else:
            self.frame.show_reading()

    @Slot(object)
    def _on_finding(self, found: Problem) -> None:
        self._go(found.file or self._file, max(1, found.line))


def _first(files: tuple[str, ...]) -> str:
    """Return the file one begins in: the cover."""
    return next((file for file in files if file.casefold() in COVERS), files[0] if files else "")


# On the files' thread ------------------------------------------------------------------------------


def _keep_place(place: Place, draft: Draft) -> None:
    keep_place(draft, place)
