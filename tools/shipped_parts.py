"""What Kursapp ships that package metadata does not tell: what each library is for, and what lies inside it."""

from __future__ import annotations

from typing import NamedTuple

from kursapp.storage.versions import driver_versions

PURPOSES = {
    "alembic": "endrer formen på eldre databaser",
    "chunspell": "retter skrivefeil hos kursforfattere",
    "fontpkg-atkinson-hyperlegible": "skrift for svaksynte",
    "fsrs": "når et spørsmål skal komme igjen i Øving",
    "icalendar": "planens datoer til kalenderen",
    "markdown": "gjør kurstekst om til HTML",
    "msgspec": "typet lesing av lagrede verdier",
    "nh3": "fjerner alt som ikke er tillatt i HTML",
    "platformdirs": "hvor systemet har datamapper",
    "psycopg": "PostgreSQL (bare der det er valgt)",
    "pynacl": "forsegling, nøkler og passfraser",
    "pyside6-essentials": "vinduet",
    "python-docx": "arbeidsboka som Word-fil",
    "snowballstemmer": "ordstammer i søk",
    "sqlalchemy": "lagring",
    "sqlcipher3": "databasen, med og uten kryptering",
    "typst": "rapport og utskrift som PDF",
    "xlsxwriter": "resultater som Excel-fil",
}
"""What the program uses each of its own dependencies for; the rest are theirs."""

LICENCES = {
    "chunspell": "MIT AND (MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later)",
    "fsrs": "MIT",
    "lxml": "BSD-3-Clause",
    "nh3": "MIT",
    "pynacl": "Apache-2.0",
    "pyside6-essentials": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "python-docx": "MIT",
    "shiboken6": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "snowballstemmer": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
    "tzdata": "Apache-2.0",
}
"""Licences that a package states in words of its own, as SPDX writes them; looked up in each package."""

TEXTS = {
    "fontpkg": ("MIT",),
    "psycopg": ("LGPL-3.0-only", "GPL-3.0-only"),
    "pyside6-essentials": ("LGPL-3.0-only", "GPL-3.0-only"),
    "shiboken6": ("LGPL-3.0-only", "GPL-3.0-only"),
}
"""The texts (``tools/licence_texts``) of packages that come without, or refer to another."""


class Inside(NamedTuple):
    """Something built into a package, or lying among the program's own files; ``within`` says in which.

    ``texts`` are names in ``tools/licence_texts`` or paths from the project's folder.
    """

    name: str
    version: str
    licence: str
    within: str
    purl: str
    texts: tuple[str, ...] = ()


def inside(versions: dict[str, str]) -> tuple[Inside, ...]:
    """Return what lies inside, at the versions that come with these versions of the packages."""
    qt = versions["pyside6-essentials"]
    database = dict(driver_versions())
    sqlite, cipher, openssl = (database[name] for name in ("SQLite", "SQLCipher", "OpenSSL"))
    return (
        Inside("Qt", qt, "LGPL-3.0-only", "pyside6-essentials", f"pkg:generic/qt@{qt}", ("LGPL-3.0-only",)),
        Inside("SQLite", sqlite, "blessing", "sqlcipher3", f"pkg:generic/sqlite@{sqlite}"),
        Inside("SQLCipher", cipher, "BSD-3-Clause", "sqlcipher3", f"pkg:generic/sqlcipher@{cipher}", ("SQLCipher",)),
        Inside("OpenSSL", openssl, "Apache-2.0", "sqlcipher3", f"pkg:generic/openssl@{openssl}", ("Apache-2.0",)),
        Inside("libsodium", "", "ISC", "pynacl", "pkg:generic/libsodium"),
        Inside("Hunspell", "", "MPL-1.1 OR LGPL-2.1-or-later", "chunspell", "pkg:generic/hunspell", ("MPL-1.1",)),
        Inside("Libertinus Serif", "", "OFL-1.1", "typst", "pkg:generic/libertinus", ("assets/fonts/OFL.txt",)),
        Inside("New Computer Modern", "", "LPPL-1.3c", "typst", "pkg:generic/newcomputermodern"),
        Inside("DejaVu Sans Mono", "", "Bitstream-Vera", "typst", "pkg:generic/dejavu"),
        Inside("libpq", "", "PostgreSQL", "psycopg-binary", "pkg:generic/libpq"),
        Inside(
            "Source Sans 3",
            versions["fontpkg-source-sans-3"],
            "OFL-1.1",
            "kursapp",
            "pkg:generic/source-sans",
            ("assets/fonts/OFL.txt",),
        ),
        Inside(
            "Source Code Pro",
            versions["fontpkg-source-code-pro"],
            "OFL-1.1",
            "kursapp",
            "pkg:generic/source-code-pro",
            ("assets/fonts/OFL-Mono.txt",),
        ),
        Inside("CPython", "", "PSF-2.0", "kursapp", "pkg:generic/python"),
        Inside(
            "PyInstaller",
            "",
            "GPL-2.0-or-later WITH Bootloader-exception",
            "kursapp",
            "pkg:generic/pyinstaller-bootloader",
        ),
        Inside("Lucide", "", "ISC", "kursapp", "pkg:generic/lucide", ("assets/icons/LICENSE.txt",)),
    )
