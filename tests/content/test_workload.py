"""The minutes of a page: words, questions and exercises by the formula of the format."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kursapp.content.outline import page_head, session_head
from kursapp.content.workload import WORDS_A_MINUTE, is_off, longest_path, page_minutes, reading_minutes
from kursapp.domain.case import Case, Choice, Scene
from kursapp.domain.course import Page, Place, Prose, Rich, Session
from kursapp.domain.problem import Problem

Read = Callable[[str], tuple[Session, list[Problem]]]
HERE = Place("a.md", 1, 1)
QUESTION = "### Spørsmål: {0}\n<!-- id: {0}{1} -->\n- [x] ja\n- [ ] nei\n\n"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("ord " * 300, 1.5),
        ("> [!MERK]\n> " + "ord " * 100, 0.5),
        ("> [!KURSLEDER]\n> " + "ord " * 100, 0),
        ("> [!GRUPPE]\n> tid: 10\n> " + "ord " * 100, 10.5),
        ("> [!GRUPPE]\n> <!-- minutter: 25 -->\n> tid: 10\n> " + "ord " * 100, 25.5),
        (QUESTION.format("Q", ""), 0.75),
        (QUESTION.format("Q", " | minutter: 3"), 3),
        ("### Refleksjon: R\n<!-- id: r -->\n", 5),
        ("### Refleksjon: R\n<!-- id: r | minutter: 2,5 -->\n", 2.5),
        ("### Arbeidsbok: W\n<!-- id: w -->\nSkriv.\n", 15),
        ("### Arbeidsbok: W\n<!-- id: w | minutter: 20 -->\nSkriv.\n", 20),
        ("- [ ] " + "ord " * 200, 0),
        ("![" + "ord " * 200 + "](a.png)", 0),
        ("| ord | ord |\n|---|---|\n| ord | – |\n", 3 / 200),
    ],
)
def test_each_kind_of_block_counts_as_it_should(session: Read, text: str, minutes: float) -> None:
    """Running words at 200 a minute, exercises at their own minutes or the default for their kind."""
    read, _ = session(f"# T\n## Side\n{text}\n")
    assert page_minutes(read.pages[0]) == pytest.approx(minutes)


def test_a_page_s_own_minutes_come_on_top(session: Read) -> None:
    """A page may carry minutes for what is done on it without being written as an item."""
    read, _ = session("# T\n## Side\n<!-- minutter: 10 -->\n" + "ord " * 100)
    assert page_minutes(read.pages[0]) == pytest.approx(10.5)


def test_a_quiz_counts_the_questions_of_one_attempt(session: Read) -> None:
    """What is drawn, not what there is to draw from."""
    questions = "".join(QUESTION.format(name, "") for name in "ABCD")
    read, _ = session(f"# T\n## Quiz: A\n<!-- trekk: 2 -->\n{questions}\n## Quiz: B\n{questions}")
    assert [page_minutes(page) for page in read.pages] == [1.5, 3.0]


def test_every_statement_of_a_form_counts(session: Read) -> None:
    """Eighteen seconds for each answer that is asked for."""
    read, _ = session(
        "# T\n## Evaluering: E\n<!-- id: e | type: dag -->\n### Skala: S\n<!-- id: s -->\n"
        "| | 1 | 2 |\n|---|---|---|\n| a | | |\n"
        "| b | | |\n\n### Fritekst: F\n<!-- id: f -->\n"
    )
    assert page_minutes(read.pages[0]) == pytest.approx(0.9)


def case(ways: dict[str, str]) -> Case:
    scenes = tuple(
        Scene(name, name, HERE, (), tuple(Choice(f"{name}{to}", "", to) for to in targets))  # type: ignore[arg-type]
        for name, targets in ways.items()
    )
    return Case("a", "A", HERE, (), scenes)


@pytest.mark.parametrize(
    ("ways", "length"),
    [
        ({"a": ""}, 1),
        ({"a": "bc", "b": "", "c": "d", "d": ""}, 3),
        ({"a": "b", "b": "ca", "c": "a"}, 3),
        ({"a": "a"}, 1),
        ({"a": "x"}, 1),
        ({"a": "bcd", "b": "cd", "c": "d", "d": ""}, 4),
        ({}, 0),
    ],
)
def test_the_longest_way_through_a_case_never_goes_in_circles(ways: dict[str, str], length: int) -> None:
    """Ways back and dead targets add nothing; of several ways the longest counts."""
    assert longest_path(case(ways)) == length


def test_a_case_with_very_many_scenes_is_counted_in_reasonable_time() -> None:
    """Every scene leads to every later one: the number of ways is beyond counting, the longest is not."""
    names = [chr(0x4E00 + number) for number in range(150)]
    assert longest_path(case({name: "".join(names[at + 1 :]) for at, name in enumerate(names)})) == 150


@pytest.mark.parametrize(("workload", "minutes", "off"), [(57.5, 50, False), (57.6, 50, True), (42.5, 50, False)])
def test_fifteen_per_cent_either_way_is_near_enough(workload: float, minutes: float, off: bool) -> None:
    """At the limit it is near enough; a session that says nothing is never off."""
    assert is_off(workload, minutes) is off
    assert not is_off(workload, 0)


def test_reading_is_the_words_alone(session: Read) -> None:
    """A question takes time, but it is not read at two hundred words a minute; the outline tells the two apart."""
    read, _ = session("# T\n## Side\n" + "ord " * 300 + "\n\n### Refleksjon: R\n<!-- id: r -->\n")
    (head,) = session_head(read, page_head).pages
    assert (head.reading, head.workload) == (1.5, 6.5)
    assert head.line == 2


def test_a_text_of_nothing_but_signs_is_counted_at_once() -> None:
    """Twenty thousand signs without a letter among them are no word, and take no time to count."""
    place = Place("a.md", 1, 1)
    page = Page("p", "P", place, (Prose(place, Rich("", "&" * 200_000 + " ord –  – to")),))
    assert reading_minutes(page) == 2 / WORDS_A_MINUTE
