"""The named progress file ``.fremdrift``: made apart from all answers, sealed to the cohort's recipients."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec

from kursapp.delivery.canonical import canonical_text
from kursapp.delivery.envelope import Addressed, Header, Kind, open_sealed, read_header
from kursapp.delivery.envelope import seal as seal_envelope
from kursapp.delivery.wire import Hex128, Hex256, Id
from kursapp.domain.attendance import Attendance, DayDone
from kursapp.domain.cohort import Cohort
from kursapp.domain.problem import refusal
from kursapp.vault.keys import Opener

SUFFIX = ".fremdrift"
KIND = Kind(b"\x89KFREM\r\n", "progress-file")
LENGTH = 32 * 1024
_ABOUT_NOTHING = "0" * 64

_Name = Annotated[str, msgspec.Meta(max_length=200)]
_Count = Annotated[int, msgspec.Meta(ge=0, le=100_000)]


class _DayWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    module_id: Id
    title: Annotated[str, msgspec.Meta(max_length=300)]
    done: _Count
    total: _Count


class _Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    binding: Hex256
    cohort_id: Hex128
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    workplace: _Name
    made: date
    days: Annotated[tuple[_DayWire, ...], msgspec.Meta(max_length=60)]
    certificate: bool
    simulated: bool
    token: bytes


def seal(progress: Attendance, cohort: Cohort) -> bytes:
    """Return the file. Raises KursappError: ``progress-file-nameless``, ``progress-file-full``."""
    name = canonical_text(progress.name)[:200]
    if not name:
        raise refusal("progress-file-nameless")

    def content(binding: str) -> bytes:
        days = tuple(
            _DayWire(module_id=day.module_id, title=day.title[:300], done=day.done, total=day.total)
            for day in progress.days
        )
        return msgspec.json.encode(
            _Body(
                binding=binding,
                cohort_id=cohort.id,
                name=name,
                workplace=canonical_text(progress.workplace)[:200],
                made=progress.made,
                days=days,
                certificate=progress.certificate,
                simulated=cohort.simulated,
                token=cohort.token,
            )
        )

    try:
        return seal_envelope(KIND, _addressed(cohort), content)
    except ValueError as error:
        raise refusal("progress-file-full") from error


def header(data: bytes) -> Header:
    """Return what stands on the outside. Raises KursappError as ``envelope.read_header`` names it."""
    return read_header(KIND, data)


def open_progress(data: bytes, cohort: Cohort, private_key: bytes) -> Attendance:
    """Open a progress file.

    Raises KursappError: ``progress-file-empty``, ``-foreign``, ``-newer``, ``-cut``, ``-appended``, ``-other-cohort``,
    ``-damaged``, ``-not-for-key``, ``-mismatch``, ``-not-valid``.
    """
    if header(data).cohort_id != cohort.id:
        raise KIND.refuse("other-cohort")
    binding, content = open_sealed(KIND, data, _addressed(cohort), Opener(private_key))
    try:
        body = msgspec.json.decode(content, type=_Body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise KIND.refuse("not-valid") from error
    promised = (body.binding, body.cohort_id, body.simulated, body.token)
    if promised != (binding, cohort.id, cohort.simulated, cohort.token):
        raise KIND.refuse("mismatch")
    days = tuple(DayDone(day.module_id, day.title, day.done, day.total) for day in body.days)
    return Attendance(body.cohort_id, body.name, body.workplace, body.made, days, body.certificate)


def _addressed(cohort: Cohort) -> Addressed:
    return Addressed(cohort.id, _ABOUT_NOTHING, cohort.recipients, LENGTH)
