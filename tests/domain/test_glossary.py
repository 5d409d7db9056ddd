"""The words of all courses in one dictionary, in the order a Norwegian looks them up in."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.course import Course, Term
from kursapp.domain.glossary import dictionary, looked_up


def course(course_id: str, *terms: Term) -> Course:
    return Course(course_id, "1.0.0", course_id.title(), (), glossary=terms)


def words(*terms: str) -> list[str]:
    return [word.word for word in dictionary([course("a", *(Term(term, f"Om {term}") for term in terms))])]


def test_norwegian_order() -> None:
    """Æ, ø and å come after z, in that order; signs and figures first; capitals and accents change nothing."""
    given_words = ["å være", "ærlig", "øve", "Zulu", "avvik", "ASSS", "§ 4-2", "idé", "id", "72 timer", "barn", "Barne"]
    wanted = ["72 timer", "§ 4-2", "ASSS", "avvik", "barn", "Barne", "id", "idé", "Zulu", "ærlig", "øve", "å være"]
    random.Random(1).shuffle(given_words)
    assert words(*given_words) == wanted
    letters = [word.letter for word in dictionary([course("a", *(Term(one, "") for one in wanted))])]
    assert letters == ["#", "#", "A", "A", "B", "B", "I", "I", "Z", "Æ", "Ø", "Å"]


def test_what_courses_explain_alike_is_said_once() -> None:
    """Two courses with the same words share a meaning; one with other words has its own, under the same headword."""
    same = Term("avvik", "Noe gikk galt.", "avvik", "nonconformity")
    (word,) = dictionary([course("a", same), course("b", same), course("c", Term("Avvik", "Noe annet."))])
    assert [[each.id for each in meaning.courses] for meaning in word.meanings] == [["a", "b"], ["c"]]
    assert word.others == ("nonconformity",)


def test_a_word_is_found_by_every_language_and_by_its_explanation() -> None:
    """What begins so comes first, then nynorsk and English, then what holds it, then what is explained by it."""
    every = dictionary(
        [
            course(
                "a",
                Term("tiltak", "Det vi gjør."),
                Term("hjelpetiltak", "Hjelp hjemme.", "hjelpetiltak", "assistance measure"),
                Term("vedtak", "Kommunens avgjørelse om tiltak.", "vedtak", "decision"),
                Term("ytring", "Noe som er sagt.", "tiltakar", ""),
            )
        ]
    )
    assert [word.word for word in looked_up(every, "TILTAK")] == ["tiltak", "ytring", "hjelpetiltak", "vedtak"]
    assert [word.word for word in looked_up(every, "decision")] == ["vedtak"]
    assert looked_up(every, "  ") == every
    assert looked_up(every, "finnes ikke") == ()


@given(st.lists(st.text(st.sampled_from("abzæøåÆØÅ -"), min_size=1, max_size=6)))
def test_the_order_is_the_same_however_the_courses_stand(terms: list[str]) -> None:
    """The order depends on the words alone, and no word is lost."""
    made = [course(str(number), Term(term, "")) for number, term in enumerate(terms)]
    assert [word.order for word in dictionary(made)] == [word.order for word in dictionary(reversed(made))]
    assert {word for one in dictionary(made) for meaning in one.meanings for word in meaning.courses} == set(made)
