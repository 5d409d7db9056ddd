"""A worksheet on paper: tagged, with its figures, and whole also where one of them is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp.domain.course import Rich
from kursapp.domain.exporting import Unwatched
from kursapp.domain.problem import KursappError
from kursapp.domain.worksheet import Part, PartKind, Worksheet
from kursapp.export.worksheet.values import worksheet_values
from kursapp.export.worksheet.write import write_worksheet_pdf
from tests.export.conftest import Stopwatch

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


def rich(words: str) -> Rich:
    return Rich(words, words)


def sheet(*more: Part) -> Worksheet:
    """Return a worksheet with every kind of part."""
    table = ((rich("Land"), rich("By")), (rich("Norge"), Rich()))
    return Worksheet(
        "Kurs #1 [*x*]",
        "nb",
        (
            Part(PartKind.SESSION, rich("Økt")),
            Part(PartKind.ITEM, rich("Straks")),
            Part(PartKind.LINES, count=2),
            Part(PartKind.PAGE, rich("Side")),
            Part(PartKind.PROSE, Rich("<p>#let x = 1</p><ul><li>a</li></ul><blockquote>b</blockquote>", "")),
            Part(PartKind.BOX, rich("Loven")),
            Part(PartKind.ITEM, rich("Hva?")),
            Part(PartKind.OPTION, rich("Ja")),
            Part(PartKind.OPTION, rich("Nei")),
            Part(PartKind.WORD, rich("Oslo")),
            Part(PartKind.TABLE, rows=table),
            *more,
        ),
    )


FIGURE = Part(PartKind.FIGURE, rich("Kartet"), source="media/a.svg", alt="Et kart")


def pages(path: Path) -> bytes:
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    return data


def test_a_worksheet_with_its_figure(tmp_path: Path) -> None:
    """Every kind of part is set, the figure among them, and the file says it is tagged."""
    path = tmp_path / "ark.pdf"
    assert write_worksheet_pdf(sheet(FIGURE), {"media/a.svg": SVG}.get, path, Unwatched())
    assert b"/MarkInfo" in pages(path)


def test_equal_worksheets_are_equal_files(tmp_path: Path) -> None:
    """Nothing in the file tells when it was made."""
    one, other = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for path in (one, other):
        write_worksheet_pdf(sheet(FIGURE), {"media/a.svg": SVG}.get, path, Unwatched())
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("data", [b"<svg", b"\x89PNG not really", b""], ids=["half an SVG", "no PNG", "nothing"])
def test_a_broken_figure_costs_the_figures_only(tmp_path: Path, data: bytes) -> None:
    """The sheet is whole with the figure's words in its place, and it is told of."""
    path = tmp_path / "ark.pdf"
    assert not write_worksheet_pdf(sheet(FIGURE), {"media/a.svg": data}.get, path, Unwatched())
    pages(path)


def test_a_figure_that_is_gone_is_its_words() -> None:
    """Where no picture can be shown, the caption or the alternative text stands in a box."""
    made = worksheet_values(sheet(FIGURE), {})["parts"]
    assert isinstance(made, list)
    assert made[-1] == {
        "kind": "box",
        "blocks": [{"kind": "paragraph", "spans": [{"kind": "words", "text": "Kartet"}]}],
    }


def test_levels_of_headings_are_never_skipped() -> None:
    """A question straight under a session is one level below it, under a page one below that."""
    made = worksheet_values(sheet(), {})["parts"]
    assert isinstance(made, list)
    assert [each["level"] for each in made if "level" in each] == [2, 3, 3, 4]


def test_what_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    """Cancelled, there is no file."""
    with pytest.raises(KursappError) as caught:
        write_worksheet_pdf(sheet(), {}.get, tmp_path / "ark.pdf", Stopwatch(after=1))
    assert caught.value.problem.code == "export-cancelled"
    assert list(tmp_path.iterdir()) == []
