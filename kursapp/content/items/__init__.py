"""Items: questions, reflections, workbooks, cases and the items of an evaluation form, from lines to values."""

from kursapp.content.items.item import Context, Item, Markup

__all__ = ["Context", "Item", "Markup"]
