"""A whole course, page by page, from its cover to its last page and back to its cover."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from kursapp.demo import eyes, hands
from kursapp.demo.camera import LIGHT
from kursapp.demo.plan import Chapter, chapters, motifs, products, routes
from kursapp.demo.scenes import evaluation, own_words, quiz
from kursapp.demo.scenes.restarting import restart_and_go_on
from kursapp.demo.stage import Stage
from kursapp.demo.waiting import StuckError
from kursapp.domain.course import Course, Page, PageKind
from kursapp.services.open_course import OpenedCourse
from kursapp.ui.i18n import _
from kursapp.ui.participant.case_view import CaseView
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.participant.requirements import RequirementRow
from kursapp.ui.widgets.checklist_view import ChecklistView
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.reflection_view import ReflectionView
from kursapp.ui.widgets.workbook_view import WorkbookView


@dataclass(slots=True)
class Walk:
    """One course under way: the chapter one is in, what is pictured in it, and whether the lid has closed there."""

    opened: OpenedCourse
    products: frozenset[str]
    seen: Counter[str] = field(default_factory=Counter)
    motifs: dict[str, str] = field(default_factory=dict)
    chapter: str = ""
    lid_has_closed: bool = False

    def begin(self, chapter: Chapter) -> None:
        """Choose what is pictured in the next chapter."""
        pages = [page for head in chapter.sessions for page in self.opened.session(head.id).pages]
        self.motifs = motifs(pages, self.products, self.seen)
        self.chapter = chapter.name
        self.lid_has_closed = False

    def picture(self, stage: Stage, motif: str, what: str = "") -> None:
        """Take a picture of the window as it stands, if that page or item is one of the chapter's motifs."""
        if motif in self.motifs:
            stage.camera.one("-".join(part for part in (self.chapter, self.motifs[motif], what) if part))


def take_every_course(stage: Stage) -> None:
    """Take all courses on the shelf from their first page to their last, the longest first."""
    shelf = stage.driver.rest.courses.shelf()
    for opened in sorted(shelf, key=lambda each: -len(each.course.days())):
        take_course(stage, opened)


def take_course(stage: Stage, opened: OpenedCourse) -> None:
    """Take one course: do everything there is on every page, and see on the cover what of its requirements is met."""
    driver, course = stage.driver, opened.course
    walk = Walk(opened, products(course))
    driver.open_course(course.title)
    stage.camera.one(f"{course.id}-forside")
    driver.push(_("Begynn kurset"))
    for chapter in chapters(course):
        if walk.chapter:
            _rest(stage, walk)
            _go_on(stage, chapter)
        walk.begin(chapter)
        _take_chapter(stage, walk, chapter)
    driver.next_page()
    _see_what_is_met(stage, course)


def _take_chapter(stage: Stage, walk: Walk, chapter: Chapter) -> None:
    """Take the pages of a chapter in order; one comes in at its first page or at the last one before it."""
    for page_id in (page.id for head in chapter.sessions for page in head.pages):
        if stage.driver.page.ground.page.id != page_id:
            stage.driver.next_page()
        found = stage.driver.page.ground.page
        if found.id != page_id:
            raise StuckError(f"the page {page_id}: after the one before it comes {found.id}")
        _take_page(stage, walk, found)


def _rest(stage: Stage, walk: Walk) -> None:
    """See at Hjem how far one is, and change between light and dark colours."""
    driver = stage.driver
    driver.saved()
    driver.go_home()
    stage.camera.one(f"{walk.chapter}-hjem")
    driver.place(_("Innstillinger"))
    other = _("Mørkt") if driver.program.theme.name == LIGHT else _("Lyst")
    driver.choose(f"{_('Farger')}: {other}")
    driver.go_home()


def _go_on(stage: Stage, chapter: Chapter) -> None:
    """Go on where one left; to what opens some time after the course by looking it up, as the impatient may."""
    if chapter.opens_later:
        stage.driver.find_and_go(chapter.sessions[0].title)
    else:
        stage.driver.push(_("Fortsett"))


def _see_what_is_met(stage: Stage, course: Course) -> None:
    """See the requirements on the cover, and see them again after a restart."""
    driver = stage.driver
    driver.saved()
    before = _requirements(stage)
    _show_requirements(stage, course)
    driver.restart()
    driver.open_course(course.title)
    stage.summary.compare(f"{course.id}: requirements", before, _requirements(stage))
    stage.summary.requirements[course.id] = before
    stage.summary.unmet += [f"{course.title}: {line}" for line in before if not line.endswith(_("Oppfylt"))]


def _requirements(stage: Stage) -> list[str]:
    return [eyes.name_of(row) for row in stage.driver.all(RequirementRow)]


def _show_requirements(stage: Stage, course: Course) -> None:
    rows = stage.driver.all(RequirementRow)
    if rows:
        hands.bring_into_view(rows[-1])
    stage.camera.one(f"{course.id}-krav" if rows else f"{course.id}-ferdig")


# A page


def _take_page(stage: Stage, walk: Walk, page: Page) -> None:
    """Do everything there is to do on the page shown."""
    stage.summary.pages += 1
    match page.kind:
        case PageKind.QUIZ:
            quiz.pass_quiz(stage, page.id)
        case PageKind.EVALUATION:
            evaluation.fill_form(stage, page.id)
        case PageKind.TEXT:
            walk.picture(stage, page.id)
            for item_id in items_of(stage.driver.page):
                _do(stage, walk, item_id)


def items_of(page: PageView) -> list[str]:
    """Return the ids of what one can do on a page, from its top."""
    ids = [str(getattr(block, "id", "")) for block in page.ground.page.blocks]
    return [item_id for item_id in ids if page.body.item(item_id) is not None]


def _do(stage: Stage, walk: Walk, item_id: str) -> None:
    view = stage.driver.page.body.item(item_id)
    match view:
        case CaseView():
            _play(stage, walk, view)
            return
        case ReflectionView() if not walk.lid_has_closed:
            walk.lid_has_closed = True
            view = _lid_closes(stage, walk, item_id, view)
        case QWidget():
            _answer(stage, walk, view)
    if view is not None and item_id in walk.motifs:
        hands.bring_to_top(view, stage.driver.page)
        walk.picture(stage, item_id)


def _answer(stage: Stage, walk: Walk, view: QWidget) -> None:
    """Answer a question, write a reflection, fill in a workbook, or tick a list."""
    match view:
        case QuestionView():
            stage.summary.answered.append(stage.answering.answer(view))
        case ReflectionView():
            stage.writing.reflect(view, own_words.ANY_REFLECTION)
            stage.summary.written[view.reflection.id] = view.field.text()
        case WorkbookView():
            _fill_in(stage, view, whole=view.workbook.id in walk.products)
        case ChecklistView():
            stage.writing.tick(view, 2)


def _fill_in(stage: Stage, view: WorkbookView, *, whole: bool) -> None:
    """Fill in a workbook, all of it where the certificate asks for it, and mark it as finished."""
    fill = stage.writing.complete if whole or view.table is None else stage.writing.begin
    text = fill(view)
    stage.driver.push(_("Merk som ferdig"), view)
    stage.summary.written[view.workbook.id] = text


def _lid_closes(stage: Stage, walk: Walk, item_id: str, view: ReflectionView) -> ReflectionView:
    """Close the lid in the middle of a word, and write on where one was."""
    begun, rest = own_words.LID_CLOSES
    stage.writing.reflect(view, begun)
    restart_and_go_on(stage, f"{walk.chapter}: a sentence")
    hands.type_text(rest)
    again = stage.driver.page.body.item(item_id)
    assert isinstance(again, ReflectionView)
    stage.summary.compare(f"{walk.chapter}: the sentence, written to its end", begun + rest, again.field.text())
    stage.summary.written[item_id] = again.field.text()
    return again


# A case


def _play(stage: Stage, walk: Walk, view: CaseView) -> None:
    """Play a case to an ending, a good one where it has any, and see every scene that asks for something."""
    done: set[str] = set()
    ways = tuple(routes(view.case))
    for number, way in enumerate(ways, start=1):
        for step, choice_id in enumerate(way):
            _answer_scene(stage, walk, view, done)
            if number == len(ways) and step == len(way) // 2:
                hands.bring_to_top(view, stage.driver.page)
                walk.picture(stage, view.case.id, "midt-i")
            stage.driver.click(next(button for button in view.choices if button.choice.id == choice_id))
        _answer_scene(stage, walk, view, done)
        if number < len(ways):
            stage.driver.push(_("Start på nytt"), view)
    hands.bring_into_view(view.undo_button)
    walk.picture(stage, view.case.id, "slutt")
    stage.summary.cases[view.case.id] = list(ways[-1])


def _answer_scene(stage: Stage, walk: Walk, view: CaseView, done: set[str]) -> None:
    """Answer what the scene shown asks for, once."""
    kinds: tuple[type[QWidget], ...] = (QuestionView, ReflectionView, WorkbookView, ChecklistView)
    for each in [found for kind in kinds for found in stage.driver.all(kind, view)]:
        name = eyes.name_of(each)
        if name not in done:
            done.add(name)
            _answer(stage, walk, each)
