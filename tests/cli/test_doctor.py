"""``kursapp doctor`` finds what is wrong, says what to do about it, and changes nothing."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kursapp.domain.record import Draft
from kursapp.services.coordinator_door import CoordinatorDoor
from kursapp.services.doctor import machine
from kursapp.services.protect_profile import new_key, set_passphrase
from kursapp.storage.connection import connect_plainly
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import ProfileList
from kursapp.vault import passphrases
from kursapp.vault.passphrases import Cost
from tests.cli.conftest import Done
from tests.postgres import Cluster
from tests.services.coordinator.office_world import PASSPHRASE, HandClock, OfferedPages, draft

AT = datetime.now(UTC) - timedelta(days=1)
Command = Callable[..., Done]


@pytest.fixture(autouse=True)
def own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let a try at a passphrase cost little, nothing be set outside, and one small course be on the shelf."""
    monkeypatch.setattr("kursapp.services.coordinator_door.STRONG", passphrases.LIGHT)
    for name in ("KURSAPP_PASSPHRASE", "KURSAPP_COLLECTION_URL"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    (tmp_path / "kurs").mkdir()
    monkeypatch.setattr("kursapp.paths.bundled_courses", lambda: tmp_path / "kurs")


@pytest.fixture
def database(own_data_folder: Path) -> Path:
    """Make a profile with something written, and a backup of it."""
    profiles = ProfileList(own_data_folder)
    kari = profiles.create("Kari", AT)
    path = profiles.database(kari.id)
    with contextlib.closing(open_profile(path, create=True)) as profile:
        profile.drafts.save(Draft("kurs", "notat", "mitt", AT))
        profile.back_up(AT)
    profiles.used(kari.id, AT + timedelta(minutes=1))
    return path


def content(folder: Path) -> dict[str, bytes]:
    """Return every file under a folder but the cache of courses, which is anybody's to fill."""
    files = (path for path in folder.rglob("*") if path.is_file() and "cache" not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def found(command: Command, *words: str | Path) -> tuple[int, list[str], dict[str, object]]:
    """Return the exit code, the codes of what was found, and everything that was said."""
    done = command("doctor", "--format", "json", *words)
    said = json.loads(done.out)
    return done.code, [each["code"] for each in said["found"]], said


def test_a_sound_machine(command: Command, database: Path, own_data_folder: Path) -> None:
    """Nothing is found, the facts stand there, nothing is another for the looking."""
    before = content(own_data_folder)
    done = command("doctor")
    assert (done.code, "Ingen feil funnet." in done.out) == (0, True)
    assert "Profiler: 1" in done.out
    assert "SQLite: " in done.out
    assert content(own_data_folder) == before


def test_a_machine_where_nothing_is_yet(command: Command, own_data_folder: Path) -> None:
    """The folder is not made for being looked at."""
    code, codes, _said = found(command)
    assert (code, codes) == (0, [])
    assert not (own_data_folder / "profiler").exists()


def test_a_data_folder_that_cannot_be_made(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the way there leads through a file nothing is well, though nothing is there to be damaged."""
    (tmp_path / "fil").write_text("ikke en mappe")
    monkeypatch.setenv("KURSAPP_DATA", str(tmp_path / "fil" / "under" / "data"))
    code, codes, _said = found(command)
    assert code == 1
    assert "folder-unwritable" in codes


def cut(path: Path) -> None:
    """Cut a file off in the middle."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def number(path: Path, pragma: str) -> None:
    """Change a number of the file's header."""
    with contextlib.closing(connect_plainly(path)) as driver:
        driver.execute(f"PRAGMA {pragma}")


def orphan(path: Path) -> None:
    """Write an answer in an attempt there is none of."""
    with contextlib.closing(connect_plainly(path)) as driver:
        driver.execute("INSERT INTO asked VALUES ('f', 'choice', '{}')")
        driver.execute("INSERT INTO answer VALUES (1, 'k', '1', 'q', 'f', 99, '{}', NULL, 1, 1, 1, 1)")


def damage_backup(path: Path) -> None:
    """Damage the only backup."""
    for each in (path.parent / "sikkerhetskopier").glob("*.db"):
        cut(each)


def lose_backups(path: Path) -> None:
    """Remove every backup."""
    shutil.rmtree(path.parent / "sikkerhetskopier")


def set_aside(path: Path) -> None:
    """Leave a file that was set aside."""
    shutil.copyfile(path, path.with_name("profil-skadet-2026-01-01.db"))


def leave_over(path: Path) -> None:
    """Leave a temporary file of a program that was killed long ago."""
    left = path.with_name(".profil.db.12345678.kursapp-tmp")
    left.write_bytes(b"x")
    os.utime(left, (time.time() - 7200, time.time() - 7200))


def open_to_others(path: Path) -> None:
    """Let everybody read the profiles."""
    path.parent.parent.chmod(0o755)


def date_ahead(path: Path) -> None:
    """Let a file be from next year."""
    later = time.time() + 300 * 24 * 3600
    os.utime(path.with_name("profil.json"), (later, later))


def break_settings(path: Path) -> None:
    """Write something that is no settings."""
    (path.parent.parent.parent / "settings.json").write_text("{")


def break_key(path: Path) -> None:
    """Leave a key file that is none."""
    path.with_name("nokkel.json").write_text("{}")


def break_safe(path: Path) -> None:
    """Leave a coordinator's safe that is none."""
    folder = path.parent.parent.parent / "coordinator"
    folder.mkdir(mode=0o700)
    (folder / "safe.json").write_text("{}")


DAMAGES = (
    (cut, "doctor-damaged", 1),
    (lambda path: path.unlink(), "doctor-missing", 1),
    (lambda path: number(path, "user_version=99"), "database-newer", 1),
    (lambda path: number(path, "application_id=7"), "not-a-profile", 1),
    (orphan, "doctor-orphans", 1),
    (damage_backup, "doctor-backup", 0),
    (lose_backups, "doctor-no-backup", 0),
    (set_aside, "doctor-set-aside", 0),
    (leave_over, "doctor-left-overs", 0),
    (open_to_others, "doctor-folder-open", 0),
    (date_ahead, "doctor-clock", 0),
    (break_settings, "doctor-settings", 0),
    (break_key, "doctor-key", 1),
    (break_safe, "safe-damaged", 1),
)


@pytest.mark.parametrize(("damage", "code", "exit_code"), DAMAGES, ids=[code for _damage, code, _exit in DAMAGES])
def test_what_is_wrong_is_found_and_left_as_it_is(
    command: Command, database: Path, own_data_folder: Path, damage: Callable[[Path], None], code: str, exit_code: int
) -> None:
    """Each in a sentence with its remedy; errors exit with 1, what is merely unwise with 0."""
    damage(database)
    before = content(own_data_folder)
    ended, codes, said = found(command)
    assert code in codes
    assert ended == exit_code
    assert content(own_data_folder) == before
    for each in said["found"]:  # type: ignore[attr-defined]
        assert "…" not in each["message"] + each["remedy"]
        assert each["remedy"]


def test_a_disk_that_is_nearly_full(command: Command, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said with how much is left."""
    monkeypatch.setattr(machine, "SCARCE_MB", 1 << 40)
    assert "doctor-disk-nearly-full" in found(command)[1]


def test_a_part_of_the_program_that_is_missing(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named, and the exit code is 1."""
    monkeypatch.setattr("kursapp.cli.doctor._parts", lambda: (tmp_path / "finnes-ikke",))
    code, codes, _said = found(command)
    assert (code, codes) == (1, ["installation-incomplete"])


def test_a_course_that_cannot_be_opened(command: Command, tmp_path: Path) -> None:
    """What is wrong with it is said as everywhere else."""
    (tmp_path / "kurs" / "feil").mkdir()
    (tmp_path / "kurs" / "feil" / "kurs.md").write_bytes(b"\xff\xfe\x00")
    code, codes, said = found(command)
    assert (code, len(codes)) == (1, 1)
    assert said["facts"]["courses"] == "0"  # type: ignore[index]


def test_what_cannot_be_written_to(
    command: Command,
    database: Path,
    own_data_folder: Path,
    sealed: Callable[..., contextlib.AbstractContextManager[None]],
) -> None:
    """A folder that can only be read is told of, and the rest is looked at all the same."""
    (own_data_folder / "cache").mkdir(exist_ok=True)
    with sealed(own_data_folder):
        code, codes, said = found(command)
    assert code == 1
    assert "folder-unwritable" in codes
    assert said["facts"]["profiles"] == "1"  # type: ignore[index]


def test_a_data_folder_on_a_network_drive(command: Command, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an error, whatever else is in order."""
    monkeypatch.setattr("kursapp.files.folder.on_network", lambda _folder: True)
    code, codes, _said = found(command)
    assert (code, "network-folder" in codes) == (1, True)


def test_a_cache_that_cannot_be_written_to(command: Command, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is advice: courses open all the same."""
    command("doctor")
    (database.parent.parent.parent / "cache").mkdir(exist_ok=True)
    monkeypatch.setattr("kursapp.services.doctor.machine.os.access", lambda *_words: False)
    assert "doctor-cache" in found(command)[1]


def test_while_a_window_is_open(command: Command, database: Path) -> None:
    """It says so and exits with 3; what can be looked at is."""
    with contextlib.closing(open_profile(database)) as profile:
        profile.drafts.save(Draft("kurs", "notat", "i arbeid", AT))
        done = command("doctor")
        assert (done.code, "Kursapp er åpen" in done.out) == (3, True)
        assert profile.drafts.of_course("kurs") == {"notat": "i arbeid"}


def test_what_is_locked_is_looked_into_with_the_passphrase(command: Command, database: Path, tmp_path: Path) -> None:
    """Without it is no finding; with it damage is found; a wrong one is told."""
    set_passphrase(database, new_key("fire lange ord her", Cost(1, 8192)), AT)
    code, codes, said = found(command)
    assert (code, codes, said["facts"]["locked"]) == (0, [], "Kari")  # type: ignore[index]
    word = tmp_path / "ord.txt"
    word.write_text("fire lange ord her")
    assert found(command, "--passphrase-file", word)[:2] == (0, [])
    cut(database)
    assert found(command, "--passphrase-file", word)[:2] == (1, ["doctor-damaged"])
    word.write_text("feil")
    assert "passphrase-wrong" in found(command, "--passphrase-file", word)[1]


def test_the_collection_is_looked_into_with_the_passphrase(
    command: Command, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Damage, a damaged backup and a damaged key of a cohort are found; without the passphrase it is locked."""
    coordinator = CoordinatorDoor(own_data_folder, HandClock()).create(PASSPHRASE)
    cohort_id = coordinator.create(draft(), OfferedPages()).id
    coordinator.back_up_now()
    coordinator.close()
    assert found(command)[2]["facts"]["collection"] == "locked"  # type: ignore[index]
    monkeypatch.setenv("KURSAPP_PASSPHRASE", PASSPHRASE)
    assert found(command)[:2] == (0, [])
    path = own_data_folder / "coordinator" / "innsamling.db"
    whole = path.read_bytes()
    path.write_bytes(whole[:4096])
    assert found(command)[:2] == (1, ["doctor-damaged"])
    path.write_bytes(whole)
    key = own_data_folder / "coordinator" / "keys" / f"{cohort_id}.key"
    key.write_bytes(b"x" * 200)
    assert "key-file-damaged" in found(command)[1]


def test_a_server_that_cannot_be_reached(
    command: Command, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told in the words of the window."""
    CoordinatorDoor(own_data_folder, HandClock()).create(PASSPHRASE).close()
    monkeypatch.setenv("KURSAPP_COLLECTION_URL", "postgresql+psycopg://nobody@127.0.0.1:1/none")
    assert any(code.startswith("collection-") for code in found(command)[1])


def test_a_server_that_writes_statements_to_its_log(
    command: Command, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch, postgres: Cluster
) -> None:
    """It is warned of, and nothing is made on the server."""
    CoordinatorDoor(own_data_folder, HandClock()).create(PASSPHRASE).close()
    url = postgres.new_database()
    with postgres.session(url) as session:
        name = url.split("?")[0].rsplit("/", 1)[-1]
        session.execute(f"ALTER DATABASE {name} SET log_statement = 'mod'".encode())
    monkeypatch.setenv("KURSAPP_COLLECTION_URL", url)
    assert found(command)[:2] == (0, ["collection-server-logs"])
    with postgres.session(url) as session:
        made = session.execute("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'kursapp%'").fetchone()
    assert made == (0,)
