"""The Debian package: the bundle in ``/usr/lib/kursapp``, a command, a menu entry, an icon and the file types."""

from __future__ import annotations

import hashlib
import platform
import shutil
import subprocess
from pathlib import Path

from installer.contents import SYSTEMS_OWN
from installer.icons import LINUX_SIZES, png

PROGRAM = Path("usr/lib/kursapp")
PRINTING = "libcups2"
NEEDED = (*(name for name in SYSTEMS_OWN.values() if name != PRINTING), "libegl1", "libgl1", "libxcb1", "xkb-data")
"""What stays the system's own, and every desktop has."""

USEFUL = (PRINTING, "libwayland-client0", "libwayland-cursor0", "libwayland-egl1", "shared-mime-info", "xdg-utils")
"""What the program does without where it is missing: printers, Wayland, double-clicking a file, opening a link."""

SPELLING = "hunspell-no"

TYPES = {
    "kurs": "application-x-kursapp-kurs",
    "kull": "application-x-kursapp-kull",
    "svar": "application-x-kursapp-svar",
}
SUMMARY = "courses in good leadership of child welfare"
DESCRIPTION = (
    " Kursapp is the program leaders in Norwegian municipal child welfare take\n"
    " the course \u00abGod barnevernledelse\u00bb on: on their own laptop, without a network.\n"
    " It opens no network connection.\n"
)


def build(bundle: Path, root: Path, work: Path, target: Path, version: str) -> Path:
    """Make the package of a bundle and return its file. Needs ``dpkg-deb``."""
    shutil.rmtree(work, ignore_errors=True)
    architecture = _output("dpkg", "--print-architecture").strip()
    tree = work / "tree"
    shutil.copytree(bundle, tree / PROGRAM, symlinks=True)
    _add_command(tree)
    _add_desktop(tree, root)
    _add_documents(tree, root)
    _add_control(tree, version, architecture)
    package = target / f"kursapp_{version}_{architecture}.deb"
    _tidy_permissions(tree)
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(package)], check=True)
    return package


def _add_command(tree: Path) -> None:
    commands = tree / "usr/bin"
    commands.mkdir(parents=True)
    (commands / "kursapp").symlink_to("../lib/kursapp/kursapp")


def _add_desktop(tree: Path, root: Path) -> None:
    """Add the menu entry, the file types, and the icons of both."""
    linux = root / "installer" / "linux"
    for name, place in (("kursapp.desktop", "usr/share/applications"), ("kursapp.xml", "usr/share/mime/packages")):
        folder = tree / place
        folder.mkdir(parents=True)
        shutil.copyfile(linux / name, folder / name)
    for size in LINUX_SIZES:
        icons = tree / f"usr/share/icons/hicolor/{size}x{size}"
        _write(icons / "apps" / "kursapp.png", png(root / "assets/app/kursapp.svg", size))
        for kind in TYPES.values():
            _write(icons / "mimetypes" / f"{kind}.png", png(root / "assets/app/document.svg", size))
    scalable = tree / "usr/share/icons/hicolor/scalable/apps/kursapp.svg"
    _write(scalable, (root / "assets/app/kursapp.svg").read_bytes())


def _add_documents(tree: Path, root: Path) -> None:
    documents = tree / "usr/share/doc/kursapp"
    _write(documents / "copyright", (root / "LICENSE").read_bytes())
    for name in ("CHANGELOG.md", "README.md"):
        _write(documents / name, (root / name).read_bytes())


def _add_control(tree: Path, version: str, architecture: str) -> None:
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files) // 1024
    # The bundle runs on the C library it was built on and newer: an older system is told so before it is installed.
    libraries = ", ".join((f"libc6 (>= {platform.libc_ver()[1]})", *NEEDED))
    control = (
        f"Package: kursapp\nVersion: {version}\nArchitecture: {architecture}\nSection: education\nPriority: optional\n"
        f"Maintainer: The Kursapp authors <authors@kursapp.invalid>\nInstalled-Size: {size}\nDepends: {libraries}\n"
        f"Recommends: {', '.join(USEFUL)}\nSuggests: {SPELLING}\nDescription: {SUMMARY}\n{DESCRIPTION}"
    )
    _write(tree / "DEBIAN" / "control", control.encode())
    sums = "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(tree)}\n" for path in files)
    _write(tree / "DEBIAN" / "md5sums", sums.encode())


def _tidy_permissions(tree: Path) -> None:
    """Let everybody read all of it, and run what is run, whatever the builder's habits."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
