"""What becomes of an error nobody caught: a report without anybody's words, what is typed saved, and a calm dialog."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from kursapp import __version__, paths
from kursapp.trouble.hard_stop import HardStop
from kursapp.trouble.hooks import Hooks
from kursapp.trouble.log import start_log, stop_log
from kursapp.ui.i18n import _

# What is needed only where something has failed is imported there: the first paint waits for every import.
if TYPE_CHECKING:
    from pathlib import Path

    from kursapp.app.program import Program
    from kursapp.trouble.report import Fault
    from kursapp.ui.crash_dialog import CrashDialog
    from kursapp.ui.report_dialog import ReportDialog

log = logging.getLogger(__name__)

MOST_REPORTS = 20
"""Different faults of one run that are written down."""

KEEPING_SECONDS = 5.0
"""How long the window may stand still to save what is typed."""

QUIET_MILLISECONDS = 3000
"""After the start, until old logs are cleared away: the first seconds belong to the person."""


class Told(NamedTuple):
    """A fault as it is told: its report, and where that was written, if it could be."""

    fault: Fault
    text: str
    path: Path | None


class Crashes(QObject):
    """Watches the whole process from ``start`` to ``end``; the window is told of faults on the screen's thread."""

    arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program: Program | None = None
        self._hooks = Hooks(self.take)
        self._hard_stop: HardStop | None = None
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self._tidy)
        self._written: dict[tuple[str, ...], Told] = {}
        self._shown: set[tuple[str, ...]] = set()
        self.dialog: CrashDialog | None = None
        self.report: ReportDialog | None = None
        self._to_tell: list[Told] = []
        self.arrived.connect(self._on_arrived)

    def start(self) -> None:
        """Begin to watch, and to keep a log."""
        self._log = start_log(paths.log_folder)
        self._hooks.install()

    def watch(self, program: Program) -> None:
        """Tell the window of this program from now on, and of how it was stopped last time."""
        self._program = program
        # Only now it is decided which the data folder is: a network drive may have been left.
        self._hard_stop = HardStop(paths.data_folder())
        before = self._hard_stop.take()
        self._hard_stop.watch()
        if before is not None:
            told = self._write(before)
            words = _("Kursapp stoppet brått sist. Alt som var lagret, er der fortsatt.")
            from kursapp.ui.messages import Message, MessageKind

            show = partial(self.show_report, told)
            program.news = Message(words, MessageKind.NOTE, 0, _("Vis rapporten"), show, "hard-stop")
        self._quiet.start(QUIET_MILLISECONDS)

    def end(self) -> None:
        """Stop watching: the program ends well."""
        self._quiet.stop()
        if self._hard_stop is not None:
            self._hard_stop.end()
        self._hooks.remove()
        # Where nothing has been told, there is nothing to end either.
        if self._log.tail:
            log.info("closed")
        stop_log(self._log)

    def start_failed(self, error: Exception) -> None:
        """Say that the window could not be opened: in its own sentence where there is one. Waits for an answer."""
        from PySide6.QtWidgets import QMessageBox

        from kursapp.domain.problem import KursappError
        from kursapp.trouble.report import Fault
        from kursapp.ui.messages import sentence

        log.error("the window could not be opened", exc_info=error)
        box = QMessageBox(QMessageBox.Icon.Critical, "Kursapp", _("Kursapp kunne ikke åpnes."))
        known = sentence(error.problem) if isinstance(error, KursappError) else ""
        box.setInformativeText(known or _("Det er en feil i programmet. Det du har skrevet før, er trygt."))
        told = self._written.get(Fault.of(error, "").trace)
        if told is not None:
            box.setDetailedText(told.text)
        box.exec()

    # From any thread -----------------------------------------------------------------------------

    def take(self, error: BaseException, where: str) -> None:
        """Write an error's report, and let the window tell of it."""
        from kursapp.trouble.report import Fault

        self.arrived.emit(self._write(Fault.of(error, where)))

    def _write(self, fault: Fault) -> Told:
        """Write a fault's report, once however often it comes."""
        before = self._written.get(fault.trace)
        if before is not None:
            return before
        from kursapp.services.clock import SystemClock
        from kursapp.trouble.report import text_of, write_report

        now = SystemClock().now().astimezone()
        text = text_of(fault, self._facts(), self._log.tail, now)
        path = write_report(paths.log_folder(), text, now) if len(self._written) < MOST_REPORTS else None
        return self._written.setdefault(fault.trace, Told(fault, text, path))

    def _facts(self) -> dict[str, str]:
        """Return what is worth knowing of the program and the system; nothing of who uses them."""
        from PySide6.QtCore import qVersion

        from kursapp.trouble.report import program_facts
        from kursapp.trouble.traces import is_code

        facts = {**program_facts(), "Qt": str(qVersion())}
        program = self._program
        if program is not None:
            settings = program.settings
            facts["Språk"] = settings.language
            facts["Utseende"] = f"{settings.theme}, {settings.text_zoom} %"
            here = program.rest.navigator.here.screen if program.rest is not None else "start"
            facts["Skjerm"] = here if is_code(here) else "ukjent"
        return facts

    # On the screen's thread ----------------------------------------------------------------------

    @Slot(object)
    def _on_arrived(self, told: Told) -> None:
        # Told in a turn of its own: the error may come from the middle of painting.
        self._to_tell.append(told)
        QTimer.singleShot(0, self._tell_next)

    @Slot()
    def _tell_next(self) -> None:
        told = self._to_tell.pop(0)
        program = self._program
        if program is None or self.dialog is not None:
            return
        if told.fault.trace in self._shown:
            self._say_again(program, told)
            return
        self._shown.add(told.fault.trace)
        from kursapp.ui.crash_dialog import CrashDialog

        dialog = CrashDialog(program.theme, is_kept=self._keep(program), parent=program.window)
        # A window nobody has taken the wheel of leads nowhere.
        dialog.go_on.setVisible(_is_steered(program))
        dialog.report_asked.connect(partial(self.show_report, told, dialog))
        dialog.quit_asked.connect(self._quit)
        dialog.finished.connect(self._on_dialog_finished)
        self.dialog = dialog
        dialog.open()

    def _say_again(self, program: Program, told: Told) -> None:
        """Say in a line that what has been told of in a dialog has happened once more."""
        if program.rest is not None:
            words = _("Den samme feilen skjedde igjen. Avslutt Kursapp og åpne det på nytt.")
            show = partial(self.show_report, told)
            program.rest.messages.warn(words, _("Vis rapporten"), show, "same-fault")

    def _keep(self, program: Program) -> bool:
        """Save what is typed; whatever fails on the way, the rest is tried all the same."""
        kept = True
        for step in _steps_of_keeping(program):
            try:
                kept = step() and kept
            except Exception:  # noqa: BLE001 - the very fault may lie in what is to be saved
                log.warning("what is typed could not be saved after a fault")
                kept = False
        return kept

    def show_report(self, told: Told, over: CrashDialog | None = None) -> None:
        """Show a report."""
        from PySide6.QtCore import Qt

        from kursapp.ui.report_dialog import ReportDialog

        program = self._program
        assert program is not None
        words = _("Rapporten ligger på denne maskinen og blir slettet etter 14 dager.")
        name = told.path.name if told.path is not None else "rapport.txt"
        window = over or program.window
        self.report = ReportDialog(program.theme, _("Rapport om feilen"), words, told.text, name, self._save, window)
        # What saves is part of what may not be there.
        self.report.save_button.setVisible(program.rest is not None)
        self.report.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.report.open()

    def _save(self, path: Path, text: str, say: Callable[[str], object]) -> None:
        from kursapp.ui.text_files import save_text

        program = self._program
        if program is not None and program.rest is not None:
            save_text(program.rest.tasks, path, text, say)

    @Slot()
    def _on_dialog_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    @Slot()
    def _quit(self) -> None:
        program = self._program
        if program is None:
            return
        if _is_steered(program):
            # It stays where something is not saved, and says so.
            program.window.close()
            return
        application = QCoreApplication.instance()
        assert application is not None
        application.exit(1)

    @Slot()
    def _tidy(self) -> None:
        """Clear old logs away, and watch for hard stops where there was no folder at the start."""
        from kursapp.services.clock import SystemClock
        from kursapp.trouble.log import thin
        from kursapp.trouble.traces import Code

        if self._hard_stop is not None:
            self._hard_stop.watch()
        gone = thin(paths.log_folder(), SystemClock().now().astimezone().date())
        log.info("opened %s on %s, %d old logs removed", Code(__version__), Code(sys.platform), len(gone))


def _is_steered(program: Program) -> bool:
    return program.rest is not None and hasattr(program.rest, "steering")


def _steps_of_keeping(program: Program) -> tuple[Callable[[], bool], ...]:
    rest = program.rest
    if rest is None:
        return ()
    steps: list[Callable[[], bool]] = []
    if _is_steered(program):
        steps.append(rest.steering.send_typed)
    return (
        *steps,
        partial(rest.draft.keep_all, KEEPING_SECONDS),
        partial(rest.tasks.flush, KEEPING_SECONDS),
    )
