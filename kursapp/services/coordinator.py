"""All that a coordinator can do, behind one open safe and one open collection: what the window's third lane holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kursapp.domain.attendance import Attendance
from kursapp.domain.backup import KeptBackup, Occasion
from kursapp.domain.cohort import Cohort
from kursapp.domain.disclosure import least_persons
from kursapp.domain.exporting import ExportKind, Unwatched, Watch
from kursapp.domain.item_analysis import QuizQuality
from kursapp.domain.problem import Problem, refusal
from kursapp.domain.results import RoundResults
from kursapp.services import comments, results
from kursapp.services.answer_folder import Listing
from kursapp.services.attendance import attendance_of
from kursapp.services.backups import Backups, Restored
from kursapp.services.close_round import card_of, close_round, form_of_round, let_in_waiting
from kursapp.services.codes import draw_codes
from kursapp.services.cohort_cards import (
    CohortCard,
    CohortDraft,
    CohortState,
    Collected,
    CommentQueue,
    CourseOffer,
    Deleted,
    PublishedCohort,
    RoundCard,
)
from kursapp.services.collect import collect
from kursapp.services.create_cohort import create_cohort
from kursapp.services.delete_cohort import delete_cohort
from kursapp.services.export_results import export_results, write_recovery_sheet
from kursapp.services.known_folders import KnownFolders, handed_in
from kursapp.services.marks import Marks
from kursapp.services.offer_forms import OfferedCourse, offer_of
from kursapp.services.office import Held, Office
from kursapp.services.publish_cohort import has_recovery, make_recovery, mark_of, publish_cohort
from kursapp.services.take_over import export_key, import_key, recover_cohort
from kursapp.storage.collection.collection import open_collection
from kursapp.storage.collection.schema import SCHEMA
from kursapp.texts.cohorts import reminder


class Coordinator:
    """Cohorts, collecting, results. Everything runs on the thread that opened it (``services.coordinator_door``).

    Every method raises KursappError for what a person can act on; nothing is half done then.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._folders = KnownFolders(office.folder)

    @property
    def simulated(self) -> bool:
        """Say whether everybody in here is made up."""
        return self._office.simulated

    @property
    def shared(self) -> bool:
        """Say whether other coordinators may be working in the same collection."""
        return self._office.collection.shared

    def warnings(self) -> tuple[Problem, ...]:
        """Return what is unwise about where the collection is kept."""
        return self._office.collection.warnings()

    # Cohorts -----------------------------------------------------------------------------------

    def offer(self, course: OfferedCourse) -> CourseOffer:
        """Return the forms a course has for a cohort, for the one who is making one."""
        return offer_of(course)

    def cohorts(self) -> tuple[CohortCard, ...]:
        """Return every cohort, the one that starts last first."""
        closed = self._office.collection.rounds.all_closed()
        return tuple(self._card(held, closed.get(held.id, ())) for held in self._office.all())

    def card(self, cohort_id: str) -> CohortCard:
        """Return one cohort as it stands in the list."""
        return self._card(self._held(cohort_id))

    def cohort(self, cohort_id: str) -> Cohort:
        """Return one cohort; ``cohort-unknown`` where there is none of this id."""
        return self._office.held(cohort_id).cohort

    def mark(self, cohort_id: str) -> tuple[str, ...]:
        """Return the four words of a cohort's kullmerke, empty before it is published. Slow on purpose."""
        return mark_of(self._office, self._held(cohort_id))

    def create(self, draft: CohortDraft, course: OfferedCourse) -> CohortCard:
        """Make a cohort with keys of its own. Nothing leaves the machine before ``publish``.

        Raises ``cohort-name-missing``, ``cohort-dates``, ``cohort-keep-until``, ``cohort-invited``, ``cohort-limit``,
        ``cohort-limit-reason``, ``cohort-breakdowns``, ``cohort-form-unknown``, ``cohort-no-forms``.
        """
        return self._card(create_cohort(self._office, draft, course))

    def recovery_code(self, cohort_id: str) -> str:
        """Make the backup key anew and return it as the code that stands on the recovery sheet, once.

        Only before publishing (``cohort-published``): the key exists on paper alone. Asking again makes another key,
        and the earlier sheet is worth nothing.
        """
        return make_recovery(self._office, cohort_id)

    def recovery_sheet(self, cohort_id: str, code: str, path: Path) -> None:
        """Write the recovery sheet as a PDF."""
        write_recovery_sheet(self._held(cohort_id), code, path)

    def publish(self, cohort_id: str, folder: Path) -> PublishedCohort:
        """Write the cohort file into a folder, after a test answer has been sealed, opened and read back.

        A published cohort is written again as it was. Raises ``cohort-without-recovery`` before ``recovery_code``,
        ``cohort-file-trial`` where the test answer did not come back.
        """
        return publish_cohort(self._office, cohort_id, folder)

    def draw_codes(self, cohort_id: str, count: int) -> tuple[str, ...]:
        """Make slips of codes to print, cut out and draw. They are shown this once; only keyed digests are kept."""
        return draw_codes(self._office, self._held(cohort_id), count)

    def delete(self, cohort_id: str) -> Deleted:
        """Destroy a cohort's keys and everything the program holds of it, and say what is left to people."""
        return delete_cohort(self._office, cohort_id)

    def export_key(self, cohort_id: str, path: Path, passphrase: str) -> None:
        """Write a cohort's keys to a ``.nokkel`` file under a passphrase, for another coordinator."""
        export_key(self._office, self._held(cohort_id), path, passphrase)

    def import_key(self, key_file: Path, passphrase: str, cohort_file: Path, invited: int = 0) -> CohortCard:
        """Take a cohort over from another coordinator: her key file and the cohort file."""
        return self._card(import_key(self._office, key_file, passphrase, cohort_file, invited))

    def recover_cohort(self, cohort_file: Path, code: str, invited: int = 0) -> CohortCard:
        """Take a cohort up again from its cohort file and the recovery sheet alone: the machine is gone."""
        return self._card(recover_cohort(self._office, cohort_file, code, invited))

    # Collecting --------------------------------------------------------------------------------

    def files_in(self, folder: Path) -> Sequence[Path]:
        """Return the answer and progress files in a folder and the folders in it, by name."""
        return handed_in(folder)

    def collect(self, cohort_id: str, files: Iterable[Path], watch: Watch | None = None) -> Collected:
        """Take files in: answers, shared quizzes, named progress. One bad file never stops the rest."""
        paths = Listing(files)
        self._folders.add(cohort_id, paths)
        return collect(self._office, self._published(cohort_id), paths, watch or Unwatched())

    def rounds(self, cohort_id: str) -> tuple[RoundCard, ...]:
        """Return a cohort's rounds in the order of its forms."""
        held = self._held(cohort_id)
        marks = self._marks(cohort_id)
        return tuple(card_of(self._office, held, form, marks) for form in held.cohort.forms)

    def round(self, cohort_id: str, form_id: str) -> RoundCard:
        """Return one round. Raises ``cohort-form-unknown``."""
        held = self._held(cohort_id)
        return card_of(self._office, held, form_of_round(held, form_id), self._marks(cohort_id))

    def close_round(self, cohort_id: str, form_id: str) -> RoundCard:
        """Close a round for good: one transaction, after which no row is a person's.

        Raises ``round-closed`` where it is, ``round-empty`` where nobody has handed in.
        """
        close_round(self._office, self._published(cohort_id), form_id)
        return self.round(cohort_id, form_id)

    def let_in_waiting(self, cohort_id: str, form_id: str) -> RoundCard:
        """Let those who came after closing in, together. Raises ``too-few-waiting``."""
        let_in_waiting(self._office, self._held(cohort_id), form_id)
        return self.round(cohort_id, form_id)

    def reminder_text(self, cohort_id: str, form_id: str) -> str:
        """Return a reminder to copy, in the cohort's language."""
        card, cohort = self.round(cohort_id, form_id), self.cohort(cohort_id)
        return reminder(
            cohort.language,
            cohort=cohort.name,
            form=card.title,
            persons=card.persons,
            invited=card.invited,
            least=least_persons(cohort.rules),
        )

    def attendance(self, cohort_id: str) -> tuple[Attendance, ...]:
        """Return the named progress files handed in, by name."""
        return attendance_of(self._office, self._held(cohort_id))

    # Results -----------------------------------------------------------------------------------

    def results(self, cohort_id: str, form_id: str) -> RoundResults:
        """Return what may be shown of a closed round. Raises ``round-open``."""
        return results.results(self._office, self._held(cohort_id), form_id)

    def comparison(self, form_id: str, cohort_ids: Sequence[str]) -> tuple[RoundResults, ...]:
        """Return what may be shown of the same form in several cohorts, the earliest first, comments left out.

        ``domain.comparison`` holds them side by side.
        """
        return results.comparison(self._office, form_id, cohort_ids)

    def quiz_quality(self, cohort_id: str, form_id: str) -> QuizQuality:
        """Return how good the questions of a closed round of a shared quiz are. Raises ``round-open``."""
        return results.quiz_quality(self._office, self._held(cohort_id), form_id)

    def comments(self, cohort_id: str, form_id: str) -> CommentQueue:
        """Return the comments of a closed round, or why they are not shown."""
        return comments.queue(self._office, self._held(cohort_id), form_id)

    def tag(self, cohort_id: str, comment_id: str, tags: Sequence[str]) -> None:
        """Give a comment these tags, instead of those it had."""
        comments.tag(self._office, comment_id, tags)

    def redact(self, cohort_id: str, comment_id: str, places: Sequence[tuple[int, int]]) -> None:
        """Redact places of a comment as written, (start, end) each, instead of those before; none undoes it."""
        comments.redact_comment(self._office, self._held(cohort_id), comment_id, places)

    def choose(self, cohort_id: str, comment_id: str, chosen: bool) -> None:
        """Choose a comment as a quote for the report, or not."""
        self._office.collection.comments.choose(comment_id, chosen)

    def export(
        self, cohort_id: str, form_id: str, kind: ExportKind, path: Path, watch: Watch | None = None
    ) -> tuple[Path, ...]:
        """Write results to ``path`` and return the files written (SPSS has two). Cancelled, nothing is written.

        From then on redacted places are gone for good. Raises ``round-open`` and as ``export`` does.
        """
        return export_results(self._office, self._held(cohort_id), form_id, kind, path, watch or Unwatched())

    def back_up(self) -> Path | None:
        """Make today's backup where something has changed since the last; a server's backups are its owner's."""
        return self._office.collection.back_up(self._office.clock.now())

    def back_up_now(self) -> Path | None:
        """Make a backup whatever has changed; None on a server."""
        return self._office.collection.back_up_before(Occasion.DAILY, self._office.clock.now())

    def backups(self) -> tuple[KeptBackup, ...]:
        """Return the backups of the collection, the newest first, each with what of now it lacks; none on a server."""
        found = self._backups()
        return self._office.collection.compare(found.all()) if found is not None else ()

    def restore(self, name: str) -> Restored:
        """Go back to a backup of the collection, which becomes a backup itself first.

        What was deleted for good since is deleted again. Raises KursappError as ``Backups.restore``; the collection is
        then open as it was.
        """
        found, path = self._backups(), self._office.collection.path
        if found is None or path is None:
            raise refusal("backup-gone", file=name, folder="")
        self._office.collection.close()
        try:
            return found.restore(name)
        finally:
            key = self._office.safe.database_key()
            self._office.collection = open_collection(path, key, at=self._office.clock.now())

    def _backups(self) -> Backups | None:
        path = self._office.collection.path
        if path is None:
            return None
        return Backups(path, SCHEMA, self._office.safe.database_key(), self._office.clock)

    def close(self) -> None:
        """Close the collection and forget the keys."""
        self._office.collection.close()

    def _held(self, cohort_id: str) -> Held:
        return self._office.held(cohort_id)

    def _published(self, cohort_id: str) -> Held:
        held = self._held(cohort_id)
        if not held.record.published:
            raise refusal("cohort-not-published", name=held.cohort.name)
        return held

    def _marks(self, cohort_id: str) -> Marks:
        return Marks(self._office.keys(cohort_id))

    def _card(self, held: Held, closed: Iterable[str] | None = None) -> CohortCard:
        if closed is None:
            closed = self._office.collection.rounds.closed(held.id)
        return CohortCard(held.cohort, self._state(held), held.record.invited, frozenset(closed))

    def _state(self, held: Held) -> CohortState:
        if held.record.published:
            return CohortState.PUBLISHED
        return CohortState.READY if has_recovery(held) else CohortState.DRAFT
