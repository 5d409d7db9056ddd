"""Questions into a draft that is open, as one step that can be taken back."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.domain.exporting import Watch
from kursapp.domain.question_bank import Bank
from kursapp.domain.restructuring import Restructuring
from kursapp.services.draft import Draft
from kursapp.services.import_questions import Imported, plan_import

TITLE = "import-questions"


@dataclass(frozen=True, slots=True)
class DraftImport:
    """What came of an import, and the first of the session files it wrote."""

    imported: Imported
    file: str


def import_into(draft: Draft, bank: Bank, name: str, language: str, watch: Watch) -> DraftImport:
    """Write a bank that has been read into a draft: all of it, or where anything fails nothing.

    ``name`` is its file's. It becomes a step of the draft's own history. Raises KursappError as ``plan_import`` and
    ``Structure.apply``.
    """
    planned = plan_import(bank, name, draft.folder, language, watch)
    first = next((file for file in planned.imported.files if file.endswith(".md")), "")
    draft.structure.apply(Restructuring(TITLE, planned.title, planned.changes, first))
    return DraftImport(planned.imported, first)
