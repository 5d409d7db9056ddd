"""Before and after packing: what is other since the last package, which keys are, and what is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kursapp.content.package import kept_manifest
from kursapp.domain.course_changes import CourseChanges
from kursapp.domain.problem import KursappError
from kursapp.services.install_course import InstallCourse
from kursapp.services.open_course import CourseReader
from kursapp.services.pack_history import FILE, PackHistory
from kursapp.services.plan_package import NamedQuestion, PackPlan, pack_planned, plan_package
from kursapp.worker import Worker
from tests.small_package import PAGES, write_course

NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """Return the one worker these tests share."""
    with Worker() as shared:
        yield shared


class Author:
    """A draft, and what is packed of it."""

    def __init__(self, place: Path, worker: Worker) -> None:
        self.place = place
        self.folder = write_course(place / "kurs")
        self.history = PackHistory(place / "author")
        self.reader = CourseReader(worker, place / "cache")

    def plan(self) -> PackPlan:
        return plan_package(self.reader.open(self.folder), self.history)

    def pack(self, words: str = "", *corrections: str) -> Path:
        target = self.place / "ut.kurs"
        return pack_planned(self.reader, self.folder, target, words, corrections, self.history, NOW).path

    def change(self, old: str, new: str, file: str = "dag-1/svaret.md") -> None:
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def author(tmp_path: Path, worker: Worker) -> Author:
    """Return an author with a course that was never packed."""
    return Author(tmp_path, worker)


def test_a_course_never_packed(author: Author) -> None:
    """Nothing to compare with: the version is the course's own."""
    plan = author.plan()
    assert (plan.version, plan.suggested, plan.last, plan.errors) == ("1.0.0", "1.0.0", None, 0)
    assert not plan.changes
    assert plan.titles["side-a"] == "Hva du sier"


def test_what_is_other_since_the_last_package(author: Author) -> None:
    """Pages, and the questions whose key is another; a version that says so."""
    author.pack("Første utgave.")
    author.change("Takk for", "Tusen takk for")
    plan = author.plan()
    assert (plan.changes, plan.suggested, plan.rekeyed) == (CourseChanges(("side-a",)), "1.0.1", ())
    assert (plan.last.version, plan.last.note, plan.last.at) == ("1.0.0", "Første utgave.", NOW)
    author.change("- [x] Hva", "- [ ] Hva")
    author.change("- [ ] Hvem", "- [x] Hvem")
    plan = author.plan()
    assert plan.rekeyed == (NamedQuestion("sp-forst", "Hva spør du om først?"),)
    assert (plan.suggested, plan.carried) == ("1.1.0", ())


def test_a_correction_goes_on_in_later_packages(author: Author) -> None:
    """Somebody may skip 1.1: what it corrected is offered again in 1.2, as long as the question is there."""
    author.pack()
    author.pack("Vi tok feil.", "sp-forst")
    assert [each.id for each in author.plan().rekeyed] == ["sp-forst"]
    assert author.plan().carried == ("sp-forst",)
    author.change(PAGES["side-b"], "## Noe annet\n<!-- id: side-b -->\n\nOrd.\n")
    assert author.plan().carried == ()


def test_a_key_that_was_changed_and_not_corrected_can_be_corrected_later(author: Author) -> None:
    """The tick was forgotten in 1.1; it can be set in 1.2, and nothing more is new for that."""
    author.pack()
    author.change("- [x] Hva", "- [ ] Hva")
    author.change("- [ ] Hvem", "- [x] Hvem")
    author.pack("Uten krysset.")
    plan = author.plan()
    assert [each.id for each in plan.rekeyed] == ["sp-forst"]
    assert (plan.carried, plan.suggested) == ((), "1.0.0")


def test_the_note_travels_with_its_correction(author: Author, tmp_path: Path) -> None:
    """Words for people, and the question by id for the program."""
    file = author.pack("Vi tok feil.", "sp-forst")
    offer = InstallCourse(tmp_path / "courses").offer(file, author.reader, lambda _id: None)
    assert (offer.note, offer.corrects) == ("Vi tok feil.", True)
    assert kept_manifest(offer.opened.root) == offer.about
    assert list(offer.opened.corrections) == ["sp-forst"]


def test_what_cannot_be_packed_is_not_remembered(author: Author) -> None:
    """A note that corrects a question the course has not."""
    with pytest.raises(KursappError) as refused:
        author.pack("", "sp-borte")
    assert refused.value.problem.code == "package-correction-unknown"
    assert author.plan().last is None


@pytest.mark.parametrize("spoilt", [b"", b"{", b'[{"version": 1}]', b"\xff"])
def test_a_spoilt_history_costs_the_comparison_only(author: Author, spoilt: bytes) -> None:
    """The course can be packed as if it never was before, and is remembered from then on."""
    author.pack()
    (author.place / "author" / FILE).write_bytes(spoilt)
    assert author.plan().last is None
    author.pack()
    assert author.plan().last.version == "1.0.0"
