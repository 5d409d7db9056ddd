"""The list of profiles on this laptop: a folder each, with a small card and the profile's database.

Loads no SQLAlchemy, since the list is read at the very start. There is no file for the list as a whole, so none can be
damaged or fought over: a profile whose card is lost is still listed, under its folder's name.
"""

from __future__ import annotations

import contextlib
import json
import re
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kursapp.domain.problem import KursappError, refusal
from kursapp.domain.record import Profile
from kursapp.files.failure import read_failure, write_failure
from kursapp.files.folder import check_data_folder
from kursapp.files.folders import move_folder, remove_folder
from kursapp.files.writing import SUFFIX, sync_folder, write_text
from kursapp.storage.key_file import is_locked

CARD = "profil.json"
DATABASE = "profil.db"
LONGEST_NAME = 80

_VERSION = 1
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


class ProfileList:
    """The profiles under a data folder. Two may have the same name; each has an id of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "profiler"

    @property
    def folder(self) -> Path:
        """Return the folder the profiles' folders are in."""
        return self._folder

    def all(self) -> tuple[Profile, ...]:
        """Return every profile, the one used last first. Raises KursappError ``file-not-read``."""
        try:
            if not self._folder.is_dir():
                return ()
            folders = [path for path in self._folder.iterdir() if _ID.fullmatch(path.name) and path.is_dir()]
        except OSError as error:
            # A disk that does not answer is no empty list: she would be asked to begin anew.
            raise read_failure(error, self._folder) from error
        found = [self._read(folder) for folder in folders]
        return tuple(sorted(found, key=lambda profile: (profile.used_at, profile.id), reverse=True))

    def get(self, profile_id: str) -> Profile | None:
        """Return one profile, or None where there is none of this id. Raises KursappError ``file-not-read``."""
        folder = self._folder / profile_id
        try:
            return self._read(folder) if _ID.fullmatch(profile_id) and folder.is_dir() else None
        except OSError as error:
            raise read_failure(error, folder) from error

    def create(self, name: str, at: datetime) -> Profile:
        """Make a profile with a card and no database yet.

        Raises KursappError: ``profile-name-missing``, ``network-folder``, ``folder-unwritable``, ``disk-full``.
        """
        shown = _shown(name)
        if check_data_folder(self._folder).read_only:
            raise refusal("folder-unwritable", folder=self._folder)
        profile = Profile(new_id(shown), shown, at, at)
        try:
            (self._folder / profile.id).mkdir(mode=0o700)
            sync_folder(self._folder)
        except OSError as error:
            raise write_failure(error, self._folder / profile.id) from error
        self._write(profile)
        return profile

    def admit(self, profile: Profile, place: Path) -> Profile:
        """Take in a profile whose database lies in the temporary folder ``place``: whole, or not at all.

        Raises KursappError: ``folder-not-empty`` where its id is taken, and as ``files.folders.move_folder``.
        """
        _write_card(place / CARD, profile)
        move_folder(place, self._folder / profile.id)
        return profile

    def tidy(self) -> None:
        """Remove what a killed program left: copies on their way to or from this machine. Nobody is using any."""
        for path in self._folder.glob(f".*{SUFFIX}"):
            with contextlib.suppress(OSError):
                remove_folder(path) if path.is_dir() else path.unlink()

    def rename(self, profile_id: str, name: str) -> Profile:
        """Give a profile another name; its id and folder stay.

        Raises KursappError ``file-not-read`` where its card cannot be read: what else it says would be lost.
        """
        shown = _shown(name)
        folder = self._existing_folder(profile_id)
        try:
            profile = replace(_profile(folder, _card(folder)), name=shown)
        except OSError as error:
            raise read_failure(error, folder / CARD) from error
        self._write(profile)
        return profile

    def used(self, profile_id: str, at: datetime) -> Profile:
        """Remember when a profile was used, where that can be written: a full disk keeps nobody from what is on it.

        It is then the one used last, also where another has been used while the clock was ahead. It is left undone
        where the card is there and cannot be read, too: one written now would lack the name.
        """
        folder = self._existing_folder(profile_id)
        profile = replace(self._read(folder), used_at=at)
        with contextlib.suppress(KursappError, OSError):
            others = (each.used_at for each in self.all() if each.id != profile_id)
            used_at = max(at, _just_after(max(others, default=_LONG_AGO)))
            profile = replace(_profile(folder, _card(folder)), used_at=used_at)
            self._write(profile)
        return profile

    def database(self, profile_id: str) -> Path:
        """Return where a profile's database is or will be."""
        self._existing_folder(profile_id)
        return self._folder / profile_id / DATABASE

    def is_locked(self, profile_id: str) -> bool:
        """Say whether a profile's database is under a passphrase. Quick enough for the first paint."""
        return is_locked(self.database(profile_id))

    def _existing_folder(self, profile_id: str) -> Path:
        if self.get(profile_id) is None:
            raise refusal("profile-missing", file=profile_id, folder=self._folder)
        return self._folder / profile_id

    def _read(self, folder: Path) -> Profile:
        # A card that cannot be read costs the name, never the profile.
        with contextlib.suppress(OSError):
            return _profile(folder, _card(folder))
        return _profile(folder, {})

    def _write(self, profile: Profile) -> None:
        _write_card(self._folder / profile.id / CARD, profile)


def _profile(folder: Path, card: Mapping[str, object]) -> Profile:
    name = card.get("name")
    return Profile(
        folder.name,
        (_tidy(name) if isinstance(name, str) else "") or folder.name,
        _moment(card.get("created_at")),
        _moment(card.get("used_at")),
    )


def new_id(name: str) -> str:
    """Return an id for a profile of this name, which no other has."""
    return f"{_slug(name)}-{secrets.token_hex(4)}"


def _card(folder: Path) -> Mapping[str, object]:
    """Return what the card of a profile says; nothing where it is gone or damaged. Raises OSError."""
    try:
        data = (folder / CARD).read_bytes()
    except FileNotFoundError:
        return {}
    with contextlib.suppress(ValueError, RecursionError):
        read = json.loads(data.decode("utf-8"))
        return read if isinstance(read, dict) else {}
    return {}


def _write_card(path: Path, profile: Profile) -> None:
    card = {
        "version": _VERSION,
        "name": profile.name,
        "created_at": profile.created_at.astimezone(UTC).isoformat(),
        "used_at": profile.used_at.astimezone(UTC).isoformat(),
    }
    write_text(path, json.dumps(card, ensure_ascii=False, indent=2) + "\n")


def _tidy(name: str) -> str:
    """Return a name on one line, as every file that carries it holds it: a card may have been written by hand.

    Half a character, which no file can hold, is left out.
    """
    whole = name.encode("utf-8", "ignore").decode("utf-8")
    return " ".join(whole.split())[:LONGEST_NAME].strip()


def _shown(name: str) -> str:
    shown = _tidy(name)
    if not shown:
        raise refusal("profile-name-missing")
    return shown


def _slug(name: str) -> str:
    plain = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:30].strip("-") or "profil"


def _just_after(moment: datetime) -> datetime:
    try:
        return moment + timedelta(microseconds=1)
    except OverflowError:
        return moment


def _moment(value: object) -> datetime:
    if isinstance(value, str):
        with contextlib.suppress(ValueError):
            moment = datetime.fromisoformat(value)
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return _LONG_AGO
