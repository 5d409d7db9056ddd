"""Looking at a draft while it is written: always what a check of the same files would find, and nothing is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kursapp.content import live_parsing, parsing
from kursapp.domain.course import Faulty, Figure, Prose
from kursapp.domain.problem import KursappError
from kursapp.services import live_course
from kursapp.services.live_course import LiveCourse, LivePage, Looking
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.worker import Worker, WorkerLimitError

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000100000000a0802000000") + bytes(40)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="3"/></svg>'
A = (
    "---\nid: a\n---\n# A\n\n## Én\n<!-- id: a-en -->\nEn melding. ![kart](media/k.svg)\n\n"
    "### Spørsmål: Hva?\n<!-- id: q1 -->\n- [x] ja\n- [ ] nei\n\n"
    "## To\n<!-- id: a-to -->\nSe [b](b.md#b-en) og [død](borte.md).\n"
)
FILES: Mapping[str, str | bytes] = {
    "kurs.md": "---\nid: k\nversjon: 1.0.0\n---\n# K\n## Dag 1\n- [A](a.md)\n- [B](b.md)\n## Bank\n- [C](c.md)\n",
    "a.md": A,
    "b.md": "---\nid: b\n---\n# B\n## B én\n<!-- id: b-en -->\nTekst.\n",
    "c.md": "---\nid: c\n---\n# C\n### Spørsmål: Bank?\n<!-- id: q3 | bank: d1 -->\n- [x] ja\n- [ ] nei\n",
    "utkast.md": "# Utkast\n## Side\nTekst.\n",
    "begreper.md": "| Begrep | Forklaring |\n|---|---|\n| melding | noe |\n",
    "media/k.svg": SVG,
    "media/ny.png": PNG,
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write the draft and return its folder."""
    folder = tmp_path / "kurs"
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


@pytest.fixture(scope="module")
def looking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Looking]:
    """Return what looks, with one warm worker for these tests."""
    made = Looking(tmp_path_factory.mktemp("cache"))
    made.start()
    yield made
    made.close()


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CourseReader]:
    """Return what opens courses for ``check`` and for participants."""
    made = CourseReader(Worker(), tmp_path_factory.mktemp("cache"))
    yield made
    made.close()


def everything(opened: OpenedCourse) -> tuple[object, ...]:
    """Return all that an opened course tells."""
    sessions = [opened.session(head.id) for head in opened.course.sessions(banks=True)]
    return opened.course, sessions, opened.facts, opened.problems


def page(looking: Looking, root: Path, line: int, file: str = "a.md", text: str = "") -> LivePage:
    """Return the page at a line, of a text in the editor where one is given."""
    found = looking.page(root, {file: text} if text else {}, file, line)
    assert found is not None
    return found


def test_a_look_sees_what_a_check_of_the_same_text_finds(looking: Looking, reader: CourseReader, root: Path) -> None:
    """Outline, sessions, facts and findings are those of the saved course, edit after edit, with the text unsaved."""
    text = A
    for old, new in (("En melding", "To meldinger"), ("## To", "## Tre\nNy side.\n\n## To"), ("[x] ja", "[ ] ja")):
        text = text.replace(old, new)
        live = looking.course(root, {"a.md": text})
        (root / "a.md").write_text(text, encoding="utf-8")
        assert everything(live) == everything(reader.open(root))
    live.close()


def test_the_flagship_is_seen_as_its_check_sees_it(looking: Looking, reader: CourseReader) -> None:
    """A whole real course, and one page of it again by the quick way."""
    flagship = Path(__file__).parents[2] / "courses" / "god-barnevernledelse"
    live, opened = looking.course(flagship, {}), reader.open(flagship)
    assert everything(live) == everything(opened)
    head = next(opened.course.sessions())
    for known in opened.session(head.id).pages:
        assert page(looking, flagship, known.place.first, head.file).page == known


def test_nothing_is_written_to_the_draft(looking: Looking, root: Path) -> None:
    """Neither a look nor a page leaves anything in the folder."""
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    looking.course(root, {"a.md": A + "\nmer"})
    page(looking, root, 6, text=A + "\nog mer")
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


def test_what_another_program_wrote_is_seen(looking: Looking, root: Path) -> None:
    """Files that are not open in the editor are as they are on the disk now."""
    looking.course(root, {})
    (root / "b.md").write_text("---\nid: b\n---\n# Ny tittel\n## B én\n<!-- id: b-en -->\nTekst.\n", encoding="utf-8")
    titles = [head.title for head in looking.course(root, {}).course.sessions()]
    assert titles == ["A", "Ny tittel"]


def test_every_id_has_its_line_and_every_line_its_page(looking: Looking, root: Path) -> None:
    """The outline goes to a line by an id, and the editor to a page by a line; banks too."""
    live = looking.course(root, {})
    assert (live.lines["a"], live.lines["a-en"], live.lines["q1"], live.lines["a-to"]) == (1, 6, 10, 15)
    assert live.lines[live.course.modules[0].id] == 6
    assert live.place_of("a-to") == ("a.md", 15)
    assert live.place_of("q3") == ("c.md", 5)
    assert live.place_of("borte") is None
    assert live.page_at("a.md", 1) == ("a", "a-en")
    assert live.page_at("a.md", 14) == ("a", "a-en")
    assert live.page_at("a.md", 15) == ("a", "a-to")
    assert live.page_at("kurs.md", 1) is None


def test_the_page_at_a_line_is_as_it_is_written_now(looking: Looking, root: Path) -> None:
    """Links are resolved and terms marked as in the course; its neighbours are told across files."""
    looking.course(root, {})
    live = page(looking, root, 8, text=A.replace("En melding.", "En melding til. Se [to](#a-to)."))
    (prose, *_) = (block for block in live.page.blocks if isinstance(block, Prose))
    assert "til. Se" in prose.text.plain
    assert 'href="begrep:melding"' in prose.text.html
    assert 'href="kurs:a#a-to"' in prose.text.html
    assert (live.session_id, live.page_id, live.number, live.count) == ("a", "a-en", 1, 2)
    assert live.before is None
    assert live.after is not None
    assert (live.after.file, live.after.line, live.after.title) == ("a.md", 15, "To")
    last = page(looking, root, 99)
    assert last.before is not None
    assert last.after is not None
    assert (last.before.title, last.after.file, last.after.session_title) == ("Én", "b.md", "B")
    assert "dead-link" in [found.code for found in last.opened.problems]


def test_a_page_keeps_its_mark_until_a_participant_would_see_another(looking: Looking, root: Path) -> None:
    """Lines above it do not change it; its words, and the bytes of its pictures, do."""
    first = page(looking, root, 8)
    assert page(looking, root, 10, text=A.replace("## Én", "\n\n## Én")).mark == first.mark
    assert page(looking, root, 8, text=A.replace("En melding", "Ei melding")).mark != first.mark
    (root / "media/k.svg").write_text(SVG.replace("3", "4"), encoding="utf-8")
    looking.course(root, {})
    assert page(looking, root, 8).mark != first.mark


def test_a_picture_new_on_the_page_is_shown_at_once(looking: Looking, root: Path) -> None:
    """It was there, or came, without having been looked at before."""
    looking.course(root, {})
    live = page(looking, root, 17, text=A + "\n![ny](media/ny.png)\n")
    (figure,) = (block for block in live.page.blocks if isinstance(block, Figure))
    assert live.opened.media(figure.source) == root / "media/ny.png"
    (root / "media/helt-ny.png").write_bytes(PNG)
    live = page(looking, root, 17, text=A + "\n![ny](media/helt-ny.png)\n")
    assert live.opened.media("media/helt-ny.png") == root / "media/helt-ny.png"
    live = page(looking, root, 17, text=A + "\n![borte](media/borte.png)\n")
    assert [block.codes for block in live.page.blocks if isinstance(block, Faulty)] == [("missing-media",)]


def test_a_file_no_list_names_has_pages_too(looking: Looking, root: Path) -> None:
    """A session is written before the cover names it."""
    live = page(looking, root, 2, "utkast.md")
    assert (live.page.title, live.number, live.count, live.before, live.after) == ("Side", 1, 1, None, None)


@pytest.mark.parametrize("file", ["kurs.md", "begreper.md", "media/k.svg", "finnes-ikke.md"])
def test_what_is_no_session_has_no_page(looking: Looking, root: Path, file: str) -> None:
    """The cover, the glossary, a picture, and a file that is not there."""
    assert looking.page(root, {}, file, 1) is None


def test_a_file_that_cannot_be_read_is_a_page_that_says_why(looking: Looking, root: Path) -> None:
    """The preview shows what participants would be shown."""
    live = page(looking, root, 1, text="# A\n\0")
    assert [block.codes for block in live.page.blocks if isinstance(block, Faulty)] == [("nul-character",)]


def test_a_cover_that_cannot_be_read_is_refused_until_it_can(looking: Looking, root: Path) -> None:
    """There is no course to show; its pages are shown in the one there was, and the next look sees the one there is."""
    broken = {"kurs.md": "\0"}
    for look in (looking.course, lambda *asked: looking.page(*asked, "a.md", 1)):
        with pytest.raises(KursappError) as caught:
            look(root, broken)
        assert (caught.value.problem.code, caught.value.problem.file) == ("nul-character", "kurs.md")
    assert isinstance(looking.course(root, {}), LiveCourse)
    with pytest.raises(KursappError):
        looking.course(root, broken)
    assert page(looking, root, 1).page_id == "a-en"


class Dying(Worker):
    """The real worker, which dies when its time has come."""

    def __init__(self) -> None:
        super().__init__()
        self.dies_at = ""
        self.jobs: list[str] = []

    def call(self, job: str, payload: bytes = b"", seconds: float = 5.0) -> bytes:
        """Run a job; at the one it dies at, go down as at a limit."""
        name = job.rpartition(":")[2]
        self.jobs.append(name)
        if self.dies_at and self.dies_at.encode() in payload[:400]:
            self.close()
            raise WorkerLimitError(job, "time")
        return super().call(job, payload, seconds)


@pytest.fixture
def dying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Looking, Dying]]:
    """Return what looks, with a worker that can be made to die."""
    worker = Dying()
    monkeypatch.setattr(live_course, "Worker", lambda: worker)
    made = Looking(tmp_path / "cache")
    yield made, worker
    made.close()


def test_a_worker_that_died_meanwhile_is_told_everything_again(dying: tuple[Looking, Dying], root: Path) -> None:
    """Nobody sees that what it had read was lost with it."""
    looking, worker = dying
    before = everything(looking.course(root, {}))
    worker.jobs.clear()
    worker.close()
    assert everything(looking.course(root, {})) == before
    worker.close()
    assert page(looking, root, 8).page_id == "a-en"
    assert not [job for job in worker.jobs if job.startswith("parse")]


def test_a_draft_opened_another_day_is_not_read_again(dying: tuple[Looking, Dying], root: Path) -> None:
    """What was read the first time is kept, outside the draft; only what has changed since is read."""
    looking, worker = dying
    before = everything(looking.course(root, {}))
    looking.course(root, {"a.md": A + "ikke lagret"})
    (root / "b.md").write_text("---\nid: b\n---\n# B\n## B én\n<!-- id: b-en -->\nTekst.\n\nNytt.\n", encoding="utf-8")
    looking.close()
    worker.jobs.clear()
    another = Looking(looking.cache_folder)
    again = another.course(root, {})
    assert [job for job in worker.jobs if job.startswith("parse")] == ["parse_session"]
    assert again.session("a") in before[1]
    assert "Nytt." in repr(again.session("b"))
    assert page(another, root, 8, text=A.replace("En melding", "Ei melding")).page_id == "a-en"


def test_a_file_that_meets_a_limit_is_named_and_not_tried_again(dying: tuple[Looking, Dying], root: Path) -> None:
    """The rest is seen, and the next look does not wait for the same limit; another text is tried."""
    looking, worker = dying
    worker.dies_at = "TUNG"
    heavy = {"b.md": "# TUNG\n"}
    live = looking.course(root, heavy)
    assert [found.code for found in live.problems if found.file == "b.md"] == ["file-too-heavy"]
    worker.jobs.clear()
    looking.course(root, heavy)
    assert "parse_session" not in worker.jobs
    assert [found.file for found in looking.course(root, {}).problems if found.code == "file-too-heavy"] == []


def test_a_page_that_meets_a_limit_is_refused_by_the_file_s_name(dying: tuple[Looking, Dying], root: Path) -> None:
    """One sentence instead of a preview, and the next page is shown as before."""
    looking, worker = dying
    looking.course(root, {})
    worker.dies_at = "TUNG"
    with pytest.raises(KursappError) as caught:
        page(looking, root, 1, text="# TUNG\n")
    assert (caught.value.problem.code, caught.value.problem.file) == ("file-too-heavy", "a.md")
    assert page(looking, root, 8).page_id == "a-en"


def test_the_quick_way_has_the_same_limits(root: Path) -> None:
    """A page may take no longer than a file; a course is given its time where any course is."""
    assert live_course.FILE_SECONDS is parsing.FILE_SECONDS
    assert "course" not in vars(live_parsing.LiveParsing)
