"""``kursapp restore``: which backups there are, and going back to one."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from kursapp.cli.backing_up import COLLECTION, add_what, as_line, as_record, back_up
from kursapp.cli.coordinating import door, passphrase
from kursapp.cli.exits import DONE
from kursapp.domain.backup import KeptBackup
from kursapp.domain.problem import refusal

if TYPE_CHECKING:
    from kursapp.services.backups import Restored

WORDS = {
    "nb": {
        "none": "{of}: det finnes ingen sikkerhetskopier.",
        "done": "{of}: gikk tilbake til {name}.",
        "kept": "Det som var der før, ligger som {kept}.",
        "aside": "Fila som var skadet, ligger urørt som {aside}.",
    },
    "nn": {
        "none": "{of}: det finst ingen tryggingskopiar.",
        "done": "{of}: gjekk tilbake til {name}.",
        "kept": "Det som var der før, ligg som {kept}.",
        "aside": "Fila som var skadd, ligg urørt som {aside}.",
    },
    "en": {
        "none": "{of}: there are no backups.",
        "done": "{of}: went back to {name}.",
        "kept": "What was there before is kept as {kept}.",
        "aside": "The damaged file lies untouched as {aside}.",
    },
}


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb and its options."""
    verb = verbs.add_parser(
        "restore",
        help="vis sikkerhetskopiene, eller gå tilbake til en av dem",
        description="Uten KOPI: lister sikkerhetskopiene av en profil eller av koordinatorens samling, og hva hver av "
        "dem inneholder. Med KOPI: setter den i stedet for det som er der. Det som er der, blir først selv en kopi "
        "(eller lagt til side hvis det er skadet), så det kan angres.",
        epilog="Avslutter med 0 (gjort), 2 (kunne ikke) eller 3 (Kursapp er åpen, eller det er låst).",
    )
    verb.add_argument("backup", metavar="KOPI", nargs="?", default="", help="navnet på kopien, eller «siste»")
    add_what(verb)
    return verb


def run(options: argparse.Namespace) -> int:
    """List the backups, or go back to one."""
    return _collection(options) if options.collection else _profile(options)


def _profile(options: argparse.Namespace) -> int:
    desk = back_up(options)
    entry = desk.find(options.profile)
    if options.backup:
        return _tell(entry.label, desk.restore(entry, options.backup), options)
    return _list(entry.label, desk.backups(entry), options)


def _collection(options: argparse.Namespace) -> int:
    way_in = door()
    if way_in.state().shared:
        raise refusal("backup-on-server")
    backups = way_in.backups(passphrase(options))
    if not options.backup:
        return _list(COLLECTION, backups.all(), options)
    from kursapp.services.back_up import named

    return _tell(COLLECTION, backups.restore(named(backups.all(), options.backup)), options)


def _list(label: str, kept: tuple[KeptBackup, ...], options: argparse.Namespace) -> int:
    if options.format == "json":
        print(json.dumps([as_record(each, options.language) for each in kept], ensure_ascii=False, indent=2))
    elif kept:
        print(*(as_line(each, options.language) for each in kept), sep="\n")
    else:
        print(WORDS[options.language]["none"].format(of=label))
    return DONE


def _tell(label: str, restored: Restored, options: argparse.Namespace) -> int:
    if options.format == "json":
        record = {
            "of": label,
            "restored": as_record(restored.backup, options.language),
            "kept": restored.kept,
            "set_aside": restored.set_aside,
        }
        print(json.dumps(record, ensure_ascii=False, indent=2))
        return DONE
    words = WORDS[options.language]
    print(words["done"].format(of=label, name=restored.backup.name))
    if restored.kept:
        print(words["kept"].format(kept=restored.kept))
    if restored.set_aside:
        print(words["aside"].format(aside=restored.set_aside))
    return DONE
