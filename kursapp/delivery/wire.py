"""The cohort file's shape, version 1: what is written, to the letter. Values of ``domain`` may grow; this may not.

A later version gets structures of its own beside these.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final, Literal

import msgspec

from kursapp.domain.cohort import MOST_BREAKDOWNS, Role
from kursapp.domain.course import EvaluationType
from kursapp.domain.form import AnswerKind, FormKind
from kursapp.vault.digests import KEY_BYTES

VERSION: Final = 1

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
Line = Annotated[str, msgspec.Meta(max_length=300)]
Text = Annotated[str, msgspec.Meta(max_length=4000)]
Hex128 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}\\Z")]
Hex256 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}\\Z")]
Key = Annotated[bytes, msgspec.Meta(min_length=KEY_BYTES, max_length=KEY_BYTES)]

LEAST_RECIPIENTS, MOST_RECIPIENTS = 2, 8
LEAST_LENGTH, MOST_LENGTH = 4 * 1024, 1024 * 1024
MOST_FORMS, MOST_ITEMS, MOST_OPTIONS = 60, 400, 60


class OptionWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``FormOption``."""

    id: Id
    text: Text
    other: bool
    right: bool


class ItemWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``FormItem``."""

    id: Id
    kind: AnswerKind
    text: Text
    heading: Text
    block: Annotated[str, msgspec.Meta(max_length=120)]
    theme: Line
    area: Line
    steps: Annotated[tuple[Line, ...], msgspec.Meta(max_length=MOST_OPTIONS)]
    apart: Line
    options: Annotated[tuple[OptionWire, ...], msgspec.Meta(max_length=MOST_OPTIONS)]
    low: int | None
    high: int | None
    low_label: Line
    high_label: Line
    reversed: bool
    background: bool
    required: bool
    short: bool


class FormWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``Form``."""

    id: Id
    title: Line
    kind: FormKind
    course_id: Id
    course_version: Line
    items: Annotated[tuple[ItemWire, ...], msgspec.Meta(min_length=1, max_length=MOST_ITEMS)]
    type: EvaluationType | None


class CohortFormWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``CohortForm``."""

    form: FormWire
    digest: Hex256
    length: Annotated[int, msgspec.Meta(ge=LEAST_LENGTH, le=MOST_LENGTH)]


class RulesWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``Rules``."""

    keep_until: date
    k: int
    reason: Line
    breakdowns: Annotated[tuple[Id, ...], msgspec.Meta(max_length=MOST_BREAKDOWNS)]
    codes: bool


class RecipientWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``Recipient``."""

    id: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}\\Z")]
    role: Role
    public_key: Key


class CohortWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag="kursapp-cohort"):
    """``Cohort``, with the version of the format."""

    version: Literal[1] = VERSION
    id: Hex128
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
    course_id: Id
    course_version: Line
    course_title: Line
    course_digest: Line
    starts: date
    ends: date
    place: Line
    organiser: Line
    language: Literal["nb", "nn", "en"]
    rules: RulesWire
    forms: Annotated[tuple[CohortFormWire, ...], msgspec.Meta(min_length=1, max_length=MOST_FORMS)]
    recipients: Annotated[
        tuple[RecipientWire, ...], msgspec.Meta(min_length=LEAST_RECIPIENTS, max_length=MOST_RECIPIENTS)
    ]
    token: Annotated[bytes, msgspec.Meta(min_length=16, max_length=32)]
    wants_progress: bool
    simulated: bool
    sealed_keys: Annotated[bytes, msgspec.Meta(max_length=1024)]


class Versioned(msgspec.Struct):
    """The part of any cohort file that tells whether this program is new enough for it."""

    type: Literal["kursapp-cohort"]
    version: int
