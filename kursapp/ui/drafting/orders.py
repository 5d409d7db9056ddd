"""One text on its way to the disk: what is written, over what, and what came of it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kursapp.domain.draft import Clash, FileText
from kursapp.domain.problem import KursappError, Problem

if TYPE_CHECKING:
    from kursapp.services.draft import Draft


@dataclass(eq=False, slots=True)
class Order:
    """Write ``text`` in place of what has the digest ``base``, or of what ``after`` wrote.

    When it has been carried out, on the files' thread, ``found`` is what is on the disk; or ``clash`` says that the
    file on the disk is another than one thought, or ``trouble`` why it could not be written, and ``kept`` that the text
    is safe beside the course meanwhile.
    """

    file: str
    text: str
    turn: int
    base: str
    after: Order | None = None
    found: FileText | None = None
    clash: Clash | None = None
    trouble: Problem | None = None
    kept: bool = False

    @property
    def is_safe(self) -> bool:
        """Say whether the text is on a disk somewhere, so that nothing is lost with the window."""
        return self.found is not None or self.kept

    def carry_out(self, draft: Draft) -> Order:
        """Write the text, or keep it beside the course where it cannot be written. Never raises KursappError."""
        if self.after is not None and self.after.found is not None:
            self.base = self.after.found.digest
        self.after = None
        try:
            self.found = draft.save(self.file, self.text, self.base)
        except KursappError as error:
            self.clash = getattr(error, "clash", None)
            self.trouble = None if self.clash is not None else error.problem
            self.keep(draft)
        return self

    def keep(self, draft: Draft) -> Order:
        """Keep the text beside the course, to be offered when the draft is opened again. Never raises KursappError."""
        with contextlib.suppress(KursappError):
            draft.keep_unsaved(self.file, self.text, self.base)
            self.kept = True
        return self
