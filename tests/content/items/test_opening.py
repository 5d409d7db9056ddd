"""Which headings open items, and what the likeliest slips in them are read as."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kursapp.content.items import open_item
from kursapp.content.items.heading import keyword_of
from kursapp.content.source import read_lines
from kursapp.domain.course import Faulty, Prose
from kursapp.domain.question import ChoiceQuestion, Reflection

OPTIONS = "- [x] a\n- [ ] b\n"


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Spørsmål: Hva?", "question", "Hva?"),
        ("SPØRSMÅL 3: Hva?", "question", "Hva?"),
        ("**Spørsmål 3 (koble):** Hva: hvem?", "question", "Hva: hvem?"),
        ("**Spørsmål** (koble): Hva?", "question", "Hva?"),
        ("__Spørsmål: Hva?__", "question", "Hva?"),
        ("**Spørsmål** 3: **Viktig** ord", "question", "**Viktig** ord"),
        ("3. Spørsmål: Hva?", "question", "Hva?"),
        ("Question nr. 4: What?", "question", "What?"),
        ("Refleksjon: **Viktig** ord", "reflection", "**Viktig** ord"),
        ("Workbook: Plan", "workbook", "Plan"),
        ("Case: Fredag kl. 15.40", "case", "Fredag kl. 15.40"),
        ("Scene: Mandag", "scene", "Mandag"),
    ],
)
def test_keywords(text: str, name: str, title: str) -> None:
    """A keyword may be bold or numbered, in any language and case, and the title is what stands after the colon."""
    found = keyword_of(text, on_evaluation_page=False)
    assert found is not None
    assert (found.name, found.title, found.slip) == (name, title, "")


@pytest.mark.parametrize(
    ("text", "name", "slip"),
    [
        ("Sporsmål: Hva?", "question", "misspelt"),
        ("Spørsmaal: Hva?", "question", "misspelt"),
        ("Spoersmaal: Hva?", "question", "misspelt"),
        ("Spørmsål: Hva?", "question", "misspelt"),
        ("Refleksion: Hva?", "reflection", "misspelt"),
        ("Spørsmål - Hva?", "question", "dash"),
        ("Spørsmål (tall) – Hva?", "question", "dash"),
        ("Spørsmål 3", "question", "bare"),
    ],
)
def test_slips(text: str, name: str, slip: str) -> None:
    """A letter wrong, a dash for the colon, or no colon at all is told from plain words."""
    found = keyword_of(text, on_evaluation_page=False)
    assert found is not None
    assert (found.name, found.slip) == (name, slip)


@pytest.mark.parametrize(
    "text",
    [
        "Hva er et spørsmål?",
        "Spørsmålet: hva nå?",
        "Arbeidsboka: slik bruker du den",
        "Tre spørsmål: en, to, tre",
        "Skala: Hvor enig?",
        "Base: noe",
        "",
        ":",
        "**:** x",
        "Spørsmål og svar - en innføring",
    ],
)
def test_plain_words(text: str) -> None:
    """Inflected keywords, keywords in the middle and those of other pages are plain words."""
    assert keyword_of(text, on_evaluation_page=False) is None


def test_scales_count_only_on_evaluation_pages() -> None:
    """The keywords of a form are keywords there."""
    found = keyword_of("Skala: Hvor enig?", on_evaluation_page=True)
    assert found is not None
    assert found.name == "scale"


@pytest.mark.parametrize(
    ("heading", "code", "right"),
    [
        ("## Spørsmål: Hva?", "item-level", "### Spørsmål: Hva?"),
        ("###### Spørsmål: Hva?", "item-level", "##### Spørsmål: Hva?"),
        ("###Spørsmål: Hva?", "item-level", "### Spørsmål: Hva?"),
        ("### Sporsmål: Hva?", "misspelt-keyword", "### Spørsmål: Hva?"),
        ("### Spørsmål - Hva?", "no-colon", "### Spørsmål: Hva?"),
        ("### Spørsmål (drøft) – Hva?", "no-colon", "### Spørsmål (drøft): Hva?"),
        ("### Spørsmål 3", "no-colon", "### Spørsmål 3:"),
        ("### Spørsmål Hva?", "no-colon", "### Spørsmål: Hva?"),
        ("### Spørsmål (drøft) Hva?", "no-colon", "### Spørsmål (drøft): Hva?"),
        ("### Spørsmål (dilema): Hva?", "unknown-variant", None),
        ("### Spørsmål (kobl): Hva?", "unknown-variant", "### Spørsmål (koble): Hva?"),
    ],
)
def test_slips_are_repaired_in_one_step(read: Callable, heading: str, code: str, right: str | None) -> None:
    """Each slip is an error at its line that says how it should be written."""
    found = read(f"{heading}\n<!-- id: q -->\n{OPTIONS}")
    assert found.found(code).line == 1
    if right:
        assert found.repaired(code).splitlines()[0] == right


@pytest.mark.parametrize(
    "heading", ["## Spørsmål: Hva?", "###Spørsmål: Hva?", "### Sporsmål: Hva?", "### Spørsmål - Hva?"]
)
def test_slips_are_read_as_they_were_meant(page: Callable, heading: str) -> None:
    """The question is asked all the same, and there is no second finding about its options."""
    blocks, problems = page(f"Før.\n\n{heading}\n<!-- id: q -->\n{OPTIONS}\nEtter.\n")
    assert [type(block) for block in blocks] == [Prose, ChoiceQuestion, Prose]
    assert blocks[1].title == "Hva?"
    assert len([found for found in problems if found.code != "no-id"]) == 1


def test_a_heading_about_questions_needs_no_colon(page: Callable) -> None:
    """Words after the keyword make a question only where an option below is ticked."""
    blocks, problems = page("### Spørsmål vi ofte får\n- [ ] Lest\n\nSvar: ja.\n")
    assert not any(isinstance(block, ChoiceQuestion) for block in blocks)
    assert [found.code for found in problems if found.code != "no-id"] == []


def test_a_page_may_begin_with_a_keyword(context_of: Callable) -> None:
    """A page whose title begins like an item, but which holds items, is a page."""
    text = "## Refleksjon: hva tar du med?\nTekst.\n\n### Refleksjon: Ett ord\n<!-- id: r -->\nSkriv.\n"
    lines, problems = read_lines("a.md", text.encode())
    assert open_item(lines, 0, context_of(problems)) is None


def test_a_dash_after_other_keywords_is_only_noticed(page: Callable) -> None:
    """``### Refleksjon – hvorfor`` may well be a heading: it stays one, with a warning and a repair."""
    blocks, problems = page("### Refleksjon – hvorfor?\nTekst.\n")
    assert not any(isinstance(block, Reflection) for block in blocks)
    assert [found.code for found in problems] == ["looks-like-item"]


def test_a_bare_keyword_without_a_question_is_a_heading(page: Callable) -> None:
    """``### Spørsmål`` over plain text is a heading."""
    blocks, problems = page("### Spørsmål\nHar du noen?\n")
    assert all(isinstance(block, Prose) for block in blocks)
    assert problems == []


def test_settings_on_the_heading_line(read: Callable) -> None:
    """Settings at the end of the heading are read, and the repair moves them below."""
    found = read(f"### Spørsmål: Hva? <!-- id: q | poeng: 2 -->\n{OPTIONS}")
    assert (found.block.id, found.block.settings.points, found.block.title) == ("q", 2, "Hva?")
    assert found.codes == ["misplaced-settings"]
    assert read(found.repaired("misplaced-settings")).codes == []


def test_a_heading_without_words(read: Callable) -> None:
    """Nothing after the colon is warned about; the keyword stands in."""
    found = read(f"### Spørsmål:\n<!-- id: q -->\nHva?\n{OPTIONS}")
    assert (found.block.title, found.codes) == ("Spørsmål", ["no-title"])


def test_a_variant_of_something_else(read: Callable) -> None:
    """Only questions have variants."""
    assert read("### Refleksjon (par): Hva?\n<!-- id: r -->\nTekst.\n").codes == ["variant-not-here"]


def test_headings_and_rules_in_comments_and_fences(page: Callable) -> None:
    """What stands in a comment or a fence opens and ends nothing."""
    blocks, _ = page(
        "### Spørsmål: Hva?\n<!-- id: q -->\n<!--\n### Spørsmål: gammelt\n---\n-->\n```\n### Spørsmål: kode\n```\n"
        + OPTIONS
    )
    (question,) = blocks
    assert isinstance(question, ChoiceQuestion)
    assert len(question.options) == 2


def test_the_next_item_ends_this_one(page: Callable) -> None:
    """An item ends where the next one begins, also on a deeper level."""
    blocks, problems = page(
        f"### Spørsmål: En\n<!-- id: a -->\n{OPTIONS}\n#### Refleksjon: To\n<!-- id: b -->\nTekst.\n\n"
        f"### Spørsmål: Tre\n<!-- id: c -->\n{OPTIONS}"
    )
    assert [type(block) for block in blocks] == [ChoiceQuestion, Reflection, ChoiceQuestion]
    assert {found.code for found in problems} == {"no-id"}


def test_one_faulty_item_hides_nothing(page: Callable) -> None:
    """A faulty item is a box with its own text; what comes before and after it is read."""
    blocks, _ = page(f"Før.\n\n### Spørsmål: En\n- [ ] a\n- [ ] b\n\n### Spørsmål: To\n{OPTIONS}")
    assert [type(block) for block in blocks] == [Prose, Faulty, ChoiceQuestion]
    assert blocks[1].source == "### Spørsmål: En\n- [ ] a\n- [ ] b"
