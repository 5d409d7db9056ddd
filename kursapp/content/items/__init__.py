"""Items: questions, reflections, workbooks, cases and the items of an evaluation form, from lines to values."""

from kursapp.content.items.forms import check_form
from kursapp.content.items.item import Context, Item, Markup
from kursapp.content.items.opening import open_item
from kursapp.content.items.pages import evaluation_settings, open_page
from kursapp.content.items.quizzes import quiz_settings
from kursapp.content.items.reading import read_item

__all__ = [
    "Context",
    "Item",
    "Markup",
    "check_form",
    "evaluation_settings",
    "open_item",
    "open_page",
    "quiz_settings",
    "read_item",
]
