"""What Enter does, line by line."""

from __future__ import annotations

import pytest

from kursapp.ui.author.editor.next_line import Break, begins_item, break_line, feedback_instead, shifted, soft_break


def done(line: str, broken: Break) -> str:
    """Return a line with its break made."""
    return line[: broken.start] + broken.text + line[broken.end :]


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("Brødtekst|", "Brødtekst\n"),
        ("Brød|tekst", "Brød\ntekst"),
        ("Brød| tekst", "Brød\ntekst"),
        ("- en|", "- en\n- "),
        ("* en|", "* en\n* "),
        ("- [ ] en|", "- [ ] en\n- [ ] "),
        ("- [x] en|", "- [x] en\n- [ ] "),
        ("- [x] en <!-- id: a -->|", "- [x] en <!-- id: a -->\n- [ ] "),
        ("  - en|", "  - en\n  - "),
        ("3. tre|", "3. tre\n4. "),
        ("9) ni|", "9) ni\n10) "),
        ("- en| to", "- en\n- to"),
        ("> ord|", "> ord\n> "),
        ("  > ord|", "  > ord\n  > "),
        ("> - en|", "> - en\n> - "),
        ("> [!MERK]|", "> [!MERK]\n> "),
        ("  rykket inn|", "  rykket inn\n  "),
        ("- |", "\n"),
        ("- [ ] |", "\n"),
        ("  - |", "- "),
        ("    - [ ] |", "  - [ ] "),
        ("1. |", "\n"),
        ("> |", "\n"),
        ("> - |", "> "),
        ("  > |", "- [ ] "),
        ("   |", "\n"),
        ("|- en", "\n- en"),
        ("-| en", "-\n en"),
        ("### Spørsmål: Hva?|", "### Spørsmål: Hva?\n"),
        ("-uten mellomrom|", "-uten mellomrom\n"),
    ],
)
def test_enter(line: str, becomes: str) -> None:
    """An item goes on with the next, one without words ends the list; after feedback comes the next option."""
    at = line.index("|")
    text = line.replace("|", "", 1)
    assert done(text, break_line(text, at)) == becomes


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("- [ ] en|", "- [ ] en\n  "),
        ("10. ti|", "10. ti\n    "),
        ("  > ord|", "  > ord\n  > "),
        ("ord|", "ord\n"),
        ("|- en", "\n- en"),
    ],
)
def test_shift_and_enter(line: str, becomes: str) -> None:
    """The paragraph goes on inside its item."""
    at = line.index("|")
    text = line.replace("|", "", 1)
    assert done(text, soft_break(text, at)) == becomes


def test_an_option_without_words_becomes_feedback() -> None:
    """One that has words does not."""
    assert feedback_instead("- [ ] ") == "  > "
    assert feedback_instead("- [x]") == "  > "
    assert feedback_instead("- [ ] en") is None
    assert feedback_instead("- ") is None


def test_a_line_goes_in_and_out() -> None:
    """Two spaces at a time, and never into its words."""
    assert shifted("- en", 1) == "  - en"
    assert shifted("", 1) == ""
    assert shifted("   - en", -1) == " - en"
    assert shifted(" en", -1) == "en"
    assert shifted("en", -1) == "en"


def test_what_begins_an_item() -> None:
    """A mark and a space."""
    assert begins_item("  1. en")
    assert begins_item("> - en")
    assert not begins_item("-en")
