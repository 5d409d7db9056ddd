"""Collect the window's words out of the code and keep the catalogues of nynorsk and English.

Bokmål stands in the code; ``python tools/make_catalogues.py`` finds every ``_("…")`` and ``n_("…", "…", n)`` in the
package, writes ``kursapp/locale/*/LC_MESSAGES/kursapp.po`` with the translations there are, and compiles the ``.mo``
beside it. Fill in what it says is new and run it again. A message that is no longer in the code leaves the catalogue;
its translation is told once, to be used again where a sentence was only mended. Babel is a development tool only, so
both files are committed. ``--check`` changes nothing and ends with 1 when something is missing, guessed or stale.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PROJECT = Path(__file__).resolve().parent.parent
DOMAIN = "kursapp"
LANGUAGES = {"nn": "Nynorsk", "en": "English"}
KEYWORDS = {"_": None, "n_": (1, 2)}
COMMENT = "# {name} for Kursapp. Write only the msgstr lines: «make texts» writes the rest."

Key = tuple[str, ...]
"""A message as it stands in the code: one sentence, or the sentence for one thing and for many."""
Places = dict[Key, set[str]]
"""The files each message stands in, seen from the folder of the catalogues' package."""


class WordsError(Exception):
    """The code says something that catalogues cannot hold."""


class Plain(Catalog):
    """A catalogue whose head says only what gettext needs, so that the same words give the same file."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return the language, how the file is written, and when the form for many is used."""
        return [
            ("Language", self.locale_identifier),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
        ]


class Made(NamedTuple):
    """A language's two files as they should be, and what a translator must know."""

    po: bytes
    mo: bytes
    missing: list[Key]
    dropped: dict[Key, Key]


def collect(package: Path) -> Places:
    """Find every message in the code of a package; :class:`WordsError` where one sentence has two plurals."""
    found: Places = {}
    for file, _line, message, _comments, _context in extract_from_dir(
        package, [("**.py", "python")], keywords=KEYWORDS
    ):
        key = message if isinstance(message, tuple) else (message,)
        found.setdefault(key, set()).add(f"{package.name}/{Path(file).as_posix()}")
    firsts: dict[str, Key] = {}
    for key in found:
        if firsts.setdefault(key[0], key) != key:
            raise WordsError(f"«{key[0]}» is there with and without «{firsts[key[0]][-1]}»: write one of them anew.")
    return found


def translations(po: Path) -> dict[Key, Key]:
    """Read what is translated; a guess marked fuzzy is no translation."""
    if not po.exists():
        return {}
    with po.open("rb") as file:
        catalogue = read_po(file)
    said = {_key(message.id): _key(message.string) for message in catalogue if message.id and not message.fuzzy}
    return {key: words for key, words in said.items() if len(words) == len(key) and all(words)}


def _key(words: str | list[str] | tuple[str, ...]) -> Key:
    return (words,) if isinstance(words, str) else tuple(words)


def make(language: str, places: Places, known: dict[Key, Key]) -> Made:
    """Put the messages of the code and the known translations together."""
    catalogue = Plain(language, fuzzy=False, header_comment=COMMENT.format(name=LANGUAGES[language]))
    complete = Plain(language, fuzzy=False)
    for key, files in places.items():
        message = key if len(key) > 1 else key[0]
        catalogue.add(message, _words(known.get(key), key), locations=[(file, 0) for file in sorted(files)])
        if key in known:
            complete.add(message, _words(known[key], key))
    po, mo = BytesIO(), BytesIO()
    write_po(po, catalogue, width=0, sort_output=True, include_lineno=False)
    write_mo(mo, complete)
    missing = sorted(key for key in places if key not in known)
    return Made(po.getvalue(), mo.getvalue(), missing, {key: known[key] for key in sorted(known) if key not in places})


def _words(known: Key | None, key: Key) -> str | Key:
    words = known or ("",) * len(key)
    return words if len(key) > 1 else words[0]


def files_of(package: Path, language: str) -> tuple[Path, Path]:
    """Return where a language's words are kept: the text and the compiled file."""
    folder = package / "locale" / language / "LC_MESSAGES"
    return folder / f"{DOMAIN}.po", folder / f"{DOMAIN}.mo"


def write(package: Path) -> Iterator[str]:
    """Write all catalogues anew; yield a line for everything a translator must see."""
    places = collect(package)
    for language in LANGUAGES:
        po, mo = files_of(package, language)
        made = make(language, places, translations(po))
        po.parent.mkdir(parents=True, exist_ok=True)
        po.write_bytes(made.po)
        mo.write_bytes(made.mo)
        yield from (
            f"{language}: no longer used: {' | '.join(key)} = {' | '.join(made.dropped[key])}" for key in made.dropped
        )
        yield from _missing(language, made)


def check(package: Path) -> Iterator[str]:
    """Yield a line for everything that is wrong with the catalogues."""
    places = collect(package)
    for language in LANGUAGES:
        po, mo = files_of(package, language)
        made = make(language, places, translations(po))
        yield from _missing(language, made)
        stale = [
            file for file, wanted in ((po, made.po), (mo, made.mo)) if not file.exists() or file.read_bytes() != wanted
        ]
        yield from (f"{language}: {file.name} is stale: run «make texts»" for file in stale)


def _missing(language: str, made: Made) -> Iterator[str]:
    return (f"{language}: to translate: {' | '.join(key)}" for key in made.missing)


def main(arguments: list[str] | None = None, package: Path = PROJECT / DOMAIN) -> int:
    """Write the catalogues, or see whether they are as they should be; 1 when there is something to do."""
    parser = argparse.ArgumentParser(description="Keep the catalogues of the window's words.")
    parser.add_argument("--check", action="store_true", help="change nothing; end with 1 when something is to be done")
    options = parser.parse_args(arguments)
    try:
        lines = list(check(package) if options.check else write(package))
    except WordsError as error:
        print(error)
        return 1
    for line in lines:
        print(line)
    if not lines:
        print("Every message is translated into every language.")
    return 1 if options.check and lines else 0


if __name__ == "__main__":
    sys.exit(main())
