"""A profile's key opens by its passphrase or its recovery code, and by nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from kursapp.domain.problem import KursappError
from kursapp.vault.passphrases import LIGHT
from kursapp.vault.profile_key import (
    NewKey,
    is_sound,
    new_profile_key,
    open_by_code,
    open_by_passphrase,
    with_new_code,
    with_passphrase,
)

PHRASE = "fire vanlige ord her"
FILE = "nokkel.json"


@pytest.fixture(scope="module")
def made() -> NewKey:
    """Return a new key."""
    return new_profile_key(PHRASE, LIGHT)


def refused(action: Callable[..., object], *values: object) -> str:
    """Return the code an action is refused with."""
    with pytest.raises(KursappError) as error:
        action(*values)
    return error.value.problem.code


def test_passphrase_and_code_open_the_same_key(made: NewKey) -> None:
    """Either is enough, and the key is the one that was made."""
    assert open_by_passphrase(made.data, PHRASE, FILE) == open_by_code(made.data, made.code, FILE) == made.key
    assert len(made.key) == 32


def test_two_keys_are_never_the_same(made: NewKey) -> None:
    """The key is random, not made of the passphrase."""
    other = new_profile_key(PHRASE, LIGHT)
    assert other.key != made.key
    assert refused(open_by_code, made.data, other.code, FILE) == "profile-code-foreign"


def test_a_wrong_passphrase_opens_nothing_however_often(made: NewKey) -> None:
    """There is no lock-out: the right one still opens after many wrong."""
    for wrong in ("fire vanlige ord", "", "Fire vanlige ord her", made.code):
        assert refused(open_by_passphrase, made.data, wrong, FILE) == "passphrase-wrong"
    assert open_by_passphrase(made.data, f" {PHRASE} ", FILE) == made.key


def test_a_slip_in_the_code_is_told_from_another_code(made: NewKey) -> None:
    """One letter wrong is seen by the code's own check."""
    slip = ("A" if made.code[0] != "A" else "B") + made.code[1:]
    assert refused(open_by_code, made.data, slip, FILE) == "recovery-code-unreadable"
    assert open_by_code(made.data, made.code.lower().replace("-", " "), FILE) == made.key


def test_another_passphrase_leaves_the_code_as_it_was(made: NewKey) -> None:
    """Only the wrapping is new: the key stays, the old passphrase opens nothing."""
    changed = with_passphrase(made.data, made.key, "noe helt annet nå", FILE, cost=LIGHT)
    assert open_by_passphrase(changed, "noe helt annet nå", FILE) == made.key
    assert open_by_code(changed, made.code, FILE) == made.key
    assert refused(open_by_passphrase, changed, PHRASE, FILE) == "passphrase-wrong"


def test_a_new_code_leaves_the_passphrase_as_it_was(made: NewKey) -> None:
    """The code on the lost paper opens nothing any more."""
    changed, code = with_new_code(made.data, made.key, FILE)
    assert open_by_code(changed, code, FILE) == open_by_passphrase(changed, PHRASE, FILE) == made.key
    assert refused(open_by_code, changed, made.code, FILE) == "profile-code-foreign"


def test_nothing_secret_stands_in_the_file_or_the_value(made: NewKey) -> None:
    """Neither key nor code can be read from the file, and neither is printed with the value."""
    assert made.key not in made.data
    assert made.code.encode() not in made.data
    assert repr(made) == "NewKey()"


def _with(data: bytes, **values: object) -> bytes:
    return json.dumps({**json.loads(data), **values}).encode()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"version": 2}, "profile-key-newer"),
        ({"surprise": 1}, "profile-key-damaged"),
        ({"memory": 2**40}, "profile-key-damaged"),
        ({"operations": 0}, "profile-key-damaged"),
        ({"recovery": None}, "profile-key-damaged"),
        ({"type": "kursapp-safe"}, "profile-key-damaged"),
        ({"sealed": "AAAA"}, "passphrase-wrong"),
    ],
)
def test_what_is_not_ours_is_refused(made: NewKey, change: dict[str, object], code: str) -> None:
    """Another version, an unknown field, a cost that would lock up the machine, a changed seal."""
    data = _with(made.data, **change)
    assert refused(open_by_passphrase, data, PHRASE, FILE) == code
    assert is_sound(data) == (code == "passphrase-wrong")


@pytest.mark.parametrize("data", [b"", b"\0" * 200, b"{}", b"[" * 5000, b"\xff\xfe", b'"' * 9])
def test_a_damaged_file_is_said_to_be_damaged(data: bytes) -> None:
    """Whatever the bytes are."""
    assert refused(open_by_passphrase, data, PHRASE, FILE) == "profile-key-damaged"
    assert not is_sound(data)


def test_a_changed_recovery_seal_is_damage(made: NewKey) -> None:
    """The code is right, the seal is not what was made."""
    recovery = {**json.loads(made.data)["recovery"], "sealed": "AAAA"}
    assert refused(open_by_code, _with(made.data, recovery=recovery), made.code, FILE) == "profile-key-damaged"
