"""Courses that are read in time, and made to hold the screen when they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.faults.hostile.made import bytes_of
from tests.faults.hostile.packages import ID, TITLE
from tests.faults.hostile.pictures import hostile_pictures

_COVER = "---\nid: {id}\nversjon: 1.0.0\nspråk: nb\n---\n# {title}\n\nEn time.\n\n## Dag 1: Alt på én gang\n\n{links}\n"


def write_course(folder: Path, texts: Mapping[str, bytes], pictures: Mapping[str, bytes] | None = None) -> Path:
    """Write a course whose sessions are these texts, and return its folder."""
    (folder / "media").mkdir(parents=True)
    links = "\n".join(f"{number}. [{name}]({name}.md)" for number, name in enumerate(texts, 1))
    (folder / "kurs.md").write_text(_COVER.format(id=ID, title=TITLE, links=links), "utf-8")
    for name, data in texts.items():
        (folder / f"{name}.md").write_bytes(data)
    for name, data in (pictures or {}).items():
        (folder / "media" / name).write_bytes(data)
    return folder


def heavy_on_the_screen() -> Iterator[tuple[str, bytes]]:
    """Yield texts of which each is one page with much on it, or many pages."""
    row = "| " + " | ".join("celle" for _ in range(12)) + " |\n"
    table = row + "|" + "---|" * 12 + "\n" + row * 400
    wide = "|" + "a|" * 600 + "\n|" + "-|" * 600 + "\n" + "|" + "b|" * 600 + "\n"
    texts = {
        "langt-avsnitt": "Ord og atter ord på en linje.\n" * 10_000,
        "lange-ord": ("a" * 19_000 + "\n\n") * 20,
        "mange-avsnitt": "Ord.\n\n" * 20_000,
        "stor-tabell": table,
        "bred-tabell": wide,
        "mange-tabeller": ("| a | b |\n|---|---|\n| c | d |\n\nOrd.\n\n") * 400,
        "mange-lister": ("- punkt\n  - under\n\nOrd.\n\n") * 1_500,
        "mange-bokser": "> [!TIPS]\n> Ord.\n\nOrd.\n\n" * 400,
        "mange-spørsmål": "### Spørsmål: Hva?\n- [x] A\n- [ ] B\n\n" * 400,
        "mange-alternativer": "### Spørsmål: Hva?\n- [x] A\n" + "- [ ] B\n" * 2_000,
        "mange-refleksjoner": "### Refleksjon: Hva?\n\nSkriv.\n\n" * 400,
        "mange-avkryssinger": "- [ ] Ting\n" * 3_000,
        "stor-arbeidsbok": "### Arbeidsbok: A\n| A | B | C |\n|---|---|---|\n" + "| a | | |\n" * 500,
        "mange-lenker": "[a](#side) [b](https://eksempel.no) " * 400 + "\n",
        "lang-tittel": "### Spørsmål: " + "Hva " * 4_000 + "?\n- [x] A\n- [ ] B\n",
        "mange-faulty": "### Spørsmål: Hva?\n\n" * 400,
        "sammensatt": ("a" + "\u0301" * 900 + " ") * 10 + "\n",
        "emoji": "👩‍👩‍👧‍👦 " * 1_500 + "\n",
    }
    for name, text in texts.items():
        yield name, f"# {name}\n\n## Side\n\n{text}".encode()
    yield "mange-sider", ("# Sider\n\n" + "## Side\n\nOrd.\n\n" * 1_200).encode()


def with_pictures(bait: Path) -> tuple[bytes, dict[str, bytes]]:
    """Return a text that shows every hostile picture on a page of its own, and the pictures."""
    pictures = {name: bytes_of(data) for name, data in hostile_pictures(bait)}
    pages = "".join(f"## {name}\n\n![Bilde](media/{name})\n\n" for name in pictures)
    return f"# Bilder\n\n{pages}".encode(), pictures
