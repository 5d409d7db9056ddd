"""What of the libraries stays out of the installed program: what nothing in it uses, and what is the system's own."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

EXCLUDED_MODULES = [
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtSql",
    "PySide6.QtXml",
    "babel",
    "fontTools",
    "lxml.ElementInclude",
    "lxml.cssselect",
    "lxml.doctestcompare",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "lxml.usedoctest",
    "numpy",
    "pandas",
    "PIL",
    "pip",
    "pygments",
    "pytest",
    "readline",
    "setuptools",
    # Every database is SQLCipher's.
    "sqlite3",
    "tkinter",
]
"""Modules somebody imports where they are at hand, and does without where they are not."""

NOT_AT_START = ("pyi_rth_inspect", "pyi_rth_multiprocessing")
"""What PyInstaller would run before every start, a tenth of it: where source text is, which the bundle has none of, and
how helper processes come in, which ``entrance.py`` asks of it where it is one."""

_LEFT_OUT = re.compile(
    r"""
    (^|/)PySide6/(Qt/)?(
        translations/(?!qtbase_(nb|nn|da|en)\.qm).* |
        qml/.* |
        plugins/(sqldrivers|networkinformation|tls|qmltooling|egldeviceintegrations|generic|printsupport/x)/.* |
        plugins/imageformats/.*q(icns|pdf|tga|tiff|wbmp)\b.* |
        plugins/platforms/.*q(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc|webgl)\b.* |
        plugins/platformthemes/.*gtk3.* |
        plugins/wayland-graphics-integration-client/.*(drm-egl|dmabuf|vulkan|shm-emulation)-server.*
    )
    # For Qt Quick on machines without a driver.
    | (^|/)PySide6/opengl32sw\.dll
    # Drafts of the template that is there as one file, too.
    | (^|/)docx/templates/default-docx-template/
    | (^|/)lxml/isoschematron/
    """,
    re.VERBOSE,
)

SYSTEMS_OWN = {
    "libstdc++.so.6": "libstdc++6",
    "libgcc_s.so.1": "libgcc-s1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libcups.so.2": "libcups2",
}
"""Libraries every Linux desktop has, and Debian's package of each: what must fit the machine's screen, its driver, its
fonts and its printers is never brought along. An older ``libstdc++`` keeps a newer driver from being loaded, and an
older ``libfontconfig`` does not understand the machine's settings."""


def is_left_out(name: str) -> bool:
    """Say whether a file of the bundle, by its name in it, is left out."""
    return _LEFT_OUT.search(name.replace("\\", "/")) is not None


def without_unneeded(files: Mapping[str, str], needs: Callable[[str], Iterable[str]]) -> set[str]:
    """Return the names, of the files in a bundle, that are a part of the program or that such a part needs.

    ``files`` are where each is now, by its name in the bundle; ``needs`` gives the names of the libraries that one is
    linked with. Modules and plugins are parts of the program, which asks for them by name, and so is Python itself.
    ``SYSTEMS_OWN`` are left out, and with them what only they need.
    """
    libraries: dict[str, list[str]] = {}
    for name in filter(_is_library, files):
        libraries.setdefault(PurePosixPath(name).name, []).append(name)
    kept = {name for name in files if not _is_library(name)}
    unseen = list(kept)
    while unseen:
        for needed in set(needs(files[unseen.pop()])) - SYSTEMS_OWN.keys():
            new = set(libraries.get(needed, ())) - kept
            kept |= new
            unseen.extend(new)
    return kept


def _is_library(name: str) -> bool:
    """Say whether a file is there only for others: ``lib….so…`` at the top, or in a folder of libraries."""
    return re.fullmatch(r"([^/]+\.libs/|.+/lib/)?lib(?!python)[^/]+\.so[.\d]*", name) is not None


def linked_with(path: str) -> list[str]:
    """Return the names of the libraries a file of Linux is itself linked with; none where it is not a program's file.

    Needs ``objdump``, as PyInstaller does. A link within the bundle is written without a folder of its own: what it
    leads to is asked for by its own name.
    """
    if not Path(path).is_absolute():
        return []
    told = subprocess.run(["objdump", "--private-headers", path], capture_output=True, text=True, check=False).stdout
    return re.findall(r"^\s*NEEDED\s+(\S+)", told, re.MULTILINE)
