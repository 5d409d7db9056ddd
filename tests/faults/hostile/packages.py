"""Packages made to do harm. ``bait`` is a folder outside everything, whose files nobody may read or write."""

from __future__ import annotations

import hashlib
import json
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.faults.hostile.made import Named
from tests.raw_zip import Raw, write_zip
from tests.small_package import COVER, HEAD, ID, PAGES, TITLE

MANIFEST = b"kurspakke.json"
SESSION = "dag-1/svaret.md"


def course_files(body: str = "") -> dict[str, bytes]:
    """Return the files of a small course; ``body`` is what its session holds instead of its own pages."""
    text = body or f"{HEAD}\n" + "\n".join(PAGES.values())
    return {"kurs.md": COVER.format(id=ID, version="1.0.0", title=TITLE).encode(), SESSION: text.encode()}


def entries_of(course: dict[str, bytes], **other: Any) -> list[Raw]:
    """Return the entries of a package of a course, with an honest manifest but for ``other``."""
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in course.items()}
    about = {"format": 1, "id": ID, "version": "1.0.0", "title": TITLE, "note": "", "files": digests} | other
    told = json.dumps(about, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n"
    return [*(Raw(b"kurs/" + name.encode(), data) for name, data in sorted(course.items())), Raw(MANIFEST, told)]


def sound_package() -> bytes:
    """Return a package nothing is wrong with."""
    return write_zip(entries_of(course_files()))


def hostile_packages(bait: Path) -> Iterator[Named]:
    """Yield every hostile package with a name."""
    yield from _named_badly(bait)
    yield from _special(bait)
    yield from _lying()
    yield from _too_much()
    yield from _manifests()


def _with(*names: str) -> bytes:
    """Return a sound package with more files, each of which its manifest lists as honestly as it can."""
    digest = hashlib.sha256(b"x").hexdigest()
    files = course_files()
    listed = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    listed |= {name.removeprefix("kurs/"): digest for name in names}
    entries = entries_of(files, files=listed)
    return write_zip([*entries[:-1], *(Raw(name.encode("utf-8", "surrogatepass")) for name in names), entries[-1]])


def _named_badly(bait: Path) -> Iterator[Named]:
    names = {
        "opp": "../ut.md",
        "opp-og-ut": "kurs/../../ut.md",
        "langt-opp": "kurs/" + "../" * 12 + "tmp/ut.md",
        "til-agnet": f"kurs/../../{bait.name}/ut.md",
        "absolutt": f"{bait}/ut.md",
        "stasjon": "C:/Windows/ut.md",
        "stasjon-uten-rot": "c:ut.md",
        "unc": "//tjener/mappe/ut.md",
        "unc-windows": "\\\\tjener\\mappe\\ut.md",
        "utvidet-sti": "\\\\?\\C:\\ut.md",
        "omvendt-skråstrek": "kurs\\..\\..\\ut.md",
        "enhet-nul": "kurs/nul.md",
        "enhet-con": "kurs/CON",
        "enhet-i-mappe": "kurs/aux/side.md",
        "enhet-com": "kurs/com1.md",
        "punktum-sist": "kurs/side.md.",
        "mellomrom-sist": "kurs/side.md ",
        "strøm": "kurs/side.md:gjemt",
        "snudd-skrift": "kurs/bilde\u202egnp.md",
        "uten-bredde": "kurs/ku\u200brs.md",
        "linjeskift": "kurs/en\nto.md",
        "escape": "kurs/\x1b[2J.md",
        "nullbyte": "kurs/side.md\0.png",
        "skjult": "kurs/.bashrc",
        "for-lang": "kurs/" + "a" * 250 + ".md",
        "for-dyp": "kurs/" + "a/" * 40 + "a.md",
        "uten-navn": "",
        "ikke-sammensatt": "kurs/a\u030a.md",
    }
    for what, name in names.items():
        yield f"navn-{what}", _with(name)
    yield "navn-ulik-bare-i-store", _with("kurs/KURS.MD")
    yield "navn-ulik-bare-i-unicode", _with("kurs/ﬁ.md", "kurs/fi.md")
    yield "navn-fil-og-mappe", _with("kurs/kurs.md/under.md")


def _special(bait: Path) -> Iterator[Named]:
    kinds = {
        "lenke": stat.S_IFLNK,
        "blokkenhet": stat.S_IFBLK,
        "tegnenhet": stat.S_IFCHR,
        "rør": stat.S_IFIFO,
        "sokkel": stat.S_IFSOCK,
    }
    for what, kind in kinds.items():
        entries = entries_of(course_files())
        odd = Raw(b"kurs/lenke.md", str(bait / "hemmelig.md").encode(), mode=(kind | 0o777) << 16)
        yield f"slag-{what}", write_zip([*entries[:-1], odd, entries[-1]])
    first, *rest = entries_of(course_files())
    through = [Raw(b"kurs/m", str(bait).encode(), mode=(stat.S_IFLNK | 0o777) << 16), Raw(b"kurs/m/ut.md")]
    yield "slag-lenke-til-mappe", write_zip([first, *through, *rest])


def _lying() -> Iterator[Named]:
    entries = entries_of(course_files())
    first, rest = entries[0], entries[1:]

    def spoilt(**changes: Any) -> bytes:
        return write_zip([first.but(**changes), *rest])

    yield "løgn-større", spoilt(method=8, listed={"size": 3}, local={"size": 3})
    yield "løgn-mindre", spoilt(method=8, listed={"size": 9000}, local={"size": 9000})
    yield "løgn-umulig-stor", spoilt(method=8, listed={"size": 2**32 - 1}, local={"size": 2**32 - 1})
    yield "løgn-sjekksum", spoilt(listed={"crc": 7}, local={"crc": 7})
    yield "løgn-annet-navn-inni", spoilt(local={"name": b"kurs/annet-enn-i-lista.md"})
    yield "løgn-tull-pakket", spoilt(method=8, packed=b"\xff" * 400)
    yield "løgn-kryptert", spoilt(flags=0x801)
    yield "løgn-zip64", spoilt(extra=b"\x01\x00\x08\x00" + bytes(8))
    yield "løgn-overlapp", write_zip([first, rest[0].but(listed={"at": 0}), *rest[1:]])
    yield "løgn-to-i-én", write_zip(entries) * 2
    yield "løgn-noe-foran", write_zip(entries, before=b"MZ" + bytes(600))
    yield "løgn-noe-etter", write_zip(entries) + b"mer"
    yield "løgn-kuttet", write_zip(entries)[:500]
    yield "løgn-tom", b""
    yield "løgn-tekst", b"Hei, jeg er ingen pakke. " * 99
    yield "løgn-fil-uten-liste", write_zip([first, Raw(b"kurs/ekstra.md"), *rest])
    yield "løgn-endret-etter", write_zip([first.but(data=first.data.replace(b"Takk", b"Neei")), *rest])


def _too_much() -> Iterator[Named]:
    yield "bombe", _bomb
    yield "bombe-som-nekter", _denying_bomb
    yield "bombe-i-pakke", _inner_bomb
    yield "mange-navn", _many_names
    yield "mange-sier-den", write_zip(entries_of(course_files()), count=65_535, here=65_535)
    yield "hundre-tusen", _hundred_thousand
    yield "for-mange-filer", lambda: write_zip(entries_of(course_files() | {f"{n}.md": b"" for n in range(2_100)}))


def _bomb() -> bytes:
    entries = entries_of(course_files())
    return write_zip([*entries[:-1], Raw(b"kurs/stor.md", bytes(60_000_000), 8), entries[-1]])


def _denying_bomb() -> bytes:
    first, *rest = entries_of(course_files())
    return write_zip([first.but(method=8, packed=Raw(b"", bytes(60_000_000), 8).body), *rest])


def _inner_bomb() -> bytes:
    entries = entries_of(course_files())
    inner = write_zip([Raw(b"kurs/stor.md", bytes(60_000_000), 8)])
    return write_zip([*entries[:-1], Raw(b"kurs/indre.zip", inner), entries[-1]])


def _many_names() -> bytes:
    return write_zip([*(Raw(b"kurs/%d.md" % n, b"") for n in range(65_000)), *entries_of(course_files())])


def _hundred_thousand() -> bytes:
    """Return a zip of 100,000 entries, as zip64 tells them: the plain record cannot count so far."""
    entry = write_zip([Raw(b"kurs/a.md", b"")])
    local, listed = entry[:39], entry[39:-22]
    count = 100_000
    far = (count * len(local)).to_bytes(8, "little")
    long_record = b"PK\x06\x06" + (44).to_bytes(8, "little") + b"-\0-\0" + bytes(8) + count.to_bytes(8, "little") * 2
    long_record += (count * len(listed)).to_bytes(8, "little") + far
    where = b"PK\x06\x07" + bytes(4) + (count * (len(local) + len(listed))).to_bytes(8, "little") + b"\1\0\0\0"
    return local * count + listed * count + long_record + where + b"PK\x05\x06" + b"\0\0\0\0" + b"\xff" * 12 + b"\0\0"


def _manifests() -> Iterator[Named]:
    files = course_files()
    *course, manifest = entries_of(files)

    def told(data: bytes) -> bytes:
        return write_zip([*course, Raw(MANIFEST, data)])

    yield "liste-mangler", write_zip(course)
    yield "liste-dyp", told(b"[" * 200_000)
    yield "liste-id-ut", told(manifest.data.replace(ID.encode(), b"../../ut"))
    yield "liste-id-enhet", told(manifest.data.replace(ID.encode(), b"con"))
    yield "liste-versjon-ut", told(manifest.data.replace(b'"1.0.0"', b'"../1"'))
    yield "liste-to-ganger", told(manifest.data.replace(b'"note"', b'"id": "annet",\n  "note"'))
    yield "liste-nyere", told(manifest.data.replace(b'"format": 1', b'"format": 2'))
    yield "liste-annet-kurs", told(manifest.data.replace(ID.encode(), b"et-annet-kurs"))
    for name in ("kjor.exe", "side.html", "skript.js", "lenke.lnk"):
        yield f"liste-{name}", write_zip(entries_of({**files, name: b"x"}))
