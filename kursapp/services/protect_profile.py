"""A profile under a passphrase: setting one, changing it, taking it away, and finishing what was broken off.

The profile is closed meanwhile. Whatever is broken off, the database is whole and either under its key or not, and
the database says which (``storage.key_file``): the key file is written before, and goes after. What lies beside it
is brought along afterwards, at the next opening if need be: until then the copy of the key file is not there.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kursapp.domain.problem import KursappError, refusal
from kursapp.files.erasing import erase
from kursapp.files.set_aside import move_aside
from kursapp.files.writing import sync_names
from kursapp.storage.key_file import KEY_FILE, is_locked, key_files, read_key_files, write_key_file
from kursapp.storage.rekeying import is_any_locked, put_under_key, rekey, take_from_under_key
from kursapp.vault.passphrases import STRONG, Cost, check_passphrase
from kursapp.vault.profile_key import (
    NewKey,
    is_sound,
    new_profile_key,
    open_by_code,
    open_by_passphrase,
    with_new_code,
    with_passphrase,
)

OF_THE_FILE = frozenset({"profile-key-damaged", "profile-key-newer"})
"""What is wrong with a key file, and not with what was typed."""


class Made(Protocol):
    """A key and its file, as ``new_key`` makes them."""

    @property
    def key(self) -> bytes:
        """Return the key."""

    @property
    def data(self) -> bytes:
        """Return the key file."""


def new_key(passphrase: str, cost: Cost = STRONG) -> NewKey:
    """Make the key of a profile that is to have a passphrase; nothing is written yet.

    It takes half a second. Raises KursappError: ``passphrase-short``.
    """
    check_passphrase(passphrase)
    return new_profile_key(passphrase, cost)


def unlock(database: Path, passphrase: str) -> bytes:
    """Return a locked profile's key; half a second. Raises KursappError as ``vault.profile_key``."""
    return _opened(database, open_by_passphrase, passphrase)


def unlock_by_code(database: Path, code: str) -> bytes:
    """Return a locked profile's key by its recovery code. Raises KursappError as ``vault.profile_key``."""
    return _opened(database, open_by_code, code)


def set_passphrase(database: Path, made: Made, at: datetime) -> tuple[Path, ...]:
    """Put a profile and all that lies beside it under a key, and return the files that are still in clear.

    They are few or none (where a disk is full), and are seen to at the next opening. Raises KursappError:
    ``profile-has-passphrase``, and as ``storage.rekeying.rekey``: the profile is then without a passphrase as before.
    """
    if is_locked(database):
        raise refusal("profile-has-passphrase")
    settle(database, None, at)
    first, _copy = key_files(database)
    write_key_file(first, made.data)
    try:
        rekey(database, None, made.key)
    except BaseException:
        if not is_locked(database):
            erase(first)
        raise
    return settle(database, made.key, at)


def change_passphrase(database: Path, key: bytes, passphrase: str, cost: Cost = STRONG) -> None:
    """Give a profile another passphrase; the recovery code stays. Raises KursappError: ``passphrase-short``, …"""
    check_passphrase(passphrase)
    folder = str(database.parent)
    keep(database, with_passphrase(best_key_file(database), key, passphrase, KEY_FILE, folder, cost))


def new_code(database: Path, key: bytes) -> tuple[bytes, str]:
    """Make another recovery code: return the key file that is to be kept (``keep``), and the code."""
    return with_new_code(best_key_file(database), key, KEY_FILE, str(database.parent))


def keep(database: Path, data: bytes) -> None:
    """Keep a key file in place of the one there is: what opened that alone opens nothing any more."""
    first, copy = key_files(database)
    # The copy comes first: as long as the file itself is the old one, the old one counts.
    write_key_file(copy, data)
    try:
        write_key_file(first, data)
    except KursappError:
        if data not in read_key_files(database)[:1]:
            raise


def write_sheet(name: str, code: str, path: Path, language: str, at: datetime) -> None:
    """Write a sheet with the recovery code, to be printed. Raises KursappError as ``files.writing``."""
    from kursapp.export.profile_sheet import write_profile_sheet

    write_profile_sheet(name, code, at.astimezone().date(), language, path)


def remove_passphrase(database: Path, key: bytes, at: datetime) -> None:
    """Take a profile and all that lies beside it out from under its key.

    Raises KursappError as ``storage.rekeying.rekey``: the profile is then under its passphrase as before.
    """
    _first, copy = key_files(database)
    _erase(copy)
    try:
        left = take_from_under_key(database, key)
        rekey(database, key, None)
    except BaseException:
        with contextlib.suppress(KursappError):
            settle(database, key, at)
        raise
    _forget_key(database, at, is_needed=bool(left))


def settle(database: Path, key: bytes | None, at: datetime) -> tuple[Path, ...]:
    """Finish what was broken off, and return the files that are still in clear. Done at every opening.

    The database itself may be open; it is not touched. Raises KursappError as ``files.writing``.
    """
    if not is_locked(database):
        _forget_key(database, at, is_needed=is_any_locked(database))
        return ()
    found = read_key_files(database)
    if key is None or found[:1] == found[1:]:
        return ()
    data = best_key_file(database)
    left = put_under_key(database, key)
    first, copy = key_files(database)
    write_key_file(first, data)
    if not left:
        write_key_file(copy, data)
    return left


def _forget_key(database: Path, at: datetime, *, is_needed: bool) -> None:
    """Remove the key file of a profile that has no passphrase; it is set aside where something damaged may need it."""
    first, copy = key_files(database)
    _erase(copy)
    if first.exists() and is_needed:
        move_aside(first, at)
    else:
        _erase(first)


def _erase(path: Path) -> None:
    if not erase(path):
        raise refusal("file-not-written", file=path.name, folder=path.parent, reason="unlink")
    if path.parent.is_dir():
        sync_names(path.parent)


def _opened(database: Path, opens: Callable[[bytes, str, str, str], bytes], secret: str) -> bytes:
    """Return the key by whichever of the two files the secret opens, which then counts.

    They differ where a change was broken off: what she was told then was neither that it was done nor that it was not.
    """
    refused = refusal("profile-key-missing", file=KEY_FILE, folder=database.parent)
    for number, data in enumerate(dict.fromkeys(read_key_files(database))):
        try:
            key = opens(data, secret, KEY_FILE, str(database.parent))
        except KursappError as error:
            # That a file is damaged is worth telling only where the other does not open either.
            refused = refused if number and error.problem.code in OF_THE_FILE else error
        else:
            if number:
                with contextlib.suppress(KursappError):
                    write_key_file(key_files(database)[0], data)
            return key
    raise refused


def best_key_file(database: Path) -> bytes:
    """Return the key file, or its copy where that is damaged. Raises KursappError: ``profile-key-missing``, …"""
    found = read_key_files(database)
    if not found:
        raise refusal("profile-key-missing", file=KEY_FILE, folder=database.parent)
    return next(filter(is_sound, found), found[0])
