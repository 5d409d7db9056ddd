"""The sealed answer file ``.svar``: one person's answers to one form, for those who hold a key and nobody else."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.delivery.answer_body import AnswerBody, MismatchError, NotValidError
from kursapp.delivery.canonical import canonical
from kursapp.delivery.envelope import Addressed, Header, Kind, open_sealed, read_header
from kursapp.delivery.envelope import seal as seal_envelope
from kursapp.domain.cohort import Cohort, CohortForm
from kursapp.domain.problem import Problem, refusal
from kursapp.domain.submission import FileState, Submission
from kursapp.vault.keys import Opener

SUFFIX = ".svar"
KIND = Kind(b"\x89KSVAR\r\n", "answer-file")

_OTHER = frozenset({"answer-file-other-cohort", "answer-file-other-form"})


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened answer file. ``content`` is the person's own part of it: equal bytes are the same handing in."""

    submission: Submission
    form: CohortForm
    content: bytes


def seal(submission: Submission, cohort: Cohort) -> bytes:
    """Return the file. Every file of a form is as long as any other.

    Raises KursappError: ``answer-file-full`` (over: bytes too many), ``answer-file-other-cohort`` or
    ``answer-file-other-form`` where the submission is not this cohort's; ``NotOnFormError`` as ``canonical``.
    """
    form = _form_of(cohort, submission.cohort_id, submission.form_digest)
    tidy, body = canonical(submission, form.form), AnswerBody(cohort, form)
    try:
        return seal_envelope(KIND, _addressed(cohort, form), lambda binding: body.write(tidy, binding))
    except ValueError as error:
        raise refusal("answer-file-full", over=error.args[0]) from error


def header(data: bytes) -> Header:
    """Return what stands on the outside of an answer file; its first 1024 bytes are enough.

    Raises KursappError: ``answer-file-empty``, ``answer-file-foreign``, ``answer-file-newer``, ``answer-file-cut``.
    """
    return read_header(KIND, data)


def open_answers(data: bytes, cohort: Cohort, private_key: bytes) -> Opened:
    """Open one file with the coordinator's key or the backup key; see ``AnswerOpener`` for many."""
    return AnswerOpener(cohort, private_key).open(data)


class AnswerOpener:
    """Opens a cohort's answer files with one private key."""

    def __init__(self, cohort: Cohort, private_key: bytes) -> None:
        self._cohort = cohort
        self._opener = Opener(private_key)
        self._bodies = {form.digest: AnswerBody(cohort, form) for form in cohort.forms}

    @property
    def longest(self) -> int:
        """Return how many bytes the longest answer file of the cohort has: more of a file need not be read."""
        return max(form.length for form in self._cohort.forms)

    def open(self, data: bytes) -> Opened:
        """Open one file and check every part of it.

        Raises KursappError, for which ``state_of`` tells the file's state: as ``header``; ``answer-file-other-cohort``,
        ``answer-file-other-form``; ``answer-file-appended``, ``answer-file-damaged``, ``answer-file-not-for-key``,
        ``answer-file-mismatch`` where body and envelope or cohort do not belong together, ``answer-file-not-valid``
        where an answer is not one the form can have, or not written as this program writes it.
        """
        outside = header(data)
        form = _form_of(self._cohort, outside.cohort_id, outside.about)
        binding, content = open_sealed(KIND, data, _addressed(self._cohort, form), self._opener)
        try:
            submission, own = self._bodies[form.digest].read(content, binding)
        except MismatchError as error:
            raise KIND.refuse("mismatch") from error
        except NotValidError as error:
            raise KIND.refuse("not-valid") from error
        return Opened(submission, form, own)


def state_of(found: Problem) -> FileState:
    """Return the state of a file that was not opened for this reason."""
    return FileState.OTHER if found.code in _OTHER else FileState.UNREADABLE


def _form_of(cohort: Cohort, cohort_id: str, digest: str) -> CohortForm:
    if cohort_id != cohort.id:
        raise KIND.refuse("other-cohort")
    for form in cohort.forms:
        if form.digest == digest:
            return form
    raise KIND.refuse("other-form")


def _addressed(cohort: Cohort, form: CohortForm) -> Addressed:
    return Addressed(cohort.id, form.digest, cohort.recipients, form.length)
