"""Questions whose answers are gaps in their text."""

from __future__ import annotations

from kursapp.content.session import read_session
from kursapp.domain.question import GapQuestion

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
