"""What the installed program is made of: icons, packages and file types that fit each other and each system."""

from __future__ import annotations

import ast
import configparser
import io
import plistlib
import re
import shutil
import struct
import subprocess
import sys
import tarfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
import shiboken6
from PySide6 import QtCore
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageReader

from installer import debian, windows
from installer.archive import pack
from installer.contents import SYSTEMS_OWN, is_left_out, linked_with, without_unneeded
from installer.icons import ICNS_KINDS, ICO_SIZES, icns, ico, png
from installer.macos import INFORMATION
from installer.notices import add_notices, owners
from installer.qt_support import write_support
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
        ("PySide6/opengl32sw.dll", True),
        ("docx/templates/default.docx", False),
        ("docx/templates/default-docx-template/word/styles.xml", True),
        ("kursapp/_data/courses/god-barnevernledelse/kurs.md", False),
    ],
)
def test_only_what_nothing_uses_is_left_out(name: str, out: bool) -> None:
    """Every kind of picture a course may hold stays, and every way to a screen and a printer."""
    assert is_left_out(name) is out


def test_only_the_libraries_that_something_is_linked_with_come_along() -> None:
    """Through others too; what must fit the machine is its own, and so is what only that needs."""
    links = {
        "PySide6/plugins/libqxcb.so": ["libX11.so.6", "libQt6Gui.so.6", "libc.so.6"],
        "PySide6/Qt/lib/libQt6Gui.so.6": ["libicu.so.73", "libdbus-1.so.3"],
        "PySide6/Qt/lib/libicu.so.73": [],
        "PySide6/Qt/lib/libQt6EglFs.so.6": ["libgbm.so.1"],
        "psycopg.libs/libpq-e9b5.so.5.18": ["libz.so.1"],
        "psycopg/_psycopg.cpython-311-x86_64-linux-gnu.so": ["libpq-e9b5.so.5.18"],
        "libQt6Gui.so.6": [],
        "libQt6EglFs.so.6": [],
        "libdbus-1.so.3": ["libsystemd.so.0"],
        "libsystemd.so.0": ["libz.so.1", "libcap.so.2"],
        "libcap.so.2": [],
        "libgbm.so.1": [],
        "libz.so.1": ["libz.so.1"],
        "libX11.so.6": [],
        "libpython3.11.so.1.0": ["libm.so.6"],
        "assets/kursapp.svg": [],
    }
    assert links.keys() - without_unneeded({name: name for name in links}, links.__getitem__) == {
        "PySide6/Qt/lib/libQt6EglFs.so.6",
        "libQt6EglFs.so.6",
        "libdbus-1.so.3",
        "libsystemd.so.0",
        "libcap.so.2",
        "libgbm.so.1",
        "libX11.so.6",
    }


@pytest.mark.skipif(shutil.which("objdump") is None, reason="objdump comes with what builds the installed program")
def test_a_library_says_itself_what_it_is_linked_with() -> None:
    """Its own links only, not theirs; a link within the bundle has none."""
    library = next(Path(QtCore.__file__).parent.glob("QtCore.*.so"))
    links = linked_with(str(library))
    assert any(name.startswith("libQt6Core.so") for name in links)
    assert not any(name.startswith("libicudata") for name in links)
    assert linked_with("PySide6/Qt/lib/libQt6Core.so.6") == []
    assert linked_with(__file__) == []


def test_qts_own_code_is_written_out_compiled_and_not_where_it_is_installed(tmp_path: Path) -> None:
    """PySide finds it there, in a folder that cannot be written to, and has nothing to compile."""
    target = write_support(tmp_path / "shiboken6")
    assert (target / "signature" / "loader.pyc").is_file()
    assert not list(target.rglob("*.py"))
    assert not (Path(shiboken6.__file__).parent / "files.dir").exists()


@pytest.mark.skipif(shutil.which("dpkg") is None, reason="dpkg is Debian's")
def test_the_notices_of_the_systems_libraries_go_with_them(tmp_path: Path) -> None:
    """Once each package, of real files at the top only; what no package brought has none here."""
    for name in ("libz.so.1", "libuuid.so.1", "libnobody.so.1"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "libexpat.so.1").symlink_to("libz.so.1")
    assert add_notices(tmp_path, tmp_path / "licences") == ["libuuid1", "zlib1g"]
    assert "Copyright" in (tmp_path / "licences" / "zlib1g.txt").read_text("utf-8")
    assert owners([]) == set()


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
    depends = next(line for line in told.splitlines() if line.startswith(" Depends: "))
    assert re.search(r"libc6 \(>= \d+\.\d+\), ", depends)
    assert {*SYSTEMS_OWN.values()} - {"libcups2"} <= set(re.split(r"[:,] ", depends))
    assert re.search("Recommends: .*libcups2", told)
    scripts = subprocess.run(["dpkg-deb", "--ctrl-tarfile", str(package)], check=True, capture_output=True)
    with tarfile.open(fileobj=io.BytesIO(scripts.stdout)) as control:
        assert {Path(each.name).name for each in control if each.isfile()} == {"control", "md5sums"}


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


def test_what_macos_is_told_can_be_written_and_every_file_has_its_icon() -> None:
    """It is a property list of a program with a place in the Dock, and the icon's file is the one that is brought."""
    told = plistlib.loads(plistlib.dumps(INFORMATION))
    assert told == INFORMATION
    assert told.get("LSBackgroundOnly", False) is False
    icons = {each["CFBundleTypeIconFile"] for each in told["CFBundleDocumentTypes"]}
    assert icons == {"document.icns"}
    assert {kind for each in told["CFBundleDocumentTypes"] for kind in each["LSItemContentTypes"]} == {
        each["UTTypeIdentifier"] for each in told["UTExportedTypeDeclarations"]
    }
    recipe = (ROOT / "build_installer.spec").read_text("utf-8")
    assert '(str(ICONS / "document.icns"), ".")' in recipe
    assert 'console=sys.platform == "linux"' in recipe, "with a console, macOS would hide it from the Dock"


def test_the_windows_package_replaces_an_older_one_for_everybody_and_leaves_what_people_have_written() -> None:
    """Another upgrade code would leave two programs side by side; no action of its own reaches anybody's folder."""
    tag = "{http://wixtoolset.org/schemas/v4/wxs}"
    package = ElementTree.parse(ROOT / "installer/windows/kursapp.wxs").getroot().find(f"{tag}Package")
    assert package is not None
    assert package.attrib["UpgradeCode"] == "6E0C2B3C-6C0B-4E53-9D67-0B7F5E5E9A41"
    assert package.attrib["Scope"] == "perMachine"
    assert package.attrib["Version"] == "$(Version)"
    assert package.find(f"{tag}MajorUpgrade") is not None
    found = {each.tag.removeprefix(tag) for each in package.iter()}
    assert not found & {"CustomAction", "RemoveFolderEx", "RemoveFile", "ServiceInstall", "RemoveRegistryKey"}
    own = {each.attrib["Id"] for each in package.iter() if "Id" in each.attrib}
    verbs = list(package.iter(f"{tag}Verb"))
    assert [(verb.attrib["TargetFile"], verb.attrib["Argument"]) for verb in verbs] == [("ProgramFile", '"%1"')] * 3
    for kind in package.iter(f"{tag}ProgId"):
        assert kind.attrib["Icon"] in own
        assert kind.attrib["Id"] == f"Kursapp.{kind[0].attrib['Id']}"
    wanted = {each.attrib["Id"] for each in package.iter(f"{tag}ComponentRef")}
    wanted |= {each.attrib["Id"] for each in package.iter(f"{tag}ComponentGroupRef")}
    defined = {each.attrib["Id"] for each in package.iter(f"{tag}Component")}
    assert wanted == defined | {each.attrib["Id"] for each in package.iter(f"{tag}ComponentGroup")}


def test_the_release_runs_what_there_is() -> None:
    """Every file the workflow names is here, and every system's program examines itself before it is handed out."""
    told = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    for name in re.findall(r"installer/[\w/.]+\.\w+", told):
        assert (ROOT / name).is_file(), name
    assert re.findall(r"-d (?:Bundle|Icons)=(\S+)", told) == [
        '"$GITHUB_WORKSPACE/dist/kursapp"',
        '"$GITHUB_WORKSPACE/build/installer/icons"',
    ], "WiX looks for a path that is not whole beside its own definition"
    targets = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"run: make ([\w-]+)", told):
        assert f"\n{target}:" in targets
    assert told.count("--self-test") + told.count("run: make fresh-debian") == told.count("runs-on:")


def test_the_version_resource_is_one_expression_with_four_numbers(tmp_path: Path) -> None:
    """PyInstaller reads it as such, on Windows."""
    text = windows.write_version("1.20.3", tmp_path / "v" / "version.txt").read_text("utf-8")
    ast.parse(text, mode="eval")
    assert text.count("(1, 20, 3, 0)") == 2


@pytest.mark.skipif(not (ROOT / "dist/kursapp").is_dir(), reason="there is no bundle: `make installer` builds it")
def test_the_bundle_has_nothing_that_is_left_out_and_brings_the_notices_of_what_it_has() -> None:
    """Also what another library has pulled in; and byte code only of the program itself."""
    inside = ROOT / "dist/kursapp/_internal"
    names = [path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file()]
    assert [name for name in names if is_left_out(name)] == []
    assert {Path(name).name for name in names}.isdisjoint(SYSTEMS_OWN)
    assert [name for name in names if name.startswith("kursapp/") and name.endswith(".py")] == []
    if sys.platform == "linux":
        assert "PySide6/Qt/plugins/platforms/libqxcb.so" in names
        assert "PySide6/Qt/plugins/platforms/libqwayland.so" in names
        assert (inside / "shiboken6/files.dir/shibokensupport").is_dir()
        libraries = [path.name for path in inside.glob("lib*.so*") if not path.is_symlink()]
        assert owners(libraries) == {path.stem for path in inside.glob("licences/*.txt")}


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / "dist/kursapp").is_dir(), reason="there is no bundle: `make installer` builds it")
def test_the_bundle_is_whole_without_python_without_a_network_and_without_leave_to_write() -> None:
    """As on a municipal laptop: it opens its window and all the courses, and everything it brought works."""
    run = subprocess.run([ROOT / "installer/bare.sh"], capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "Alt er i orden." in run.stdout


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
