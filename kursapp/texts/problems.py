"""What is wrong and what to do about it, as sentences: one entry for every code a :class:`Problem` can carry."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.domain.problem import Problem
from kursapp.texts.problems_backups import BACKUPS
from kursapp.texts.problems_carry import CARRY
from kursapp.texts.problems_cases import CASES
from kursapp.texts.problems_certificate import CERTIFICATES
from kursapp.texts.problems_cohorts import COHORTS
from kursapp.texts.problems_collection import COLLECTION
from kursapp.texts.problems_commands import COMMANDS
from kursapp.texts.problems_course import COURSE
from kursapp.texts.problems_delivery import DELIVERY
from kursapp.texts.problems_desk import DESK
from kursapp.texts.problems_doctor import DOCTOR
from kursapp.texts.problems_drafts import DRAFTS
from kursapp.texts.problems_editor import EDITOR
from kursapp.texts.problems_evaluations import EVALUATIONS
from kursapp.texts.problems_exchange import EXCHANGE
from kursapp.texts.problems_exports import EXPORT_PROBLEMS
from kursapp.texts.problems_files import FILES
from kursapp.texts.problems_hand_in import HAND_IN
from kursapp.texts.problems_import_losses import IMPORT_LOSSES
from kursapp.texts.problems_interchange import INTERCHANGE
from kursapp.texts.problems_keeping import KEEPING
from kursapp.texts.problems_keepsake import KEEPSAKE_PROBLEMS
from kursapp.texts.problems_one_file import ONE_FILE
from kursapp.texts.problems_own_words import OWN_WORDS
from kursapp.texts.problems_packages import PACKAGES
from kursapp.texts.problems_protection import PROTECTION
from kursapp.texts.problems_quality import QUALITY
from kursapp.texts.problems_questions import QUESTIONS
from kursapp.texts.problems_repairing import REPAIRING
from kursapp.texts.problems_restructuring import RESTRUCTURING
from kursapp.texts.problems_workbench import WORKBENCH
from kursapp.texts.problems_workbooks import WORKBOOKS
from kursapp.texts.problems_world import WORLD
from kursapp.texts.problems_writing import WRITING
from kursapp.texts.sentence import Said, fill
from kursapp.texts.value_words import in_words

SENTENCES: dict[str, Said] = {
    **COURSE,
    **FILES,
    **QUESTIONS,
    **WORKBOOKS,
    **CASES,
    **CARRY,
    **CERTIFICATES,
    **EVALUATIONS,
    **QUALITY,
    **BACKUPS,
    **KEEPING,
    **KEEPSAKE_PROBLEMS,
    **COLLECTION,
    **COMMANDS,
    **HAND_IN,
    **DELIVERY,
    **DESK,
    **DOCTOR,
    **EDITOR,
    **EXPORT_PROBLEMS,
    **COHORTS,
    **INTERCHANGE,
    **IMPORT_LOSSES,
    **EXCHANGE,
    **ONE_FILE,
    **OWN_WORDS,
    **PACKAGES,
    **PROTECTION,
    **WRITING,
    **DRAFTS,
    **REPAIRING,
    **RESTRUCTURING,
    **WORKBENCH,
    **WORLD,
}


@dataclass(frozen=True, slots=True)
class Told:
    """A problem as a person reads it: what is the matter, and the remedy."""

    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


def tell(found: Problem, language: str = "nb") -> Told:
    """Put a problem into words in ``nb``, ``nn`` or ``en``."""
    message, remedy = SENTENCES[found.code].in_language(language)
    values = in_words(found.values, language)
    return Told(fill(message, values), fill(remedy, values))
