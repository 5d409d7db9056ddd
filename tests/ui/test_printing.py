"""What is printed can be read again by another program, and nothing is printed that was not asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kursapp.domain.problem import Problem
from kursapp.ui import printing
from kursapp.ui.printing import SERVER, SOCKET, keep_to_the_machine, print_html, put_on_paper
from kursapp.ui.theme.theme import Look, Theme
from tests.pdf_text import pdf_text

Show = Callable[[QWidget], QWidget]

HTML = (
    "<h1>Mine notater</h1><p>Blåbærsyltetøy &lt;på&gt; tur</p><table><tr><th>Hva</th></tr><tr><td>Én</td></tr></table>"
)


def to_file(path: Path) -> QPrinter:
    """Return a printer that writes a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_another_reader_opens_what_was_printed(theme: Theme, tmp_path: Path) -> None:
    """The words, the title and several pages are there, with markup that was escaped as words."""
    put_on_paper(HTML + "<p>mer</p>" * 200, "Utskrift på prøve", to_file(tmp_path / "ut.pdf"))
    with pikepdf.open(tmp_path / "ut.pdf") as pdf:
        assert len(pdf.pages) > 2
        assert str(pdf.docinfo["/Title"]) == "Utskrift på prøve"
    text = pdf_text(tmp_path / "ut.pdf")
    for words in ("Mine notater", "Blåbærsyltetøy <på> tur", "Hva", "Én"):
        assert words in text


def test_paper_is_the_same_in_the_dark(theme: Theme, tmp_path: Path) -> None:
    """The window's theme and text size change nothing on paper: same pages, and no light letters on white."""
    put_on_paper(HTML * 9, "Lys", to_file(tmp_path / "light.pdf"))
    for look in (Look("dark", zoom=200), Look("contrast")):
        theme.wear(look)
        put_on_paper(HTML * 9, "Lys", to_file(tmp_path / "other.pdf"))
        with pikepdf.open(tmp_path / "light.pdf") as light, pikepdf.open(tmp_path / "other.pdf") as other:
            pages = [[page.Contents.read_bytes() for page in pdf.pages] for pdf in (light, other)]
        assert pages[0] == pages[1]


def test_no_picture_is_fetched(theme: Theme, tmp_path: Path) -> None:
    """What stands in a text can never bring a file of the machine onto the paper."""
    picture = tmp_path / "stor.png"
    QImage(300, 200, QImage.Format.Format_RGB32).save(str(picture))
    for tag in (f"<img src='{picture.as_posix()}'>", f"< IMG src='{picture.as_uri()}'>"):
        put_on_paper(f"<p>før {tag} etter</p>", "Bilde", to_file(tmp_path / "ut.pdf"))
        assert "før etter" in pdf_text(tmp_path / "ut.pdf")
        with pikepdf.open(tmp_path / "ut.pdf") as pdf:
            assert not pdf.pages[0].Resources.get("/XObject", {})


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told_of(theme: Theme, tmp_path: Path) -> None:
    """A file that cannot be written is an error, not silence."""
    with pytest.raises(OSError, match="Utskrift"):
        put_on_paper(HTML, "Utskrift", to_file(tmp_path / "no" / "such" / "ut.pdf"))


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
@pytest.mark.parametrize("folder", ["", "no-such"])
def test_print_prints_and_tells(theme: Theme, show: Show, qtbot: QtBot, tmp_path: Path, folder: str) -> None:
    """Accepted, the dialog prints once; where nothing came out its caller is told so; then it is gone."""
    window, heard = show(QWidget()), list[Problem]()
    dialog = print_html(HTML, "Mine notater", window, heard.append)
    path = tmp_path / folder / "ut.pdf"
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(path))
    with qtbot.waitSignal(dialog.destroyed, timeout=30_000):
        # The dialog's own button asks before it writes over a file; what it then sends is this.
        dialog.done(QDialog.DialogCode.Accepted)
    assert path.exists() == (not folder)
    assert [one.code for one in heard] == (["not-printed"] if folder else [])
    assert not window.findChildren(QPrintDialog)


def test_put_away_nothing_is_printed(theme: Theme, show: Show, qtbot: QtBot, tmp_path: Path) -> None:
    """Esc and Avbryt leave no paper and no dialog."""
    window = show(QWidget())
    dialog = print_html(HTML, "Mine notater", window)
    dialog.printer().setOutputFileName(str(tmp_path / "ut.pdf"))
    with qtbot.waitSignal(dialog.destroyed, timeout=30_000):
        dialog.reject()
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS bring their own dialog")
def test_the_dialog_has_buttons(theme: Theme, show: Show, qtbot: QtBot) -> None:
    """Without a printer there is still a dialog, with a way on and a way back."""
    window = show(QWidget())
    dialog = print_html(HTML, "Mine notater", window)
    assert len([one for one in dialog.findChildren(QPushButton) if one.isVisible()]) >= 2
    with qtbot.waitSignal(dialog.destroyed, timeout=30_000):
        dialog.reject()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux prints through a server")
def test_the_printing_system_is_asked_by_its_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never by a network port of its own choice; what somebody has set up stands."""
    named = tmp_path / "client.conf"
    monkeypatch.setattr(printing, "SERVERS_NAMED", (str(named),))
    monkeypatch.delenv(SERVER, raising=False)
    keep_to_the_machine()
    assert os.environ[SERVER] == SOCKET
    monkeypatch.setenv(SERVER, "utskrift.kommune.example")
    keep_to_the_machine()
    assert os.environ[SERVER] == "utskrift.kommune.example"
    monkeypatch.delenv(SERVER)
    named.write_text("ServerName utskrift.kommune.example\n")
    keep_to_the_machine()
    assert SERVER not in os.environ
