"""Where errors arrive that nobody caught: on the screen's thread, on any other, and in what the log is told of."""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

Take = Callable[[BaseException, str], object]
"""Called with the error and the name of its thread, on that thread."""

_OURS = "kursapp"
log = logging.getLogger(__name__)


class Hooks(logging.Handler):
    """Hands every error nobody caught to ``take``, between ``install`` and ``remove``.

    A thread of the program's own that goes on after an error says so in the log, at the level of errors and with the
    error itself; that is how it arrives here. An error while an object is destroyed is only logged.
    """

    def __init__(self, take: Take) -> None:
        super().__init__(logging.ERROR)
        self._take = take
        self._busy = threading.local()

    def install(self) -> None:
        """Begin."""
        sys.excepthook = self._on_screen
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        logging.getLogger(_OURS).addHandler(self)

    def remove(self) -> None:
        """Leave errors to Python again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        logging.getLogger(_OURS).removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Take the error a record is about."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            self._hand_on(error)

    def _on_screen(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("an error nobody caught", exc_info=error)
        self._tell_terminal(error)

    def _on_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if isinstance(arguments.exc_value, Exception):
            log.error("a thread ended with an error", exc_info=arguments.exc_value)
            self._tell_terminal(arguments.exc_value)

    def _on_unraisable(self, unraisable: sys.UnraisableHookArgs) -> None:
        with contextlib.suppress(Exception):
            # Without the error itself: nothing the person did can have failed.
            log.warning("an error while something was destroyed: %s", unraisable.exc_value)

    def _tell_terminal(self, error: BaseException) -> None:
        """Say it in full to whoever sits at a terminal; to anything that keeps it, as it may be written down."""
        with contextlib.suppress(Exception):
            if sys.stderr is None:
                return
            if sys.stderr.isatty():
                sys.__excepthook__(type(error), error, error.__traceback__)
            else:
                from kursapp.trouble.traces import told

                sys.stderr.write("\n".join(["Kursapp:", *told(error), ""]))

    def _hand_on(self, error: BaseException) -> None:
        if getattr(self._busy, "now", False):
            # What takes errors has failed itself.
            return
        self._busy.now = True
        try:
            self._take(error, threading.current_thread().name)
        except Exception:  # noqa: BLE001 - the last stop there is
            log.warning("a fault could not be told")
        finally:
            self._busy.now = False
