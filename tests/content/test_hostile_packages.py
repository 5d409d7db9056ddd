"""Packages made to do harm, or made badly: each is refused in one sentence, and nothing is written anywhere."""

from __future__ import annotations

import hashlib
import json
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kursapp.content import package
from kursapp.domain.problem import KursappError
from kursapp.files import archive
from kursapp.files.folders import staging
from kursapp.texts.problems import tell
from tests.raw_zip import Raw, write_zip
from tests.small_package import ID, TITLE, write_course

Entries = list[Raw]
Make = Callable[[Entries], bytes]
MANIFEST = b"kurspakke.json"


def files_of(course: Path) -> dict[str, bytes]:
    return {path.relative_to(course).as_posix(): path.read_bytes() for path in course.rglob("*") if path.is_file()}


def manifest(files: dict[str, str], **other: Any) -> bytes:
    about = {"format": 1, "id": ID, "version": "1.0.0", "title": TITLE, "note": "", "files": files} | other
    ordered = dict(sorted(about.items()))
    return json.dumps(ordered, ensure_ascii=False, indent=2, sort_keys=True).encode() + b"\n"


def sound(files: dict[str, bytes], **other: Any) -> Entries:
    """Return the entries of a package of files, with an honest manifest but for ``other``."""
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    entries = [Raw(b"kurs/" + name.encode(), data) for name, data in sorted(files.items())]
    return [*entries, Raw(MANIFEST, manifest(digests, **other))]


@pytest.fixture
def course(tmp_path: Path) -> dict[str, bytes]:
    """Return the files of the small course."""
    return files_of(write_course(tmp_path / "source"))


def refused(data: bytes, place: Path) -> KursappError:
    """Try to unpack a package, see that nothing is left of it, and return why it was refused."""
    place.mkdir()
    file = place / "ond.kurs"
    file.write_bytes(data)
    before = sorted(place.rglob("*"))
    with pytest.raises(KursappError) as error, staging(place) as folder:
        package.unpack(file, folder)
    assert sorted(place.rglob("*")) == before
    return error.value


def test_the_builder_makes_what_the_program_makes(course: dict[str, bytes], tmp_path: Path) -> None:
    """The files these tests spoil are sound before they are spoilt, stored or packed."""
    for number, method in enumerate((0, 8)):
        entries = [entry.but(method=method) for entry in sound(course)]
        file = tmp_path / f"{number}.kurs"
        file.write_bytes(write_zip(entries))
        folder = tmp_path / str(number)
        folder.mkdir()
        assert package.unpack(file, folder).id == ID
        assert files_of(folder) == course


NAMES = {
    "up and out": ("kurs/../../ut.md", "archive-path-outside"),
    "up": ("../kurs.md", "archive-path-outside"),
    "here": ("kurs/./kurs.md", "archive-path-outside"),
    "absolute": ("/etc/kurs.md", "archive-path-outside"),
    "drive": ("C:/Windows/kurs.md", "archive-path-outside"),
    "drive, relative": ("c:kurs.md", "archive-path-outside"),
    "share": ("//tjener/mappe/kurs.md", "archive-path-outside"),
    "share, Windows": ("\\\\tjener\\mappe\\kurs.md", "archive-path-outside"),
    "backslash": ("kurs\\..\\ut.md", "archive-path-outside"),
    "extended path": ("\\\\?\\C:\\kurs.md", "archive-path-outside"),
    "empty part": ("kurs//kurs.md", "archive-name-unsafe"),
    "no name": ("", "archive-name-unsafe"),
    "folder": ("kurs/tom/", "archive-name-unsafe"),
    "device": ("kurs/CON", "archive-name-unsafe"),
    "device with ending": ("kurs/nul.md", "archive-name-unsafe"),
    "device in a folder": ("kurs/aux/side.md", "archive-name-unsafe"),
    "port": ("kurs/com1.md", "archive-name-unsafe"),
    "port with a raised digit": ("kurs/LPT².md", "archive-name-unsafe"),
    "console": ("kurs/CONIN$.md", "archive-name-unsafe"),
    "dot at the end": ("kurs/kurs.md.", "archive-name-unsafe"),
    "space at the end": ("kurs/kurs.md ", "archive-name-unsafe"),
    "space first": ("kurs/ kurs.md", "archive-name-unsafe"),
    "folder ending with a dot": ("kurs/mappe./a.md", "archive-name-unsafe"),
    "stream": ("kurs/kurs.md:gjemt", "archive-name-unsafe"),
    "hidden": ("kurs/.bashrc", "archive-name-unsafe"),
    "hidden folder": ("kurs/.git/config.md", "archive-name-unsafe"),
    "wildcard": ("kurs/*.md", "archive-name-unsafe"),
    "pipe": ("kurs/a|b.md", "archive-name-unsafe"),
    "writing turned round": ("kurs/bilde\u202egnp.md", "archive-name-unsafe"),
    "left-to-right mark": ("kurs/\u200ekurs.md", "archive-name-unsafe"),
    "isolate": ("kurs/\u2066a\u2069.md", "archive-name-unsafe"),
    "no width": ("kurs/ku\u200brs.md", "archive-name-unsafe"),
    "zero byte": ("kurs/kurs.md\0.png", "archive-name-unsafe"),
    "line feed": ("kurs/en\nto.md", "archive-name-unsafe"),
    "escape": ("kurs/\x1b[2J.md", "archive-name-unsafe"),
    "no-break space": ("kurs/a\u00a0b.md", "archive-name-unsafe"),
    "letters not composed": ("kurs/a\u030a.md", "archive-name-unsafe"),
    "private letter": ("kurs/\ue000.md", "archive-name-unsafe"),
    "too long": ("kurs/" + "a" * 250 + ".md", "archive-path-too-long"),
    "too many bytes": ("kurs/" + "\U00020000" * 90 + ".md", "archive-path-too-long"),
    "too deep": ("kurs/" + "a/" * 12 + "a.md", "archive-path-too-long"),
}


@pytest.mark.parametrize("case", NAMES)
def test_a_name_that_leads_elsewhere(case: str, course: dict[str, bytes], tmp_path: Path) -> None:
    """The name of a file decides where it would be written: such a one is never written."""
    name, code = NAMES[case]
    error = refused(write_zip([Raw(name.encode()), *sound(course)]), tmp_path / "p")
    assert error.problem.code == code
    told = str(tell(error.problem))
    assert all(letter.isprintable() for letter in told), "what cannot be seen is written out"


def spoil(**changes: Any) -> Make:
    """Return a way to write the package with its first entry changed."""
    return lambda entries: write_zip([entries[0].but(**changes), *entries[1:]])


def add(*more: Raw) -> Make:
    """Return a way to write the package with more entries."""
    return lambda entries: write_zip([*entries[:-1], *more, entries[-1]])


def mode(kind: int) -> dict[str, Any]:
    return {"name": b"kurs/lenke.md", "data": b"/etc/passwd", "mode": (kind | 0o777) << 16}


BUILDS: dict[str, tuple[Make, str]] = {
    "nothing": (lambda _: b"", "archive-unknown"),
    "text": (lambda _: b"Hei. Jeg er ikke noen pakke." * 9, "archive-unknown"),
    "program": (lambda entries: b"MZ" + write_zip(entries), "archive-unknown"),
    "two bytes": (lambda _: b"PK", "archive-damaged"),
    "cut in the middle": (lambda entries: write_zip(entries)[:400], "archive-damaged"),
    "cut at the end": (lambda entries: write_zip(entries)[:-1], "archive-damaged"),
    "something after": (lambda entries: write_zip(entries) + b"mer", "archive-damaged"),
    "two in one": (lambda entries: write_zip(entries) * 2, "archive-foreign"),
    "something before": (lambda entries: write_zip(entries, before=b"PK\x03\x04gjemt"), "archive-foreign"),
    "something between": (lambda entries: write_zip(entries, between=b"gjemt"), "archive-foreign"),
    "comment": (lambda entries: write_zip(entries, comment=b"PK\x05\x06" + bytes(18)), "archive-foreign"),
    "other count": (lambda entries: write_zip(entries, count=2), "archive-foreign"),
    "fewer than listed": (lambda entries: write_zip(entries, count=2, here=2), "archive-foreign"),
    "more than listed": (lambda entries: write_zip(entries, count=9, here=9), "archive-foreign"),
    "65535 entries": (lambda entries: write_zip(entries, count=65535, here=65535), "archive-too-many"),
    "list out of the file": (lambda entries: write_zip(entries, start=2**31), "archive-foreign"),
    "list as long as the file": (lambda entries: write_zip(entries, length=2**30), "archive-foreign"),
    "second disk": (lambda entries: write_zip(entries, disk=1), "archive-foreign"),
    "locked": (spoil(flags=0x801), "archive-locked"),
    "sizes after the data": (spoil(flags=0x808), "archive-foreign"),
    "another packing": (spoil(method=14), "archive-foreign"),
    "zip64": (spoil(extra=b"\x01\x00\x08\x00" + bytes(8)), "archive-foreign"),
    "comment on an entry": (spoil(listed={"comment": b"hei"}), "archive-foreign"),
    "entry on another disk": (spoil(listed={"disk": 2}), "archive-foreign"),
    "another name before the data": (spoil(local={"name": b"kurs/annet-enn-i-lista.md"}), "archive-foreign"),
    "another size before the data": (spoil(local={"size": 5}), "archive-foreign"),
    "another checksum before the data": (spoil(local={"crc": 5}), "archive-foreign"),
    "two entries with one body": (lambda entries: _overlapping(entries), "archive-foreign"),
    "entry beyond the end": (spoil(listed={"at": 2**31}), "archive-foreign"),
    "larger than it says": (spoil(method=8, listed={"size": 3}, local={"size": 3}), "archive-damaged"),
    "smaller than it says": (spoil(method=8, listed={"size": 9000}, local={"size": 9000}), "archive-damaged"),
    "stored and not as long": (spoil(listed={"size": 3}, local={"size": 3}), "archive-foreign"),
    "wrong checksum": (spoil(listed={"crc": 7}, local={"crc": 7}), "archive-damaged"),
    "packed nonsense": (spoil(method=8, packed=b"\xff" * 40), "archive-damaged"),
    "something after what is packed": (
        lambda entries: spoil(method=8, packed=entries[0].but(method=8).body + b"gjemt")(entries),
        "archive-damaged",
    ),
    "packed and cut off": (
        lambda entries: spoil(method=8, packed=entries[0].but(method=8).body[:-9])(entries),
        "archive-damaged",
    ),
    "bomb": (add(Raw(b"kurs/stor.md", b"a" * 30_000_000, 8)), "archive-bomb"),
    "bomb that denies it": (
        spoil(method=8, packed=Raw(b"", b"a" * 30_000_000, 8).body),
        "archive-damaged",
    ),
    "says it is immense": (
        spoil(method=8, listed={"size": 2**32 - 1}, local={"size": 2**32 - 1}),
        "archive-bomb",
    ),
    "name that is no text": (add(Raw(b"kurs/\xff\xfe.md")), "archive-name-unsafe"),
    "letters without saying so": (add(Raw("kurs/ø.md".encode(), flags=0)), "archive-name-unsafe"),
    "link": (add(Raw(**mode(stat.S_IFLNK))), "archive-link"),
    "device file": (add(Raw(**mode(stat.S_IFBLK))), "archive-special"),
    "character device": (add(Raw(**mode(stat.S_IFCHR))), "archive-special"),
    "pipe": (add(Raw(**mode(stat.S_IFIFO))), "archive-special"),
    "socket": (add(Raw(**mode(stat.S_IFSOCK))), "archive-special"),
    "folder without a slash": (add(Raw(**mode(stat.S_IFDIR))), "archive-special"),
    "folder, as Windows says": (add(Raw(b"kurs/mappe", mode=0x10)), "archive-special"),
    "the same name twice": (add(Raw(b"kurs/kurs.md")), "archive-names-meet"),
    "the same but for case": (add(Raw(b"kurs/KURS.md")), "archive-names-meet"),
    "the same but for width": (add(Raw("kurs/ｋurs.md".encode())), "archive-names-meet"),
    "the same but for a ligature": (add(Raw("kurs/ﬁ.md".encode()), Raw(b"kurs/fi.md")), "archive-names-meet"),
    "the same but for sharp s": (add(Raw("kurs/ß.md".encode()), Raw(b"kurs/ss.md")), "archive-names-meet"),
    "a file and a folder": (add(Raw(b"kurs/kurs.md/under.md")), "archive-names-meet"),
    "a file beside the course": (add(Raw(b"las-meg.md")), "package-files-differ"),
    "a file nobody listed": (add(Raw(b"kurs/ekstra.md")), "package-files-differ"),
    "a file that is not there": (lambda entries: write_zip(entries[1:]), "package-files-differ"),
    "no manifest": (lambda entries: write_zip(entries[:-1]), "package-without-manifest"),
    "an ordinary zip": (lambda _: write_zip([Raw(b"hei.md")]), "package-without-manifest"),
}  # fmt: skip


def _overlapping(entries: Entries) -> bytes:
    """Write a package where the second entry's place in the list is that of the first."""
    return write_zip([entries[0], entries[1].but(listed={"at": 0}), *entries[2:]])


@pytest.mark.parametrize("case", BUILDS)
def test_a_file_that_is_not_built_as_a_package(case: str, course: dict[str, bytes], tmp_path: Path) -> None:
    """Anything that could be read in two ways, or is more than it says, is no package."""
    make, code = BUILDS[case]
    error = refused(make(sound(course)), tmp_path / "p")
    assert error.problem.code == code
    assert tell(error.problem).message


DAMAGED = "package-manifest-damaged"
MANIFESTS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "no JSON": (lambda data: b"hei" + data, DAMAGED),
    "not UTF-8": (lambda data: data.replace("å".encode(), b"\xff"), DAMAGED),
    "deep": (lambda _: b"[" * 100_000, DAMAGED),
    "a list": (lambda _: b"[]", DAMAGED),
    "said twice": (lambda data: data.replace(b'"note"', b'"id": "annet",\n  "note"'), DAMAGED),
    "more than it should": (lambda data: data.replace(b'"note"', b'"kjor": "x",\n  "note"'), DAMAGED),
    "other spaces": (lambda data: data + b" ", DAMAGED),
    "of a later time": (lambda data: data.replace(b'"format": 1', b'"format": 2'), "package-newer"),
    "id that leads out": (lambda data: data.replace(ID.encode(), b"../../ut"), DAMAGED),
    "id that is a device": (lambda data: data.replace(ID.encode(), b"con"), DAMAGED),
    "version that leads out": (lambda data: data.replace(b'"1.0.0"', b'"../1"'), DAMAGED),
    "version in other digits": (lambda data: data.replace(b'"1.0.0"', '"١.0"'.encode()), DAMAGED),
    "digest that is none": (lambda data: re.sub(rb'": "[0-9a-f]{64}"', b'": "x"', data, count=1), DAMAGED),
}  # fmt: skip


@pytest.mark.parametrize("case", MANIFESTS)
def test_a_manifest_that_lies_or_is_none(case: str, course: dict[str, bytes], tmp_path: Path) -> None:
    """It is read strictly: one way to say each thing, and nothing else is said."""
    change, code = MANIFESTS[case]
    entries = sound(course)
    data = change(entries[-1].data)
    assert data != entries[-1].data
    assert refused(write_zip([*entries[:-1], Raw(MANIFEST, data)]), tmp_path / "p").problem.code == code


def test_a_file_that_was_changed_after_packing(course: dict[str, bytes], tmp_path: Path) -> None:
    """With an honest checksum, but not the manifest's digest."""
    entries = sound(course)
    entries[0] = entries[0].but(data=entries[0].data.replace(b"Takk", b"Neei"))
    error = refused(write_zip(entries), tmp_path / "p")
    assert (error.problem.code, error.problem.value("name")) == ("package-file-changed", "dag-1/svaret.md")


@pytest.mark.parametrize("name", ["kjor.exe", "kurs.html", "skript.js", "makro.docm", "lenke.lnk", "uten-ending"])
def test_a_file_of_a_kind_no_course_has(name: str, course: dict[str, bytes], tmp_path: Path) -> None:
    """A package holds Markdown, images, sound and film, however honest it is about the rest."""
    error = refused(write_zip(sound({**course, name: b"x"})), tmp_path / "p")
    assert (error.problem.code, error.problem.value("name")) == ("package-file-kind", name)


def test_too_many_files(course: dict[str, bytes], tmp_path: Path) -> None:
    """One more than a course may have."""
    files = {**course, **{f"{number}.md": b"" for number in range(2_000)}}
    assert refused(write_zip(sound(files)), tmp_path / "p").problem.code == "archive-too-many"


def test_too_much_in_all(course: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many files of a size each of which would do, and a file as large as that: neither is unpacked."""
    small = archive.Limits(files=99, size=300_000, longest=99, deepest=9)
    monkeypatch.setattr(package, "_LIMITS", small)
    data = bytes(range(256)) * 200
    files = {**course, **{f"{number}.md": data for number in range(9)}}
    packed = [entry.but(method=8) for entry in sound(files)]
    assert refused(write_zip(packed), tmp_path / "p").problem.code == "archive-too-large"
    assert refused(write_zip(sound(files)), tmp_path / "q").problem.code == "archive-too-large"


def test_every_byte_cut_off_is_noticed(course: dict[str, bytes], tmp_path: Path) -> None:
    """However much of a package arrives, less than all of it is no package."""
    whole = write_zip(sound(course))
    for length in range(0, len(whole), 7):
        error = refused(whole[:length], tmp_path / f"p{length}")
        assert error.problem.code in {"archive-unknown", "archive-damaged"}


def test_every_byte_changed_is_noticed_or_means_nothing(course: dict[str, bytes], tmp_path: Path) -> None:
    """A package with one byte changed is refused, or is the same course: times and makers say nothing."""
    whole = write_zip(sound(course))
    for at in range(0, len(whole), 5):
        place = tmp_path / f"p{at}"
        place.mkdir()
        file = place / "endret.kurs"
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :])
        with staging(place) as folder:
            if not _is_refused(file, folder):
                assert files_of(folder) == course


def _is_refused(file: Path, folder: Path) -> bool:
    try:
        package.unpack(file, folder)
    except KursappError:
        return True
    return False


def test_there_are_enough_of_them() -> None:
    """Fifty were asked for."""
    assert len(NAMES) + len(BUILDS) + len(MANIFESTS) > 100
