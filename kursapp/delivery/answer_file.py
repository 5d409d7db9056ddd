"""The sealed answer file ``.svar``: one person's answers to one form, for those who hold a key and nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import msgspec

from kursapp.delivery.answer_shapes import from_plain, to_plain
from kursapp.delivery.canonical import MOST_CODE_BYTES, NotOnFormError, canonical
from kursapp.delivery.envelope import Addressed, Header, Kind, open_sealed, read_header
from kursapp.delivery.envelope import seal as seal_envelope
from kursapp.delivery.wire import Hex128, Hex256, RulesWire
from kursapp.domain.cohort import Cohort, CohortForm
from kursapp.domain.form import Form
from kursapp.domain.problem import Problem, refusal
from kursapp.domain.submission import FileState, Submission
from kursapp.vault.keys import Opener

SUFFIX = ".svar"
KIND = Kind(b"\x89KSVAR\r\n", "answer-file")

_OTHER = frozenset({"answer-file-other-cohort", "answer-file-other-form"})


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened answer file. ``content`` is its canonical body: equal bytes are the same handing in."""

    submission: Submission
    form: CohortForm
    content: bytes


class _Answers(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The part of the body that is the person's own."""

    response: Hex128
    replaces: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{32})?\\Z")]
    code: Annotated[str, msgspec.Meta(max_length=MOST_CODE_BYTES)]
    answers: tuple[tuple[str, Any], ...]


class _Body(_Answers, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole body: with what it was promised, and what ties it to its envelope."""

    binding: Hex256
    cohort: Hex128
    form: str
    digest: Hex256
    rules: RulesWire
    simulated: bool
    token: bytes


def seal(submission: Submission, cohort: Cohort) -> bytes:
    """Return the file. Every file of a form is as long as any other.

    Raises KursappError: ``answer-file-full`` (over: bytes too many), ``answer-file-other-cohort`` or
    ``answer-file-other-form`` where the submission is not this cohort's; ``NotOnFormError`` as ``canonical``.
    """
    form = _form_of(cohort, submission.cohort_id, submission.form_digest)
    tidy = canonical(submission, form.form)

    def content(binding: str) -> bytes:
        return msgspec.json.encode(_body(tidy, cohort, form, binding))

    try:
        return seal_envelope(KIND, _addressed(cohort, form), content)
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
        self._longest = max(form.length for form in cohort.forms)

    @property
    def longest(self) -> int:
        """Return how many bytes the longest answer file of the cohort has: more of a file need not be read."""
        return self._longest

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
        body = _read_body(content)
        if msgspec.structs.replace(body, **_PERSONAL) != _expected(self._cohort, form, binding):
            raise KIND.refuse("mismatch")
        submission = _submission(body, form.form)
        if msgspec.json.encode(_body(submission, self._cohort, form, binding)) != content:
            raise KIND.refuse("not-valid")
        if bool(submission.code) and not self._cohort.rules.codes:
            raise KIND.refuse("not-valid")
        return Opened(submission, form, msgspec.json.encode(_own(submission)))


def state_of(found: Problem) -> FileState:
    """Return the state of a file that was not opened for this reason."""
    return FileState.OTHER if found.code in _OTHER else FileState.UNREADABLE


_PERSONAL: dict[str, Any] = {"response": "0" * 32, "replaces": "", "code": "", "answers": ()}


def _form_of(cohort: Cohort, cohort_id: str, digest: str) -> CohortForm:
    if cohort_id != cohort.id:
        raise KIND.refuse("other-cohort")
    for form in cohort.forms:
        if form.digest == digest:
            return form
    raise KIND.refuse("other-form")


def _addressed(cohort: Cohort, form: CohortForm) -> Addressed:
    return Addressed(cohort.id, form.digest, cohort.recipients, form.length)


def _read_body(content: bytes) -> _Body:
    try:
        return msgspec.json.decode(content, type=_Body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise KIND.refuse("not-valid") from error


def _expected(cohort: Cohort, form: CohortForm, binding: str) -> _Body:
    return _Body(
        binding=binding,
        cohort=cohort.id,
        form=form.form.id,
        digest=form.digest,
        rules=msgspec.convert(cohort.rules, RulesWire, from_attributes=True),
        simulated=cohort.simulated,
        token=cohort.token,
        **_PERSONAL,
    )


def _body(submission: Submission, cohort: Cohort, form: CohortForm, binding: str) -> _Body:
    own = msgspec.structs.asdict(_own(submission))
    return msgspec.structs.replace(_expected(cohort, form, binding), **own)


def _own(submission: Submission) -> _Answers:
    return _Answers(
        response=submission.response_id,
        replaces=submission.replaces,
        code=submission.code,
        answers=tuple((item_id, to_plain(answer)) for item_id, answer in submission.answers),
    )


def _submission(body: _Body, form: Form) -> Submission:
    kinds = {item.id: item.kind for item in form.items}
    try:
        answers = tuple((item_id, from_plain(kinds[item_id], plain)) for item_id, plain in body.answers)
        read = Submission(body.cohort, body.form, body.digest, body.response, body.replaces, answers, body.code)
        return canonical(read, form)
    except (KeyError, msgspec.ValidationError, NotOnFormError) as error:
        raise KIND.refuse("not-valid") from error
