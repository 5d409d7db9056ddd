"""What a change note says: the words for people, and the questions it corrects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.change_note import ChangeNote, read_change_note, write_change_note

IDS = st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), unique=True, max_size=4)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters=":"))


@pytest.mark.parametrize("written", ["omrett: d1-a, d1-b", "Omrett : d1-a d1-b", "- rescore: d1-a; d1-b, d1-a"])
def test_the_line_names_questions_in_any_of_the_languages(written: str) -> None:
    """Each once, in the order they stand; the line is not told to people."""
    note = read_change_note(f"Nye tall.\n\n{written}\nTakk til Kari.")
    assert note == ChangeNote("Nye tall.\n\nTakk til Kari.", ("d1-a", "d1-b"))


@pytest.mark.parametrize("text", ["Vi har omrettet to feil", "omrett:", "Se omrett: i veiledningen"])
def test_other_words_correct_nothing(text: str) -> None:
    """Only a line that begins with the word and names an id is one."""
    assert read_change_note(text) == ChangeNote(text)


@given(WORDS, IDS)
def test_a_note_that_is_written_is_read_as_it_was(words: str, ids: list[str]) -> None:
    """Words and ids come back."""
    assert read_change_note(write_change_note(words, ids)) == ChangeNote(words.strip(), tuple(ids))
