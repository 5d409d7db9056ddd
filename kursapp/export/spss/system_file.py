"""The plan as an SPSS system file (``.sav``), written here so that no other library is needed.

The format is described in the PSPP developers' guide, appendix "System File Format". Only what the plan needs is
written: numbers, labels, missing values, the weight, documentation, UTF-8. The weight is why it is written here:
pyreadstat needs a library of data frames and cannot set one, and a file of counts without it is read wrongly.
"""

from __future__ import annotations

import math
import struct
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kursapp import __version__
from kursapp.domain.exporting import Watch
from kursapp.export.new_file import new_file
from kursapp.export.portions import portions
from kursapp.export.spss.plan import NOMINAL, ORDINAL, SCALE, Plan, Variable
from kursapp.export.spss.syntax import LONGEST_LABEL, LONGEST_VALUE_LABEL, cut, documentation

NOTHING = -sys.float_info.max
"""SPSS's system-missing value."""
_LOWEST = math.nextafter(NOTHING, 0.0)
_MEASURES = {NOMINAL: 1, ORDINAL: 2, SCALE: 3}
_UTF8 = 65001
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def write_system_file(plan: Plan, path: Path, dated: date, watch: Watch) -> None:
    """Write the plan to ``path``, ``dated`` with a day so that equal results give equal bytes."""
    with new_file(path) as file:
        file.write(b"".join(_dictionary(plan, dated)))
        case = struct.Struct(f"<{len(plan.variables)}d")
        for portion in portions(plan.rows, len(plan.rows), watch):
            for row in portion:
                file.write(case.pack(*(NOTHING if cell is None else cell for cell in plan.cells(row))))


def _dictionary(plan: Plan, dated: date) -> Iterator[bytes]:
    yield _header(plan, dated)
    for number, variable in enumerate(plan.variables, start=1):
        yield _variable(number, variable)
    for number, variable in enumerate(plan.variables, start=1):
        if variable.labels:
            yield _value_labels(number, variable)
    lines = [_padded(line, 80) for line in documentation(plan)]
    yield struct.pack("<2i", 6, len(lines)) + b"".join(lines)
    yield _info(3, 4, struct.pack("<8i", 1, 0, 0, -1, 1, 1, 2, _UTF8))
    yield _info(4, 8, struct.pack("<3d", NOTHING, sys.float_info.max, _LOWEST))
    yield _info(11, 4, b"".join(struct.pack("<3i", _MEASURES[each.measure], 8, 1) for each in plan.variables))
    names = (f"{_short(number)}={each.name}" for number, each in enumerate(plan.variables, start=1))
    yield _info(13, 1, "\t".join(names).encode())
    yield _info(20, 1, b"UTF-8")
    yield struct.pack("<2i", 999, 0)


def _header(plan: Plan, dated: date) -> bytes:
    product = _padded(f"@(#) SPSS DATA FILE Kursapp {__version__}", 60)
    made = f"{dated.day:02} {_MONTHS[dated.month - 1]} {dated.year % 100:02}".encode()
    # Layout 2, not compressed, weighted by the first variable.
    numbers = struct.pack("<5id", 2, len(plan.variables), 0, 1, len(plan.rows), 100.0)
    return b"$FL2" + product + numbers + made + b"12:00:00" + _padded(plan.title, 64) + bytes(3)


def _variable(number: int, variable: Variable) -> bytes:
    look = 5 << 16 | (8 + variable.decimals) << 8 | variable.decimals
    label = cut(variable.label, LONGEST_LABEL).encode()
    head = struct.pack("<6i8s", 2, 0, 1, len(variable.missing), look, look, _short(number).ljust(8).encode())
    told = struct.pack("<i", len(label)) + label + bytes(-len(label) % 4)
    return head + told + struct.pack(f"<{len(variable.missing)}d", *variable.missing)


def _value_labels(number: int, variable: Variable) -> bytes:
    made = [struct.pack("<2i", 3, len(variable.labels))]
    for value, text in variable.labels:
        label = cut(text, LONGEST_VALUE_LABEL).encode()
        made.append(struct.pack("<dB", value, len(label)) + label + bytes(-(len(label) + 1) % 8))
    made.append(struct.pack("<3i", 4, 1, number))
    return b"".join(made)


def _info(kind: int, size: int, data: bytes) -> bytes:
    return struct.pack("<4i", 7, kind, size, len(data) // size) + data


def _short(number: int) -> str:
    return f"V{number:05}"


def _padded(text: str, length: int) -> bytes:
    return cut(text, length).encode().ljust(length)
