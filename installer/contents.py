"""What of the libraries stays out of the installed program: what nothing in it uses."""

from __future__ import annotations

import re

EXCLUDED_MODULES = [
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtSql",
    "PySide6.QtXml",
    "babel",
    "fontTools",
    "lxml.objectify",
    "numpy",
    "pandas",
    "PIL",
    "pip",
    "pytest",
    "setuptools",
    "tkinter",
]
"""Modules somebody imports where they are at hand, and does without where they are not."""

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
    # What only those pulled in.
    | (^|/)lib(atk-|atk-bridge|atspi|cairo|datrie|epoxy|fribidi|gdk|graphite2|gtk-3).*
    | (^|/)lib(harfbuzz|pango|pixman|Qt6EglF|thai).*
    | (^|/)libX(composite|cursor|damage|fixes|i|inerama|randr|render)\.so.*
    """,
    re.VERBOSE,
)


def is_left_out(name: str) -> bool:
    """Say whether a file of the bundle, by its name in it, is left out."""
    return _LEFT_OUT.search(name.replace("\\", "/")) is not None
