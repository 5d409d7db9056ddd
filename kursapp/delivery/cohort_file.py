"""The cohort file ``.kull``: what participants open. Nothing in it is about a person."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import msgspec

from kursapp.delivery.canonical import room_for_words
from kursapp.delivery.files import read_whole
from kursapp.delivery.wire import VERSION, CohortWire, Versioned
from kursapp.domain.cohort import (
    LEAST_PERSONS,
    LEAST_WITH_REASON,
    MOST_BREAKDOWNS,
    MOST_PERSONS,
    Cohort,
    CohortForm,
    Role,
    Rules,
)
from kursapp.domain.forms import digest_of
from kursapp.domain.problem import refusal
from kursapp.vault.digests import recipient_id

SUFFIX = ".kull"
LONGEST = 4 * 1024 * 1024
"""Bytes of a cohort file: nine forms of a large course take a tenth of it."""

_STEERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn what follows around: a name could be made to read as another."""


def write(cohort: Cohort) -> bytes:
    """Return the cohort file. What could not be read back is not written.

    Raises KursappError: ``cohort-file-unwritable`` where a text is too long or has hidden characters, and as ``parse``
    where the cohort promises what none may.
    """
    try:
        data = msgspec.json.encode(_to_wire(cohort))
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        raise refusal("cohort-file-unwritable") from error
    if not _all_plain(cohort):
        raise refusal("cohort-file-unwritable")
    parse(data)
    return data


def read(path: Path) -> tuple[Cohort, bytes]:
    """Return the cohort of a file, and the file's bytes.

    Raises KursappError: ``file-not-read``, and as ``parse``.
    """
    data = read_whole(path, LONGEST)
    if data is None:
        raise refusal("cohort-file-foreign")
    return parse(data), data


def parse(data: bytes) -> Cohort:
    """Return the cohort of a file's bytes.

    Raises KursappError: ``cohort-file-foreign`` (something else), ``cohort-file-newer`` (of a later program),
    ``cohort-file-damaged``, and where the content promises what no cohort may: ``cohort-file-rules``,
    ``cohort-file-recipients``, ``cohort-file-forms``.
    """
    if len(data) > LONGEST:
        raise refusal("cohort-file-foreign")
    _check_version(data)
    try:
        wire = msgspec.json.decode(data, type=CohortWire)
        # One cohort has one file: whatever else JSON allows (spaces, a name twice) is not read.
        if msgspec.json.encode(wire) != data:
            raise refusal("cohort-file-damaged")
        cohort = msgspec.convert(wire, Cohort, from_attributes=True)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise refusal("cohort-file-damaged") from error
    _check(cohort)
    return cohort


def file_name(cohort: Cohort) -> str:
    """Return the name a cohort's file is given: its own, in letters every system takes."""
    plain = unicodedata.normalize("NFC", cohort.name)
    name = re.sub(r"[^\w-]+", "-", plain).strip("-_")[:60] or "kull"
    return f"{name}{SUFFIX}"


def _to_wire(cohort: Cohort) -> CohortWire:
    return msgspec.convert(cohort, CohortWire, from_attributes=True)


def _check_version(data: bytes) -> None:
    try:
        version = msgspec.json.decode(data, type=Versioned).version
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        code = "cohort-file-damaged" if b'"kursapp-cohort"' in data[:100] else "cohort-file-foreign"
        raise refusal(code) from error
    if version > VERSION:
        raise refusal("cohort-file-newer")


def _check(cohort: Cohort) -> None:
    if not _all_plain(cohort):
        raise refusal("cohort-file-damaged")
    if not _recipients_hold(cohort):
        raise refusal("cohort-file-recipients")
    if not _forms_hold(cohort):
        raise refusal("cohort-file-forms")
    if cohort.ends < cohort.starts or cohort.rules.keep_until < cohort.ends or not _rules_hold(cohort):
        raise refusal("cohort-file-rules")


def _all_plain(cohort: Cohort) -> bool:
    shown = (cohort.name, cohort.place, cohort.organiser, cohort.course_title, cohort.rules.reason)
    return all(_is_plain(text) for text in shown)


def _is_plain(text: str) -> bool:
    return not _STEERING.search(text) and not any(unicodedata.category(letter) in ("Cc", "Cs") for letter in text)


def _recipients_hold(cohort: Cohort) -> bool:
    roles = [recipient.role for recipient in cohort.recipients]
    ids = [recipient.id for recipient in cohort.recipients]
    return (
        roles.count(Role.COORDINATOR) >= 1
        and roles.count(Role.BACKUP) >= 1
        and len(set(ids)) == len(ids)
        and all(each.id == recipient_id(each.public_key) for each in cohort.recipients)
    )


def _forms_hold(cohort: Cohort) -> bool:
    ids = [each.form.id for each in cohort.forms]
    return len(set(ids)) == len(ids) and all(_form_holds(each) for each in cohort.forms)


def _form_holds(each: CohortForm) -> bool:
    items = [item.id for item in each.form.items]
    options = [[option.id for option in item.options] for item in each.form.items]
    return (
        len(set(items)) == len(items)
        and all(len(set(ids)) == len(ids) for ids in options)
        and each.digest == digest_of(each.form)
        and room_for_words(each) >= 0
    )


def _rules_hold(cohort: Cohort) -> bool:
    rules: Rules = cohort.rules
    backgrounds = {item.id for each in cohort.forms for item in each.form.backgrounds()}
    return (
        (LEAST_PERSONS <= rules.k <= MOST_PERSONS or (rules.k == LEAST_WITH_REASON and bool(rules.reason.strip())))
        and len(rules.breakdowns) == len(set(rules.breakdowns)) <= MOST_BREAKDOWNS
        and set(rules.breakdowns) <= backgrounds
    )
