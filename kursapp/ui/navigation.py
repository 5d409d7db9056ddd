"""Where one is in the program, and the way back."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

FIND, NOTE = "find", "note"


class Location(NamedTuple):
    """A place one can go to: a screen, and inside a course the session, page and item it shows.

    An empty ``page`` is the session's first page; ``target`` is the id of an item or scene on the page, or empty, and
    ``spot`` says where in the page's words one is to begin (:func:`found`, :func:`noted`), or is empty. The
    coordinator's screens show a ``cohort`` and one ``form`` of it instead; an empty cohort is the one chosen last. In
    the instructor's screens ``course`` is the id of a draft, empty for the one opened last; there ``page`` is a file,
    and ``target`` a line of it or ``#`` and an id.
    """

    screen: str
    course: str = ""
    session: str = ""
    page: str = ""
    target: str = ""
    cohort: str = ""
    form: str = ""
    spot: str = ""


def home() -> Location:
    """Return Hjem."""
    return Location("home")


def library() -> Location:
    """Return the list of courses."""
    return Location("library")


def cover(course: str) -> Location:
    """Return a course's cover."""
    return Location("cover", course)


def page(course: str, session: str, page: str = "", target: str = "", spot: str = "") -> Location:
    """Return a page of a course, and where they are given an item of it or a spot in its words."""
    return Location("page", course, session, page, target, spot=spot)


def found(words: str, context: str = "") -> str:
    """Return the spot of words that are to be marked and brought into view.

    Where the words stand on the page more than once, ``context`` tells which are meant: a stretch of the page around
    them.
    """
    if not words:
        return ""
    return f"{FIND}:{words}\n{context}" if context else f"{FIND}:{words}"


def noted(note: str) -> str:
    """Return the spot a note of the participant's own is tied to."""
    return f"{NOTE}:{note}" if note else ""


def of_spot(spot: str) -> tuple[str, str]:
    """Return what kind of spot it is, ``FIND`` or ``NOTE``, and its words or the note's id; both may be empty."""
    kind, _colon, rest = spot.partition(":")
    return kind, rest


def cohort_file(path: str) -> Location:
    """Return the look at a cohort file before one joins."""
    return Location("cohort", target=path)


def package_file(path: str) -> Location:
    """Return the look at a course package before it is installed."""
    return Location("package", target=path)


def my_cohort(course: str) -> Location:
    """Return the cohort a participant has joined with a course."""
    return Location("cohort", course)


def share_quiz(course: str, session: str, page: str) -> Location:
    """Return the sharing of a quiz's answers with the cohort."""
    return Location("share-quiz", course, session, page)


def progress_file(course: str) -> Location:
    """Return the making of a named progress file."""
    return Location("progress-file", course)


def certificate(course: str) -> Location:
    """Return the course certificate: what it asks for, and the making of it."""
    return Location("certificate", course)


def notes(note: str = "") -> Location:
    """Return Mine notater, and where ``note`` is given with this one chosen."""
    return Location("notes", target=note)


def workbook(course: str = "", item: str = "") -> Location:
    """Return Arbeidsbok, and where ``item`` is given one product or reflection of a course."""
    return Location("workbook-item", course, target=item) if item else Location("workbook")


def workbook_history(course: str, item: str) -> Location:
    """Return the earlier versions of a product or reflection."""
    return Location("workbook-history", course, target=item)


def plan(course: str = "") -> Location:
    """Return the plan of a course, of the one opened last where none is named."""
    return Location("plan", course)


def practice() -> Location:
    """Return Øving."""
    return Location("practice")


def practice_round(extra: int = 0) -> Location:
    """Return a round of Øving: today's questions, or where they are put ``extra`` more."""
    return Location("practice", page="round", target=str(extra) if extra else "")


def glossary(course: str = "", term: str = "") -> Location:
    """Return Ordliste, of one course and at one of its terms where they are given."""
    return Location("glossary", course, target=term)


def search(words: str = "") -> Location:
    """Return Søk, and where they are given for these words."""
    return Location("search", target=words)


def settings() -> Location:
    """Return Innstillinger."""
    return Location("settings")


def move_out() -> Location:
    """Return the making of a file for another machine."""
    return Location("move-out")


def move_in(path: str = "") -> Location:
    """Return the taking in of a profile from another machine, and of a file where one was opened."""
    return Location("move-in", target=path)


def take_out() -> Location:
    """Return the taking out of everything one has."""
    return Location("take-out")


def clear_machine() -> Location:
    """Return the clearing of this machine."""
    return Location("clear")


def about() -> Location:
    """Return Om Kursapp."""
    return Location("about")


def backups() -> Location:
    """Return Sikkerhetskopier."""
    return Location("backups")


def collection_backups() -> Location:
    """Return the backups of the coordinator's collection."""
    return Location("collection-backups")


def passphrase(way: str = "") -> Location:
    """Return the passphrase of the profile: setting one, or one of the ``way``s of ``ui.participant.protect``."""
    return Location("passphrase", target=way)


def shortcuts() -> Location:
    """Return Hurtigtaster."""
    return Location("shortcuts")


def cohorts() -> Location:
    """Return the coordinator's list of cohorts."""
    return Location("cohorts")


def cohort_details(cohort: str) -> Location:
    """Return one cohort of the coordinator's: what it promised, its file, who took part."""
    return Location("cohort-details", cohort=cohort)


def new_cohort() -> Location:
    """Return the making of a cohort."""
    return Location("new-cohort")


def collecting(cohort: str = "") -> Location:
    """Return Innsamling."""
    return Location("collecting", cohort=cohort)


def results(cohort: str = "", form: str = "", item: str = "") -> Location:
    """Return Resultater of a round, and where ``item`` is given of one thing that was asked."""
    return Location("results", target=item, cohort=cohort, form=form)


def results_theme(cohort: str, form: str, theme: str) -> Location:
    """Return the results of one theme of a round."""
    return Location("results", page=theme, cohort=cohort, form=form)


def comparison(form: str = "", item: str = "") -> Location:
    """Return the same form in several cohorts, and where ``item`` is given one thing of it."""
    return Location("comparison", target=item, form=form)


def comments(cohort: str = "", form: str = "") -> Location:
    """Return the comments of a round."""
    return Location("comments", cohort=cohort, form=form)


def report(cohort: str = "", form: str = "") -> Location:
    """Return Rapport og eksport of a round."""
    return Location("report", cohort=cohort, form=form)


def keys() -> Location:
    """Return Nøkler og personvern."""
    return Location("keys")


def drafts() -> Location:
    """Return the instructor's list of drafts and courses."""
    return Location("drafts")


def new_draft(course: str = "") -> Location:
    """Return the making of a course, or of a version of one on the shelf."""
    return Location("new-draft", course)


def edit(draft: str = "", file: str = "", line: int = 0) -> Location:
    """Return Rediger of a draft, and where they are given at a line (from 1) of a file; without, where one last was."""
    return Location("edit", draft, page=file, target=str(line) if line else "")


def edit_id(draft: str, file: str, target_id: str) -> Location:
    """Return Rediger where an id of a draft stands: a page's, or an item's."""
    return Location("edit", draft, page=file, target=f"#{target_id}")


def draft_history(draft: str = "", file: str = "") -> Location:
    """Return the earlier versions of a draft's texts, of one file where it is given."""
    return Location("draft-history", draft, page=file)


def draft_check(draft: str = "") -> Location:
    """Return Sjekk."""
    return Location("draft-check", draft)


def draft_package(draft: str = "") -> Location:
    """Return Pakk og del."""
    return Location("draft-package", draft)


def present(draft: str = "") -> Location:
    """Return Vis i rommet."""
    return Location("present", draft)


def question_quality(draft: str = "", item: str = "") -> Location:
    """Return Spørsmålskvalitet, and where ``item`` is given of one question."""
    return Location("question-quality", draft, target=item)


def question_exchange(draft: str = "") -> Location:
    """Return the way of questions into a draft from other systems, and out of it."""
    return Location("question-exchange", draft)


class Navigator(QObject):
    """Goes to locations and remembers the path, as a browser does."""

    moved = Signal(object)

    def __init__(self, start: Location, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._past: list[Location] = []
        self._here = start
        self._future: list[Location] = []

    @property
    def here(self) -> Location:
        """The location shown."""
        return self._here

    @property
    def can_go_back(self) -> bool:
        """Say whether there is somewhere to go back to."""
        return bool(self._past)

    def go(self, location: Location) -> None:
        """Go to a location; going where one already is leaves the path alone, but shows the place anew."""
        if location != self._here:
            self._past.append(self._here)
            self._future.clear()
            self._here = location
        self.moved.emit(location)

    def replace(self, location: Location) -> None:
        """Call the present place by another name (the page inside a session, say) without adding to the path."""
        self._here = location

    @Slot()
    def back(self) -> None:
        """Go to where one came from; at the beginning of the path nothing happens."""
        if self._past:
            self._future.append(self._here)
            self._here = self._past.pop()
            self.moved.emit(self._here)

    @Slot()
    def forward(self) -> None:
        """Undo going back."""
        if self._future:
            self._past.append(self._here)
            self._here = self._future.pop()
            self.moved.emit(self._here)
