"""Highlights, notes and bookmarks are kept as they are made, and nothing is thrown away for good by one key."""

from __future__ import annotations

import pytest

from kursapp.domain.anchoring import Place
from kursapp.domain.annotation import LONGEST_WORDS, Anchor, AnnotationKind
from kursapp.domain.problem import KursappError
from kursapp.services.annotate import Annotate, NotedPage, placed
from kursapp.services.changes import NOTHING, Change

PAGE = NotedPage("kurs", "d1-01", "d1-01-lov", "Lov og tekst")
TEXT = "En melding skal gjennomgås snarest. Noe mer."


@pytest.fixture
def notes(world) -> Annotate:
    """Return the annotations of a new participant."""
    return Annotate(world.profile, world.clock)


def test_all_that_is_made_is_there_after_a_restart(world, notes: Annotate) -> None:
    """Every field of a highlight with a note comes back to the letter, and the changes name what they touch."""
    words = "Ta opp 🙂\n  på møtet\u2028 שלום"
    made = notes.highlight(PAGE, Anchor.of(TEXT, 3, 10, 2), "pink", words)
    assert Change.NOTES in made.changes
    assert all(made.changes.touch(each) for each in ("kurs", "d1-01-lov", made.annotation.id))
    world.restart()
    (kept,) = Annotate(world.profile, world.clock).all()
    assert kept == made.annotation
    assert (kept.anchor.quote, kept.anchor.part, kept.anchor.start) == ("melding", 2, 3)
    assert (kept.page_title, kept.colour, kept.words) == ("Lov og tekst", "pink", words)


def test_they_stand_in_the_order_of_the_text(notes: Annotate) -> None:
    """By page, and on it from the top; other pages and courses are theirs."""
    notes.highlight(PAGE, Anchor.of(TEXT, 20, 25))
    notes.highlight(PAGE, Anchor.of(TEXT, 3, 10))
    notes.note(NotedPage("kurs", "s", "x", "X"), "annet")
    assert [each.anchor.start for each in notes.of_page("kurs", "d1-01-lov")] == [3, 20]
    assert len(notes.all()) == 3
    assert notes.of_page("annet", "d1-01-lov") == ()


def test_words_and_colour_are_changed_alone(world, notes: Annotate) -> None:
    """Writing leaves the colour, and the other way round; too long words are cut, an unknown colour is none."""
    made = notes.highlight(PAGE, Anchor.of(TEXT, 3, 10), "plum", "x" * (LONGEST_WORDS + 5)).annotation
    assert (made.colour, len(made.words)) == ("yellow", LONGEST_WORDS)
    world.clock.move(seconds=60)
    assert notes.write(made.id, "x" * (LONGEST_WORDS + 5)).annotation.words == "x" * LONGEST_WORDS
    changed = notes.recolour(made.id, "green").annotation
    assert (changed.colour, len(changed.words), changed.created_at) == ("green", LONGEST_WORDS, made.created_at)
    assert changed.updated_at > made.updated_at
    assert notes.recolour(made.id, "plum").changes == NOTHING


def test_a_note_to_words_becomes_a_highlight_by_its_colour(notes: Annotate) -> None:
    """A note to the page itself has nothing to colour."""
    to_words = notes.note(PAGE, "a", Anchor.of(TEXT, 3, 10)).annotation
    to_page = notes.note(PAGE, "b").annotation
    assert to_words.kind is AnnotationKind.NOTE
    assert notes.recolour(to_words.id, "blue").annotation.kind is AnnotationKind.HIGHLIGHT
    assert notes.recolour(to_page.id, "blue").annotation.kind is AnnotationKind.NOTE


def test_thrown_away_it_lies_in_the_bin_until_the_bin_is_emptied(world, notes: Annotate) -> None:
    """Taken back it is as it was; emptied, it is gone for good."""
    one, other = (notes.note(PAGE, words).annotation for words in ("en", "to"))
    notes.remove(one.id)
    world.clock.move(seconds=5)
    first_removed = notes.removed()[0].removed_at
    notes.remove(one.id)
    assert notes.removed()[0].removed_at == first_removed
    notes.remove(other.id)
    assert [each.words for each in notes.removed()] == ["to", "en"]
    assert notes.all() == ()
    assert notes.restore(one.id).annotation.words == "en"
    assert [each.words for each in notes.all()] == ["en"]
    assert notes.empty_bin().touch(other.id)
    assert notes.removed() == ()
    assert notes.empty_bin() == NOTHING
    with pytest.raises(KursappError) as caught:
        notes.restore(other.id)
    assert caught.value.problem.code == "note-gone"


def test_what_was_thrown_away_last_stands_first_in_the_bin(world, notes: Annotate) -> None:
    """Whatever order it was made in; a clock that was set back loses nothing."""
    made = [notes.note(PAGE, str(number)).annotation.id for number in range(6)]
    for each in (made[3], made[0], made[5], made[1]):
        world.clock.move(seconds=1)
        notes.remove(each)
    assert [each.words for each in notes.removed()] == ["1", "5", "0", "3"]
    world.clock.move(days=-800)
    notes.remove(made[2])
    notes.restore(made[5])
    assert {each.words for each in notes.removed()} == {"0", "1", "2", "3"}
    assert {each.words for each in notes.all()} == {"4", "5"}
    assert notes.write(made[4], "skrevet i fortida").annotation.words == "skrevet i fortida"


def test_a_page_has_one_bookmark(notes: Annotate) -> None:
    """Set twice it is one; taken away twice it is none, and lies in the bin."""
    assert Change.NOTES in notes.bookmark(PAGE, wanted=True)
    assert notes.bookmark(PAGE, wanted=True) == NOTHING
    assert [each.kind for each in notes.all()] == [AnnotationKind.BOOKMARK]
    assert Change.NOTES in notes.bookmark(PAGE, wanted=False)
    assert notes.bookmark(PAGE, wanted=False) == NOTHING
    assert notes.all() == ()


def test_what_is_lost_is_remembered_and_found_again(notes: Annotate) -> None:
    """A course that changes back finds its marks again."""
    made = notes.highlight(PAGE, Anchor.of(TEXT, 3, 10)).annotation
    assert notes.tell_lost([made.id], []).touch(made.id)
    assert [each.lost for each in notes.all()] == [True]
    notes.tell_lost([], [made.id])
    assert [each.lost for each in notes.all()] == [False]
    assert notes.tell_lost([], []) == NOTHING


def test_the_annotations_of_a_page_find_their_places(notes: Annotate) -> None:
    """In the order they stand now; the lost ones, and those of the page, by themselves."""
    notes.highlight(PAGE, Anchor.of(TEXT, 3, 10))
    notes.highlight(PAGE, Anchor.of(TEXT, 16, 26))
    notes.highlight(PAGE, Anchor.of("Dette sto her en gang.", 0, 22))
    notes.note(PAGE, "til siden")
    found = placed(notes.of_page("kurs", "d1-01-lov"), ["Kort.", "Først gjennomgås den. Så kommer en melding til."])
    assert [(each.anchor.quote.strip(), place.part) for each, place in found.placed] == [
        ("gjennomgås", 1),
        ("melding", 1),
    ]
    assert [each.anchor.quote for each in found.lost] == ["Dette sto her en gang."]
    assert [each.words for each in found.of_page] == ["til siden"]
    assert all(isinstance(place, Place) for _each, place in found.placed)


def test_what_was_changed_in_the_file_by_hand_is_read_as_a_plain_note(world, notes: Annotate) -> None:
    """An unknown kind or colour loses no words."""
    made = notes.highlight(PAGE, Anchor.of(TEXT, 3, 10), "pink", "ord").annotation
    from sqlalchemy import update

    from kursapp.storage.participant.note_tables import NOTE

    world.profile.notes._database.run(update(NOTE).where(NOTE.c.id == made.id).values(kind="plum", colour="plum"), [{}])
    (kept,) = notes.all()
    assert (kept.kind, kept.colour, kept.words) == (AnnotationKind.NOTE, "", "ord")
