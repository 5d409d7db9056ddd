"""What was typed is asked of the engine strictest first, in its own language, and never as an order to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from kursapp.domain.search_hit import MOST_COUNTED
from kursapp.domain.vocabulary import Vocabulary
from kursapp.storage.full_text import NAMES, WORDS, Index, Tier, columns, everything, read, search
from kursapp.storage.stems import Stems

STEMS = Stems()
INDEX = Index("names", "words", "owner")


class Shelf:
    """Both indexes in memory, and every question the engine was asked."""

    def __init__(self) -> None:
        self.connection = dbapi2.connect(":memory:", isolation_level=None)
        self.connection.execute(f"CREATE VIRTUAL TABLE names USING {NAMES}")
        self.connection.execute(f"CREATE VIRTUAL TABLE words USING {WORDS}")
        self.connection.execute("CREATE TABLE owner (id INTEGER PRIMARY KEY, kind TEXT)")
        self.vocabulary = Vocabulary()
        self.asked: list[str] = []

    def put(self, number: int, title: str, body: str = "", heads: str = "", kind: str = "") -> None:
        """Index a text under a number."""
        named, about, words = columns(STEMS, title, heads, body)
        self.connection.execute("INSERT INTO names (rowid, title, about) VALUES (?, ?, ?)", (number, named, about))
        self.connection.execute("INSERT INTO words (rowid, all_words) VALUES (?, ?)", (number, words))
        self.connection.execute("INSERT INTO owner VALUES (?, ?)", (number, kind))
        self.vocabulary.add(words.split())

    def run(self, sql: str, values: tuple[Any, ...]) -> list[Any]:
        """Ask the engine."""
        self.asked.append(sql)
        return list(self.connection.execute(sql, values).fetchall())

    def tiers(self, typed: str, limit: int = 50, index: Index = INDEX) -> list[tuple[int, Tier]]:
        """Return what is found and in which tier."""
        rows, _ = search(self.run, index, read(typed, STEMS, self.vocabulary), limit)
        return [(row.id, Tier(int(row.rank))) for row in rows]


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    """Open empty indexes."""
    made = Shelf()
    yield made
    made.connection.close()


def test_each_text_is_in_the_best_tier_it_has(shelf: Shelf) -> None:
    """From whole words in the title to parts of words in the text; a text that speaks of a word often is about it."""
    shelf.put(1, "Annet", "Et fristbrudd.")
    shelf.put(2, "Annet", "En frist, kanskje.")
    shelf.put(3, "Annet", "Frist og frist og fristen igjen.")
    shelf.put(4, "Annet", "", "Om frister")
    shelf.put(5, "Fristbrudd")
    shelf.put(6, "Fristen", "brudd")
    found = dict(shelf.tiers("frist"))
    assert found == {
        6: Tier.TITLE,
        5: Tier.TITLE_PARTLY,
        4: Tier.ABOUT,
        3: Tier.ABOUT,
        2: Tier.WORDS,
        1: Tier.PARTLY,
    }
    assert [number for number, _ in shelf.tiers("frist")] == [6, 5, 3, 4, 2, 1]


def test_no_more_is_asked_than_is_wanted(shelf: Shelf) -> None:
    """When the title alone has given enough, the texts are only counted."""
    for number in range(5):
        shelf.put(number, "Frist", "frist")
    assert len(shelf.tiers("frist", limit=3)) == 3
    assert len(shelf.asked) == 2
    assert "count(*)" in shelf.asked[-1]


def test_words_close_together_are_a_tier_of_their_own(shelf: Shelf) -> None:
    """Of several words, before those far apart."""
    shelf.put(1, "A", "frist " + "ord " * 60 + "melding")
    shelf.put(2, "B", "frist for melding")
    assert shelf.tiers("melding frist") == [(2, Tier.CLOSE), (1, Tier.WORDS)]


def test_guesses_only_where_there_is_nothing_else(shelf: Shelf) -> None:
    """A slip, and some of the words; the more of them the better."""
    shelf.put(1, "A", "melding og frist")
    shelf.put(2, "B", "melding og vedtak om noe")
    assert shelf.tiers("meldign") == [(1, Tier.NEAR), (2, Tier.NEAR)]
    assert shelf.tiers("melding frist sommer") == [(1, Tier.SOME), (2, Tier.SOME)]
    assert shelf.tiers("sommer vinter") == []


def test_every_row_can_be_had(shelf: Shelf) -> None:
    """However many they are, those with whole words first."""
    for number in range(120):
        shelf.put(number, "", "fristbrudd" if number % 2 else "frist")
    rows = everything(shelf.run, INDEX, read("frist", STEMS, shelf.vocabulary))
    assert len(rows) == 120
    assert not any(number % 2 for number in rows[:60])
    assert everything(shelf.run, INDEX, ()) == []


def test_narrowed_and_newest_first(shelf: Shelf) -> None:
    """By the columns of what the rows belong to; what was written last comes first in one's own words."""
    for number in range(4):
        shelf.put(number, "Frist", kind="note" if number % 2 else "page")
    newest = Index("names", "words", "owner", True, "owner.kind = ?", ("note",))
    assert [number for number, _ in shelf.tiers("frist", index=newest)] == [3, 1]


def test_the_count_is_bounded(shelf: Shelf) -> None:
    """And never less than what is shown."""
    for number in range(30):
        shelf.put(number, "", "frist")
    wanted = read("frist", STEMS, shelf.vocabulary)
    assert search(shelf.run, INDEX, wanted, 10)[1] == 30
    assert search(shelf.run, INDEX, wanted, 100)[1] == 30
    assert search(shelf.run, INDEX, (), 10) == ([], 0)
    assert MOST_COUNTED >= 30


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=120))
def test_a_text_is_found_by_all_that_is_in_it(shelf: Shelf, text: str) -> None:
    """Any text that has a word is found by its first twelve, and nothing that can be typed is an error."""
    shelf.connection.execute("DELETE FROM words")
    shelf.connection.execute("DELETE FROM names")
    shelf.connection.execute("DELETE FROM owner")
    shelf.put(1, "", text)
    found = shelf.tiers(text.replace('"', " ").translate(dict.fromkeys(map(ord, "«»“”„"), " ")))
    assert [number for number, _ in found] == ([1] if STEMS.text(text)[0] else [])
    shelf.tiers(text)
