"""Builds the installed program: ``python -m installer.build``, which ``make installer`` runs.

Leaves ``dist/kursapp/`` everywhere; on Linux a ``.tar.gz`` and a ``.deb`` too. Says how large each is.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from installer import debian, windows
from installer.archive import pack
from installer.icons import write_icons
from installer.notices import add_notices
from installer.qt_support import write_support
from kursapp import __version__

ROOT = Path(__file__).resolve().parent.parent
BUILD, DIST = ROOT / "build" / "installer", ROOT / "dist"
BUNDLE = DIST / "kursapp"
STRIPPED = ("libpython3*", "**/*.cpython-*.so", "**/*.abi3.so")
"""Modules that may come with what only a debugger reads, half of some. Qt's and PostgreSQL's own libraries do not."""


def main() -> None:
    """Build all there is for this system."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    freeze()
    made = [BUNDLE]
    if sys.platform == "linux":
        strip()
        add_notices(BUNDLE / "_internal", BUNDLE / "_internal" / "licences")
        name = f"kursapp-{__version__}-linux-{platform.machine()}"
        made.append(pack(BUNDLE, DIST / f"{name}.tar.gz", name))
        made.append(debian.build(BUNDLE, ROOT, BUILD / "debian", DIST, __version__))
    for path in made:
        print(f"{path.relative_to(ROOT)}: {megabytes(path):.0f} MB")


def freeze() -> None:
    """Make ``dist/kursapp`` from nothing."""
    from PySide6.QtGui import QGuiApplication

    shutil.rmtree(BUNDLE, ignore_errors=True)
    _application = QGuiApplication([])
    write_icons(ROOT / "assets", BUILD / "icons")
    version = windows.write_version(__version__, BUILD / "version.txt")
    environment = os.environ | {"KURSAPP_ICONS": str(BUILD / "icons"), "KURSAPP_VERSION_FILE": str(version)}
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    folders = ["--distpath", str(DIST), "--workpath", str(BUILD / "work")]
    subprocess.run([*command, *folders, str(ROOT / "build_installer.spec")], check=True, env=environment, cwd=ROOT)
    if sys.platform != "darwin":
        # There the program is signed as PyInstaller leaves it.
        write_support(BUNDLE / "_internal" / "shiboken6")


def strip() -> None:
    """Take out of the libraries what only a debugger reads."""
    if shutil.which("strip") is None:
        print("«strip» is missing: the bundle is some 60 MB larger than it need be.", file=sys.stderr)
        return
    for pattern in STRIPPED:
        for library in (BUNDLE / "_internal").glob(pattern):
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)


def megabytes(path: Path) -> float:
    """Return how large a file, or all in a folder, is: 10⁶ bytes."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file() and not each.is_symlink()]
    return sum(each.stat().st_size for each in files) / 1e6


if __name__ == "__main__":
    main()
