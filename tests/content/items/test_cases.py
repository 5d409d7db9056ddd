"""Cases: scenes, choices, effects and conditions, and what makes a case impossible to play."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from kursapp.content.items.conditions import ConditionError, read_condition
from kursapp.content.items.links import choice_link
from kursapp.domain.case import Axis, Case, Clause, Condition, Ending, Operator
from kursapp.domain.course import Faulty, Prose
from kursapp.domain.path import follow
from kursapp.domain.question import ChoiceQuestion
from kursapp.domain.record import CaseStep

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)

EXAMPLE = """\
### Case: Fredag kl. 15.40
<!-- id: case-fredag | akser: barnet 0…5, rettssikkerhet, ansatte, styring -->
Skolen ringer …

- [Be skolen sende skriftlig melding mandag](#scene-mandag) <!-- id: c1 -->
  > Meldingens alvor er ikke vurdert.
  > **Barnet −2:** ingen vet hvordan helgen blir.
  > **Rettssikkerhet −1:** umiddelbar oppfølging er ikke vurdert.
- [Snakk med barnet i dag](#scene-samtalen) <!-- id: c2 -->
  > **Ansatte +1:** noen spurte.
  > **Styring 0:** ingenting.

#### Scene: Mandag
<!-- id: s-mandag -->
…
- [Gå tilbake og vurder på nytt](#case-fredag) <!-- id: c3 -->

#### Scene: Samtalen
<!-- id: s-samtalen -->
En vanlig liste:

- Mor
- Far

##### Spørsmål: Hva nå?
<!-- id: q-naa -->
- [x] Ringe <!-- id: q-naa-a -->
- [ ] Vente <!-- id: q-naa-b -->

- [Treff akuttvedtak](#scene-vedtak) <!-- id: c4 | hvis: barnet >= 0 og valgt: c1 -->
- [Vent](#mandag) <!-- id: c5 -->

#### Scene: Vedtak
<!-- id: s-vedtak | slutt: god -->
"""


def test_the_example_of_the_format(read: Callable) -> None:
    """The format's own example, with an item inside a scene, is a case that can be played."""
    found = read(EXAMPLE)
    case = found.block
    assert isinstance(case, Case)
    assert found.problems == ()
    assert case.axes == (
        Axis("barnet", "barnet", 0, 5),
        Axis("rettssikkerhet", "rettssikkerhet"),
        Axis("ansatte", "ansatte"),
        Axis("styring", "styring"),
    )
    assert [(scene.id, scene.title, scene.ending) for scene in case.scenes] == [
        ("case-fredag", "Fredag kl. 15.40", None),
        ("s-mandag", "Mandag", None),
        ("s-samtalen", "Samtalen", None),
        ("s-vedtak", "Vedtak", Ending.GOOD),
    ]
    first, second = case.scenes[0].choices
    assert (first.id, first.target, second.target) == ("c1", "s-mandag", "s-samtalen")
    assert first.feedback.plain == "Meldingens alvor er ikke vurdert."
    assert [(effect.axis, effect.change) for effect in first.effects] == [("barnet", -2), ("rettssikkerhet", -1)]
    assert first.effects[0].reason.plain == "ingen vet hvordan helgen blir."
    assert case.scenes[1].choices[0].target == "case-fredag"


def test_choices_and_prose_in_a_scene(read: Callable) -> None:
    """Only list items that begin with a ``#`` link are choices, also after an item; other lists stay prose."""
    scene = read(EXAMPLE).block.scenes[2]
    assert [choice.id for choice in scene.choices] == ["c4", "c5"]
    assert scene.choices[1].target == "s-mandag"
    prose, question = scene.blocks
    assert isinstance(prose, Prose)
    assert "Far" in prose.text.plain
    assert isinstance(question, ChoiceQuestion)
    assert len(question.options) == 2
    assert scene.choices[0].condition == Condition(
        (Clause("barnet", Operator.AT_LEAST, 0), Clause(chosen="c1")), every=True
    )


def test_the_case_plays(read: Callable) -> None:
    """Taking the first choice and coming back moves the axes once and opens the hidden choice."""
    case = read(EXAMPLE).block
    taken = (("case-fredag", "c1"), ("s-mandag", "c3"), ("case-fredag", "c2"))
    path = follow(case, [CaseStep(scene, choice, NOW) for scene, choice in taken])
    assert [choice.id for choice in path.choices] == ["c4", "c5"]
    assert [value.value for value in path.axes] == [0, -1, 1, 0]


def case(*lines: str, axes: str = "barnet") -> str:
    return "\n".join(["### Case: Prøve", f"<!-- id: sak | akser: {axes} -->", *lines, ""])


ENDING = ["", "#### Scene: Slutt", "<!-- id: slutt | slutt: god -->", "Ferdig."]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (case("Bare tekst."), "case-without-choices", 1),
        (case("- [A](#scene-slut) <!-- id: a -->", *ENDING), "no-scene", 3),
        (case("- [A](#noe-helt-annet) <!-- id: a -->", *ENDING), "no-scene", 3),
    ],
)
def test_what_makes_a_case_impossible(read: Callable, text: str, code: str, line: int) -> None:
    """A case without choices, or with one that leads nowhere, becomes a box."""
    found = read(text)
    assert isinstance(found.block, Faulty)
    assert found.found(code).line == line


def test_a_link_after_renaming(read: Callable) -> None:
    """A link that nearly names a scene says which one, and the repair leads there."""
    found = read(case("- [A](#scene-slut) <!-- id: a -->", *ENDING))
    assert found.found("no-scene").value("nearest") == "scene-slutt"
    assert isinstance(read(found.repaired("no-scene")).block, Case)


@pytest.mark.parametrize("target", ["slutt", "scene-slutt", "Scene-Slutt", "scene%2Dslutt"])
def test_targets(read: Callable, target: str) -> None:
    """A target is an id, a whole heading slug, or the slug without its keyword."""
    assert read(case(f"- [A](#{target}) <!-- id: a -->", *ENDING)).block.scenes[0].choices[0].target == "slutt"


def test_an_id_comes_before_a_slug(read: Callable) -> None:
    """Where one scene's id is another one's slug, the id is meant."""
    found = read(
        case(
            "- [A](#mandag) <!-- id: a -->",
            "- [B](#s2) <!-- id: b -->",
            "#### Scene: Mandag",
            "<!-- id: s2 -->",
            "#### Scene: Tirsdag",
            "<!-- id: mandag -->",
        )
    )
    assert found.block.scenes[0].choices[0].target == "mandag"


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        (["- [A](#slutt) <!-- id: a -->", "  > **Barn −1:** x", *ENDING], "unknown-axis", 4),
        (["- [A](#slutt) <!-- id: a -->", "  > **Barnet 2:** x", *ENDING], "bad-effect", 4),
        (["- [A](#slutt) <!-- id: a -->", "  > **Barnet:** x", *ENDING], "bad-effect", 4),
        (["- [A](#slutt) <!-- id: a | hvis: barna > 1 -->", *ENDING], "unknown-axis", 3),
        (["- [A](#slutt) <!-- id: a | hvis: barnet mye -->", *ENDING], "bad-condition", 3),
        (
            ["- [A](#slutt) <!-- id: a | hvis: barnet > 1 og barnet < 3 eller barnet = 0 -->", *ENDING],
            "mixed-condition",
            3,
        ),
        (["- [A](#slutt) <!-- id: a | hvis: valgt: b -->", *ENDING], "unknown-choice", 3),
        (
            ["- [A](#slutt) <!-- id: a -->", *ENDING, "", "#### Scene: Ensom", "<!-- id: ensom -->"],
            "unreachable-scene",
            9,
        ),
        (["- [A](#slutt) <!-- id: a -->", *ENDING, "", "#### Vanlig", "Tekst."], "heading-in-item", 9),
        (["- [A](#slutt) <!-- id: a | hvis: barnet > 1 -->", *ENDING], "all-choices-hidden", 1),
        (["- [A](#slutt) <!-- id: a -->", *ENDING], "unused-axis", 1),
        (["- [A](#slutt) <!-- id: a -->", *ENDING, "- [B](#sak) <!-- id: b -->"], "ending-with-choices", 5),
    ],
)
def test_what_is_wrong_in_a_case(read: Callable, lines: list[str], code: str, line: int) -> None:
    """Each thing that can be wrong in a case is found at its line, and the case stands."""
    found = read(case(*lines))
    assert isinstance(found.block, Case)
    assert found.found(code).line == line


def test_a_circle_with_no_way_out(read: Callable) -> None:
    """Scenes one can enter and never leave are named."""
    found = read(
        case(
            "- [A](#slutt) <!-- id: a -->",
            "- [B](#ring) <!-- id: b -->",
            *ENDING,
            "#### Scene: Ring",
            "<!-- id: ring -->",
            "- [Rundt](#rundt) <!-- id: c -->",
            "#### Scene: Rundt",
            "<!-- id: rundt -->",
            "- [Ring](#ring) <!-- id: d -->",
        )
    )
    assert found.found("no-way-out").value("scenes") == "«Ring», «Rundt»"


def test_choices_that_between_them_cover_every_case(read: Callable) -> None:
    """Conditions that leave one choice open whatever the axes show hide nothing."""
    found = read(
        case(
            "- [A](#slutt) <!-- id: a | hvis: barnet < 1 -->",
            "  > **Barnet +1:** x",
            "- [B](#slutt) <!-- id: b | hvis: barnet >= 1 -->",
            *ENDING,
            axes="barnet 0…3",
        )
    )
    assert found.codes == []


def test_a_scene_on_the_level_of_its_case(read: Callable) -> None:
    """A scene with too few marks stays in its case, and the repair adds the mark."""
    found = read(case("- [A](#slutt) <!-- id: a -->", "### Scene: Slutt", "<!-- id: slutt -->"))
    assert [scene.id for scene in found.block.scenes] == ["sak", "slutt"]
    assert "#### Scene: Slutt" in found.repaired("item-level")


def test_an_item_on_the_level_of_scenes(read: Callable) -> None:
    """An item inside a scene stands on level 5; one with too few marks is read, and repaired."""
    found = read(case("#### Refleksjon: Hm", "<!-- id: r -->", "Tekst.", "", "- [A](#slutt) <!-- id: a -->", *ENDING))
    assert "item-level" in found.codes
    assert "##### Refleksjon: Hm" in found.repaired("item-level")
    assert [block.id for block in found.block.scenes[0].blocks] == ["r"]


def test_a_scene_without_a_case(page: Callable) -> None:
    """A scene that stands alone is a box of its own."""
    blocks, problems = page("Tekst.\n\n#### Scene: Mandag\nTekst.\n")
    assert blocks[-1].codes == ("scene-outside-case",)
    assert problems


def test_ids_of_scenes_and_choices_are_written(read: Callable) -> None:
    """Repairs write the ids of a case, its scenes and its choices; then nothing is missing."""
    found = read(
        "### Case: Prøve\nTekst.\n\n- [A](#scene-slutt)\n  > Ja.\n- [En lang\n  vei](#scene-slutt)\n\n"
        "#### Scene: Slutt\nFerdig.\n"
    )
    assert [choice.text.plain for choice in found.block.scenes[0].choices] == ["A", "En lang vei"]
    repaired = found.repaired("no-id")
    assert read(repaired).problems == ()
    assert "- [A](#scene-slutt) <!-- id: d1-side-proeve-a -->" in repaired


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("barnet >= 0 og valgt: c1", Condition((Clause("barnet", Operator.AT_LEAST, 0), Clause(chosen="c1")))),
        ("a < 1 eller b ≤ −2", Condition((Clause("a", Operator.LESS, 1), Clause("b", Operator.AT_MOST, -2)), False)),
        ("lov og rett = 1 og valgt:x", Condition((Clause("lov og rett", Operator.EQUAL, 1), Clause(chosen="x")))),
        ("chosen: c1 or a>3", Condition((Clause(chosen="c1"), Clause("a", Operator.MORE, 3)), False)),
    ],
)
def test_conditions(text: str, condition: Condition) -> None:
    """Comparisons and ``valgt`` joined by og or eller, in words of any language."""
    assert read_condition(text) == condition


@pytest.mark.parametrize("text", ["", "og", "barnet", "valgt:", "a > b", "a > 1 og", "a > 1 b < 2"])
def test_what_is_no_condition(text: str) -> None:
    """Half a condition is none."""
    with pytest.raises(ConditionError):
        read_condition(text)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("[A](#b)", ("A", "b")),
        ("[A [b] c](#d) e", ("A [b] c e", "d")),
        (r"[A \] b](<#c>)", (r"A \] b", "c")),
        ("[A](b.md#c)", None),
        ("[A](https://x.no/#c)", None),
        ("[A]", None),
        ("[A](#c", None),
        ("A (#c)", None),
    ],
)
def test_choice_links(text: str, link: tuple[str, str] | None) -> None:
    """A choice begins with a link whose target begins with ``#``."""
    found = choice_link(text)
    assert (found and (found.text, found.target)) == link
