"""What is locked in an answer file: the person's own part, and after it what she was promised, repeated.

``{"response":…,"replaces":…,"code":…,"answers":[[item, answer],…],"binding":…,"cohort":…,"form":…,"digest":…,
"rules":{…},"simulated":…,"token":…}``: JSON in one spelling, so that equal answers are equal bytes.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from kursapp.delivery.answer_shapes import MisshapenError, from_plain, to_plain
from kursapp.delivery.canonical import MOST_CODE_BYTES, is_canonical
from kursapp.delivery.wire import Hex128, Hex256, RulesWire
from kursapp.domain.cohort import Cohort, CohortForm
from kursapp.domain.submission import Submission

_NO_OR_HEX128 = Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{32})?\\Z")]


class MismatchError(Exception):
    """A body that belongs to another envelope, cohort, form or rules."""


class NotValidError(Exception):
    """A body that is not written as this program writes it, or answers the form cannot have."""


class _Own(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The person's own part."""

    response: Hex128
    replaces: _NO_OR_HEX128
    code: Annotated[str, msgspec.Meta(max_length=MOST_CODE_BYTES)]
    answers: tuple[tuple[str, Any], ...]


class _Promised(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the cohort's file promised when she answered; the token shows that she had it."""

    cohort: Hex128
    form: str
    digest: Hex256
    rules: RulesWire
    simulated: bool
    token: bytes


class _Body(_Own, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The whole, as it is read: the parts above with the binding between them, in this order."""

    binding: Hex256
    cohort: Hex128
    form: str
    digest: Hex256
    rules: RulesWire
    simulated: bool
    token: bytes


_DECODER = msgspec.json.Decoder(_Body)


class AnswerBody:
    """Writes and reads the bodies of one form's answer files."""

    def __init__(self, cohort: Cohort, form: CohortForm) -> None:
        promised = _Promised(
            cohort=cohort.id,
            form=form.form.id,
            digest=form.digest,
            rules=msgspec.convert(cohort.rules, RulesWire, from_attributes=True),
            simulated=cohort.simulated,
            token=cohort.token,
        )
        self._form = form.form
        self._kinds = {item.id: item.kind for item in form.form.items}
        self._codes = cohort.rules.codes
        self._promised = msgspec.json.encode(promised)[1:]

    def write(self, submission: Submission, binding: str) -> bytes:
        """Return the body of a canonical submission."""
        answers = tuple((item_id, to_plain(answer)) for item_id, answer in submission.answers)
        own = _Own(response=submission.response_id, replaces=submission.replaces, code=submission.code, answers=answers)
        return msgspec.json.encode(own)[:-1] + self._rest(binding)

    def read(self, content: bytes, binding: str) -> tuple[Submission, bytes]:
        """Return the submission and the person's own part. Raises NotValidError, MismatchError."""
        try:
            body = _DECODER.decode(content)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise NotValidError from error
        # Whatever else JSON allows (spaces, escapes, a name twice) would let a file be marked.
        if msgspec.json.encode(body) != content:
            raise NotValidError
        rest = self._rest(binding)
        if not content.endswith(rest):
            raise MismatchError
        return self._submission(body), content[: -len(rest)]

    def _submission(self, body: _Body) -> Submission:
        try:
            answers = tuple((item_id, from_plain(self._kinds[item_id], plain)) for item_id, plain in body.answers)
        except (KeyError, MisshapenError) as error:
            raise NotValidError from error
        read = Submission(body.cohort, body.form, body.digest, body.response, body.replaces, answers, body.code)
        if not is_canonical(read, self._form) or (read.code and not self._codes):
            raise NotValidError
        return read

    def _rest(self, binding: str) -> bytes:
        return b',"binding":"' + binding.encode() + b'",' + self._promised
