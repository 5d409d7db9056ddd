"""A template and plain values made into a PDF (PDF/UA-1): tagged, with language, title and alternative texts.

The values reach typst as JSON and are never source, so nothing anybody wrote is run. What the fonts at hand cannot show
is spelled out, because a PDF for screen readers may hold no empty boxes.
"""

from __future__ import annotations

import ast
import json
import re
import threading
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kursapp.domain.exporting import Watch
from kursapp.domain.problem import refusal
from kursapp.export.portions import stop_if_cancelled
from kursapp.paths import assets

LOOK_EVERY = 0.05
"""Seconds between two looks at the watch while typst works."""
TIMESTAMP = 1_767_225_600
"""The hour written into every PDF (2026-01-01, UTC): equal results give equal bytes."""
MOST_TRIES = 6
"""Each try tells of more that cannot be shown; the first two already find all but the rarest."""

_MISSING = re.compile(r'(?:the text|codepoint) `("(?:[^"\\]|\\.)*")`')
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufeff\ufffe\uffff]")
_CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")
_LONG_WORD = re.compile(r"\S{40,}")
_BROKEN = re.compile(r".{1,20}")
"""Words that would run off the page may be broken after so many characters."""
_SILENT = frozenset("\u200d\ufe0f\ufe0e") | {chr(point) for point in range(0x1F3FB, 0x1F400)}
"""Joiners and variants of emoji, which say nothing by themselves."""

Values = Mapping[str, object]
Source = str | dict[str, bytes]


@dataclass(frozen=True, slots=True)
class _Tried:
    """What one try gave: the PDF, the texts no font could show, or the error."""

    made: bytes = b""
    missing: frozenset[str] = frozenset()
    error: Exception | None = None


def typeset(template: str, values: Values, watch: Watch, files: Mapping[str, bytes] | None = None) -> bytes:
    """Return the PDF of ``assets/report/TEMPLATE.typ`` filled with values.

    ``files`` are pictures the template shows, by name: they are read from memory, and nothing else is there to read.
    Raises KursappError: ``export-cancelled`` within a tenth of a second of being told so, ``export-not-typeset``.
    """
    text = json.dumps(_changed(values, _printed), ensure_ascii=False)
    source = _source(template, files or {})
    for number in range(MOST_TRIES):
        # The machine's own fonts are read only where ours lack something.
        tried = _watched(source, text, number > 0, watch)
        if tried.made:
            return tried.made
        if not tried.missing:
            raise refusal("export-not-typeset") from tried.error
        if number > 0:
            text = json.dumps(_spelled(json.loads(text), tried.missing), ensure_ascii=False)
    raise refusal("export-not-typeset")


def _source(template: str, files: Mapping[str, bytes]) -> Source:
    """Return what typst is to read: the template on disk, or, where it shows pictures, all of it from memory."""
    folder = assets() / "report"
    if not files:
        return str(folder / f"{template}.typ")
    names = {"main.typ": f"{template}.typ", "style.typ": "style.typ"}
    return {**{name: (folder / file).read_bytes() for name, file in names.items()}, **files}


def _watched(template: Source, text: str, system_fonts: bool, watch: Watch) -> _Tried:
    # typst works without Python's lock and cannot be stopped; one that is no longer waited for ends by itself.
    outcome: list[_Tried] = []
    worker = threading.Thread(target=lambda: outcome.append(_compiled(template, text, system_fonts)), daemon=True)
    worker.start()
    while worker.is_alive():
        worker.join(LOOK_EVERY)
        stop_if_cancelled(watch)
    return outcome[0] if outcome else _Tried()


def _compiled(template: Source, text: str, system_fonts: bool) -> _Tried:
    import typst

    try:
        made = typst.compile(
            template,  # type: ignore[call-overload]  # the library's types know nothing of files in memory
            root=str(assets()),
            font_paths=[str(assets() / "fonts")],
            ignore_system_fonts=not system_fonts,
            format="pdf",
            sys_inputs={"values": text},
            pdf_standards="ua-1",
            timestamp=TIMESTAMP,
        )
    except (typst.TypstError, RuntimeError) as error:
        # A picture that is none can end in an error without a diagnosis.
        diagnosis = str(getattr(error, "diagnostic", ""))
        return _Tried(missing=frozenset(_unescaped(each) for each in _MISSING.findall(diagnosis)), error=error)
    return _Tried(bytes(made))


def _unescaped(quoted: str) -> str:
    """Return a text as it was before typst (Rust) quoted it."""
    return str(ast.literal_eval(_CODE_POINT.sub(lambda found: f"\\U{int(found[1], 16):08x}", quoted)))


def _spelled(value: object, missing: frozenset[str]) -> object:
    """Return values with every character of the missing texts replaced by its name: ``[grinning face]``."""
    names = str.maketrans({letter: _name(letter) for text in missing for letter in text if not letter.isascii()})
    return _changed(value, lambda text: text.translate(names))


def _printed(text: str) -> str:
    """Return a text that can be set: no control characters but line ends, no halves, no word as wide as a page."""
    told = _CONTROL.sub("", text).encode("utf-8", "replace").decode()
    return _LONG_WORD.sub(lambda found: "\u200b".join(_BROKEN.findall(found[0])), told)


def _changed(value: object, change: Callable[[str], str]) -> object:
    """Return values with every text in them changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list | tuple):
        return [_changed(each, change) for each in value]
    if isinstance(value, dict):
        return {key: _changed(each, change) for key, each in value.items()}
    return value


def _name(character: str) -> str:
    if character in _SILENT:
        return ""
    return f"[{unicodedata.name(character, f'U+{ord(character):04X}').lower()}]"
