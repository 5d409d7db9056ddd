"""Every kind of file: whole or not at all, the same from equal results, and honest about what it is."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pikepdf
import pyreadstat
import pytest

from kursapp import __version__
from kursapp.domain.cohort import Rules
from kursapp.domain.exporting import ExportKind, Unwatched
from kursapp.domain.problem import KursappError
from kursapp.domain.results import RoundResults
from kursapp.export.exports import export
from kursapp.export.report.document import report_values
from tests.export.conftest import KINDS, Stopwatch
from tests.export.made_up import hidden_results, quiz, results

Write = Callable[[RoundResults, ExportKind], Path]


def words_in(path: Path, shown: RoundResults) -> str:
    """Return all texts of an exported file."""
    match path.suffix:
        case ".xlsx":
            with zipfile.ZipFile(path) as book:
                parts = [book.read(name).decode() for name in book.namelist() if name.endswith(".xml")]
            return re.sub(r"<[^>]*>", "\n", "".join(parts))
        case ".sav":
            _, meta = pyreadstat.read_sav(str(path), output_format="dict")
            return "\n".join([*meta.notes, *meta.column_labels])
        case ".pdf":
            # The letters of a PDF are numbers of glyphs; what it is set from is plain.
            return str(report_values(shown, None))
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_an_export_says_what_it_is_and_what_is_hidden(kind: ExportKind, write: Write) -> None:
    """Form version, program version, the limit, simulated or not, codes or not, and every hidden item by name."""
    rules = replace(results().cohort.rules, codes=True)
    shown = results(rules=rules)
    text = " ".join(words_in(write(shown, kind), shown).split())
    for told in ("ffffffffffff", __version__, "varslingsveien", "Færre enn 5 har svart på dette"):
        assert told in text, told
    if kind is not ExportKind.JSON:
        for told in ("Simulert", "Kontrollert med koder", "Ingenting vises for færre enn 5"):
            assert told in text, told


@pytest.mark.parametrize("kind", KINDS)
def test_equal_results_give_equal_bytes(kind: ExportKind, tmp_path: Path) -> None:
    """Nothing of an export depends on when or in what order it was made."""
    shown = results()
    shuffled = replace(shown, published=replace(shown.published, comments=tuple(reversed(shown.published.comments))))
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first = export(shown, kind, tmp_path / "a" / f"fil.{kind.value}", Unwatched())
    second = export(shuffled, kind, tmp_path / "b" / f"fil.{kind.value}", Unwatched())
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_language_and_a_round_of_which_nothing_may_be_shown(
    kind: ExportKind, language: str, write: Write
) -> None:
    """A round with everything hidden is exported all the same, and says so in the cohort's language."""
    shown = hidden_results(language)
    told = {"nb": "for å verne deltakerne", "nn": "for å verne deltakarane", "en": "to protect the participants"}
    path = write(shown, kind)
    if kind is ExportKind.JSON:
        assert path.read_text(encoding="utf-8").count('"hidden": "few_persons"') == len(shown.published.tables)
    else:
        assert told[language] in " ".join(words_in(path, shown).split())


@pytest.mark.parametrize("looks", [1, 2, 5])
@pytest.mark.parametrize("kind", KINDS)
def test_a_stopped_export_leaves_nothing(kind: ExportKind, looks: int, full: RoundResults, tmp_path: Path) -> None:
    """Stopped at any time, the folder is as it was: the old file whole, no temporary one."""
    path = tmp_path / f"rapport.{kind.value}"
    path.write_bytes(b"den forrige")
    watch = Stopwatch(after=looks)
    caught = None
    try:
        export(full, kind, path, watch)
    except KursappError as error:
        caught = error
    # A small export may be done before it is looked at so often.
    assert (caught is None) == (watch.looks < looks)
    if caught is not None:
        assert caught.problem.code == "export-cancelled"
        assert path.read_bytes() == b"den forrige"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_full_disk_is_one_sentence_and_leaves_nothing(
    kind: ExportKind, full: RoundResults, tmp_path: Path, small_disk: Callable[[int], AbstractContextManager[None]]
) -> None:
    """A file that has no room is named, the old one is whole, and no half one lies about."""
    path = tmp_path / f"rapport.{kind.value}"
    path.write_bytes(b"den forrige")
    with small_disk(1000), pytest.raises(KursappError) as caught:
        export(full, kind, path, Unwatched())
    assert caught.value.problem.code == "disk-full"
    assert path.read_bytes() == b"den forrige"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_missing_folder_is_one_sentence(kind: ExportKind, full: RoundResults, tmp_path: Path) -> None:
    """A stick that was pulled out is named, not a traceback."""
    with pytest.raises(KursappError) as caught:
        export(full, kind, tmp_path / "borte" / f"rapport.{kind.value}", Unwatched())
    assert caught.value.problem.code == "file-not-written"


def test_progress_is_told(full: RoundResults, tmp_path: Path) -> None:
    """Whoever follows the work hears that it moves, and that it ends."""
    watch = Stopwatch(after=10**9)
    export(full, ExportKind.CSV, tmp_path / "rapport.csv", watch)
    assert watch.told[-1][0] == watch.told[-1][1] > 0


@pytest.mark.parametrize("kind", [ExportKind.CSV, ExportKind.CSV_RFC, ExportKind.SPS])
def test_a_low_limit_gives_its_reason(kind: ExportKind, write: Write) -> None:
    """Where fewer than five are shown, the reason stands in the file."""
    rules = Rules(results().cohort.rules.keep_until, k=3, reason="Kullet har åtte deltakere.")
    assert "Kullet har åtte deltakere." in write(results(rules=rules), kind).read_text(encoding="utf-8")


def test_the_report_is_no_file_for_another_program(full: RoundResults, write: Write) -> None:
    """The PDF opens, and its pages are numbered from the cover."""
    with pikepdf.open(write(full, ExportKind.PDF)) as pdf:
        assert len(pdf.pages) > 5


@pytest.mark.parametrize("kind", KINDS)
def test_a_quiz_is_exported_too(kind: ExportKind, write: Write) -> None:
    """Questions with options, without them, and hidden ones stand in every kind of file."""
    shown = quiz()
    text = words_in(write(shown, kind), shown)
    for question in shown.form.items:
        assert question.text in text


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize("kind", KINDS)
def test_an_export_is_its_makers_alone(kind: ExportKind, full: RoundResults, tmp_path: Path) -> None:
    """Nobody else on the machine reads results before they are handed on."""
    for path in export(full, kind, tmp_path / f"rapport.{kind.value}", Unwatched()):
        assert path.stat().st_mode & 0o077 == 0
