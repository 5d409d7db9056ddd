"""Sjekk: the same findings as the command, by severity and page, repaired in a step; and the time a course takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kursapp.cli.check import as_record
from kursapp.cli.commands import run
from kursapp.domain.problem import Problem, Severity
from kursapp.ui.author.check import TIME, CheckScreen
from kursapp.ui.author.finding_rows import Heading
from kursapp.ui.author.workload_tree import AGAINST, BAR, READING, SAYS, TAKES
from kursapp.ui.navigation import draft_check, draft_package, edit
from kursapp.ui.theme.theme import Theme
from tests.kept_worker import KeptWorker
from tests.ui.author.draft_bench import LONG, DraftBench

COVER = "---\nid: k\nversjon: 1.0.0\ntimer: 1\n---\n# Prøve\n\n## Dag 1: Start\n- [Økt](okt.md)\n- [To](to.md)\n"
OKT = (
    "---\nid: okt\nminutter: 30\n---\n# Økt\n\n## Første side\n<!-- id: s1 -->\n\n"
    "### Spørsmål: Hva nå?\n<!-- id: q -->\n-[ ] Vente\n-[x] Handle\n\n"
    "## Andre side\n<!-- id: s2 -->\n\n[Les](#forste-side)\n"
)
TO = "---\nid: to\n---\n# To\n\n## Tredje side\n<!-- id: s3 -->\n\n### Refleksjon: Hva tenker du?\n<!-- id: r -->\n"
FILES = {"kurs.md": COVER, "okt.md": OKT, "to.md": TO}


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, kept_worker: KeptWorker) -> Iterator[DraftBench]:
    """Give an instructor with a course that has findings."""
    made = DraftBench(qtbot, tmp_path, kept_worker, FILES)
    yield made
    made.close()


@pytest.fixture
def screen(bench: DraftBench, theme: Theme) -> CheckScreen:
    """Show the screen, checked."""
    made = CheckScreen(bench.draft, bench.navigator, theme, bench.messages)
    bench.qtbot.addWidget(made)
    made.resize(1200, 760)
    made.show()
    made.enter(draft_check(bench.card.id))
    bench.checked()
    return made


def rows(screen: CheckScreen) -> list[str]:
    """Return the rows as they read: headings in brackets, findings by their codes."""
    return [f"[{row.words}]" if isinstance(row, Heading) else row.code for row in shown(screen)]


def shown(screen: CheckScreen) -> tuple[Problem | Heading, ...]:
    """Return what the list holds."""
    return screen.findings.panel.list.findings.rows


def click(bench: DraftBench, widget: QWidget) -> None:
    """Press a button."""
    bench.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_findings_stand_under_their_severity_and_page(screen: CheckScreen) -> None:
    """Errors first, and each under the page it is on."""
    assert rows(screen)[:6] == [
        "[3 feil: rettes før kurset deles]",
        "[okt.md · Første side]",
        "odd-option",
        "odd-option",
        "[okt.md · Andre side]",
        "dead-link",
    ]
    assert "[okt.md]" in rows(screen)
    assert screen.state.text().startswith("3 feil, ")


def test_they_are_those_of_the_command(
    screen: CheckScreen, bench: DraftBench, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever checks in the window and whoever checks at the command line is told the same."""
    run(["check", str(bench.folder), "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert told == [as_record(found, "nb") for found in bench.draft.problems]
    assert sorted(found for found in shown(screen) if isinstance(found, Problem)) == sorted(bench.draft.problems)


def test_one_step_repairs_one(screen: CheckScreen, bench: DraftBench) -> None:
    """What the repair makes of the line is shown first; then the text is mended and the finding is gone."""
    found = bench.found("dead-link")
    screen.findings.panel.choose(found)
    bench.settle()
    assert screen.findings.panel.detail.outcome.text() == "[Les](#første-side)"
    click(bench, screen.findings.panel.detail.repair)
    bench.qtbot.waitUntil(lambda: "dead-link" not in rows(screen), timeout=LONG)
    assert "[Les](#første-side)" in bench.text("okt.md")
    assert bench.told[-1].text == "1 funn er rettet opp."


def test_all_of_a_kind_are_repaired_at_once(screen: CheckScreen, bench: DraftBench) -> None:
    """Both options are mended, nothing else, and the text before is kept as a snapshot."""
    screen.findings.panel.choose(bench.found("odd-option"))
    click(bench, screen.findings.panel.detail.repair_alike)
    bench.qtbot.waitUntil(lambda: "odd-option" not in rows(screen), timeout=LONG)
    assert bench.text("okt.md") == OKT.replace("-[", "- [")


def test_the_line_is_one_press_away(screen: CheckScreen, bench: DraftBench) -> None:
    """Enter on a finding goes to its line in the editor."""
    screen.findings.panel.choose(bench.found("dead-link"))
    screen.findings.panel.list.setFocus()
    bench.qtbot.keyClick(screen.findings.panel.list, Qt.Key.Key_Return)
    assert bench.went[-1] == edit("", "okt.md", 18)


def test_findings_can_be_narrowed_down(screen: CheckScreen, bench: DraftBench) -> None:
    """By severity, by whether they can be mended, and by words; the choice says how many it holds."""
    choice = screen.findings.shown
    assert choice.itemText(1) == "Bare feil (3)"
    choice.setCurrentIndex(1)
    assert {row.severity for row in shown(screen) if isinstance(row, Problem)} == {Severity.ERROR}
    choice.setCurrentIndex(3)
    assert all(row.fixable for row in shown(screen) if isinstance(row, Problem))
    choice.setCurrentIndex(0)
    screen.findings.search.setText("LENKEN")
    assert rows(screen) == ["[1 feil: rettes før kurset deles]", "[okt.md · Andre side]", "dead-link"]
    screen.findings.search.setText("finnes ikke noe sted")
    assert screen.findings.none_shown.isVisible()
    assert not screen.findings.panel.isVisible()


def test_what_is_repaired_elsewhere_disappears(screen: CheckScreen, bench: DraftBench) -> None:
    """The screen follows the text, whoever changes it."""
    bench.text("okt.md")
    bench.draft.edit("okt.md", OKT.replace("#forste-side", "#s1"))
    bench.qtbot.waitUntil(lambda: "dead-link" not in rows(screen), timeout=LONG)


def test_pages_that_move_keep_their_findings(screen: CheckScreen, bench: DraftBench) -> None:
    """Lines written on the first page move the second, and what is found there is still said to be there."""
    bench.text("okt.md")
    bench.draft.edit("okt.md", OKT.replace("### Spørsmål", "Tekst.\n\n" * 9 + "### Spørsmål"))
    bench.qtbot.waitUntil(lambda: bench.draft.is_fresh and bench.found("dead-link").line == 36, timeout=LONG)
    assert rows(screen)[4:6] == ["[okt.md · Andre side]", "dead-link"]


def test_nothing_left_leads_on(screen: CheckScreen, bench: DraftBench) -> None:
    """A course without findings can be packed, and that is the next step."""
    bench.text("okt.md")
    clean = OKT.replace(
        "-[ ] Vente\n-[x] Handle\n", "- [ ] Vente <!-- id: q-a -->\n  > Nei.\n- [x] Handle <!-- id: q-b -->\n"
    )
    bench.draft.edit("okt.md", clean.replace("#forste-side", "#s1").replace("minutter: 30", "forkunnskap: lov"))
    bench.qtbot.waitUntil(screen.findings.none_left.isVisible, timeout=LONG)
    assert screen.state.text() == "Ingen funn"
    click(bench, screen.findings.none_left.action)
    assert bench.went[-1] == draft_package()


def test_time_is_shown_against_its_target(screen: CheckScreen, bench: DraftBench) -> None:
    """A day, its sessions and their pages; Enter goes to the text."""
    screen.tabs.setCurrentIndex(TIME)
    tree = screen.time.tree
    assert tree.isVisible()
    day = tree.topLevelItem(0)
    first = day.child(0)
    assert (day.text(0), day.text(SAYS)) == ("Dag 1: Start", "30 min")
    assert (first.text(TAKES), first.text(SAYS), first.text(AGAINST)) == ("1 min", "30 min", "97 % under")
    assert not first.icon(AGAINST).isNull()
    assert day.child(1).text(SAYS) == "ikke oppgitt"
    assert screen.time.whole.text() == "Kursdagene tar 6 min. Målet er 1 t."
    tree.setCurrentItem(day.child(1).child(0))
    tree.setFocus()
    bench.qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert bench.went[-1] == edit("", "to.md", 6)


def test_little_room_leaves_the_sums(screen: CheckScreen, bench: DraftBench) -> None:
    """Names are not squeezed to dots: what the sums are made of goes first."""
    screen.tabs.setCurrentIndex(TIME)
    tree = screen.time.tree
    assert not tree.isColumnHidden(BAR)
    assert screen.time.key.isVisible()
    screen.resize(900, 700)
    bench.qtbot.waitUntil(lambda: tree.isColumnHidden(BAR), timeout=LONG)
    assert not tree.isColumnHidden(READING)
    assert not screen.time.key.isVisible()
    screen.resize(600, 700)
    bench.qtbot.waitUntil(lambda: tree.isColumnHidden(READING), timeout=LONG)
    assert not tree.isColumnHidden(TAKES)


def test_a_course_that_cannot_be_read_says_why(screen: CheckScreen, bench: DraftBench) -> None:
    """The reason is the one finding; there is no time to show."""
    (bench.folder / "kurs.md").write_bytes(b"# Pr\0ve\n")
    bench.draft.look_outside()
    bench.qtbot.waitUntil(lambda: bench.draft.refused is not None, timeout=LONG)
    assert [row.code for row in shown(screen) if isinstance(row, Problem)] == [bench.draft.refused.code]
    assert not screen.tabs.isTabVisible(TIME)


def test_without_a_draft_it_leads_to_the_courses(bench: DraftBench, theme: Theme) -> None:
    """There is nothing to check before a course is open."""
    made = CheckScreen(bench.draft, bench.navigator, theme, bench.messages)
    bench.qtbot.addWidget(made)
    made.show()
    made.enter(draft_check("0" * 16))
    bench.qtbot.waitUntil(made.nothing.isVisible, timeout=LONG)
    assert made.regions() == (made.nothing,)


def test_the_table_of_time_gets_the_room_where_it_is_low(screen: CheckScreen, bench: DraftBench) -> None:
    """How time is counted stands above it where there is room for both."""
    screen.tabs.setCurrentIndex(TIME)
    assert screen.time.rule.isVisible()
    screen.resize(900, 300)
    bench.qtbot.waitUntil(lambda: not screen.time.rule.isVisible(), timeout=LONG)
