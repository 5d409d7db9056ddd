"""What can be written where the cursor is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.keywords import SETTINGS
from kursapp.services.completing import Completion, complete, may_begin, narrowed
from kursapp.services.names import Named, Names
from kursapp.texts.setting_words import SETTING_WORDS

NAMES = Names(
    "nb",
    (
        Named("dag-1/01.md", "Økt 1"),
        Named("dag-1/quiz.md", "Quiz"),
        Named("evaluering/for.md", "Før"),
        Named("kurs.md"),
    ),
    (Named("media/kart.png", "image"), Named("media/to barn.png", "image")),
    {
        "dag-1/01.md": (Named("side", "Side"), Named("d1-forst", "Hva først?")),
        "dag-1/quiz.md": (Named("quiz-dag-1", "Quiz"),),
    },
    (Named("undersøkelse", "Å finne ut hva som skjer"), Named("Statsforvalteren", "Fører tilsyn")),
    (Named("F1-08", "Fristen er én uke"), Named("F1-09", "Undersøkelsen tar tre måneder")),
    (Named("d1-m1", "forklare formålet"), Named("d1-m2", "finne fristen")),
    (Named("eval-for", "Før kurset"),),
    (Named("d1"), Named("d2")),
)

CASE = """## Side
### Case: Fredag
<!-- id: case-fredag | akser: barnet 0…5, rettssikkerhet -->
Skolen ringer.

- [Vent](#scene-mandag) <!-- id: c1 -->

#### Scene: Mandag
- [Gå|](#case-fredag)
""".replace("|](", "](")


def at(text: str, file: str = "dag-1/01.md") -> Completion | None:
    """Complete where ``▮`` stands in a text."""
    lines = text.split("\n")
    number, column = next((n, line.index("▮") + 1) for n, line in enumerate(lines, start=1) if "▮" in line)
    return complete([line.replace("▮", "") for line in lines], number, column, file=file, names=NAMES)


def offered(text: str, file: str = "dag-1/01.md") -> list[str]:
    """Return the texts that are offered where ``▮`` stands."""
    found = at(text, file)
    return [offer.text for offer in found.offers] if found else []


def test_keys_are_those_of_the_heading() -> None:
    """A reflection has no points; a key that stands alone has no colon."""
    assert offered("## S\n### Refleksjon: R\n<!-- ▮") == ["id: ", "mål: ", "minutter: ", "fakta: "]
    assert "poeng: " in offered("## S\n### Spørsmål: R\n<!-- id: x | ▮ -->")
    assert offered("## S\n### Spørsmål: R\n- [ ] A <!-- ▮") == ["id: ", "fast"]


def test_every_key_says_what_it_means() -> None:
    """In the reader's language, also where the course's is another; a key that is set already is not offered."""
    assert set(SETTING_WORDS) == set(SETTINGS.names())
    found = complete(["## S", "<!-- id: x | m"], 2, 15, file="a.md", names=Names("en"), language="nn")
    assert found is not None
    assert [(offer.text, offer.about) for offer in found.offers] == [("minutes: ", "kor lang tid det tek")]


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ("<!-- id: x |", True),
        ("tekst <!-- id: x --> en, to", False),
        ("En setning, og mer (", False),
        ("Se [kurset](", True),
        ("Se [kurset](a.md#", True),
        ("> [!", True),
        ("Se [kurset](a.md) (", False),
    ],
)
def test_it_begins_by_itself_where_only_certain_things_can_stand(left: str, expected: bool) -> None:
    """A comma in a sentence is a comma."""
    assert may_begin(left) is expected


def test_a_key_that_is_begun_is_completed() -> None:
    """What is there already is put aside, from where it begins."""
    found = at("## Quiz: Q\n<!-- id: q | bes▮")
    assert found is not None
    assert (found.start, found.wanted, [offer.text for offer in found.offers]) == (14, "bes", ["bestått: "])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tekst\n<!-- fakta: ▮", ["F1-08", "F1-09"]),
        ("Tekst\n<!-- fakta: F1-08, ▮ -->", ["F1-08", "F1-09"]),
        ("### Spørsmål: x\n<!-- mål: d1-m2▮", []),
        ("### Spørsmål: x\n<!-- mål: ▮ | id: x -->", ["d1-m1", "d1-m2"]),
        ("## Quiz: Q\n<!-- visning: ▮", ["straks", "til slutt"]),
        ("## Quiz: Q\n<!-- trekk: ▮", ["d1 ", "d2 "]),
        ("## Evaluering: E\n<!-- type: ▮", ["før", "dag", "etter", "oppfølging"]),
        ("## Evaluering: E\n<!-- samme som: ▮", ["eval-for"]),
        ("### Spørsmål: x\n<!-- stokk: ▮", ["ja", "nei"]),
        ("### Spørsmål: x\n<!-- form: ▮", ["A", "B"]),
        ("### Spørsmål: x\n<!-- poeng: ▮", []),
        ("| Rad <!-- ▮ --> | |", ["id: "]),
        ("### Skala: x\n## Side\n<!-- id: a\n  | ▮", ["mål: ", "minutter: ", "fakta: "]),
    ],
)
def test_values_are_those_of_the_key(text: str, expected: list[str]) -> None:
    """Each key offers what it can be; a number is nobody's to guess."""
    assert offered(text) == expected


def test_a_question_on_a_form_measures_a_row_of_it() -> None:
    """The statements above it are offered by their ids, each with its words."""
    text = "## Evaluering: E\n### Skala: S\n| | a | b |\n|---|---|---|\n| Frist <!-- id: a1 --> | | |\n"
    found = at(f"{text}\n### Spørsmål: Q\n<!-- måler: ▮")
    assert found is not None
    assert [(offer.text, offer.about) for offer in found.offers] == [("a1", "Frist")]


def test_links_lead_to_files_and_places() -> None:
    """Paths are written from the file one is in; after ``#`` stand the ids of that file."""
    assert offered("Se [quizen](▮")[:2] == ["quiz.md", "../evaluering/for.md"]
    assert "01.md" not in offered("Se [quizen](▮")
    assert offered("Se [quizen](quiz.md#▮)") == ["quiz-dag-1"]
    assert offered("Se [over](#▮)") == ["side", "d1-forst"]
    assert offered("1. [Økt](▮", "kurs.md") == ["dag-1/01.md", "dag-1/quiz.md", "evaluering/for.md"]
    assert offered("Se [kartet](ingen.md#▮)") == []


def test_a_picture_is_one_of_the_courses() -> None:
    """A space in a path is written as a link must have it."""
    assert offered("![Kart](▮)") == ["../media/kart.png", "../media/to%20barn.png"]


def test_in_a_case_its_scenes_come_first() -> None:
    """Also those below the cursor; the case itself is its first scene."""
    text = CASE.replace("(#scene-mandag)", "(#▮)")
    assert offered(text)[:2] == ["case-fredag", "scene-mandag"]
    assert offered(text.replace("(#▮)", "(▮)"))[:2] == ["#case-fredag", "#scene-mandag"]


def test_a_condition_names_axes_scenes_and_choices() -> None:
    """Without the range an axis may have; a choice by its id."""
    text = CASE.replace("- [Gå](#case-fredag)", "- [Gå](#case-fredag) <!-- hvis: barnet >= 0 og ▮ -->")
    assert offered(text) == ["barnet", "rettssikkerhet", "case-fredag", "scene-mandag", "c1"]


def test_headings_are_begun_with_the_words_that_mean_something_there() -> None:
    """A scene in a case, Skala on a form, and never an item on the cover."""
    assert offered("## ▮") == ["Quiz: ", "Evaluering: "]
    assert "Case: " in offered("## S\n### ▮")
    assert "Skala: " not in offered("## S\n### ▮")
    assert "Skala: " in offered("## Evaluering: E\n### ▮")
    assert offered(CASE + "\n#### ▮") == ["Scene: "]
    assert "Quiz: " not in offered("## ▮", "kurs.md")


def test_a_variant_stands_in_parentheses() -> None:
    """The kinds of question there are."""
    assert offered("### Spørsmål (ko▮") == ["koble", "kortsvar"]
    assert "koble" not in offered("### Refleksjon (▮")


def test_a_call_out_is_one_of_the_kinds() -> None:
    """In capitals, as they are written."""
    assert offered("> [!V▮")[0] == "VIKTIG"
    assert len(offered("> [!▮")) == 9


def test_terms_are_offered_in_prose() -> None:
    """Those that begin with the word first, then those that hold it, in words or explanation."""
    found = at("En under▮")
    assert found is not None
    assert not found.is_sure
    assert (found.start, [offer.text for offer in found.offers]) == (4, ["undersøkelse"])
    assert offered("tilsyn▮") == ["Statsforvalteren"]
    assert offered("```\nunder▮\n```") == []


def test_front_matter_has_its_own_keys() -> None:
    """Those of the cover on the cover; goals below their key."""
    assert offered("---\nm▮\n---\n")[:2] == ["minutter: ", "mål: "]
    assert offered("---\nsp▮\n---\n# K", "kurs.md") == ["språk: "]
    assert offered("---\nspråk: ▮\n---\n", "kurs.md") == ["nb", "nn", "en"]
    assert offered("---\nmål:\n  - d1-m1\n  - ▮\n---\n") == ["d1-m1", "d1-m2"]
    assert offered("---\nid:\n  - ▮\n---\n") == []


def test_offers_are_in_the_courses_language() -> None:
    """An English course gets English keys."""
    found = complete(["## Quiz: Q", "<!-- p"], 2, 7, file="a.md", names=Names("en"))
    assert found is not None
    assert [offer.text for offer in found.offers][:1] == ["pass: "]


def test_writing_on_narrows_the_offers() -> None:
    """Until none fits, or what is written is the only one."""
    found = at("<!-- fakta: ▮")
    assert found is not None
    less = narrowed(found, "F1-09")
    assert less is None
    assert [offer.text for offer in (narrowed(found, "måneder") or found).offers] == ["F1-09"]
    assert narrowed(found, "zz") is None


def test_lines_far_up_are_not_needed() -> None:
    """The cursor in the middle of a file, with only the lines around it at hand."""
    found = complete(["### Refleksjon: R", "<!-- "], 5_001, 6, file="a.md", names=NAMES, first=5_000)
    assert found is not None
    assert found.offers[0].text == "id: "


@given(st.lists(st.text(alphabet="ab#[]()!<>-:|;, \t`\u00a0æ", max_size=30), min_size=1, max_size=6), st.data())
def test_any_text_can_be_asked_about(texts: list[str], data: st.DataObject) -> None:
    """Nothing that can stand to the left of a cursor breaks it, and what it would replace is what stands there."""
    number = data.draw(st.integers(1, len(texts)))
    column = data.draw(st.integers(1, len(texts[number - 1]) + 1))
    found = complete(texts, number, column, file="a.md", names=NAMES)
    if found is not None:
        assert texts[number - 1][found.start - 1 : column - 1] == found.wanted
