"""Two halves of an answer become one."""

from __future__ import annotations

from kursapp.domain.search_hit import A_GUESS, MOST_COUNTED, OWN, Found, Hit, HitKind, merged


def hit(name: str, rank: float, kind: HitKind = HitKind.PAGE) -> Hit:
    return Hit(kind, "kurs", "s", name, "", name, (), "", rank=rank)


def test_the_best_of_both_come_first() -> None:
    """In the order of rank, and where that is equal as they were given; no more than wanted, all counted."""
    own = Found((hit("own", 2.0, HitKind.NOTE), hit("own2", 4.0)), 2)
    course = Found((hit("title", 0.0), hit("text", 2.0)), 7)
    found = merged((own, course), 3)
    assert [each.title for each in found.hits] == ["title", "own", "text"]
    assert (found.total, found.complete, found.indexed) == (9, True, 1.0)
    assert HitKind.NOTE in OWN
    assert HitKind.PAGE not in OWN


def test_guesses_are_left_out_where_something_was_found() -> None:
    """A misspelt word in one half is no answer when the other has the word itself."""
    guess, sure = Found((hit("guess", A_GUESS + 0.5),), 1), Found((hit("sure", 1.0),), 1)
    assert [each.title for each in merged((guess, sure), 9).hits] == ["sure"]
    assert merged((guess, sure), 9).total == 1
    assert [each.title for each in merged((guess, Found()), 9).hits] == ["guess"]


def test_it_is_as_complete_as_the_least() -> None:
    """Though nothing was found where the index is not whole yet."""
    found = merged((Found((hit("a", 1),), 1), Found((), 0, False, 0.25)), 9)
    assert (found.complete, found.indexed) == (False, 0.25)
    assert merged((), 9) == Found()
    assert merged((Found((), MOST_COUNTED), Found((), 1)), 9).total <= MOST_COUNTED
