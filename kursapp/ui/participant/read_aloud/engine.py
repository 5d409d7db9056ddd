"""The system's own voices, through the optional extra ``opplesing``.

Loaded behind the painted window, on the loading thread: the extra brings large libraries. It may be lacking, and so may
a library of the system's that it needs; then there are no voices.
"""

from __future__ import annotations

from types import ModuleType


def _found() -> ModuleType | None:
    try:
        from PySide6 import QtTextToSpeech
    except ImportError:
        return None
    found: ModuleType = QtTextToSpeech
    return found


speech = _found()
