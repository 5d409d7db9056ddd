"""Tells what happens to the texts of the open draft, wherever one is in the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from kursapp.domain.draft import Clash
from kursapp.domain.problem import Problem
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages, sentence
from kursapp.ui.navigation import Navigator, edit
from kursapp.ui.saving import SavingState

NOT_SAVED = "draft-not-saved"
RECOVERED = "draft-recovered"


def clash_news(file: str) -> str:
    """Return what the message about a clash is known by, for whoever shows both texts to take it away."""
    return f"draft-clash {file}"


class DraftNews(QObject):
    """Puts into words that a text is not saved, that two texts clash, and that a text was brought back."""

    def __init__(
        self, draft: OpenDraft, messages: Messages, navigator: Navigator, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._draft, self._messages, self._navigator = draft, messages, navigator
        draft.not_saved.connect(self._on_not_saved)
        draft.state_changed.connect(self._on_state)
        draft.clashed.connect(self._on_clash)
        draft.recovered.connect(self._on_recovered)

    @Slot(object)
    def _on_not_saved(self, found: Problem) -> None:
        self._messages.warn(sentence(found), _("Prøv igjen"), self._draft.flush, NOT_SAVED)

    @Slot(object)
    def _on_state(self, state: SavingState) -> None:
        if state is SavingState.SAVED:
            self._messages.withdraw(NOT_SAVED)

    @Slot(object)
    def _on_clash(self, clash: Clash) -> None:
        if clash.theirs is None:
            words = _("{file} er fjernet av et annet program mens du skrev i den.").format(file=clash.file)
        else:
            words = _("{file} er endret av et annet program mens du skrev i den.").format(file=clash.file)
        go = partial(self._navigator.go, edit("", clash.file))
        self._messages.warn(words, _("Velg hva som gjelder"), go, clash_news(clash.file))

    @Slot(tuple)
    def _on_recovered(self, files: tuple[str, ...]) -> None:
        for file in files:
            clash = self._draft.clashes.get(file)
            if clash is not None:
                self._on_clash(clash)
            else:
                words = _("Det du skrev sist i {file}, ble ikke lagret da. Nå er det hentet inn.").format(file=file)
                self._messages.warn(words, about=f"{RECOVERED} {file}")
