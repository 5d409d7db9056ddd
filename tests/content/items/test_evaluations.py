"""The items of evaluation forms, and what can only be seen of a whole form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kursapp.content.items import check_form
from kursapp.domain.course import Faulty, Prose
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind

SCALE = """\
### Skala: Hvor enig er du?
<!-- id: enig | tema: Nytte -->
| | Svært uenig | Uenig | Verken eller | Enig | Svært enig | Vet ikke |
|---|---|---|---|---|---|---|
| Innholdet var relevant for jobben min <!-- id: relevans ; område: A --> | | | | | | |
| Jeg kjedet meg <!-- id: kjedelig ; snu: ja --> | | | | | | |
"""


def scale(head: str = "| | Uenig | Enig |", *rows: str, keyword: str = "Skala") -> str:
    line = "|" + "---|" * (head.count("|") - 1)
    return "\n".join([f"### {keyword}: Hva?", "<!-- id: x -->", head, line, *rows, ""])


def test_the_example_of_the_format(read: Callable) -> None:
    """Steps count from the left, the last column stands apart, rows have ids, areas and direction."""
    found = read(SCALE, evaluation=True)
    item = found.block
    assert isinstance(item, EvaluationItem)
    assert found.problems == ()
    assert (item.id, item.item, item.theme) == ("enig", EvaluationKind.SCALE, "Nytte")
    assert item.steps == ("Svært uenig", "Uenig", "Verken eller", "Enig", "Svært enig")
    assert item.apart == "Vet ikke"
    assert [(one.id, one.area, one.reversed) for one in item.statements] == [
        ("relevans", "A", False),
        ("kjedelig", "", True),
    ]
    assert item.answer_ids() == ("relevans", "kjedelig")


def test_before_and_now(read: Callable) -> None:
    """``Før og nå`` reads the same table, in any language."""
    for keyword in ("Før og nå", "Før og no", "Before and now"):
        found = read(scale("| | Lite | Mye |", "| Jeg kan <!-- id: a --> | | |", keyword=keyword), evaluation=True)
        assert found.block.item is EvaluationKind.BEFORE_NOW
        assert found.block.apart == ""


@pytest.mark.parametrize(
    "line",
    [
        "Fra 1 (svært uenig) til 5 (svært enig)",
        "Frå 1 (svært uenig) til 5 (svært enig).",
        "From 1 (svært uenig) to 5 (svært enig)",
    ],
)
def test_a_scale_of_one_line(read: Callable, line: str) -> None:
    """Without a table the heading itself is the statement, and the line says the steps."""
    item = read(f"### Skala: Jeg lærte noe\n<!-- id: x -->\n{line}\n", evaluation=True).block
    assert item.steps == ("1", "2", "3", "4", "5")
    assert (item.low_label, item.high_label) == ("svært uenig", "svært enig")
    assert [(one.id, one.text.plain) for one in item.statements] == [("x", "Jeg lærte noe")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (scale("| | Uenig | Vet ikke | Enig |", "| a | | | |"), "apart-not-last"),
        (scale("| | Vet ikke | Ikke relevant |", "| a | | |"), "apart-not-last"),
        (scale("| | Enig |", "| a | |"), "scale-steps"),
        (scale("|" + " |" + " x |" * 12, "| a |"), "scale-steps"),
        (scale(), "no-statements"),
        (scale("| | Uenig | Enig |", "| | | |"), "empty-statement"),
        ("### Skala: Hva?\nTekst.\n", "no-scale"),
        ("### Skala: Hva?\nFra 1 (lite) til 1 (mye)\n", "scale-steps"),
        ("### Skala: Hva?\nFra 1 (lite) til 20 (mye)\n", "scale-steps"),
        ("### Valg: Hva?\nTekst.\n", "no-options"),
        ("### Valg: Hva?\n- a\n", "one-option"),
        ("### Rangering: Hva?\n" + "- a\n" * 7, "too-many-ranked"),
        ("### Tall: Hvor mange?\nFra 10 til 0\n", "range-reversed"),
    ],
)
def test_items_nobody_could_answer(read: Callable, text: str, code: str) -> None:
    """An item of a form that cannot be answered becomes a box with the fault."""
    found = read(text, evaluation=True)
    assert isinstance(found.block, Faulty)
    assert found.block.codes == (code,)


def test_choices(read: Callable) -> None:
    """Options may be any kind of list; ``Annet: ___`` opens a short text."""
    found = read(
        "### Flervalg: Hva hjalp?\n<!-- id: hjelp | må: ja -->\n"
        "- Casene <!-- id: h1 -->\n- [ ] Quizen <!-- id: h2 -->\n- Annet: ___ <!-- id: h3 -->\n",
        evaluation=True,
    )
    item = found.block
    assert (item.item, item.required) == (EvaluationKind.MULTIPLE, True)
    assert [(option.id, option.text.plain, option.other) for option in item.options] == [
        ("h1", "Casene", False),
        ("h2", "Quizen", False),
        ("h3", "Annet", True),
    ]
    assert found.problems == ()


def test_a_list_with_dashes(read: Callable) -> None:
    """Where only a list can be meant, Word's dashes are read as its marks, with a repair."""
    found = read("### Valg: Hva?\n<!-- id: x -->\n– Under ett år\n– Mer\n", evaluation=True)
    assert [option.text.plain for option in found.block.options] == ["Under ett år", "Mer"]
    assert found.repaired("odd-option").endswith("- Under ett år\n- Mer\n")


def test_a_key_in_a_form(read: Callable) -> None:
    """A ticked option in a form is an error with a repair, and the option stands."""
    found = read("### Valg: Hva?\n<!-- id: x -->\n- [x] a\n- [ ] b\n", evaluation=True)
    assert found.codes == ["key-in-evaluation"]
    assert len(found.block.options) == 2
    assert "- a\n" in found.repaired("key-in-evaluation")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "### Valg: Hva?\n<!-- id: x | bakgrunn: ja -->\n" + "".join(f"- {n}\n" for n in range(6)),
            "background-options",
        ),
        ("### Fritekst: Hva?\n<!-- id: x | bakgrunn: ja -->\n", "background-kind"),
        ("### Valg: Hva?\n<!-- id: x | bakgrunn: ja -->\n- a\n- Annet: ___\n", "other-not-here"),
        (scale("| | Uenig | Enig |", "| a | x | |"), "scale-cell-text"),
        ("### Fritekst: Hva?\n<!-- id: x -->\nTekst.\n\n> **Hint:** Skriv pent.\n", "label-not-here"),
        ("### Valg: Hva?\n<!-- id: x -->\n- a\n  > Bra.\n- b\n", "feedback-not-here"),
        ("### Valg: Hva?\n<!-- id: x | poeng: 2 -->\n- a\n- b\n", "setting-not-here"),
    ],
)
def test_what_does_not_belong_in_a_form(read: Callable, text: str, code: str) -> None:
    """Keys, feedback and fine-grained backgrounds have no place in a form."""
    found = read(text, evaluation=True)
    assert code in found.codes
    assert isinstance(found.block, EvaluationItem)


def test_numbers_rankings_and_texts(read: Callable) -> None:
    """A number may have a range, a ranking has options, a text may be short."""
    number = read(
        "### Tall: Hvor trygg?\n<!-- id: a -->\nFra 0 (ikke i det hele tatt) til 10 (svært)\n", evaluation=True
    ).block
    assert (number.low, number.high, number.high_label) == (0, 10, "svært")
    anything = read("### Tall: Hvor mange?\n<!-- id: a -->\n", evaluation=True).block
    assert (anything.low, anything.high) == (None, None)
    ranking = read("### Rangering: Hva først?\n<!-- id: a -->\n1. x\n2. y\n", evaluation=True).block
    assert [option.text.plain for option in ranking.options] == ["x", "y"]
    short = read("### Fritekst: Ett ord?\n<!-- id: a -->\nFor deg selv.\n\nKort\n", evaluation=True).block
    assert (short.short, short.stem.plain) == (True, "For deg selv.")


def test_the_keywords_count_only_in_a_form(page: Callable) -> None:
    """On another page ``### Valg:`` is an ordinary heading."""
    blocks, _ = page("### Valg: Hva?\n- a\n- b\n")
    assert all(isinstance(block, Prose) for block in blocks)


def test_prose_between_items(page: Callable) -> None:
    """Prose after an item belongs to the page."""
    blocks, _ = page(SCALE + "\nVidere.\n", evaluation=True)
    assert [type(block) for block in blocks] == [EvaluationItem, Prose]


FORM = """\
### Valg: En
<!-- id: a | bakgrunn: ja -->
- 1
- 2

### Valg: To
<!-- id: b | bakgrunn: ja -->
- 1
- 2

### Valg: Tre
<!-- id: c | bakgrunn: ja -->
- 1
- 2

### Skala: Fire
<!-- id: d -->
| | Uenig | Enig |
|---|---|---|
| Rad <!-- id: a --> | | |

### Spørsmål (tall): Fem
<!-- id: q1 | måler: d -->
Svar: 3

### Spørsmål (tall): Seks
<!-- id: q2 | måler: ukjent -->
Svar: 3

### Spørsmål (tall): Sju
<!-- id: q3 -->
Svar: 3
"""


def test_a_whole_form(page: Callable, context_of: Callable) -> None:
    """The third background question, an id used twice and questions that measure nothing are found on the form."""
    blocks, _ = page(FORM, evaluation=True)
    context = context_of([], evaluation=True)
    check_form(blocks, context)
    assert [(found.code, found.line) for found in context.problems] == [
        ("duplicate-in-form", 16),
        ("third-background", 11),
        ("unknown-measure", 26),
        ("question-without-measure", 30),
    ]
