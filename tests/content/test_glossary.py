"""Terms are found with the endings they have in running text, and as nothing but words of their own."""

from __future__ import annotations

import pytest

from kursapp.content.glossary import Terms
from kursapp.domain.course import Place, Prose, Rich, Term

HERE = Place("a.md", 1, 1)


def marked(term: str, text: str, language: str = "nb") -> str:
    terms = Terms([Term(term, "forklart", f"{term}nn", "english")], language)
    (block,) = terms.mark((Prose(HERE, Rich(text, text)),))
    assert isinstance(block, Prose)
    return block.text.html


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("nemnd", "nemnda"),
        ("vedtak", "Vedtakene"),
        ("vedtak", "vedtakets"),
        ("melding", "meldinger"),
        ("melding", "meldingen"),
        ("leder", "lederne"),
        ("undersøkelse", "undersøkelsen"),
        ("undersøkelse", "undersøkelsene"),
        ("risikobilde", "risikobildet"),
        ("tilsyn", "tilsyns"),
        ("barnets beste", "Barnets beste"),
        ("BFK", "BFK"),
    ],
)
def test_a_term_is_found_with_its_endings(term: str, text: str) -> None:
    """Definite and plural forms are uses of the term; the words themselves stay as written."""
    assert marked(term, f"<p>En {text}, ja.</p>") == f'<p>En <a href="begrep:{term}">{text}</a>, ja.</p>'


@pytest.mark.parametrize(
    ("term", "text"),
    [("vedtak", "enkeltvedtak"), ("vedtak", "vedtaksbrev"), ("BFK", "bfk"), ("plan", "planlegge"), ("melding", "meld")],
)
def test_other_words_are_left_alone(term: str, text: str) -> None:
    """A part of a longer word is another word, and capitals count where a term has nothing else."""
    assert marked(term, f"<p>{text}</p>") == f"<p>{text}</p>"


@pytest.mark.parametrize(("language", "word"), [("nn", "ordnn"), ("en", "english"), ("nb", "ord")])
def test_a_course_s_own_language_is_looked_for(language: str, word: str) -> None:
    """The explanation is found under the same name whatever language the text is in."""
    assert marked("ord", f"<p>{word}</p>", language) == f'<p><a href="begrep:ord">{word}</a></p>'


def test_the_longest_term_goes_first() -> None:
    """A term inside a longer one is not marked twice, but where it stands alone."""
    terms = Terms([Term("tiltak", ""), Term("begjæring om tiltak", "")], "nb")
    (block,) = terms.mark((Prose(HERE, Rich("<p>En begjæring om tiltak er ikke et tiltak.</p>", "")),))
    assert isinstance(block, Prose)
    assert block.text.html == (
        '<p>En <a href="begrep:begjæring om tiltak">begjæring om tiltak</a> '
        'er ikke et <a href="begrep:tiltak">tiltak</a>.</p>'
    )
