"""The sheet *Kommentarer*: what people wrote, sorted by text under each question, or why nothing is shown."""

from __future__ import annotations

from kursapp.domain.results import RoundResults
from kursapp.export.long_table import comments_in_order, item_name
from kursapp.export.spreadsheet.book import Book, make_room, parts, put_header, put_row
from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases
from kursapp.texts.results import hidden, why

COLUMNS = ("theme", "item", "comment", "tags", "chosen")
WIDTHS = (22, 36, 90, 24, 10)


def write_comments(book: Book, results: RoundResults) -> None:
    """Write the comments, one a row; a very long one goes on in the next row."""
    language = results.cohort.language
    say = Phrases(EXPORTS, language)
    sheet = book.sheet(say("comments"), WIDTHS)
    put_header(sheet, book.formats, [say(f"head-{column}") for column in COLUMNS], ())
    reason = results.published.comments_hidden
    if reason is not None:
        told = f"{hidden(language)}. {why(reason, results.cohort.rules.k, language)}"
        put_row(sheet, 1, ("", "", told), book.formats.muted)
        return
    if not results.published.comments:
        put_row(sheet, 1, ("", "", say("no-comments")), book.formats.muted)
    row = 1
    for comment in comments_in_order(results):
        item = results.form.item(comment.item_id)
        chosen = say("yes") if comment.chosen else ""
        for text in parts(comment.text):
            make_room(sheet, row, [(text, WIDTHS[2]), (item_name(item), WIDTHS[1])])
            cells = (item.theme, item_name(item), text, "; ".join(comment.tags), chosen)
            put_row(sheet, row, cells, book.formats.wrapped)
            row += 1
