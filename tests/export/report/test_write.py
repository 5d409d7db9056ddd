"""The printed report: a structure others can check, and words nobody's text can change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from kursapp.domain.exporting import ExportKind, Unwatched
from kursapp.domain.results import Comment, RoundResults, Why
from kursapp.export.exports import export, recovery_sheet
from tests.export.made_up import cohort, form, hidden_results, results

Write = Callable[[RoundResults, ExportKind], Path]


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Yield the structure elements from the root downwards."""
    rest = [pdf.Root.StructTreeRoot]
    while rest:
        one = rest.pop()
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
        kids = one.get("/K") if isinstance(one, pikepdf.Dictionary) else None
        if isinstance(kids, pikepdf.Array):
            rest += [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]
        elif isinstance(kids, pikepdf.Dictionary):
            rest.append(kids)


def check_structure(path: Path, language: str, title: str) -> dict[str, int]:
    """Check what PDF/UA-1 asks for and return how many there are of each kind of element."""
    with pikepdf.open(path) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == language
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"] == title
        counts: dict[str, int] = {}
        for element in elements(pdf):
            kind = str(element.S)
            counts[kind] = counts.get(kind, 0) + 1
            if kind == "/Figure":
                assert str(element.Alt).strip(), "a chart without words"
        assert not pdf.Root.get("/AcroForm")
        assert "/OpenAction" not in pdf.Root
        return counts


def test_the_report_passes_a_structure_check(full: RoundResults, write: Write) -> None:
    """Tagged, with language and title, headings, tables with headers, and words for every chart."""
    counts = check_structure(
        write(full, ExportKind.PDF), "nb-NO", "Evalueringsrapport: God barnevernledelse, Kull 12, Hamar"
    )
    assert counts["/H1"] >= 8
    assert counts["/Figure"] >= 30
    assert counts["/TH"] > 10
    assert {"/P", "/Table", "/TOC", "/L"} <= set(counts)


@pytest.mark.parametrize(("language", "tag"), [("nn", "nn-NO"), ("en", "en-GB")])
def test_the_report_speaks_the_cohorts_language(language: str, tag: str, write: Write) -> None:
    """A screen reader is told which voice to use."""
    shown = results(language=language)
    title = {"nn": "Evalueringsrapport: ", "en": "Evaluation report: "}[language]
    check_structure(write(shown, ExportKind.PDF), tag, f"{title}God barnevernledelse, Kull 12, Hamar")


def test_the_report_of_a_round_with_everything_hidden(write: Write) -> None:
    """The report is whole, says why, and draws nothing."""
    path = write(hidden_results(), ExportKind.PDF)
    counts = check_structure(path, "nb-NO", "Evalueringsrapport: God barnevernledelse, Kull 12, Hamar")
    assert counts.get("/Figure", 0) == 0


@pytest.mark.parametrize(
    "text",
    [
        '#panic("kjørt")',
        '#import "@preview/x:1.0.0": *',
        "$ sum_(i=0)^n $ *fet* _kursiv_ `kode` <merke> @merke // merknad /* merknad",
        "\\u{1F600} \\n \" ' {page} {total}",
        "😀 👩🏽‍🚒 🇳🇴",
        "שלום עולם مرحبا 你好 नमस्ते",
        "a\u0000b\u202eabc\u2028d",
        "ord " * 2500,
        "x" * 10_000,
    ],
)
def test_a_quote_is_only_a_text(text: str, write: Write) -> None:
    """What people wrote reaches the report as letters, whatever it looks like, and never stops it."""
    shown = results(comments=())
    quote = replace(shown.published, comments=(Comment("fritt", text, ("#let x = 1",), chosen=True),))
    shown = replace(shown, published=quote)
    counts = check_structure(
        write(shown, ExportKind.PDF), "nb-NO", "Evalueringsrapport: God barnevernledelse, Kull 12, Hamar"
    )
    assert counts["/P"] > 0


def test_hidden_comments_are_told_with_the_reason(write: Write) -> None:
    """Where fewer than ten have answered there is no quote, and the report says so."""
    from kursapp.export.report.document import report_values

    shown = results()
    few = replace(shown.published, comments=(), comments_hidden=Why.FEW_FOR_COMMENTS)
    voices = report_values(replace(shown, published=few), None)["voices"]
    assert isinstance(voices, dict)
    assert voices["items"] == []
    assert "minst 10" in str(voices["lead"])


def test_the_day_stands_on_the_cover(full: RoundResults, tmp_path: Path) -> None:
    """A report that is made again later can be told from the earlier one."""
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    export(full, ExportKind.PDF, first, Unwatched(), made=date(2026, 11, 22))
    export(full, ExportKind.PDF, second, Unwatched(), made=date(2026, 11, 23))
    assert first.read_bytes() != second.read_bytes()


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_recovery_sheet_is_one_tagged_page(language: str, tmp_path: Path) -> None:
    """It can be printed and kept, and read aloud."""
    path = tmp_path / "ark.pdf"
    recovery_sheet(cohort(form(), language), "7K2M-QX4P-9DHT-3RVB-8NWC-5YZ6-1JKM", path)
    title = "Recovery sheet" if language == "en" else "Gjenopprettingsark"
    tag = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}[language]
    check_structure(path, tag, f"{title}: Kull 12, Hamar")
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1


def test_the_recovery_sheet_is_its_owners_alone(tmp_path: Path) -> None:
    """The file that holds the code cannot be read by others on the machine."""
    path = tmp_path / "ark.pdf"
    recovery_sheet(cohort(form()), "7K2M-QX4P-9DHT-3RVB-8NWC-5YZ6-1JKM", path)
    assert path.stat().st_mode & 0o077 == 0
