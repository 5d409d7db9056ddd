"""``kursapp pack``: a course as one file to hand on."""

from __future__ import annotations

import argparse
from pathlib import Path

from kursapp.cli.exits import DONE
from kursapp.cli.reading import course_reader
from kursapp.domain.problem import refusal
from kursapp.services.pack_course import pack_course

WORDS = {
    "nb": {
        "packed": "Pakket {title} {version} i {path}: {files} filer, {size} byte.",
        "left": "Ikke med i pakka: {name}",
    },
    "nn": {
        "packed": "Pakka {title} {version} i {path}: {files} filer, {size} byte.",
        "left": "Ikkje med i pakka: {name}",
    },
    "en": {
        "packed": "Packed {title} {version} in {path}: {files} files, {size} bytes.",
        "left": "Not in the package: {name}",
    },
}


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb and its options."""
    verb = verbs.add_parser(
        "pack",
        help="pakk et kurs i én fil",
        description="Pakker et kurs uten feil i én fil som deltakerne åpner i Kursapp. Samme kurs gir samme fil, "
        "byte for byte. Kladder og filer et kurs ikke kan ha, blir ikke med, og blir nevnt.",
        epilog="Avslutter med 0 (pakket), 1 (kurset har feil; se dem med «kursapp check») eller 2 (kunne ikke "
        "pakke; en fil som fantes fra før, står som den sto).",
    )
    verb.add_argument("folder", metavar="MAPPE", type=Path, help="mappa med kurs.md")
    verb.add_argument(
        "-o", "--out", metavar="NAVN.kurs", type=Path, help="fila som lages (ellers: ID-VERSJON.kurs der du står)"
    )
    note = verb.add_mutually_exclusive_group()
    note.add_argument("--note", metavar="TEKST", default="", help="hva som er nytt, til dem som har kurset fra før")
    note.add_argument(
        "--note-file",
        metavar="FIL",
        type=Path,
        help="det samme, fra en tekstfil. En linje «omrett: id, id» retter svar gitt etter en feil fasit",
    )
    return verb


def _note(options: argparse.Namespace) -> str:
    """Return the note as it is given, from the file where one is named. Raises ``package-note-unreadable``."""
    if options.note_file is None:
        return str(options.note)
    try:
        return str(options.note_file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise refusal("package-note-unreadable", file=options.note_file) from error


def run(options: argparse.Namespace) -> int:
    """Pack the course, and say what was and what was not packed."""
    with course_reader() as reader:
        packed = pack_course(reader, options.folder, options.out, _note(options))
    words, about = WORDS[options.language], packed.about
    told = {"title": about.title, "version": about.version, "path": packed.path}
    print(words["packed"].format(**told, files=len(about.files), size=packed.size))
    for name in packed.left_out:
        print(words["left"].format(name=name))
    return DONE
