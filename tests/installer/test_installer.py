"""What the installed program is made of: icons, packages and file types that fit each other and each system."""

from __future__ import annotations

import ast
import configparser
import struct
import subprocess
import sys
import tarfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageReader

from installer import debian, windows
from installer.archive import pack
from installer.contents import is_left_out
from installer.icons import ICNS_KINDS, ICO_SIZES, icns, ico, png
from installer.macos import INFORMATION
from kursapp.__main__ import FILES

ROOT = Path(__file__).parents[2]
DRAWINGS = (ROOT / "assets/app/kursapp.svg", ROOT / "assets/app/document.svg")
ASSOCIATED = {"kurs", "kull", "svar"}

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A bundle of two files, one of which is run."""
    folder = tmp_path / "kursapp"
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / "en.so").write_bytes(b"so")
    (folder / "kursapp").write_bytes(b"#!/bin/sh\n")
    (folder / "kursapp").chmod(0o700)
    return folder


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_a_windows_icon_holds_every_size(drawing: Path) -> None:
    """Another reader finds all of them, and none is empty."""
    buffer = QBuffer()
    buffer.setData(ico(drawing))
    reader = QImageReader(buffer, QByteArray(b"ico"))
    assert reader.imageCount() == len(ICO_SIZES)
    for number, size in enumerate(ICO_SIZES):
        reader.jumpToImage(number)
        image = reader.read()
        assert image.width() == size
        assert any(image.pixelColor(x, size // 2).alpha() for x in range(size))


def test_a_mac_icon_says_how_long_each_picture_is() -> None:
    """Block after block to the end of the file, each a PNG of its size."""
    data = icns(DRAWINGS[0])
    assert struct.unpack(">4sI", data[:8]) == (b"icns", len(data))
    at, found = 8, {}
    while at < len(data):
        kind, length = struct.unpack(">4sI", data[at : at + 8])
        found[kind] = QImage.fromData(data[at + 8 : at + length]).width()
        at += length
    assert found == {kind: size for size, kind in ICNS_KINDS.items()}


def test_an_icon_without_its_drawing_is_an_error(tmp_path: Path) -> None:
    """Rather than an empty picture in four hundred menus."""
    with pytest.raises(OSError, match=r"ingen\.svg"):
        png(tmp_path / "ingen.svg", 32)


@pytest.mark.parametrize(
    ("name", "out"),
    [
        ("PySide6/Qt/plugins/imageformats/libqwebp.so", False),
        ("PySide6/Qt/plugins/imageformats/libqgif.so", False),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", True),
        ("PySide6\\plugins\\imageformats\\qtiff.dll", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", False),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", True),
        ("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", False),
        ("PySide6/Qt/translations/qtbase_nn.qm", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("libgtk-3.so.0", True),
        ("libcups.so.2", False),
        ("libX11.so.6", False),
        ("kursapp/_data/courses/god-barnevernledelse/kurs.md", False),
    ],
)
def test_only_what_nothing_uses_is_left_out(name: str, out: bool) -> None:
    """Every kind of picture a course may hold stays, and every way to a screen and a printer."""
    assert is_left_out(name) is out


@pytest.mark.skipif(sys.platform != "linux", reason="dpkg-deb is Debian's")
def test_the_debian_package_holds_the_command_the_menu_entry_and_the_icons(bundle: Path, tmp_path: Path) -> None:
    """Owned by root and readable by all, whoever built it; and it says what it needs."""
    package = debian.build(bundle, ROOT, tmp_path / "work", tmp_path, "1.2.3")
    listed = _output("dpkg-deb", "--contents", str(package)).splitlines()
    entries = {line.split()[5].removeprefix("./"): line.split() for line in listed}
    for name in (
        "usr/lib/kursapp/kursapp",
        "usr/bin/kursapp",
        "usr/share/applications/kursapp.desktop",
        "usr/share/mime/packages/kursapp.xml",
        "usr/share/icons/hicolor/48x48/apps/kursapp.png",
        "usr/share/icons/hicolor/48x48/mimetypes/application-x-kursapp-svar.png",
        "usr/share/doc/kursapp/copyright",
    ):
        assert name in entries, name
    assert entries["usr/lib/kursapp/kursapp"][0] == "-rwxr-xr-x"
    assert entries["usr/lib/kursapp/_internal/en.so"][0] == "-rw-r--r--"
    assert {entry[1] for entry in entries.values()} == {"root/root"}
    told = _output("dpkg-deb", "--info", str(package))
    assert "Version: 1.2.3" in told
    assert "Depends: libc6," in told


def test_equal_bundles_make_equal_archives_that_tell_nothing_of_the_builder(bundle: Path, tmp_path: Path) -> None:
    """No owner, no time: the digest of what is handed out can be checked by building it again."""
    first = pack(bundle, tmp_path / "1.tar.gz", "kursapp-1").read_bytes()
    (bundle / "_internal" / "en.so").touch()
    assert pack(bundle, tmp_path / "2.tar.gz", "kursapp-1").read_bytes() == first
    with tarfile.open(tmp_path / "1.tar.gz") as archive:
        entries = archive.getmembers()
    assert [entry.name for entry in entries] == [
        "kursapp-1/.", "kursapp-1/_internal", "kursapp-1/_internal/en.so", "kursapp-1/kursapp"
    ]  # fmt: skip
    assert {(entry.uid, entry.uname, entry.mtime) for entry in entries} == {(0, "root", 0)}


def test_every_system_knows_the_same_kinds_of_files() -> None:
    """And the program opens each of them: a double click leads somewhere."""
    types = ElementTree.parse(ROOT / "installer/linux/kursapp.xml").getroot()
    globs = {each.attrib["pattern"].removeprefix("*.") for each in types.iter() if each.tag.endswith("glob")}
    kinds = {each.attrib["type"] for each in types}
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(ROOT / "installer/linux/kursapp.desktop", "utf-8")
    package = ElementTree.parse(ROOT / "installer/windows/kursapp.wxs").getroot()
    extensions = {each.attrib["Id"] for each in package.iter() if each.tag.endswith("}Extension")}
    declared = INFORMATION["UTExportedTypeDeclarations"]
    assert isinstance(declared, list)
    mac = {each["UTTypeTagSpecification"]["public.filename-extension"][0] for each in declared}
    assert globs == extensions == mac == set(debian.TYPES) == ASSOCIATED
    assert set(entry["Desktop Entry"]["MimeType"].rstrip(";").split(";")) == kinds
    assert kinds == {f"application/{name.removeprefix('application-')}" for name in debian.TYPES.values()}
    assert {f".{ending}" for ending in ASSOCIATED} <= set(FILES)


def test_the_version_resource_is_one_expression_with_four_numbers(tmp_path: Path) -> None:
    """PyInstaller reads it as such, on Windows."""
    text = windows.write_version("1.20.3", tmp_path / "v" / "version.txt").read_text("utf-8")
    ast.parse(text, mode="eval")
    assert text.count("(1, 20, 3, 0)") == 2


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / "dist/kursapp").is_dir(), reason="there is no bundle: `make installer` builds it")
def test_the_bundle_is_whole_without_python_without_a_network_and_without_leave_to_write() -> None:
    """As on a municipal laptop: it opens its window and all the courses, and everything it brought works."""
    run = subprocess.run([ROOT / "installer/bare.sh"], capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Alt er i orden." in run.stdout


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
