"""A real PostgreSQL for tests and benchmarks: a cluster of its own in a temporary folder, reached by a socket there."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg

USERS = ("postgres", "nobody")
"""Whom the server runs as where the tests run as root, which PostgreSQL refuses to."""

SETTINGS = ("listen_addresses=", "fsync=off", "max_connections=40", "shared_buffers=128MB", "autovacuum=off")


def find_programs() -> Path:
    """Return the folder of ``initdb`` and ``pg_ctl``: the newest of what is installed.

    Raises FileNotFoundError where there is none: a machine that tests needs a server (``.ci/prepare``).
    """
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: int(place.parent.name), reverse=True)
    found = shutil.which("initdb")
    places += [Path(found).resolve().parent] if found else []
    for place in places:
        if (place / "initdb").exists() and (place / "pg_ctl").exists():
            return place
    raise FileNotFoundError("PostgreSQL is not installed: run .ci/prepare, or install the package postgresql")


class Cluster:
    """A running server. ``databases`` are made at need and share it."""

    def __init__(self, folder: Path, programs: Path, user: str | None) -> None:
        self.folder = folder
        self._programs = programs
        self._user = user

    def start(self) -> None:
        """Start the server and wait until it answers."""
        settings = " ".join(f'-c "{setting}"' for setting in (*SETTINGS, f"unix_socket_directories={self.folder}"))
        self._run("pg_ctl", "-w", "-D", self._data, "-l", str(self.folder / "log"), "-o", settings, "start")

    def stop(self, how: str = "fast") -> None:
        """Stop it: ``fast``, or ``immediate`` as when the power goes."""
        self._run("pg_ctl", "-w", "-D", self._data, "-m", how, "stop")

    def make(self) -> None:
        """Make the cluster's files."""
        self._run("initdb", "-D", self._data, "-U", "kursapp", "--auth=trust", "--encoding=UTF8", "--no-sync")

    def log(self) -> str:
        """Return what the server has written to its log."""
        return (self.folder / "log").read_text("utf-8")

    def new_database(self) -> str:
        """Make an empty database and return its URL."""
        name = f"t{secrets.token_hex(6)}"
        with self.session("postgres") as session:
            session.execute(f'CREATE DATABASE "{name}"'.encode())
        return f"postgresql+psycopg://kursapp@/{name}?host={self.folder}"

    @contextlib.contextmanager
    def session(self, database: str) -> Iterator[psycopg.Connection]:
        """Open a session beside the program's own. ``database`` is a name or a URL given by ``new_database``."""
        name = database.split("?")[0].rsplit("/", 1)[-1]
        with psycopg.connect(host=str(self.folder), user="kursapp", dbname=name, autocommit=True) as session:
            yield session

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def _run(self, program: str, *arguments: str) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        owner: dict[str, object] = {"user": self._user, "group": _group(self._user)} if self._user else {}
        with (self.folder / "steps").open("w+b") as output:
            done = subprocess.run(
                [str(self._programs / program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=self.folder,
                env={**environment, "LC_ALL": "C"},
                extra_groups=[] if owner else None,
                check=False,
                **owner,  # type: ignore[call-overload]
            )
            output.seek(0)
            assert done.returncode == 0, output.read().decode("utf-8", "replace")


@contextlib.contextmanager
def running_cluster() -> Iterator[Cluster]:
    """Make a cluster, start it, and take all of it away at the end."""
    programs = find_programs()
    user = _somebody() if os.getuid() == 0 else None
    # Short and directly under the system's temporary folder: a socket's path has room for a hundred letters.
    folder = Path(tempfile.mkdtemp(prefix="kursapp-pg-"))
    try:
        if user is not None:
            shutil.chown(folder, user, _group(user))
        cluster = Cluster(folder, programs, user)
        cluster.make()
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _somebody() -> str:
    import pwd

    for name in USERS:
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise LookupError(f"none of the users {USERS} is there to run PostgreSQL as")


def _group(user: str) -> int:
    # Only where there are users of that kind: importing this module is part of every test run.
    import pwd

    return pwd.getpwnam(user).pw_gid
