"""The workbook as a whole."""

from __future__ import annotations

from pathlib import Path

from kursapp.domain.exporting import Watch
from kursapp.domain.results import RoundResults
from kursapp.export.long_table import count_rows, header, row_count, shown_tables
from kursapp.export.spreadsheet.before_now_sheet import write_before_now
from kursapp.export.spreadsheet.book import writing
from kursapp.export.spreadsheet.codebook_sheet import write_codebook
from kursapp.export.spreadsheet.comment_sheet import write_comments
from kursapp.export.spreadsheet.count_sheet import write_counts
from kursapp.export.spreadsheet.question_sheet import write_questions
from kursapp.export.spreadsheet.summary_sheet import write_summary
from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases


def write_workbook(results: RoundResults, path: Path, watch: Watch) -> None:
    """Write a round's results as ``.xlsx``. Raises as ``export.exports.export``."""
    say = Phrases(EXPORTS, results.cohort.language)
    with writing(results, path, watch) as book:
        write_summary(book, results)
        write_questions(book, results)
        write_before_now(book, results)
        write_comments(book, results)
        write_codebook(book, results)
        rows = count_rows(results, shown_tables(results))
        write_counts(book, say("sheet-counts"), header(results.cohort.language), rows, row_count(results))
