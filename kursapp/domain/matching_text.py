"""Whether a short text says the same as a key: forgiving of case, spaces and one typing slip in a longer word."""

from __future__ import annotations

import unicodedata

LONG_WORD = 5
"""Letters a word needs before a typing slip in it is forgiven (course-format §3)."""

LONGEST = 500
"""Characters of a typed text that are compared; a longer one is not the same as any key."""


def same_text(typed: str, key: str, *, exact: bool = False) -> bool:
    """Say whether a typed text counts as the key.

    Exact texts must agree in every letter and inner space. Others may differ in case and spaces, and each word of five
    letters or more may hold one slip: a letter too many, too few, exchanged for another, or swapped with its neighbour.
    A word of the key that holds a figure must be right: another figure is another answer.
    """
    if len(typed) > LONGEST:
        return False
    if exact:
        return _plain_spaces(typed) == _plain_spaces(key)
    words = _plain_spaces(key).casefold().split()
    letters = "".join(_plain_spaces(typed).casefold().split())
    return bool(words) and _runs_through(letters, words)


def matches_any(typed: str, keys: tuple[str, ...], *, exact: bool = False) -> bool:
    """Say whether a typed text counts as one of several spellings."""
    return any(same_text(typed, key, exact=exact) for key in keys)


def _plain_spaces(text: str) -> str:
    """Compose accents and make every kind of space a plain one; spaces at the ends are invisible and never count."""
    composed = unicodedata.normalize("NFC", text).strip()
    return "".join(" " if letter.isspace() else letter for letter in composed)


def _runs_through(letters: str, words: list[str]) -> bool:
    """Say whether the letters can be cut into the words in turn, wherever the person put the spaces."""
    ends = {0}
    for word in words:
        lengths = (len(word) - 1, len(word), len(word) + 1)
        ends = {start + n for start in ends for n in lengths if _same_word(letters[start : start + n], word)}
    return len(letters) in ends


def _same_word(typed: str, word: str) -> bool:
    if typed == word:
        return True
    return _may_slip(word) and _one_slip_apart(typed, word)


def _may_slip(word: str) -> bool:
    return sum(letter.isalpha() for letter in word) >= LONG_WORD and not any(letter.isdigit() for letter in word)


def _one_slip_apart(typed: str, word: str) -> bool:
    start = _shared_start(typed, word)
    if len(typed) > len(word):
        return typed[start + 1 :] == word[start:]
    if len(typed) < len(word):
        return typed[start:] == word[start + 1 :]
    if typed[start + 1 :] == word[start + 1 :]:
        return True
    swapped = word[start + 1 : start + 2] + word[start : start + 1]
    return typed[start : start + 2] == swapped and typed[start + 2 :] == word[start + 2 :]


def _shared_start(one: str, other: str) -> int:
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))
