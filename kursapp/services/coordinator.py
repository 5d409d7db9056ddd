"""All that a coordinator can do, behind one open safe and one open collection: what the window's third lane holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kursapp.domain.attendance import Attendance
from kursapp.domain.cohort import Cohort
from kursapp.domain.exporting import ExportKind, Watch
from kursapp.domain.problem import KursappError, refusal
from kursapp.domain.results import RoundResults
from kursapp.services.cohort_cards import (
    CohortCard,
    CohortDraft,
    Collected,
    CommentQueue,
    CourseOffer,
    Deleted,
    PublishedCohort,
    RoundCard,
)
from kursapp.services.open_course import OpenedCourse


class Coordinator:
    """Cohorts, collecting, results. Everything runs on the thread that opened it (``services.coordinator_door``).

    Every method raises KursappError for what a person can act on; nothing is half done then.
    """

    # Cohorts -----------------------------------------------------------------------------------

    def offer(self, course: OpenedCourse) -> CourseOffer:
        """Return the forms a course has for a cohort, for the one who is making one."""
        raise _unbuilt()

    def cohorts(self) -> tuple[CohortCard, ...]:
        """Return every cohort, the one that starts last first."""
        raise _unbuilt()

    def cohort(self, cohort_id: str) -> Cohort:
        """Return one cohort; ``cohort-unknown`` where there is none of this id."""
        raise _unbuilt()

    def create(self, draft: CohortDraft, course: OpenedCourse) -> CohortCard:
        """Make a cohort with keys of its own. Nothing leaves the machine before ``publish``.

        Raises ``cohort-name-missing``, ``cohort-dates``, ``cohort-keep-until``, ``cohort-invited``, ``cohort-limit``,
        ``cohort-limit-reason``, ``cohort-breakdowns``, ``cohort-form-unknown``, ``cohort-no-forms``.
        """
        raise _unbuilt()

    def recovery_code(self, cohort_id: str) -> str:
        """Make the backup key anew and return it as the code that stands on the recovery sheet, once.

        Only before publishing (``cohort-published``): the key exists on paper alone. Asking again makes another key,
        and the earlier sheet is worth nothing.
        """
        raise _unbuilt()

    def recovery_sheet(self, cohort_id: str, code: str, path: Path) -> None:
        """Write the recovery sheet as a PDF."""
        raise _unbuilt()

    def publish(self, cohort_id: str, folder: Path) -> PublishedCohort:
        """Write the cohort file into a folder, after a test answer has been sealed, opened and read back.

        A published cohort is written again as it was. Raises ``cohort-without-recovery`` before ``recovery_code``,
        ``cohort-test-failed`` where the test answer did not come back.
        """
        raise _unbuilt()

    def draw_codes(self, cohort_id: str, count: int) -> tuple[str, ...]:
        """Make codes to print, cut out and draw. They are shown this once; only their keyed digests are kept."""
        raise _unbuilt()

    def delete(self, cohort_id: str) -> Deleted:
        """Destroy a cohort's keys and everything the program holds of it, and say what is left to people."""
        raise _unbuilt()

    def export_key(self, cohort_id: str, path: Path, passphrase: str) -> None:
        """Write a cohort's keys to a ``.nokkel`` file under a passphrase, for another coordinator."""
        raise _unbuilt()

    def import_key(self, key_file: Path, passphrase: str, cohort_file: Path) -> CohortCard:
        """Take a cohort over from another coordinator: her key file and the cohort file."""
        raise _unbuilt()

    def recover_cohort(self, cohort_file: Path, code: str) -> CohortCard:
        """Take a cohort up again from its cohort file and the recovery sheet alone: the machine is gone."""
        raise _unbuilt()

    # Collecting --------------------------------------------------------------------------------

    def collect(self, cohort_id: str, files: Iterable[Path], watch: Watch | None = None) -> Collected:
        """Take files in: answers, shared quizzes, named progress. One bad file never stops the rest."""
        del watch
        raise _unbuilt()

    def rounds(self, cohort_id: str) -> tuple[RoundCard, ...]:
        """Return a cohort's rounds in the order of its forms."""
        raise _unbuilt()

    def close_round(self, cohort_id: str, form_id: str) -> RoundCard:
        """Close a round for good: one transaction, after which no row is a person's.

        Raises ``round-closed`` where it is, ``round-empty`` where nobody has handed in.
        """
        raise _unbuilt()

    def let_in_waiting(self, cohort_id: str, form_id: str) -> RoundCard:
        """Let those who came after closing in, together. Raises ``too-few-waiting``."""
        raise _unbuilt()

    def reminder_text(self, cohort_id: str, form_id: str) -> str:
        """Return a reminder to copy, in the cohort's language."""
        raise _unbuilt()

    def attendance(self, cohort_id: str) -> tuple[Attendance, ...]:
        """Return the named progress files handed in, by name."""
        raise _unbuilt()

    # Results -----------------------------------------------------------------------------------

    def results(self, cohort_id: str, form_id: str) -> RoundResults:
        """Return what may be shown of a closed round. Raises ``round-open``."""
        raise _unbuilt()

    def comparable(self, form_id: str) -> tuple[CohortCard, ...]:
        """Return the cohorts that have closed a round of this form, the earliest first."""
        raise _unbuilt()

    def comparison(self, form_id: str, cohort_ids: Sequence[str]) -> tuple[RoundResults, ...]:
        """Return what may be shown of the same form in several cohorts, the earliest first (``domain.comparison``)."""
        raise _unbuilt()

    def comments(self, cohort_id: str, form_id: str) -> CommentQueue:
        """Return the comments of a closed round, or why they are not shown."""
        raise _unbuilt()

    def tag(self, cohort_id: str, comment_id: str, tags: Sequence[str]) -> None:
        """Give a comment these tags, instead of those it had."""
        raise _unbuilt()

    def redact(self, cohort_id: str, comment_id: str, places: Sequence[tuple[int, int]]) -> None:
        """Redact places of a comment as written, (start, end) each, instead of those before; none undoes it."""
        raise _unbuilt()

    def choose(self, cohort_id: str, comment_id: str, chosen: bool) -> None:
        """Choose a comment as a quote for the report, or not."""
        raise _unbuilt()

    def export(
        self, cohort_id: str, form_id: str, kind: ExportKind, path: Path, watch: Watch | None = None
    ) -> tuple[Path, ...]:
        """Write results to ``path`` and return the files written (SPSS has two). Cancelled, nothing is written.

        From then on redacted places are gone for good. Raises ``round-open`` and as ``export`` does.
        """
        del watch
        raise _unbuilt()

    def close(self) -> None:
        """Close the collection and forget the keys."""
        raise _unbuilt()


def _unbuilt() -> KursappError:
    return refusal("collection-unbuilt")
