"""Questions whose answers are gaps in their text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.session import read_session
from kursapp.domain.course import Faulty
from kursapp.domain.question import Gap, GapQuestion

THREE_PARAGRAPHS = """\
# Økt

## Side
<!-- id: side -->

### Spørsmål (utfylling): Hvem bestemmer?
<!-- id: hvem -->
Velg riktig ord.

Akuttvedtaket sendes til [[kommunen / (nemnda)]].

Dette avsnittet har ingen gap.

Klagen behandles av [[statsforvalteren]].

> **Hint:** Tenk på hvem som kontrollerer.
"""


def test_gaps_in_several_paragraphs_are_one_question() -> None:
    """A question takes every paragraph from its first gap to its last, and the quotes after them are its own."""
    (page,) = read_session("okt.md", THREE_PARAGRAPHS.encode()).session.pages
    (question,) = page.blocks
    assert isinstance(question, GapQuestion)
    assert [gap.answers for gap in question.gaps] == [("nemnda",), ("statsforvalteren",)]
    assert len(question.paragraphs) == 3
    assert question.feedback.hint.plain == "Tenk på hvem som kontrollerer."


def gaps(*lines: str) -> str:
    return "\n".join(["### Spørsmål (utfylling): Fyll inn", "<!-- id: q -->", *lines, ""])


@pytest.mark.parametrize(
    ("written", "gap"),
    [
        ("[[én / 1]]", Gap("gap-1", ("én", "1"))),
        (
            "[[leder / (saksbehandler) / politiet]]",
            Gap("gap-1", ("saksbehandler",), ("leder", "saksbehandler", "politiet")),
        ),
        ("[[§ 4-2 (1)]]", Gap("gap-1", ("§ 4-2 (1)",))),
        ("[[(a)]]", Gap("gap-1", ("(a)",))),
        ("[[(a) eller (b) / c]]", Gap("gap-1", ("(a) eller (b)", "c"))),
        ("[[og/eller]]", Gap("gap-1", ("og/eller",))),
        ("[[ 1 / 1 / én ]]", Gap("gap-1", ("1", "én"))),
    ],
)
def test_typed_gaps_and_menus(read: Callable, written: str, gap: Gap) -> None:
    """A menu has at least two parts, exactly one of them wholly in round brackets; all else is typed."""
    found = read(gaps(f"Det er {written} som gjelder."))
    assert found.block.gaps == (gap,)
    assert found.block.paragraphs == ((("Det er ", "gap-1"), (" som gjelder.", "")),)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Ingen gap.", "no-gap"),
        ("Et [[]] gap.", "empty-gap"),
        ("Et [[ / ]] gap.", "empty-gap"),
        ("Et [[gap uten slutt.", "open-gap"),
        ("Bare `[[kode]]` og \\[[bokstaver]].", "no-gap"),
        ("Se [her]([[a]]).", "gap-in-link"),
        ("| a | [[b]] |\n|---|---|\n| c | d |", "gap-in-table"),
    ],
)
def test_gaps_that_cannot_be_filled(read: Callable, line: str, code: str) -> None:
    """A gap without text, without end, in a link or a table makes a box; code and ``\\[[`` are literal."""
    found = read(gaps(line))
    assert isinstance(found.block, Faulty)
    assert found.block.codes == (code,)


def test_markup_around_a_gap_is_whole_in_every_piece(read: Callable) -> None:
    """Bold that begins before a gap and ends after it is closed and opened again around it."""
    found = read(gaps("Det er **helt [[klart]] nå** og *slutt*."))
    assert found.block.paragraphs == (
        (("Det er <strong>helt </strong>", "gap-1"), ("<strong> nå</strong> og <em>slutt</em>.", "")),
    )


def test_lists_with_gaps(read: Callable) -> None:
    """Each item of a list is a paragraph of its own with its mark before it."""
    found = read(gaps("Fyll inn:", "", "1. Først [[a]].", "2. Så [[b]].", "- Til slutt [[c]]."))
    assert found.block.stem.plain == "Fyll inn:"
    assert [paragraph[0] for paragraph in found.block.paragraphs] == [
        ("1. Først ", "gap-1"),
        ("2. Så ", "gap-2"),
        ("• Til slutt ", "gap-3"),
    ]


def test_two_keys_in_a_menu(read: Callable) -> None:
    """Two bracketed parts are no menu; the author probably meant one."""
    found = read(gaps("Velg [[(a) / (b)]]."))
    assert found.block.gaps[0].menu == ()
    assert found.codes == ["two-keys-in-gap"]


def test_private_letters_are_no_gaps(read: Callable) -> None:
    """Letters that mean a marker inside the program mean nothing in a text."""
    found = read(gaps("Et \ue0000\ue001 merke og [[a]]."))
    assert found.block.paragraphs == ((("Et 0 merke og ", "gap-1"), (".", "")),)


@given(st.text(st.sampled_from("[]()/ \\`ab*\n|-> "), max_size=60))
def test_any_text_with_brackets_is_read(text: str) -> None:
    """No mixture of brackets makes the reader stumble, and every gap it finds has an answer and a place."""
    page = "# Økt\n\n## Side\n\n### Spørsmål (utfylling): X\n" + text + "\n\nSlutt [[på]] teksten.\n"
    for block in read_session("okt.md", page.encode()).session.pages[0].blocks:
        if isinstance(block, GapQuestion):
            named = [name for paragraph in block.paragraphs for _, name in paragraph if name]
            assert named == [gap.id for gap in block.gaps]
            assert all(gap.answers and all(gap.answers) for gap in block.gaps)
