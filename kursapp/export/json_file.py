"""Results as JSON for other programs: the form, the counts that may be shown, and what is hidden."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from kursapp import __version__
from kursapp.domain.exporting import Watch
from kursapp.domain.form import FormItem
from kursapp.domain.results import Breakdown, Hidden, HiddenBreakdown, RoundResults, Table
from kursapp.export.about import FORMAT, FORMAT_VERSION, hidden_units
from kursapp.export.long_table import comments_in_order, step_code
from kursapp.export.measures import measures_of
from kursapp.export.new_file import new_text_file
from kursapp.export.portions import portions
from kursapp.texts.results import step_label

Plain = dict[str, object]


def write_json(results: RoundResults, path: Path, watch: Watch) -> None:
    """Write a round's results as JSON, one unit at a time; equal results give equal bytes."""
    lists = {"items": _items(results), "breakdowns": _breakdowns(results), "comments": _comments(results)}
    with new_text_file(path) as file:
        file.write("{")
        for name, value in _head(results).items():
            file.write(f"\n{_json(name)}: {_json(value)},")
        for number, (name, values) in enumerate(lists.items()):
            file.write(f"{',' if number else ''}\n{_json(name)}: [")
            _write_values(file, values, watch)
            file.write("]")
        file.write("\n}\n")


def _write_values(file: TextIO, values: Iterator[Plain], watch: Watch) -> None:
    separator = "\n"
    for portion in portions(values, 0, watch):
        for value in portion:
            file.write(separator + _json(value))
            separator = ",\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _head(results: RoundResults) -> Plain:
    cohort, form, published = results.cohort, results.form, results.published
    digest = next((each.digest for each in cohort.forms if each.form.id == form.id), "")
    return {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "program": {"name": "kursapp", "version": __version__},
        "course": {"id": cohort.course_id, "title": cohort.course_title, "version": cohort.course_version},
        "cohort": {
            "id": cohort.id,
            "name": cohort.name,
            "starts": cohort.starts.isoformat(),
            "ends": cohort.ends.isoformat(),
            "place": cohort.place,
            "organiser": cohort.organiser,
            "language": cohort.language,
            "simulated": cohort.simulated,
        },
        "form": {"id": form.id, "title": form.title, "type": form.type and form.type.value, "digest": digest},
        "rules": {
            "k": cohort.rules.k,
            "reason": cohort.rules.reason,
            "breakdowns": list(cohort.rules.breakdowns),
            "codes": cohort.rules.codes,
            "keep_until": cohort.rules.keep_until.isoformat(),
        },
        "invited": results.invited,
        "persons": published.persons,
        "hidden": [
            {"kind": unit.key, "item": unit.item_id, "breakdown": unit.variable, "why": unit.why}
            for unit in hidden_units(results)
        ],
    }


def _items(results: RoundResults) -> Iterator[Plain]:
    for unit in results.published.tables:
        item = results.form.item(unit.item_id)
        yield {**_words(item), **_unit(item, unit, results.cohort.language)}


def _words(item: FormItem) -> Plain:
    return {"id": item.id, "kind": item.kind.value, "heading": item.heading, "text": item.text, "theme": item.theme}


def _unit(item: FormItem, unit: Table | Hidden, language: str) -> Plain:
    if isinstance(unit, Hidden):
        return {"hidden": unit.why.value}
    return {
        "persons": unit.persons,
        "counts": [
            {"step": step_code(step), "label": step_label(item, step, language), "count": count}
            for step, count in unit.counts
        ],
        "measures": {measure.key: measure.value for measure in measures_of(item, unit, language)},
    }


def _breakdowns(results: RoundResults) -> Iterator[Plain]:
    for breakdown in results.published.breakdowns:
        if isinstance(breakdown, HiddenBreakdown):
            yield {"breakdown": breakdown.variable, "hidden": breakdown.why.value}
        else:
            yield from _groups(results, breakdown)


def _groups(results: RoundResults, breakdown: Breakdown) -> Iterator[Plain]:
    for unit in breakdown.tables:
        item = results.form.item(unit.item_id)
        group = step_code(unit.group.value) if isinstance(unit, Table) and unit.group else ""
        yield {
            "breakdown": breakdown.variable,
            "group": group,
            "item": item.id,
            **_unit(item, unit, results.cohort.language),
        }


def _comments(results: RoundResults) -> Iterator[Plain]:
    for comment in comments_in_order(results):
        yield {"item": comment.item_id, "text": comment.text, "tags": list(comment.tags), "chosen": comment.chosen}
