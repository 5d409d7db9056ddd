"""Choice questions: the key, the feedback under the options, and the likeliest mistakes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kursapp.content.repair import edits_of
from kursapp.domain.course import CallOut, Faulty, Prose
from kursapp.domain.question import ChoiceKind, ChoiceQuestion

EXAMPLE = """\
### Spørsmål: Hva gjør du først når en ansatt varsler om vold?
<!-- id: d1-forst | poeng: 2 | mål: d1-m2 -->
- [ ] Ringer foreldrene
  > Vent. Barnets sikkerhet vurderes først.
- [x] Vurderer barnets sikkerhet sammen med saksbehandleren
  > Riktig.

> **Hint:** Tenk på hva som ikke kan vente.

> **Forklaring:** Se loven § 2-1.
"""


def test_the_example_of_the_format(read: Callable) -> None:
    """The format's own example gives a question with settings, options, feedback, hint and explanation."""
    question = read(EXAMPLE).block
    assert isinstance(question, ChoiceQuestion)
    assert (question.id, question.choice) == ("d1-forst", ChoiceKind.SINGLE)
    assert (question.settings.points, question.settings.goals) == (2, ("d1-m2",))
    assert [(option.text.plain, option.right) for option in question.options] == [
        ("Ringer foreldrene", False),
        ("Vurderer barnets sikkerhet sammen med saksbehandleren", True),
    ]
    assert [option.feedback.plain for option in question.options] == [
        "Vent. Barnets sikkerhet vurderes først.",
        "Riktig.",
    ]
    assert question.feedback.hint.plain == "Tenk på hva som ikke kan vente."
    assert question.feedback.explanation.plain == "Se loven § 2-1."
    assert (question.place.first, question.place.last) == (1, 10)


def test_the_example_lacks_only_the_ids_of_its_options(read: Callable) -> None:
    """Options without ids are the example's only findings, and the repair writes ids that are then read."""
    first = read(EXAMPLE)
    assert first.codes == []
    assert [found.value("id") for found in first.problems] == ["d1-forst-a", "d1-forst-b"]
    again = read(first.repaired("no-id"))
    assert again.problems == ()
    assert [option.id for option in again.block.options] == ["d1-forst-a", "d1-forst-b"]


def options(*lines: str, variant: str = "", settings: str = "") -> str:
    return "\n".join([f"### Spørsmål{variant}: Hva?", f"<!-- id: q{settings} -->", *lines, ""])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (options("- [x] a", "- [ ] b"), ChoiceKind.SINGLE),
        (options("- [x] a", "- [x] b", "- [ ] c"), ChoiceKind.MULTIPLE),
        (options("- [x] a", "- [ ] b", settings=" | flervalg: ja"), ChoiceKind.MULTIPLE),
        (options("- [x] Sant", "- [ ] Usant"), ChoiceKind.TRUE_FALSE),
        (options("- [ ] nei.", "- [x] Ja."), ChoiceKind.TRUE_FALSE),
        (options("- [x] True", "- [ ] False"), ChoiceKind.TRUE_FALSE),
        (options("- [ ] a", "- [ ] b", variant=" (drøft)"), ChoiceKind.DILEMMA),
    ],
)
def test_the_kind_follows_from_the_key(read: Callable, text: str, kind: ChoiceKind) -> None:
    """One key makes a single choice, several a multiple response, Sant/Usant and drøft what they say."""
    assert read(text).block.choice is kind


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (options("- [ ] a", "- [ ] b"), "no-key", 1),
        (options("- [x] a", "- [x] b", settings=" | flervalg: nei"), "two-keys", 4),
        (options("- [x] Sant", "- [x] Usant"), "two-keys", 4),
        (options("- [x] a"), "one-option", 3),
        (options("Bare tekst."), "no-options", 1),
        (options("- [x] a", "- [ ] b", variant=" (drøft)"), "key-in-dilemma", 3),
        (options("- [x] a", "- [ ]"), "empty-option", 4),
        (options("- [x] a", "", "  | x | y |", "  |---|---|", "- [ ] b"), "option-block", 5),
        (options("- [x] a", "  - under", "- [ ] b"), "option-block", 4),
        (options("- [x] a", "  ```", "  kode", "  ```", "- [ ] b"), "option-block", 4),
        (options("- [x] a", "", "  Et avsnitt til.", "- [ ] b"), "option-block", 5),
        (options("- [x] a", "- [ ] b", variant=" (rekkefolge)"), "unknown-variant", 1),
    ],
)
def test_what_makes_a_question_impossible(read: Callable, text: str, code: str, line: int) -> None:
    """A question nobody could answer becomes a box with the fault and its own text, at the right line."""
    found = read(text)
    assert isinstance(found.block, Faulty)
    assert code in found.block.codes
    assert found.found(code).line == line
    assert found.block.source.startswith("### Spørsmål")


@pytest.mark.parametrize(
    ("answers", "variant"),
    [
        ("Svar: 12 ± 1", "tall"),
        ("Svar: 9. mars 2026", "dato"),
        ("Svar: kommunestyret / kommunestyre", "kortsvar"),
        ("Det er [[én / 1]] uke.", "utfylling"),
        ("1. a\n2. b", "rekkefølge"),
        ("| a | b |\n|---|---|\n| c | d |\n| e | f |", "koble"),
    ],
)
def test_a_forgotten_variant_is_told_from_the_answers(read: Callable, answers: str, variant: str) -> None:
    """Answers of another kind under a plain question say which variant the heading lacks, and the repair adds it."""
    found = read(options(answers))
    assert found.found("missing-variant").value("variant") == variant
    assert not isinstance(read(found.repaired("missing-variant")).block, Faulty)


@pytest.mark.parametrize(
    "odd",
    ["-[x] a", "- [x]a", "1. [x] a", "– [x] a", "- [ x ] a", "[x] a", "* [ X] a"],
)
def test_an_odd_box_is_read_as_meant(read: Callable, odd: str) -> None:
    """Boxes other programs write, or people mistype, are read as options; the repair writes them right."""
    found = read(options(odd, "- [ ] b"))
    assert [option.right for option in found.block.options] == [True, False]
    assert "- [x] a" in found.repaired("odd-option")


@pytest.mark.parametrize("sound", ["-   [x] a", "* [X] a", "+ [x]  a", "  - [x] a"])
def test_sound_boxes(read: Callable, sound: str) -> None:
    """Any bullet, up to four spaces after it, and a small or large x make a box in every viewer."""
    found = read(options(sound, "- [ ] b"))
    assert [option.right for option in found.block.options] == [True, False]
    assert found.codes == []


def test_an_empty_box_without_space(read: Callable) -> None:
    """``- []`` is an option that is not ticked."""
    found = read(options("- [x] a", "- [] b"))
    assert [option.right for option in found.block.options] == [True, False]
    assert "- [ ] b" in found.repaired("odd-option")


def test_a_link_is_no_box(read: Callable) -> None:
    """``- [x](https://…)`` is a link in the prose before the options."""
    found = read(options("- [x](https://example.org)", "", "Velg.", "", "- [x] a", "- [ ] b"))
    assert len(found.block.options) == 2
    assert found.block.stem.plain.split() == ["x", "Velg."]


def test_a_forgotten_box(read: Callable) -> None:
    """A plain list item among the options is an option that is not ticked, with a repair."""
    found = read(options("- [x] a", "- b", "- [ ] c"))
    assert [option.text.plain for option in found.block.options] == ["a", "b", "c"]
    assert "- [ ] b" in found.repaired("option-without-box")


def test_feedback_between_options_should_be_indented(read: Callable) -> None:
    """An unindented quote after a blank line between two options is the first one's feedback, with a repair."""
    found = read(options("- [ ] a", "", "> Nei.", "> Tenk om igjen.", "", "- [x] b"))
    assert found.block.options[0].feedback.plain.split() == ["Nei.", "Tenk", "om", "igjen."]
    repaired = read(found.repaired("feedback-not-under-option"))
    assert repaired.codes == []
    assert repaired.block.options == found.block.options


@pytest.mark.parametrize("indent", range(5))
def test_feedback_may_be_indented_up_to_four(read: Callable, indent: int) -> None:
    """A quote directly under an option is its feedback whatever its indent from 0 to 4."""
    found = read(options("- [ ] a", " " * indent + "> Nei.", "- [x] b"))
    assert found.block.options[0].feedback.plain == "Nei."
    assert found.codes == []


def test_feedback_in_a_loose_list(read: Callable) -> None:
    """An indented quote after a blank line still belongs to its option."""
    found = read(options("- [ ] a", "", "  > Nei.", "", "- [x] b", "", "  > Ja."))
    assert [option.feedback.plain for option in found.block.options] == ["Nei.", "Ja."]


def test_an_option_may_go_on(read: Callable) -> None:
    """An indented line joins the option; one that is not joins it too, with a warning and a repair."""
    found = read(options("- [ ] a", "  b", "- [x] c", "d"))
    assert [option.text.plain.split() for option in found.block.options] == [["a", "b"], ["c", "d"]]
    assert found.codes == ["lazy-line"]
    assert "\n  d\n" in found.repaired("lazy-line")


def test_a_label_right_under_the_last_option(read: Callable) -> None:
    """Hint, Forklaring and Eksempel are the question's own even where the blank line before them is missing."""
    found = read(options("- [ ] a", "- [x] b", "> Ja.", "> **Forklaring:** Fordi."))
    assert found.block.options[1].feedback.plain == "Ja."
    assert found.block.feedback.explanation.plain == "Fordi."
    assert found.codes == ["quote-under-option"]
    assert read(found.repaired("quote-under-option")).codes == []


def test_a_labelled_quote_under_every_option_is_feedback(read: Callable) -> None:
    """An author who writes Forklaring under each option means the option."""
    found = read(options("- [ ] a", "> **Forklaring:** Nei.", "- [x] b", "  > **Forklaring:** Ja."))
    assert "Nei." in found.block.options[0].feedback.plain
    assert "Ja." in found.block.options[1].feedback.plain
    assert not found.block.feedback.explanation


def test_a_quote_without_label_is_the_explanation(read: Callable) -> None:
    """The question's own quote without a label is taken as Forklaring, and the repair says so in the text."""
    found = read(options("- [ ] a", "- [x] b", "", "> Fordi."))
    assert found.block.feedback.explanation.plain == "Fordi."
    assert "> **Forklaring:** Fordi." in found.repaired("quote-without-label")
    assert found.codes == ["quote-without-label"]


def test_labels_open_parts_within_one_quote(read: Callable) -> None:
    """Each label opens a new part, also within one quote, in any of the three languages."""
    found = read(
        options("- [ ] a", "- [x] b", "", "> **Hint:** En.", "> **Rett:** To.", "> **Wrong:** Tre.", "> Og fire.")
    )
    feedback = found.block.feedback
    assert (feedback.hint.plain, feedback.right.plain) == ("En.", "To.")
    assert feedback.wrong.plain.split() == ["Tre.", "Og", "fire."]


def test_a_misspelt_label(read: Callable) -> None:
    """A label with a slip in it is taken as the nearest one, with a warning."""
    found = read(options("- [ ] a", "- [x] b", "", "> **Forklarng:** Fordi."))
    assert found.block.feedback.explanation.plain == "Fordi."
    assert found.found("unknown-label").value("nearest") == "Forklaring"


def test_prose_closes_the_question(page: Callable) -> None:
    """Once the options and quotes are read, a paragraph or a call-out belongs to the page."""
    blocks, problems = page(EXAMPLE + "\nVanlig tekst.\n\n> [!KURSLEDER]\n> Ikke for alle.\n")
    assert [type(block) for block in blocks] == [ChoiceQuestion, Prose, CallOut]
    assert {found.code for found in problems} == {"no-id"}


@pytest.mark.parametrize("between", [("> **Hint:** h",), ("Tekst imellom.",), ("> **Hint:** h", "", "Tekst.")])
def test_two_lists_in_one_question(read: Callable, between: tuple[str, ...]) -> None:
    """A second task list makes a question nobody can tell the options of; the box takes it in."""
    found = read(options("- [x] a", "- [ ] b", "", *between, "", "- [ ] c", "- [x] d"))
    assert isinstance(found.block, Faulty)
    assert found.block.codes == ("two-lists",)
    assert found.block.source.endswith("- [x] d")


def test_a_rule_ends_the_question(page: Callable) -> None:
    """A line ``---`` ends a question, so that a checklist may follow it."""
    blocks, problems = page(EXAMPLE + "\n---\n\n- [ ] Husk dette\n")
    assert isinstance(blocks[0], ChoiceQuestion)
    assert "two-lists" not in {found.code for found in problems}


def test_call_outs_before_the_options_are_left_out(read: Callable) -> None:
    """A call-out in a question is an error, and its words, which may be the instructor's, are shown to nobody."""
    found = read(options("Spørsmålet.", "", "> [!KURSLEDER]", "> Hemmelig.", "", "- [x] a", "- [ ] b"))
    assert found.codes == ["call-out-in-item"]
    assert found.block.stem.plain == "Spørsmålet."


def test_a_box_that_shows_a_faulty_question_leaves_out_what_is_for_the_instructor(read: Callable) -> None:
    """The text as it is written is shown on the wall too; the rest of it stays."""
    found = read(
        options(
            "> [!KURSLEDER]",
            "> Hemmelig.",
            ">",
            "> Hemmelig.",
            "",
            "- [ ] a",
            "  > [!KURSLEDER]",
            "  > Hemmelig.",
            "- [ ] b",
        )
    )
    assert isinstance(found.block, Faulty)
    assert "emmelig" not in found.block.source
    assert found.block.source.endswith("- [ ] a\n- [ ] b")


def test_a_quotation_before_the_options_is_prose(read: Callable) -> None:
    """A quote without a label before the options is something quoted."""
    found = read(options("Skolen skriver:", "", "> Vi er bekymret.", "", "- [x] a", "- [ ] b"))
    assert "Vi er bekymret." in found.block.stem.plain
    assert found.codes == []


def test_a_plain_heading_inside_is_an_error(page: Callable) -> None:
    """A deeper plain heading in a question is an error; the question and the rest of the page stand."""
    blocks, problems = page("### Spørsmål: Hva?\n- [x] a\n- [ ] b\n\n#### Mer\n\nTekst.\n")
    assert isinstance(blocks[0], ChoiceQuestion)
    assert [found.code for found in problems if found.code != "no-id"] == ["heading-in-item"]
    assert isinstance(blocks[-1], Prose)


def test_fixed_options_and_unknown_keys(read: Callable) -> None:
    """``fast`` keeps an option in place; a key with a slip is warned about and repaired."""
    found = read(
        options("- [x] a <!-- id: q-a -->", "- [ ] Ingen av dem <!-- id: q-b | fast -->", settings=" | pong: 2")
    )
    assert [option.fixed for option in found.block.options] == [False, True]
    assert found.found("unknown-key").value("nearest") == "poeng"
    assert read(found.repaired("unknown-key")).block.settings.points == 2


def test_misplaced_settings(read: Callable) -> None:
    """Settings in the middle of a question are reported; an author's note is not."""
    found = read(options("Tekst.", "<!-- poeng: 3 -->", "<!-- husk å spørre Kari -->", "- [x] a", "- [ ] b"))
    assert found.codes == ["misplaced-settings"]
    assert found.found("misplaced-settings").line == 4


def test_settings_over_several_lines(read: Callable) -> None:
    """A comment may span lines, with notes and facts beside it."""
    found = read(
        "### Spørsmål: Hva?\n\n<!-- id: q\n  | poeng: 2,5\n  | forsøk: 3 | stokk: ja | sikkerhet: ja -->\n"
        "<!-- fakta: F1-08 -->\n<!-- en lapp -->\n- [x] a\n- [ ] b\n"
    )
    settings = found.block.settings
    assert (settings.points, settings.tries, settings.shuffle, settings.certainty) == (2.5, 3, True, True)
    assert found.codes == []


@pytest.mark.parametrize(
    "setting", ["poeng: mange", "poeng: -1", "forsøk: 0", "stokk: kanskje", "form: C", "minutter: 0"]
)
def test_a_value_that_cannot_be_read(read: Callable, setting: str) -> None:
    """A value of the wrong kind is an error, and the question stands with the default."""
    found = read(options("- [x] a", "- [ ] b", settings=f" | {setting}"))
    assert isinstance(found.block, ChoiceQuestion)
    assert found.found("bad-setting").value("key") == setting.split(":")[0]


def test_ids_are_ascii(read: Callable) -> None:
    """An id with Norwegian letters is an error whose repair writes them out."""
    found = read("### Spørsmål: Hva?\n<!-- id: første-spørsmål -->\n- [x] a\n- [ ] b\n")
    assert "id: foerste-spoersmaal" in found.repaired("bad-id")


def test_an_id_twice_in_a_question(read: Callable) -> None:
    """Two options with one id are told apart, and it is an error."""
    found = read(options("- [x] a <!-- id: q-a -->", "- [ ] b <!-- id: q-a -->"))
    assert found.codes == ["duplicate-part-id"]
    assert len({option.id for option in found.block.options}) == 2


def test_derived_ids_do_not_follow_positions(read: Callable) -> None:
    """Until they are written, ids come from the words, so that moving an option keeps its id."""
    one = read(options("- [x] Ringe", "- [ ] Vente")).block
    other = read(options("- [ ] Vente", "- [x] Ringe")).block
    assert {(option.id, option.right) for option in one.options} == {(o.id, o.right) for o in other.options}


def test_a_question_without_an_id(read: Callable) -> None:
    """A question's derived id begins with its page's, and the repair puts the comment under the heading."""
    found = read("### Spørsmål: Hva gjør du?\n- [x] a <!-- id: a -->\n- [ ] b <!-- id: b -->\n")
    assert found.block.id == "d1/side/hva-gjør-du"
    (edit,) = edits_of(found.found("no-id"))
    assert edit.text == "\n<!-- id: d1-side-hva-gjoer-du -->"
    assert read(found.repaired("no-id")).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "### Question: What?\n- [x] a\n- [ ] b\n",
        "### **Spørsmål 3:** Hva?\n- [x] a\n- [ ] b\n",
        "### spørsmål 12: Hva?\n- [x] a\n- [ ] b\n",
        "### **Spørsmål: Hva?**\n- [x] a\n- [ ] b\n",
        "##### SPØRSMÅL: Hva?\n- [x] a\n- [ ] b\n",
    ],
)
def test_keywords_in_any_language_case_and_weight(read: Callable, text: str) -> None:
    """Keywords work in three languages, in any case, bold or numbered, on levels 3 to 5."""
    found = read(text)
    assert found.codes == []
    assert found.block.title in {"Hva?", "What?"}
