"""The cohort file is read to the letter, and promises nothing a cohort may not promise."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kursapp.delivery.cohort_file import LONGEST, file_name, parse, read, write
from kursapp.domain.cohort import Cohort, Role, Rules
from kursapp.domain.problem import KursappError
from kursapp.texts.problems import tell
from kursapp.vault.digests import recipient_id
from tests.delivery.small_cohort import Keys, cohort_form, make_cohort

END = date(2027, 6, 12)


def refused(action: Callable[[], object]) -> str:
    """Return the code an action is refused with, after seeing that people can be told."""
    with pytest.raises(KursappError) as error:
        action()
    assert str(tell(error.value.problem))
    return error.value.problem.code


def test_a_cohort_comes_back_as_it_was_written(cohort: Cohort, tmp_path: Path) -> None:
    """From bytes and from a file; equal cohorts give equal bytes."""
    data = write(cohort)
    assert parse(data) == cohort
    assert write(cohort) == data
    (tmp_path / "vår.kull").write_bytes(data)
    assert read(tmp_path / "vår.kull") == (cohort, data)


def test_a_simulated_cohort_says_so(cohort: Cohort) -> None:
    """The flag stands in the file."""
    assert parse(write(replace(cohort, simulated=True))).simulated


def test_no_secret_is_in_it(cohort: Cohort, keys: Keys) -> None:
    """Public keys only; the private ones in no spelling."""
    import base64

    data = write(cohort)
    for pair in (keys.coordinator, keys.backup):
        assert base64.b64encode(pair.public) in data
        for secret in (pair.private, base64.b64encode(pair.private), pair.private.hex().encode()):
            assert secret not in data


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Vår 2026, Bergen", "Vår-2026-Bergen.kull"),
        ("../../../etc/passwd", "etc-passwd.kull"),
        ("C:\\CON", "C-CON.kull"),
        ("???", "kull.kull"),
        ("x" * 100, "x" * 60 + ".kull"),
    ],
)
def test_a_file_is_named_after_its_cohort(cohort: Cohort, name: str, expected: str) -> None:
    """In letters every system takes, and never as a path."""
    assert file_name(replace(cohort, name=name)) == expected


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000, b"PK\x03\x04", b'{"type":"x","version":1}']
)
def test_something_else_is_told_as_something_else(data: bytes) -> None:
    """Never a crash, however deep or odd."""
    assert refused(lambda: parse(data)) == "cohort-file-foreign"


def test_too_large_is_not_read(tmp_path: Path) -> None:
    """A file of gigabytes under the name takes no memory."""
    path = tmp_path / "stor.kull"
    with path.open("wb") as file:
        file.truncate(LONGEST * 200)
    assert refused(lambda: read(path)) == "cohort-file-foreign"
    assert refused(lambda: parse(b" " * (LONGEST + 1))) == "cohort-file-foreign"
    assert refused(lambda: read(tmp_path / "none.kull")) == "file-not-read"


def test_a_later_version_is_told_as_newer(cohort: Cohort) -> None:
    """Whatever else it holds."""
    newer = {**json.loads(write(cohort)), "version": 2, "more": True}
    assert refused(lambda: parse(json.dumps(newer).encode())) == "cohort-file-newer"


Change = Callable[[dict[str, Any]], object]
DAMAGE: dict[str, Change] = {
    "an unknown field": lambda c: c.update(names=["Kari"]),
    "an unknown field in the rules": lambda c: c["rules"].update(filter=True),
    "an unknown field in a form": lambda c: c["forms"][0]["form"]["items"][0].update(x=1),
    "a field missing": lambda c: c.pop("token"),
    "an id of another shape": lambda c: c.update(id="x"),
    "an id with a line end": lambda c: c.update(id=c["id"] + "\n"),
    "no name": lambda c: c.update(name=""),
    "a name without end": lambda c: c.update(name="x" * 5000),
    "a name that turns around": lambda c: c.update(name="Vår\u202egnaerts"),
    "a name of two lines": lambda c: c.update(name="Vår\n2026"),
    "a date that is none": lambda c: c.update(starts="2026-02-30"),
    "a language of no texts": lambda c: c.update(language="de"),
    "one recipient": lambda c: c.update(recipients=c["recipients"][:1]),
    "nine recipients": lambda c: c.update(recipients=c["recipients"] * 5),
    "a short key": lambda c: c["recipients"][0].update(public_key="AAAA"),
    "no form": lambda c: c.update(forms=[]),
    "a thousand forms": lambda c: c.update(forms=c["forms"] * 500),
    "three breakdowns": lambda c: c["rules"].update(breakdowns=["a", "b", "c"]),
    "a tiny length": lambda c: c["forms"][0].update(length=100),
    "a length of the whole disk": lambda c: c["forms"][0].update(length=2**40),
    "a length as text": lambda c: c["forms"][0].update(length="32768"),
    "a short token": lambda c: c.update(token="AAAA"),
    "keys without end": lambda c: c.update(sealed_keys="A" * 2000),
    "truth as a number": lambda c: c.update(simulated=0),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_the_parser_takes_what_it_knows_and_nothing_else(cohort: Cohort, name: str) -> None:
    """Unknown or missing fields, other shapes, sizes beyond their limits."""
    stored = json.loads(write(cohort))
    DAMAGE[name](stored)
    data = json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode()
    assert refused(lambda: parse(data)) == "cohort-file-damaged"


def test_another_spelling_of_the_same_is_another_file(cohort: Cohort) -> None:
    """Spaces, a name twice, another order: one cohort has one file, and so one mark."""
    data = write(cohort)
    stored = json.loads(data)
    for other in (
        json.dumps(stored, ensure_ascii=False).encode(),
        json.dumps(dict(reversed(stored.items())), ensure_ascii=False, separators=(",", ":")).encode(),
        data + b"\n",
        data[:-1] + b',"simulated":false}',
    ):
        assert other != data
        assert refused(lambda other=other: parse(other)) == "cohort-file-damaged"  # type: ignore[misc]


@pytest.mark.parametrize("text", ["x" * 301, "Vår\u202egnaerts", "a\nb", "\ud800", "a\x00"])
def test_a_text_that_could_not_be_read_back_is_not_written(cohort: Cohort, text: str) -> None:
    """The coordinator is told while she can still change it."""
    for evil in (replace(cohort, place=text), replace(cohort, rules=replace(cohort.rules, reason=text))):
        assert refused(lambda evil=evil: write(evil)) == "cohort-file-unwritable"  # type: ignore[misc]


def test_a_cut_or_flipped_file_is_never_read_as_another(cohort: Cohort) -> None:
    """Cut at every length, and one bit at every hundredth byte: refused, or another cohort with another mark."""
    data = write(cohort)
    for length in range(0, len(data), 97):
        assert refused(lambda length=length: parse(data[:length])).startswith("cohort-file-")  # type: ignore[misc]
    for at in range(0, len(data), 101):
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        found: object = None
        with contextlib.suppress(KursappError):
            found = parse(changed)
        assert found != cohort


RULES = {
    "k below three": Rules(END, k=2, reason="Få deltakere"),
    "k of four, reason or not": Rules(END, k=4, reason="Få deltakere"),
    "k of three without a reason": Rules(END, k=3),
    "k of three with an empty reason": Rules(END, k=3, reason="  "),
    "k above ten": Rules(END, k=11),
    "a breakdown by what is no background": Rules(END, breakdowns=("nytte",)),
    "a breakdown of the forms of others": Rules(END, breakdowns=("kommune",)),
    "one breakdown twice": Rules(END, breakdowns=("rolle", "rolle")),
    "kept until before it ends": Rules(date(2026, 6, 11)),
}


@pytest.mark.parametrize("name", RULES)
def test_rules_that_protect_nobody_are_neither_written_nor_read(
    cohort: Cohort, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limits of a cohort hold also for a file made by another program."""
    evil = replace(cohort, rules=RULES[name])
    assert refused(lambda: write(evil)) == "cohort-file-rules"
    with monkeypatch.context() as patched:
        patched.setattr("kursapp.delivery.cohort_file.parse", lambda _: None)
        data = write(evil)
    assert refused(lambda: parse(data)) == "cohort-file-rules"


def test_a_cohort_ends_after_it_starts(cohort: Cohort) -> None:
    """Or on the same day."""
    assert refused(lambda: write(replace(cohort, starts=date(2026, 6, 13)))) == "cohort-file-rules"
    assert parse(write(replace(cohort, starts=cohort.ends))).starts == cohort.ends


def test_three_with_a_reason_is_allowed(cohort: Cohort) -> None:
    """And the reason stands in the file."""
    small = replace(cohort, rules=Rules(END, k=3, reason="Bare seks deltakere."))
    assert parse(write(small)).rules.reason == "Bare seks deltakere."


def test_the_recipients_are_who_they_say(cohort: Cohort) -> None:
    """A coordinator and a backup, each named by its key, none twice."""
    first, second = cohort.recipients
    for recipients in (
        (first, replace(second, role=Role.COORDINATOR)),
        (replace(first, role=Role.BACKUP), second),
        (first, replace(second, id=first.id)),
        (first, replace(second, public_key=b"x" * 32)),
        (first, second, first),
        (first, replace(first, role=Role.BACKUP)),
    ):
        evil = replace(cohort, recipients=recipients)
        assert refused(lambda evil=evil: write(evil)) == "cohort-file-recipients"  # type: ignore[misc]
    assert all(each.id == recipient_id(each.public_key) for each in cohort.recipients)


def test_the_forms_are_what_their_digests_say(cohort: Cohort) -> None:
    """Words changed under a digest; one form twice; an item or an option twice."""
    sound = cohort.forms[0]
    item = sound.form.items[0]
    twice = replace(sound.form, items=(item, item))
    options = replace(sound.form, items=(replace(item, options=(item.options[0], item.options[0])),))
    for forms in (
        (replace(sound, form=replace(sound.form, title="Noe annet")), *cohort.forms[1:]),
        (sound, sound),
        (cohort_form(twice),),
        (cohort_form(options),),
    ):
        evil = replace(cohort, forms=forms, rules=Rules(END))
        assert refused(lambda evil=evil: write(evil)) == "cohort-file-forms"  # type: ignore[misc]


def test_another_course_version_of_the_same_words_keeps_the_form(keys: Keys) -> None:
    """The digest is of the words; the version stands beside them and comes back."""
    cohort = make_cohort(keys)
    newer = tuple(cohort_form(replace(each.form, course_version="9")) for each in cohort.forms)
    assert [each.digest for each in newer] == [each.digest for each in cohort.forms]
    assert parse(write(replace(cohort, forms=newer))).forms == newer
