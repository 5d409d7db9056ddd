"""A passphrase opens what it wrapped, and nothing else does."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from nacl.exceptions import RuntimeError as DerivationError
from nacl.pwhash import argon2id

from kursapp.domain.problem import KursappError
from kursapp.vault.passphrases import LIGHT, MOST, STRONG, check_passphrase, stretch, unwrap, wrap


def test_a_secret_comes_back_by_its_passphrase() -> None:
    """What was wrapped is unwrapped."""
    assert unwrap(wrap(b"hemmelig", "fire vanlige ord", LIGHT), "fire vanlige ord") == b"hemmelig"


def test_the_same_letters_typed_on_another_system_open_it() -> None:
    """A Mac composes å of two characters; spaces around are no part of a passphrase."""
    assert unwrap(wrap(b"x", "på tå hev nå", LIGHT), "  pa\u030a ta\u030a hev na\u030a ") == b"x"


@pytest.mark.parametrize("tried", ["Fire vanlige ord", "fire vanlige", "", "fire vanlige ord!", "\ud800"])
def test_another_passphrase_does_not(tried: str) -> None:
    """It is told as a wrong passphrase, never as a crash."""
    with pytest.raises(KursappError) as refused:
        unwrap(wrap(b"hemmelig", "fire vanlige ord", LIGHT), tried)
    assert refused.value.problem.code == "passphrase-wrong"


@pytest.mark.parametrize("change", [lambda b: b[:-1], lambda b: b[:-1] + bytes([b[-1] ^ 1]), lambda _: b""])
def test_a_changed_wrapping_opens_with_nothing(change: object) -> None:
    """Cut, flipped and empty."""
    wrapped = wrap(b"hemmelig", "fire vanlige ord", LIGHT)
    with pytest.raises(KursappError):
        unwrap(replace(wrapped, sealed=change(wrapped.sealed)), "fire vanlige ord")  # type: ignore[operator]


def without_memory(*_words: object) -> bytes:
    """Fail as the library does where it is not given the memory it asks for."""
    raise DerivationError("Unexpected failure in key derivation")


def test_too_little_memory_is_not_told_as_a_wrong_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever knows her passphrase must not be made to doubt it; neither where one is set."""
    wrapped = wrap(b"hemmelig", "fire vanlige ord", LIGHT)
    monkeypatch.setattr(argon2id, "kdf", without_memory)
    for work in (lambda: unwrap(wrapped, "fire vanlige ord"), lambda: wrap(b"x", "fire vanlige ord", STRONG)):
        with pytest.raises(KursappError) as refused:
            work()
        assert refused.value.problem.code == "memory-short"
    assert refused.value.problem.value("megabytes") == "256"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts the memory that is asked for")
def test_the_library_fails_like_that_where_there_is_too_little_memory() -> None:
    """In a process that may not have so much."""
    script = (
        "import resource; from kursapp.vault.passphrases import STRONG, wrap\n"
        "from kursapp.domain.problem import KursappError\n"
        "resource.setrlimit(resource.RLIMIT_AS, (200 << 20, 200 << 20))\n"
        "try: wrap(b'x', 'fire vanlige ord', STRONG)\n"
        "except KursappError as error: print(error.problem.code)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout == "memory-short\n", done.stderr


def test_equal_secrets_under_equal_passphrases_look_different() -> None:
    """Each wrapping has a salt of its own."""
    one, two = wrap(b"x", "fire vanlige ord", LIGHT), wrap(b"x", "fire vanlige ord", LIGHT)
    assert one.salt != two.salt
    assert one.sealed != two.sealed


def test_a_real_passphrase_is_dear_to_try() -> None:
    """The usual cost is libsodium's moderate one: 256 MiB and three passes; and a file cannot ask for the machine."""
    assert STRONG.memory >= 256 * 1024 * 1024
    assert STRONG.operations >= 3
    assert MOST.memory <= 1024 * 1024 * 1024


@pytest.mark.parametrize("short", ["", "demo", "ni tegn:)", "          ni          "])
def test_a_short_passphrase_is_refused(short: str) -> None:
    """Ten characters are the least, spaces around not counted."""
    with pytest.raises(KursappError) as refused:
        check_passphrase(short)
    assert refused.value.problem.code == "passphrase-short"
    assert refused.value.problem.value("least") == "10"


def test_a_long_one_is_not() -> None:
    """Four words are enough."""
    check_passphrase("fire vanlige ord")


def test_stretching_is_the_same_every_time_and_apart_for_each_purpose() -> None:
    """The same data gives the same bytes; another purpose, others."""
    assert stretch(b"x", b"one", LIGHT) == stretch(b"x", b"one", LIGHT)
    assert stretch(b"x", b"one", LIGHT) != stretch(b"x", b"two", LIGHT)
