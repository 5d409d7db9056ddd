"""Courses that came in packages: which there are, what a package is to them, and how one is put in place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursapp.domain.course_changes import CourseChanges
from kursapp.domain.problem import KursappError
from kursapp.services.install_course import InstallCourse, Offer, OfferKind
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.worker import Worker
from tests.small_package import ID, PAGES, second_pages, write_course, write_kurs


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """Return the one worker these tests share."""
    with Worker() as shared:
        yield shared


class Laptop:
    """A folder of installed courses, and what is taken from it."""

    def __init__(self, place: Path, worker: Worker) -> None:
        self.place = place
        self.root = place / "courses"
        self.reader = CourseReader(worker, place / "cache")
        self.installer = InstallCourse(self.root)
        self.taken: dict[str, OpenedCourse] = {}

    def package(self, version: str, pages: dict[str, str] | None = None, name: str = "") -> Path:
        """Return a package of the course in some version."""
        name = name or version
        return write_kurs(write_course(self.place / name, version, pages), self.place / f"{name}.kurs", version)

    def offer(self, file: Path) -> Offer:
        """Look at a package."""
        return self.installer.offer(file, self.reader, self.taken.get)

    def install(self, file: Path) -> OpenedCourse:
        """Install a package."""
        opened = self.installer.take(self.offer(file), self.reader)
        self.taken[opened.course.id] = opened
        return opened

    def refusal(self, file: Path) -> str:
        """Return why a package is refused; nothing of it is left."""
        before = sorted(self.root.rglob("*"))
        with pytest.raises(KursappError) as refused:
            self.offer(file)
        assert sorted(self.root.rglob("*")) == before
        return refused.value.problem.code


@pytest.fixture
def laptop(tmp_path: Path, worker: Worker) -> Laptop:
    """Return a laptop without courses."""
    return Laptop(tmp_path, worker)


def test_a_new_course_is_put_in_place(laptop: Laptop) -> None:
    """Under its id and version, with nothing else left beside it; looked at once more, it is there already."""
    file = laptop.package("1.0.0")
    assert laptop.offer(file).kind is OfferKind.NEW
    opened = laptop.install(file)
    assert opened.root == laptop.root / ID / "1.0.0"
    assert laptop.installer.folders() == (opened.root,)
    again = laptop.offer(file)
    assert again.kind is OfferKind.SAME
    laptop.installer.put_away(again)
    assert not again.place.exists()


def test_a_newer_version_says_what_it_changes_and_takes_over(laptop: Laptop) -> None:
    """Three pages changed, one gone, one new; the old one stays until nothing can be shown from it."""
    old = laptop.install(laptop.package("1.9"))
    offer = laptop.offer(laptop.package("1.10", second_pages()))
    assert (offer.kind, offer.earlier) == (OfferKind.UPDATE, "1.9")
    assert offer.changes == CourseChanges(("side-a", "side-b", "side-c"), ("side-e",), ("side-f",))
    new = laptop.installer.take(offer, laptop.reader)
    assert laptop.installer.folders() == (new.root,)
    assert old.root.exists()
    laptop.installer.tidy()
    assert not old.root.exists()
    assert new.root.exists()


def test_a_page_that_was_only_moved_is_not_changed(laptop: Laptop) -> None:
    """Another place in the file changes nothing a participant sees on the page; another picture does."""
    laptop.install(laptop.package("1", PAGES))
    assert not laptop.offer(laptop.package("2", dict(reversed(PAGES.items())))).changes


def test_a_page_that_speaks_of_a_file_does_not_change_with_it(laptop: Laptop) -> None:
    """The cover has another version in it, and the page only says what it is called."""
    pages = PAGES | {"side-a": PAGES["side-a"] + "\nSe i kurs.md og dag-1/svaret.md.\n"}
    laptop.install(laptop.package("1", pages))
    assert not laptop.offer(laptop.package("2", pages)).changes


def test_another_picture_under_the_same_name_is_another_page(laptop: Laptop) -> None:
    """The words are the same, and what is shown is not."""
    figure = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="{n}" height="9"/></svg>'
    pages = PAGES | {"side-a": PAGES["side-a"] + '\n![Et kart](../media/kart.svg "Kart")\n'}
    files = []
    for version in ("1", "2"):
        course = write_course(laptop.place / version, version, pages)
        (course / "media").mkdir()
        (course / "media" / "kart.svg").write_text(figure.format(n=version))
        files.append(write_kurs(course, laptop.place / f"{version}.kurs", version))
    laptop.install(files[0])
    assert laptop.offer(files[1]).changes == CourseChanges(("side-a",))


def test_older_and_other_are_refused(laptop: Laptop) -> None:
    """An older version, and the same version with other content; a version with a nought more is the same."""
    laptop.install(laptop.package("2.0"))
    assert laptop.refusal(laptop.package("1.9")) == "package-older"
    assert laptop.refusal(laptop.package("2.0", second_pages(), "annet")) == "package-other-content"
    assert laptop.refusal(laptop.package("2")) == "package-other-content"


def test_an_installed_course_that_is_damaged_gives_way(laptop: Laptop) -> None:
    """The same package heals it; an older one does not take its place."""
    file = laptop.package("2")
    opened = laptop.install(file)
    (opened.root / "dag-1" / "svaret.md").unlink()
    laptop.taken.clear()
    assert laptop.refusal(laptop.package("1")) == "package-older"
    assert (laptop.install(file).root / "dag-1" / "svaret.md").exists()
    assert [path.name for path in (laptop.root / ID).iterdir()] == ["2"]


def test_what_does_not_belong_is_left_alone(laptop: Laptop) -> None:
    """A folder without a cover, or that is not called as a version, is neither shown nor removed."""
    laptop.install(laptop.package("1"))
    for name in ("2", "min-kopi"):
        (laptop.root / ID / name).mkdir()
    (laptop.root / ID / "min-kopi" / "kurs.md").write_text("x")
    laptop.installer.tidy()
    assert [folder.name for folder in laptop.installer.folders()] == ["1"]
    assert (laptop.root / ID / "min-kopi").exists()
    assert InstallCourse(laptop.place / "finnes-ikke").folders() == ()


def test_the_power_may_go_at_any_moment(tmp_path: Path, project: Path) -> None:
    """Killed at every step of an installation, the next start finds all of the old version or all of the new."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.services.killed_install", str(tmp_path / "courses")],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project)},
        capture_output=True,
        check=True,
        timeout=120,
    )
    states = json.loads(done.stdout)
    versions = [version for version, _whole in states]
    assert all(whole for _version, whole in states)
    assert versions == sorted(versions), "once the new one is there, it stays"
    assert {"1", "2"} == set(versions)
    assert len(states) > 10
