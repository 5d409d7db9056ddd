"""Which format a file is in, by what it says of itself and by what it holds."""

from __future__ import annotations

import codecs
import re

from kursapp.domain.exporting import Watch
from kursapp.domain.problem import refusal
from kursapp.domain.question_bank import Bank, BankFormat
from kursapp.interchange.aiken import read_aiken
from kursapp.interchange.gift_reader import read_gift
from kursapp.interchange.moodle_xml_reader import read_moodle_xml

LARGEST = 50_000_000
"""Bytes of a file that is read as a bank."""

_AIKEN_KEY = re.compile(r"^\s*ANSWER:\s*[A-Z]\s*$", re.MULTILINE)
_OTHER_FILES = ((b"PK\x03\x04", "zip"), (b"\x1f\x8b", "gzip"), (b"%PDF", "pdf"), (b"\xd0\xcf\x11\xe0", "doc"))


def read_bank(data: bytes, file: str, wanted: BankFormat | None = None, watch: Watch | None = None) -> Bank:
    """Read a bank from a file's bytes; ``watch`` may stop it (``import-cancelled``).

    Raises KursappError where nothing in it can be read: ``import-not-a-bank`` (another kind of file),
    ``import-not-utf8``, ``import-too-large``, ``import-not-the-format``, ``import-empty`` and those of
    ``moodle_xml_reader``.
    """
    if len(data) > LARGEST:
        raise refusal("import-too-large", file=file, limit=LARGEST // 1_000_000)
    for start, kind in _OTHER_FILES:
        if data.startswith(start):
            raise refusal("import-not-a-bank", file=file, written=kind)
    kind = format_of(data, file, wanted)
    if kind is BankFormat.MOODLE_XML:
        bank = read_moodle_xml(data, file, watch)
    else:
        text = decoded(data, file)
        bank = read_aiken(text, file, watch) if kind is BankFormat.AIKEN else read_gift(text, file, watch)
    if not bank.items:
        raise refusal("import-empty", file=file)
    return bank


def format_of(data: bytes, file: str, wanted: BankFormat | None) -> BankFormat:
    """Return the format of a file; refuse one that is not what it is said to be."""
    is_xml = data.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"<" or data.startswith(
        (b"\xff\xfe<", b"\xfe\xff\x00<")
    )
    claimed = wanted or (BankFormat.MOODLE_XML if file.lower().endswith(".xml") else None)
    if claimed is not None and (claimed is BankFormat.MOODLE_XML) != is_xml:
        raise refusal("import-not-the-format", file=file, written=claimed.value)
    if claimed is not None:
        return claimed
    if is_xml:
        return BankFormat.MOODLE_XML
    text = decoded(data, file)
    return BankFormat.AIKEN if "{" not in text and _AIKEN_KEY.search(text) else BankFormat.GIFT


def decoded(data: bytes, file: str) -> str:
    """Return a text file's words with line feeds. Raises KursappError where it is no UTF-8 text."""
    if b"\x00" in data:
        raise refusal("import-not-a-bank", file=file, written="")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refusal("import-not-utf8", file=file, line=line) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
