"""What a passphrase costs: finding the key, opening an encrypted profile, saving in it durably, and locking it all."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psutil

from benchmarks.answering import answering, write_through
from benchmarks.figure import Figure
from benchmarks.flagship import flagship
from benchmarks.measure import best, percentile, processor_seconds, seconds
from benchmarks.scale import of
from kursapp.domain.problem import KursappError
from kursapp.domain.record import Field
from kursapp.services.clock import SystemClock
from kursapp.services.protect_profile import new_key, set_passphrase, unlock
from kursapp.storage.participant.profile_file import ProfileFile, open_profile
from kursapp.vault.profile_key import NewKey

PHRASE = "agurk bamboo dragen elvene"
UNLOCK_MARK = 1.0
"""Seconds of the processor: slow to guess, and still quicker than one can get annoyed."""

SAVES = of(200, 10)
SAVE_MARK = 1.5
"""Times a durable save in clear, where the disk is what one waits for."""


def measure() -> list[Figure]:
    """Measure a passphrase on a profile that holds a year's writing."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = new_key(PHRASE)
        with answering(flagship(), folder / "plain") as desk:
            for question in desk.questions:
                desk.answer(question)
        plain = folder / "plain" / "profil.db"
        locked = folder / "locked" / "profil.db"
        locked.parent.mkdir()
        locked.write_bytes(plain.read_bytes())
        locking = seconds(partial(set_passphrase, locked, made, SystemClock().now()))
        return [
            *_unlocking(locked),
            *_opening(plain, locked, made),
            *_saving(plain, locked, made, folder),
            Figure("putting a profile under its key", locking, "s", None, f"{plain.stat().st_size // 1024} KiB"),
        ]


def _unlocking(locked: Path) -> list[Figure]:
    """Try the right passphrase and a wrong one: both are to take the same time."""
    resting = psutil.Process().memory_info().rss
    found, wrong = (
        min(processor_seconds(work) for _ in range(3))
        for work in (partial(unlock, locked, PHRASE), partial(_refused, locked))
    )
    waited = best(partial(unlock, locked, PHRASE), 3)
    peak = _peak_while(partial(unlock, locked, PHRASE)) - resting
    note = f"Argon2id, 3 passes; a wrong passphrase {wrong:.2f}; by the clock {waited:.2f}"
    return [
        Figure("finding a profile's key", found, "s", UNLOCK_MARK, note),
        Figure("memory while it is found", peak / 2**20, "MiB"),
    ]


def _refused(locked: Path) -> None:
    try:
        unlock(locked, "ikke den rette frasen")
    except KursappError:
        return
    raise AssertionError("a wrong passphrase opened the profile")


def _peak_while(work: Callable[[], object]) -> int:
    """Return the most memory the process had at a look while something was done on another thread."""
    import threading

    thread = threading.Thread(target=work)
    thread.start()
    most = 0
    while thread.is_alive():
        most = max(most, psutil.Process().memory_info().rss)
        thread.join(0.005)
    return most


def _opening(plain: Path, locked: Path, made: NewKey) -> list[Figure]:
    clear, coded = (best(partial(_open, path, key)) * 1000 for path, key in ((plain, None), (locked, made.key)))
    return [Figure("opening a profile under a key", coded, "ms", None, f"in clear {clear:.1f}")]


def _open(path: Path, key: bytes | None) -> None:
    open_profile(path, key=key).close()


def _saving(plain: Path, locked: Path, made: NewKey, folder: Path) -> list[Figure]:
    """Save by turns in both, so that the machine's mood is shared."""
    files = open_profile(plain), open_profile(locked, key=made.key)
    took: tuple[list[float], list[float]] = ([], [])
    for number in range(SAVES):
        for file, times in zip(files, took, strict=True):
            times.append(seconds(partial(_save, file, number)) * 1000)
    for file in files:
        file.close()
    bare = [seconds(partial(write_through, folder / "bare")) * 1000 for _ in range(SAVES)]
    clear, coded = (percentile(times, 50) for times in took)
    note = f"{coded:.2f} ms, in clear {clear:.2f}, 4 KiB written through {percentile(bare, 50):.2f}"
    return [Figure("a durable save under a key / in clear, half", coded / clear, "×", SAVE_MARK, note)]


def _save(file: ProfileFile, number: int) -> None:
    words = f"Det jeg tenkte om tilsynet, for {number}. gang. " * 10
    file.fields.save(Field("kurs", "rf-hvem", "", words, SystemClock().now()))
