"""What the commands about backups share: which profile or collection is meant, and how a backup is written."""

from __future__ import annotations

import argparse
from functools import partial
from typing import TYPE_CHECKING

from kursapp import paths
from kursapp.cli.coordinating import add_format, add_key, passphrase
from kursapp.domain.backup import KeptBackup
from kursapp.services.clock import SystemClock
from kursapp.texts.backups import holding_words, occasion_words

if TYPE_CHECKING:
    from kursapp.services.back_up import BackUp

COLLECTION = "samlingen"


def add_what(verb: argparse.ArgumentParser) -> None:
    """Add which profile is meant, or that it is the coordinator's collection, and the key to it."""
    what = verb.add_mutually_exclusive_group()
    what.add_argument("--profile", metavar="NAVN", default="", help="profilen (navnet, id-en eller begynnelsen på den)")
    what.add_argument("--collection", action="store_true", help="koordinatorens samling i stedet for en profil")
    add_format(verb)
    add_key(verb)


def back_up(options: argparse.Namespace) -> BackUp:
    """Return what backs profiles up on this machine."""
    from kursapp.services.back_up import BackUp

    return BackUp(paths.data_folder(), SystemClock(), partial(passphrase, options))


def as_record(backup: KeptBackup, language: str) -> dict[str, object]:
    """Return a backup as the object ``--format json`` prints."""
    holding = backup.holding
    return {
        "name": backup.name,
        "made_at": backup.made_at.isoformat(),
        "occasion": backup.occasion.value or "daily",
        "size": backup.size,
        "usable": backup.can_be_used,
        "holds": dict(holding.counts) if holding is not None else None,
        "changed_at": holding.changed_at.isoformat() if holding is not None and holding.changed_at else None,
        "words": holding_words(holding, language),
    }


def as_line(backup: KeptBackup, language: str) -> str:
    """Return a backup as a line of text."""
    when = backup.made_at.astimezone().strftime("%Y-%m-%d %H.%M")
    why = occasion_words(backup.occasion, language)
    return f"{backup.name}  {when}  {why}. {holding_words(backup.holding, language)}"
