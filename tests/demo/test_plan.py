"""What the tour of a whole course finds in the course's own structure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from kursapp.demo import plan
from kursapp.domain.case import Axis, Case, Choice, Clause, Condition, Effect, Ending, Operator, Scene
from kursapp.domain.course import (
    Block,
    Course,
    Figure,
    Module,
    Page,
    PageKind,
    Place,
    Requirement,
    RequirementKind,
    Rich,
    SessionHead,
)
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, NumberQuestion, Reflection, Workbook, WorkbookKind

HERE = Place("okt.md", 1, 1)
ALWAYS = Condition()


def course(*modules: Module, requirements: tuple[Requirement, ...] = ()) -> Course:
    """Return a course of these modules."""
    return Course("kurset", "1.0.0", "Kurset", modules, requirements=requirements)


def module(module_id: str, *, day: int | None = None, bank: bool = False) -> Module:
    """Return a module of one session."""
    return Module(module_id, module_id, (SessionHead(module_id, "x.md", module_id, 5, ()),), day=day, bank=bank)


def page(page_id: str, *blocks: Block, kind: PageKind = PageKind.TEXT) -> Page:
    """Return a page with these blocks."""
    return Page(page_id, page_id, HERE, blocks, kind)


def single(question_id: str, kind: ChoiceKind = ChoiceKind.SINGLE) -> ChoiceQuestion:
    """Return a question one chooses an answer to."""
    return ChoiceQuestion(question_id, "?", HERE, kind, ())


def workbook(workbook_id: str) -> Workbook:
    """Return a workbook of one text."""
    return Workbook(workbook_id, "", HERE, WorkbookKind.TEXT)


def scene(scene_id: str, *choices: Choice, blocks: tuple[Block, ...] = (), ending: Ending | None = None) -> Scene:
    """Return a scene with these choices, or an ending."""
    return Scene(scene_id, scene_id, HERE, blocks, choices, ending)


def choice(choice_id: str, target: str, *, push: int = 0, condition: Condition = ALWAYS) -> Choice:
    """Return a choice that leads to a scene, and may push the axis «barnet»."""
    effects = (Effect("barnet", push),) if push else ()
    return Choice(choice_id, Rich(plain=choice_id), target, effects=effects, condition=condition)


def case(*scenes: Scene) -> Case:
    """Return a case of these scenes."""
    return Case("case", "Case", HERE, (Axis("barnet", "Barnet"),), scenes)


def test_each_day_is_a_chapter_and_so_is_what_stands_around_the_days() -> None:
    """Banks are none, and the names of the pictures' files need no letters of one language."""
    found = plan.chapters(
        course(module("før-kurset"), module("en", day=1), module("to", day=2), module("bank", bank=True))
    )
    assert [chapter.name for chapter in found] == ["for-kurset", "dag-1", "dag-2"]
    assert [[head.id for head in chapter.sessions] for chapter in found] == [["før-kurset"], ["en"], ["to"]]


@pytest.mark.parametrize("days", [(), (1,)])
def test_a_course_of_one_day_or_none_is_one_chapter(days: tuple[int, ...]) -> None:
    """Its parts together have the pictures of one day."""
    modules = [module(f"dag-{day}", day=day) for day in days]
    (chapter,) = plan.chapters(course(*modules, module("etter"), module("bank", bank=True)))
    assert chapter.name == "kurset"
    assert [head.id for head in chapter.sessions] == [each.id for each in modules] + ["etter"]


def test_what_opens_some_time_after_a_course_is_a_chapter_one_is_not_led_to() -> None:
    """In a course of days as in one without."""
    later = replace(module("siden"), opens_after_days=90)
    for days, itself in (((1, 2), ["dag-1", "dag-2"]), ((), ["kurset"])):
        parts = [module(f"dag-{day}", day=day) for day in days] or [module("del-1")]
        found = plan.chapters(course(*parts, later))
        assert [chapter.opens_later for chapter in found] == [False] * len(itself) + [True]
        assert [chapter.name for chapter in found[:-1]] == itself
        assert [head.id for head in found[-1].sessions] == ["siden"]


def test_the_products_are_the_workbooks_asked_for() -> None:
    """Neither quizzes nor reflections are."""
    lines = (
        Requirement(RequirementKind.QUIZ, "Quiz", "quiz"),
        Requirement(RequirementKind.WORKBOOK, "Kart", "wb-kart"),
        Requirement(RequirementKind.REFLECTIONS, "Alle"),
    )
    assert plan.products(course(requirements=lines)) == {"wb-kart"}


def test_one_of_each_kind_is_pictured() -> None:
    """The first of each, but of the workbooks the one that is asked for; nothing of a quiz."""
    reflections = [Reflection(f"rf-{number}", "", HERE) for number in (1, 2)]
    pages = (
        page("lest", *reflections, workbook("wb-1")),
        page("sett", Figure(HERE, "a.svg", "a"), workbook("wb-2")),
        page("prøvd", single("q-quiz"), kind=PageKind.QUIZ),
    )
    assert plan.motifs(pages, {"wb-2"}, Counter()) == {
        "sett": plan.FIGURE,
        "rf-1": plan.REFLECTION,
        "wb-2": plan.WORKBOOK,
    }


def test_the_kinds_of_questions_take_turns() -> None:
    """A kind that has been pictured waits until the others have been."""
    questions = (
        single("a"),
        single("b"),
        NumberQuestion("c", "", HERE, "1", "1", "1"),
        single("d", ChoiceKind.DILEMMA),
    )
    seen: Counter[str] = Counter()
    assert set(plan.motifs((page("en", *questions),), (), seen)) == {"a", "c"}
    assert set(plan.motifs((page("to", *questions),), (), seen)) == {"d", "a"}


def test_a_case_is_played_to_a_good_ending_by_the_shortest_way() -> None:
    """A poor ending that is nearer is not what is shown."""
    played = case(
        scene("case", choice("kort", "dårlig"), choice("lang", "midt")),
        scene("midt", choice("videre", "god"), choice("tilbake", "case")),
        scene("god", ending=Ending.GOOD),
        scene("dårlig", ending=Ending.SERIOUS),
    )
    assert list(plan.routes(played)) == [("lang", "videre")]


def test_a_case_without_a_good_ending_is_played_to_the_nearest_one() -> None:
    """Any ending ends it."""
    played = case(scene("case", choice("a", "åpen")), scene("åpen"))
    assert list(plan.routes(played)) == [("a",)]


def test_a_way_that_must_be_opened_first_is_found() -> None:
    """The choice that leads on is hidden until another has moved the axis, which leads back to the same scene."""
    opens = Condition((Clause("barnet", Operator.AT_LEAST, 1),))
    played = case(
        scene("case", choice("ring", "case", push=1), choice("gå", "god", condition=opens), choice("la være", "svak")),
        scene("god", ending=Ending.GOOD),
        scene("svak", ending=Ending.WEAK),
    )
    assert list(plan.routes(played)) == [("ring", "gå")]


def test_scenes_that_ask_for_something_are_seen_on_the_way() -> None:
    """A reflection off the good way is visited first; one on it costs no way of its own."""
    asks = (Reflection("rf", "", HERE),)
    played = case(
        scene("case", choice("a", "omvei"), choice("b", "god"), blocks=asks),
        scene("omvei", choice("c", "case"), blocks=asks),
        scene("god", ending=Ending.GOOD, blocks=asks),
    )
    assert list(plan.routes(played)) == [("a",), ("b",)]
