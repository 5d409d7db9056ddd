"""The plan as a syntax file (``.sps``) and the data beside it (``.csv``): needs nothing but SPSS, or PSPP."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from kursapp.domain.exporting import Watch
from kursapp.export.new_file import new_text_file
from kursapp.export.portions import portions
from kursapp.export.spss.plan import Plan, Variable

LONGEST_LABEL, LONGEST_VALUE_LABEL, LONGEST_TITLE, LINE = 250, 120, 60, 76
"""Bytes SPSS keeps of a variable's label, of a value's, of the file's, and characters of a line of documentation."""

_UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def write_syntax(plan: Plan, path: Path, watch: Watch) -> tuple[Path, ...]:
    """Write ``path`` and the data beside it, in a file of its name ending in ``-data.csv``; return both."""
    data = path.with_name(f"{path.stem}-data.csv")
    with new_text_file(data, newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([variable.name for variable in plan.variables])
        for portion in portions(plan.rows, len(plan.rows), watch):
            writer.writerows([_shown(cell) for cell in plan.cells(row)] for row in portion)
    with new_text_file(path, newline="\r\n") as file:
        file.writelines(f"{line}\n" for line in _lines(plan, data.name))
    return path, data


def cut(text: str, most: int) -> str:
    """Return a text on one line in at most so many bytes of UTF-8, whole characters."""
    return _UNPRINTED.sub(" ", text).encode("utf-8", "replace")[:most].decode("utf-8", "ignore").rstrip()


def documentation(plan: Plan) -> Iterator[str]:
    """Yield the documents in lines short enough for SPSS."""
    for text in plan.documents:
        line = ""
        for word in _UNPRINTED.sub(" ", text).split():
            if line and len(f"{line} {word}".encode()) > LINE:
                yield line
                line = f"  {word}"
            else:
                line = f"{line} {word}".strip() if line.strip() else word
        yield cut(line, LINE)


def _quoted(text: str, most: int) -> str:
    """Return a text as a string of the syntax: quotes doubled, so that nothing in it can end it."""
    return "'" + cut(text, most).replace("'", "''") + "'"


def _lines(plan: Plan, data: str) -> Iterator[str]:
    yield "* Encoding: UTF-8."
    yield f"* {cut(plan.title, LINE).rstrip('.')}."
    yield f"* {cut(plan.how_to_run, 2 * LINE).rstrip('.')}."
    yield "PRESERVE."
    yield "SET DECIMAL=DOT."
    yield "GET DATA /TYPE=TXT"
    yield f"  /FILE={_quoted(data, 255)}"
    yield "  /ENCODING='UTF8'"
    yield "  /ARRANGEMENT=DELIMITED"
    yield "  /FIRSTCASE=2"
    yield '  /DELIMITERS=","'
    yield "  /QUALIFIER='\"'"
    yield "  /VARIABLES="
    yield from (f"    {variable.name} {_format(variable)}" for variable in plan.variables)
    yield "  ."
    yield "RESTORE."
    yield f"FILE LABEL {_quoted(plan.title, LONGEST_TITLE)}."
    yield "ADD DOCUMENT"
    yield from (f"  {_quoted(line, LINE)}" for line in documentation(plan))
    yield "  ."
    for variable in plan.variables:
        yield from _described(variable)
    yield f"WEIGHT BY {plan.variables[0].name}."
    yield "EXECUTE."


def _described(variable: Variable) -> Iterator[str]:
    yield f"VARIABLE LABELS {variable.name} {_quoted(variable.label, LONGEST_LABEL)}."
    if variable.labels:
        yield f"VALUE LABELS {variable.name}"
        yield from (f"  {_shown(value)} {_quoted(label, LONGEST_VALUE_LABEL)}" for value, label in variable.labels)
        yield "  ."
    if variable.missing:
        yield f"MISSING VALUES {variable.name} ({', '.join(_shown(value) for value in variable.missing)})."
    yield f"VARIABLE LEVEL {variable.name} ({variable.measure.upper()})."


def _format(variable: Variable) -> str:
    return f"F{8 + variable.decimals}.{variable.decimals}"


def _shown(value: float | None) -> str:
    return "" if value is None else repr(float(value)).removesuffix(".0")
