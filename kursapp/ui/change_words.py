"""What differs between two versions of a course, in words: for her who takes it and her who writes it."""

from __future__ import annotations

from kursapp.domain.course_changes import CourseChanges
from kursapp.ui.i18n import n_


def change_words(changes: CourseChanges) -> str:
    """Count what is other: "3 sider endret, 1 ny side". Empty where nothing is."""
    changed, added, removed = map(len, (changes.changed, changes.added, changes.removed))
    counted = (
        (changed, n_("{n} side endret", "{n} sider endret", changed)),
        (added, n_("{n} ny side", "{n} nye sider", added)),
        (removed, n_("{n} side fjernet", "{n} sider fjernet", removed)),
        (changes.drawn, n_("{n} spørsmål i banken endret", "{n} spørsmål i banken endret", changes.drawn)),
        (changes.terms, n_("{n} begrep endret", "{n} begreper endret", changes.terms)),
    )
    return ", ".join(words.format(n=count) for count, words in counted if count)
