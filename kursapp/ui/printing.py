"""Words on paper, through the system's own dialog where it has one.

What is printed is plain HTML (headings, paragraphs, lists, tables); it is set in points, black on white whatever theme
the window has, with a number on each page. Qt's printing is loaded when somebody prints.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QFont, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from kursapp.domain.problem import Problem, problem

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

POINTS = 11

# Qt's page has two centimetres of white inside the printer's own margins; lengths in px are 1/96 inch on paper.
_CSS = """
p { margin-top: 0; margin-bottom: 8px; line-height: 115%; }
li { margin-bottom: 3px; line-height: 115%; }
h1 { font-size: 20pt; font-weight: 600; margin-top: 0; margin-bottom: 14px; }
h2 { font-size: 15pt; font-weight: 600; margin-top: 22px; margin-bottom: 8px; }
h3 { font-size: 12pt; font-weight: 600; margin-top: 16px; margin-bottom: 6px; }
h4 { font-size: 11pt; font-weight: 600; margin-top: 12px; margin-bottom: 4px; }
table { border-collapse: collapse; margin-top: 4px; margin-bottom: 12px; }
th { font-weight: 600; text-align: left; }
a { color: black; text-decoration: none; }
blockquote { margin-left: 18px; margin-right: 0; margin-top: 0; margin-bottom: 0; }
.meta { font-size: 9pt; color: #444444; margin-top: 10px; margin-bottom: 3px; }
"""

_PICTURE = re.compile(r"<\s*img\b", re.IGNORECASE)
"""Qt would read whatever file of the machine a picture names."""

SERVER = "CUPS_SERVER"
"""The environment variable that tells the printing system of Linux where it is, before any file does."""

SOCKET = "/run/cups/cups.sock"
"""Where it is on every Linux of today: a socket of this machine, not a port of it."""

SERVERS_NAMED = ("/etc/cups/client.conf", "~/.cups/client.conf")
"""The files that name another server, where somebody has made one."""

Failed = Callable[[Problem], object] | None


def print_html(html: str, title: str, parent: QWidget, failed: Failed = None) -> QPrintDialog:
    """Ask over ``parent``'s window which printer to use, and print there; return the dialog, which is open.

    ``title`` is what the printer's queue calls it. What a person wrote must be escaped in ``html``. ``failed`` is told
    ``not-printed`` where nothing came out; put away, the dialog does nothing.
    """
    return _Printing(html, title, parent, failed).dialog


def put_on_paper(html: str, title: str, printer: QPrinter) -> None:
    """Print without asking. Raises OSError where the printer, or the file it prints to, takes nothing."""
    from PySide6.QtPrintSupport import QPrinter

    printer.setDocName(title)
    _document(html, title).print_(printer)
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise OSError(title)


def keep_to_the_machine() -> None:
    """Let the printing system be asked by its socket and never by a network port, unless somebody has set it up so.

    Where the socket is missing it would otherwise try port 631, and the program opens no network connection.
    """
    if sys.platform == "linux" and not any(Path(file).expanduser().exists() for file in SERVERS_NAMED):
        os.environ.setdefault(SERVER, SOCKET)


class _Printing(QObject):
    """One dialog and what is to be printed; both are gone when the dialog is."""

    def __init__(self, html: str, title: str, parent: QWidget, failed: Failed) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        keep_to_the_machine()
        super().__init__(parent)
        self._html, self._title, self._failed = html, title, failed
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageMargins(self._printer.pageLayout().minimumMargins())
        self.dialog = QPrintDialog(self._printer, parent.window())
        self.dialog.setWindowTitle(title)
        self.dialog.accepted.connect(self._on_accepted)
        self.dialog.finished.connect(self._on_finished)
        # QPrintDialog hides the open() of all dialogs behind one that wants a slot by name.
        QDialog.open(self.dialog)

    @Slot()
    def _on_accepted(self) -> None:
        try:
            put_on_paper(self._html, self._title, self._printer)
        except OSError:
            if self._failed is not None:
                self._failed(problem("not-printed", "", 0, title=self._title))

    @Slot()
    def _on_finished(self) -> None:
        self.dialog.deleteLater()
        self.deleteLater()


def _document(html: str, title: str) -> QTextDocument:
    document = QTextDocument()
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setDefaultStyleSheet(_CSS)
    document.setHtml(_PICTURE.sub("<span", html))
    document.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
    return document
