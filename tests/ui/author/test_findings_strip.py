"""The findings under the text: those of the file one writes in, repaired where one is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kursapp.domain.problem import Problem
from kursapp.ui.author.findings_strip import FindingsStrip
from kursapp.ui.theme.theme import Theme
from tests.kept_worker import KeptWorker
from tests.ui.author.draft_bench import LONG, DraftBench

COVER = "---\nid: k\n---\n# Prøve\n\n## Dag 1: Start\n- [A](a.md)\n- [B](b.md)\n"
SESSION = "---\nid: {0}\n---\n# Økt\n\n## Side\n<!-- id: {0}-s -->\n\n### Refleksjon - Hva nå?\n\nTekst.\n"


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, kept_worker: KeptWorker) -> Iterator[DraftBench]:
    """Give an instructor with two sessions that each have a finding."""
    made = DraftBench(
        qtbot, tmp_path, kept_worker, {"kurs.md": COVER, "a.md": SESSION.format("a"), "b.md": SESSION.format("b")}
    )
    yield made
    made.close()


@pytest.fixture
def strip(bench: DraftBench, theme: Theme) -> FindingsStrip:
    """Show the findings of one of them."""
    made = FindingsStrip(bench.draft, theme)
    bench.qtbot.addWidget(made)
    made.resize(900, 200)
    made.show()
    bench.open()
    made.show_file("a.md")
    return made


def test_only_the_findings_of_the_file_are_shown(strip: FindingsStrip, bench: DraftBench) -> None:
    """Another file has its own."""
    counts: list[int] = []
    strip.counted.connect(counts.append)
    assert {found.file for found in strip.panel.found} == {"a.md"}
    strip.show_file("b.md")
    assert {found.file for found in strip.panel.found} == {"b.md"}
    strip.show_file("kurs.md")
    assert counts == [1, len(strip.panel.found)]


def test_a_repair_changes_the_text_one_writes(strip: FindingsStrip, bench: DraftBench) -> None:
    """It is made in the live text, also where lines have been written above since the check."""
    bench.text("a.md")
    found = bench.found("looks-like-item")
    strip.show_finding(found)
    bench.draft.edit("a.md", SESSION.format("a").replace("# Økt\n", "# Økt\n\nNy tekst.\n"))
    strip.panel.detail.repair.click()
    bench.qtbot.waitUntil(lambda: "### Refleksjon: Hva nå?" in bench.text("a.md"), timeout=LONG)
    assert "Ny tekst." in bench.text("a.md")


def test_one_key_goes_from_finding_to_finding(strip: FindingsStrip, bench: DraftBench) -> None:
    """To the next one, round again after the last, and back; each time to its line."""
    strip.show_file("kurs.md")
    bench.text("kurs.md")
    bench.draft.edit("kurs.md", COVER + "- Bare ord\n- Flere ord\n")
    bench.qtbot.waitUntil(lambda: len(strip.panel.found) >= 2, timeout=LONG)
    lines: list[Problem] = []
    strip.line_wanted.connect(lines.append)
    for _time in range(len(strip.panel.found) + 1):
        strip.go_to_next()
    strip.go_to_previous()
    found = list(strip.panel.found)
    assert lines == [*found, found[0], found[-1]]


def test_folded_away_it_builds_nothing_and_still_leads_on(strip: FindingsStrip, bench: DraftBench) -> None:
    """What was found meanwhile is there when it is asked for: by a key, or by taking the list out again."""
    strip.hide()
    strip.show_file("b.md")
    assert {found.file for found in strip.panel.found} == {"a.md"}
    lines: list[Problem] = []
    strip.line_wanted.connect(lines.append)
    strip.go_to_next()
    assert [found.file for found in lines] == ["b.md"]
    strip.show_file("a.md")
    strip.show()
    assert {found.file for found in strip.panel.found} == {"a.md"}


def test_going_through_the_list_tells_where(strip: FindingsStrip, bench: DraftBench) -> None:
    """Choosing a finding, and asking for its line, are told; a new check is no choice of hers."""
    chosen: list[Problem] = []
    lines: list[Problem] = []
    strip.chosen.connect(chosen.append)
    strip.line_wanted.connect(lines.append)
    strip.show_finding(strip.panel.found[0])
    bench.draft.check()
    bench.checked()
    assert chosen == []
    strip.panel.detail.go.click()
    assert lines == [strip.panel.found[0]]
