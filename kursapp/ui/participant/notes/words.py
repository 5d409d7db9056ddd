"""How notes are called on the screen."""

from __future__ import annotations

from kursapp.domain.annotation import COLOURS, AnnotationKind
from kursapp.domain.days import local_day
from kursapp.services.notebook import NoteRow
from kursapp.texts import amounts
from kursapp.ui.i18n import _, language


def kinds() -> tuple[tuple[str, str], ...]:
    """Return what one can choose among, by value: highlights of any colour or of one, and what else there is."""
    highlights = tuple((each, _("{colour} utheving").format(colour=colour_words(each))) for each in COLOURS)
    return (
        ("highlight", _("Uthevinger")),
        *highlights,
        ("written", _("Med notat")),
        ("bookmark", _("Bokmerker")),
        ("lost", _("Teksten er endret")),
    )


def colour_words(colour: str) -> str:
    """Return a colour's name."""
    return {"yellow": _("Gul"), "green": _("Grønn"), "blue": _("Blå"), "pink": _("Rosa")}.get(colour, "")


def kind_words(row: NoteRow) -> str:
    """Return what a note is: ``Gul utheving``."""
    note = row.note
    if note.kind is AnnotationKind.BOOKMARK:
        return _("Bokmerke")
    if note.colour:
        return _("{colour} utheving").format(colour=colour_words(note.colour))
    return _("Notat")


def place_words(row: NoteRow) -> str:
    """Return where a note was made: course, day and page."""
    gone = "" if row.here else _("ikke på maskinen")
    course = f"{row.course} ({gone})" if gone else row.course
    return " · ".join(each for each in (course, row.part, row.page_title) if each)


def day_words(row: NoteRow) -> str:
    """Return the day a note was made."""
    return amounts.day(local_day(row.note.created_at), language())


def main_words(row: NoteRow) -> str:
    """Return the first line of a note: her own words, else the words it hangs on, else the page."""
    note = row.note
    return " ".join((note.words or note.anchor.quote or row.page_title).split())


def other_words(row: NoteRow) -> str:
    """Return the second line: the words a note with words of its own hangs on."""
    note = row.note
    return "«{}»".format(" ".join(note.anchor.quote.split())) if note.words and note.anchor.quote else ""


def meta_words(row: NoteRow) -> str:
    """Return the last line: what it is, where, when, and whether its words are gone."""
    told = [kind_words(row), place_words(row), day_words(row)]
    return " · ".join([_("Teksten er endret"), *told] if row.lost else told)


def spoken(row: NoteRow) -> str:
    """Return all of it, for the ear."""
    return ". ".join(each for each in (main_words(row), other_words(row), meta_words(row)) if each)
