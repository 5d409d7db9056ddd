"""The report's values: what is said, of what, and what is left out."""

from __future__ import annotations

from typing import Any

import pytest

from kursapp.domain.results import RoundResults
from kursapp.export.report.document import report_values
from tests.export.made_up import BEFORE_NOW, hidden_results, quiz, results


@pytest.fixture
def values(full: RoundResults) -> dict[str, Any]:
    """The values of a report with every kind of item."""
    return report_values(full, None)


def chapter(values: dict[str, Any], heading: str) -> dict[str, Any]:
    """Return one chapter by its heading."""
    found: dict[str, Any] = next(each for each in values["chapters"] if each["heading"] == heading)
    return found


def test_every_item_is_in_one_chapter(values: dict[str, Any]) -> None:
    """Each statement stands in its theme, with both bars of before and now."""
    for theme in {theme for _, _, theme in BEFORE_NOW}:
        blocks = chapter(values, theme)["blocks"]
        names = [row["name"] for block in blocks if block["kind"] == "scale" for row in block["rows"]]
        assert [name for name in names if name in {text for _, text, _ in BEFORE_NOW}] == [
            text for _, text, its in BEFORE_NOW if its == theme
        ]
    rows = chapter(values, "Mandat og styring")["blocks"][0]["rows"]
    assert [[bar["name"] for bar in row["bars"]] for row in rows] == [["Før", "Nå"]] * 3


def test_bars_print_their_counts_and_share_an_axis(values: dict[str, Any]) -> None:
    """The segments of a bar add up to n, and lie within the axis of their block."""
    for each in values["chapters"]:
        for block in each["blocks"]:
            if block["kind"] != "scale":
                continue
            for row in block["rows"]:
                for bar in row["bars"]:
                    assert sum(segment["count"] for segment in bar["segments"]) == row["n"]
                    assert all(
                        block["axis"]["low"] <= segment["start"] < segment["end"] <= block["axis"]["high"]
                        for segment in bar["segments"]
                    )


def test_a_hidden_item_says_why_where_it_would_have_stood(values: dict[str, Any]) -> None:
    """No number of it is anywhere in the report."""
    blocks = chapter(values, "Ansatte og samarbeid")["blocks"]
    hidden = [each for block in blocks for each in block["hidden"]]
    assert hidden == [
        {
            "name": "Jeg har brukt varslingsveien",
            "told": "Skjult for å verne deltakerne. Færre enn 5 har svart på dette.",
        }
    ]
    assert "1 av 2 spørsmål er skjult" in chapter(values, "Ansatte og samarbeid")["lead"]


def test_groups_stand_under_each_question(values: dict[str, Any]) -> None:
    """A breakdown has a chapter, with each group's size, and the hidden item is in it nowhere."""
    found = chapter(values, "Delt opp: Hva er rollen din?")
    assert "Leder: 12 personer; Annen rolle: 12 personer." in found["lead"]
    first = found["blocks"][0]
    assert [row["name"] for row in first["rows"]] == ["Leder", "Annen rolle"]
    assert not [block for block in found["blocks"] if "varslingsveien" in block["heading"]]


def test_themes_stand_side_by_side_on_the_front_page(values: dict[str, Any]) -> None:
    """Each theme with a scale has its shares, and how many of its questions are hidden."""
    assert [row[0] for row in values["front"]["themes"]] == [
        "Mandat og styring",
        "Fag og medvirkning",
        "Ansatte og samarbeid",
        "Økonomi og forbedring",
        "Kurset",
    ]
    assert [row[3] for row in values["front"]["themes"]] == ["0", "0", "1", "0", "0"]
    assert values["front"]["themes"][4][2] == "–"


def test_only_chosen_quotes_are_printed(values: dict[str, Any], full: RoundResults) -> None:
    """A comment the coordinator did not choose stays out; tags are counted over all that are shown."""
    printed = [quote for item in values["voices"]["items"] for quote in item["quotes"]]
    assert printed == sorted(comment.text for comment in full.published.comments if comment.chosen)
    assert values["voices"]["tags"] == [["praksis", "6"]]


def test_a_chapter_of_voices_needs_somebody_who_could_have_written() -> None:
    """A form without free texts has none; one where nobody wrote says so."""
    shown = results(comments=())
    assert report_values(shown, None)["voices"]["lead"] == "Ingen har skrevet noe."  # type: ignore[index]
    assert report_values(quiz(), None)["voices"]["heading"] == ""  # type: ignore[index]


def test_the_words_on_confidentiality_are_all_there(values: dict[str, Any]) -> None:
    """What the protection does not cover is told: key, colleagues, agreement, style, and that closing is final."""
    told = " ".join(values["about"]["limits"])
    for part in ("nøkkelen", "Kolleger", "enige", "Måten en skriver", "trekkes tilbake"):
        assert part in told
    everything = str(values).lower()
    assert "konfidensielle" in everything
    assert "anonym" not in everything
    assert "opplevd endring" in everything


def test_tables_hold_the_figures_of_the_charts(values: dict[str, Any]) -> None:
    """Every row is as wide as its header; its counts, with their shares, are those of the bars, and n is their sum."""
    for table in values["tables"]["tables"]:
        assert {len(row) for row in table["rows"]} == {len(table["columns"])}
    bars = [bar for row in chapter(values, "Mandat og styring")["blocks"][0]["rows"] for bar in row["bars"]]
    for row, bar in zip(values["tables"]["tables"][0]["rows"], bars, strict=False):
        counts = [int(cell.split(" ")[0]) for cell in row[3:8]]
        assert [count for count in counts if count] == [segment["count"] for segment in bar["segments"]]
        assert sum(counts) == int(row[2])
        assert all("%" in cell for cell in row[3:8] if cell != "0")


def test_a_simulated_round_says_so_on_every_page() -> None:
    """Made-up figures are never taken for real ones; real ones are not marked."""
    assert report_values(results(), None)["simulated_short"] == "Simulert"
    assert report_values(results(simulated=False), None)["simulated_short"] == ""


def test_nothing_to_show_leaves_the_reasons() -> None:
    """The chapters stand with their reasons, and the tables are none."""
    values = report_values(hidden_results(), None)
    assert values["tables"]["tables"] == []  # type: ignore[index]
    assert "gruppene er for liten" in str(values["chapters"])
