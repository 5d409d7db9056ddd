"""The outline of a draft beside its text: modules, sessions, pages and items, and the commands that restructure it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from kursapp.domain.course import Course, PageKind
from kursapp.domain.restructuring import (
    NewModule,
    NewPage,
    NewSession,
    PutBackPage,
    PutBackSession,
    RenameFile,
    SplitPage,
    SplitSession,
    Wish,
)
from kursapp.services.restructure import Removed, Step
from kursapp.ui.actions import Actions
from kursapp.ui.author.outline_commands import Command, at_cursor, making, on_line
from kursapp.ui.author.outline_naming import NamingForm
from kursapp.ui.author.outline_nodes import (
    Kind,
    Node,
    dropped,
    duplicated,
    merged,
    moved_down,
    moved_to,
    moved_up,
    nodes_of,
    page_at,
    removed,
    renamed,
    shape_of,
)
from kursapp.ui.author.outline_tree import OutlineTree
from kursapp.ui.author.outline_words import bin_words, step_words
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import icon_button
from kursapp.ui.widgets.text import label

_MOST_IN_BIN = 20
_NEW_KINDS = {"new-page": PageKind.TEXT, "new-quiz": PageKind.QUIZ, "new-evaluation": PageKind.EVALUATION}


class OutlinePane(QWidget):
    """Shows how a course is built up; says what is chosen and what is wished for.

    ``place_chosen(file, line)``: go there; ``module_chosen(cover, title)``: to its heading. ``wished(Wish)``: carry it
    out (``services.restructure``). ``undo_wanted`` and ``redo_wanted`` concern restructurings only.
    ``explained(str)``: why nothing happened. ``questions_wanted``: from a file of another system.
    """

    place_chosen = Signal(str, int)
    module_chosen = Signal(str, str)
    wished = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()
    explained = Signal(str)
    questions_wanted = Signal()

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self._places: Mapping[str, int] = {}
        self._cover = "kurs.md"
        self._here = ("", 1)
        self._steps: tuple[Step | None, Step | None] = (None, None)
        self._bin: tuple[Removed, ...] = ()
        self._shape: tuple[tuple[object, ...], str, tuple[Node, ...]] | None = None
        self.tree = OutlineTree(theme, self)
        self.naming = NamingForm()
        self.new_button = icon_button(theme, "plus", _("Nytt i kurset"))
        self.up_button = icon_button(theme, "arrow-up", _("Flytt opp"))
        self.down_button = icon_button(theme, "arrow-down", _("Flytt ned"))
        self.more_button = icon_button(theme, "ellipsis", _("Mer om det valgte"))
        self._lay_out()
        self._connect()
        self._add_actions(actions)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setContentsMargins(scale.S12, scale.S8, scale.S8, scale.S8)
        row.setSpacing(scale.S4)
        row.addWidget(label(_("Innhold"), "strong"), 1)
        for each in (self.new_button, self.up_button, self.down_button, self.more_button):
            row.addWidget(each)
        column.addWidget(self.naming)
        column.addWidget(self.tree, 1)

    def _connect(self) -> None:
        self.tree.chosen.connect(self._on_chosen)
        self.tree.menu_wanted.connect(self._on_menu)
        self.tree.dropped.connect(self._on_dropped)
        self.naming.named.connect(self.wished)
        self.naming.left.connect(self._on_left)
        self.new_button.clicked.connect(self._on_new)
        self.up_button.clicked.connect(partial(self.run, "up"))
        self.down_button.clicked.connect(partial(self.run, "down"))
        self.more_button.clicked.connect(self._on_more)

    def _add_actions(self, actions: Actions) -> None:
        group = _("Innhold i kurset")
        for command in (*on_line(), *at_cursor(), *making()):
            owner = self.tree if command.keys else self
            actions.add(
                owner, f"outline-{command.name}", command.text, command.keys, partial(self.run, command.name), group
            )
        undo, redo = _("Angre ombygging"), _("Gjør om ombygging")
        actions.add(self.tree, "outline-undo", undo, "Ctrl+Z", self.undo_wanted.emit, group)
        actions.add(self.tree, "outline-redo", redo, ("Ctrl+Shift+Z", "Ctrl+Y"), self.redo_wanted.emit, group)

    # What is shown -----------------------------------------------------------------------------

    def show_course(
        self, course: Course, places: Mapping[str, int], cover: str = "kurs.md", others: Iterable[Node] = ()
    ) -> None:
        """Show a course as it is now; what is open and chosen stays so.

        ``places`` gives the first line of each page and item by id (as far as known); ``others`` are further lines.
        """
        self._course, self._places, self._cover = course, places, cover
        shape = (shape_of(course), cover, tuple(others))
        if shape != self._shape:
            self._shape = shape
            self.tree.show_nodes([*nodes_of(course, cover), *shape[2]])
        self.show_place(*self._here)

    def show_nothing(self, others: Iterable[Node] = ()) -> None:
        """Show only files: there is no course to read in them now."""
        self._course, self._shape = None, None
        self.tree.show_nodes(list(others))

    @Slot(str, int)
    def show_place(self, file: str, line: int) -> None:
        """Mark the page the cursor is on, or the file where it has no pages."""
        self._here = (file, line)
        found = page_at(self._course, self._places, file, line) if self._course is not None else None
        if found is not None:
            self.tree.show_here((Kind.PAGE.value, file, found[1].id))
        else:
            self.tree.show_file(file)

    def show_steps(self, undo: Step | None, redo: Step | None) -> None:
        """Say what the undo and redo of restructurings would do; None where there is nothing."""
        self._steps = (undo, redo)

    def show_bin(self, removed: Sequence[Removed]) -> None:
        """Offer what was removed to be put back."""
        self._bin = tuple(removed)

    def choose(self, file: str, line: int) -> None:
        """Put the keyboard on the line of the outline that stands for a place."""
        found = page_at(self._course, self._places, file, line) if self._course is not None else None
        if found is not None:
            first = found[0].pages[0].id == found[1].id and line == 1
            self.tree.choose((Kind.SESSION.value, file, found[0].id) if first else (Kind.PAGE.value, file, found[1].id))

    # Commands ----------------------------------------------------------------------------------

    @Slot()
    def run(self, name: str, _checked: bool = False) -> None:
        """Do a command, by its name, with the line the keyboard is on."""
        if self._course is None:
            self.explained.emit(_("Kurset kan ikke leses nå, så det kan ikke bygges om. Se funnene under teksten."))
            return
        node = self.tree.current()
        if name in ("split-page", "split-session"):
            self._split(name)
        elif name.startswith("new-"):
            self._new(name, node)
        elif node is None:
            self.explained.emit(_("Velg først en linje i innholdslista."))
        elif name in ("rename", "rename-file"):
            self._rename(name, node)
        else:
            self._wish(name, node)

    def _wish(self, name: str, node: Node) -> None:
        assert self._course is not None
        wish = {
            "up": partial(moved_up, self._course, node),
            "down": partial(moved_down, self._course, node),
            "merge": partial(merged, node),
            "duplicate": partial(duplicated, node),
            "remove": partial(removed, node),
        }[name]()
        if wish is not None:
            self.wished.emit(wish)
        elif name in ("up", "down") and node.kind in (Kind.MODULE, Kind.SESSION, Kind.PAGE):
            self.explained.emit(_("Den står alt sist.") if name == "down" else _("Den står alt først."))
        else:
            self.explained.emit(
                _("Det går ikke med «{name}». Velg en del, en økt eller en side.").format(name=node.title)
            )

    def _rename(self, name: str, node: Node) -> None:
        if name == "rename-file" and node.kind in (Kind.SESSION, Kind.LOOSE):
            hint = _("Mappe og navn i kurset. Lenkene hit følger med.")
            make = partial(RenameFile, node.file)
            self.naming.ask(_("Nytt filnavn for «{name}»").format(name=node.title), node.file, hint, _("Gi navn"), make)
        elif renamed(node, node.title) is not None:
            hint = _("Det deltakerne har svart, blir med: bare tittelen endres.")
            self.naming.ask(_("Ny tittel"), node.title, hint, _("Gi navn"), partial(renamed, node))
        else:
            self.explained.emit(_("«{name}» får sitt navn i teksten.").format(name=node.title))

    def _split(self, name: str) -> None:
        file, line = self._here
        if page_at(self._course, self._places, file, line) is None if self._course else True:
            self.explained.emit(_("Sett markøren i en økt først."))
        elif name == "split-session":
            self.wished.emit(SplitSession(file, line))
        else:
            hint = _("Den nye siden begynner der markøren står.")
            self.naming.ask(_("Hva skal den nye siden hete?"), "", hint, _("Del siden"), partial(SplitPage, file, line))

    def _new(self, name: str, node: Node | None) -> None:
        assert self._course is not None
        if name == "new-module":
            at = node.module + 1 if node is not None and node.module >= 0 else len(self._course.modules)
            hint = _("For eksempel «Dag 2: Å lede fag».")
            self.naming.ask(_("Hva skal dagen eller delen hete?"), "", hint, _("Lag"), partial(_new_module, at))
            return
        if not self._course.modules:
            self.explained.emit(_("Lag en dag eller del først."))
            return
        if name == "new-session":
            module, at = self._session_place(node)
            title = self._course.modules[module].title
            hint = _("Den kommer i «{name}».").format(name=title)
            self.naming.ask(_("Hva skal økta hete?"), "", hint, _("Lag"), partial(_new_session, module, at))
            return
        self._new_page(_NEW_KINDS[name], node)

    def _session_place(self, node: Node | None) -> tuple[int, int]:
        """Return the module and the place in it where a new session comes: after the one chosen, else last."""
        assert self._course is not None
        if node is None or node.module < 0:
            return len(self._course.modules) - 1, len(self._course.modules[-1].sessions)
        if node.kind is Kind.MODULE:
            return node.module, len(self._course.modules[node.module].sessions)
        heads = self._course.modules[node.module].sessions
        return node.module, next((at + 1 for at, head in enumerate(heads) if head.file == node.file), len(heads))

    def _new_page(self, kind: PageKind, node: Node | None) -> None:
        """Ask for a page's name. In a module, and for quizzes and forms, it gets a session of its own."""
        assert self._course is not None
        questions = {
            PageKind.TEXT: _("Hva skal siden hete?"),
            PageKind.QUIZ: _("Hva skal quizen hete?"),
            PageKind.EVALUATION: _("Hva skal evalueringen hete?"),
        }
        if kind is PageKind.TEXT and node is not None and node.kind in (Kind.SESSION, Kind.PAGE, Kind.ITEM):
            head = next(head for head in self._course.sessions(banks=True) if head.file == node.file)
            own = page_at(self._course, self._places, node.file, self._line(node))
            after = own[1].id if own is not None and node.kind is not Kind.SESSION else ""
            at = next((at + 1 for at, page in enumerate(head.pages) if page.id == after), len(head.pages))
            hint = _("Den kommer i økta «{name}».").format(name=head.title)
            self.naming.ask(questions[kind], "", hint, _("Lag"), partial(_new_page, head.file, at))
            return
        module, at = self._session_place(node)
        hint = _("Den blir en egen økt i «{name}».").format(name=self._course.modules[module].title)
        self.naming.ask(questions[kind], "", hint, _("Lag"), partial(_new_session, module, at, kind=kind))

    # Menus -------------------------------------------------------------------------------------

    @Slot()
    def _on_new(self) -> None:
        self._pop_up(self.new_menu(), self.new_button)

    def new_menu(self) -> QMenu:
        """Return the menu of what can be made, or fetched from elsewhere."""
        menu = QMenu(self)
        self._fill(menu, making())
        menu.addSeparator()
        menu.addAction(_("Spørsmål fra fil …")).triggered.connect(self.questions_wanted)
        return menu

    @Slot()
    def _on_more(self) -> None:
        node = self.tree.current()
        self._pop_up(self.menu_of(node), self.more_button)

    @Slot(object, object)
    def _on_menu(self, node: Node, point: QPoint) -> None:
        menu = self.menu_of(node)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def _pop_up(self, menu: QMenu, under: QToolButton) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def menu_of(self, node: Node | None) -> QMenu:
        """Return the menu of a line: what can be done with it, at the cursor, and with what was done last."""
        menu = QMenu(self)
        if node is not None:
            menu.setAccessibleName(node.title)
            self._fill(menu, (command for command in on_line() if node.kind in command.kinds))
            self._add_targets(menu, node)
            menu.addSeparator()
        self._fill(menu, at_cursor())
        menu.addSeparator()
        for step, words, act in (
            (self._steps[0], _("Angre: {what}"), self.undo_wanted),
            (self._steps[1], _("Gjør om: {what}"), self.redo_wanted),
        ):
            if step is not None:
                menu.addAction(words.format(what=step_words(step))).triggered.connect(act)
        if self._bin and self._course is not None:
            bin_menu = menu.addMenu(_("Hent tilbake"))
            for removed in self._bin[:_MOST_IN_BIN]:
                bin_menu.addAction(bin_words(removed)).triggered.connect(partial(self._put_back, removed))
        return menu

    def _fill(self, menu: QMenu, commands: Iterable[Command]) -> None:
        for command in commands:
            menu.addAction(command.text).triggered.connect(partial(self.run, command.name))

    def _add_targets(self, menu: QMenu, node: Node) -> None:
        """Add «Flytt til» with every module a session may go to, or every session of each for a page."""
        if self._course is None or node.kind not in (Kind.SESSION, Kind.PAGE, Kind.LOOSE):
            return
        before = menu.actions()[2] if node.kind is not Kind.LOOSE else None
        targets = QMenu(_("Ta inn i kurset") if node.kind is Kind.LOOSE else _("Flytt til"), menu)
        if before is not None:
            menu.insertMenu(before, targets)
        else:
            menu.addMenu(targets)
        for module in nodes_of(self._course, self._cover):
            if module.kind is not Kind.MODULE:
                continue
            if node.kind is not Kind.PAGE:
                self._add_target(targets, node, module)
                continue
            inner = targets.addMenu(module.title)
            for session in module.children:
                self._add_target(inner, node, session)

    def _add_target(self, menu: QMenu, node: Node, target: Node) -> None:
        action: QAction = menu.addAction(target.title)
        action.triggered.connect(partial(self._move_to, node, target))

    @Slot()
    def _move_to(self, node: Node, target: Node, _checked: bool = False) -> None:
        wish = moved_to(self._course, node, target) if self._course is not None else None
        if wish is not None:
            self.wished.emit(wish)

    @Slot()
    def _put_back(self, removed: Removed, _checked: bool = False) -> None:
        """Wish for something removed: a page in the session it was in, or the one at hand; a session in its module."""
        assert self._course is not None
        files = [head.file for head in self._course.sessions(banks=True)]
        if not removed.page:
            module, _at = self._session_place(self.tree.current())
            self.wished.emit(PutBackSession(removed.file, removed.text, module))
        elif files:
            at_hand = self._here[0] if self._here[0] in files else files[-1]
            file = removed.file if removed.file in files else at_hand
            self.wished.emit(PutBackPage(file, removed.text, removed.file))

    # -------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_chosen(self, node: Node) -> None:
        if node.kind is Kind.MODULE:
            self.module_chosen.emit(node.file, node.title)
        elif node.file:
            self.place_chosen.emit(node.file, self._line(node))

    def _line(self, node: Node) -> int:
        """Return the first line of what a line of the outline stands for, as far as it is known."""
        return self._places.get(node.id, 1) if node.kind in (Kind.PAGE, Kind.ITEM) else 1

    @Slot(object, object, str)
    def _on_dropped(self, node: Node, target: Node, side: str) -> None:
        if self._course is None:
            return
        wish: Wish | None = dropped(self._course, node, target, after=side == "after", on=side == "on")
        if wish is not None:
            self.wished.emit(wish)
        else:
            self.explained.emit(_("«{name}» kan ikke ligge der.").format(name=node.title))

    @Slot()
    def _on_left(self) -> None:
        self.tree.setFocus()

    def finish(self, words: str) -> None:
        """Put the naming line away: what was wished for is done. ``words`` are read aloud."""
        if self.naming.entry is not None:
            self.naming.close_form()
        if words:
            announce(self.tree, words)


def _new_module(at: int, title: str) -> Wish:
    return NewModule(title, at)


def _new_session(module: int, at: int, title: str, kind: PageKind = PageKind.TEXT) -> Wish:
    return NewSession(title, module, at, kind)


def _new_page(file: str, at: int, title: str) -> Wish:
    return NewPage(title, file, at)
