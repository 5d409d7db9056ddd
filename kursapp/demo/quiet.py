"""Keeps what a window without a screen says about itself out of a tour's output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


@contextmanager
def without_chatter(beginning: str) -> Iterator[None]:
    """Drop Qt's messages that begin so; all others go to the error stream as ever."""

    def pass_on(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if not message.startswith(beginning):
            sys.stderr.write(message + "\n")

    before = qInstallMessageHandler(pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
