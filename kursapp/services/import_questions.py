"""Taking questions from elsewhere into a course: they become kurs-Markdown of the course's own, named as a bank."""

from __future__ import annotations

import codecs
import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kursapp.content.bank_session import BankPage, cover_with, session_text
from kursapp.content.fixing import ids_in
from kursapp.content.folder import Listing, list_files
from kursapp.content.images import HEADER_BYTES, image_problem
from kursapp.content.slugs import ascii_id, is_id, numbered, shortened, slug
from kursapp.content.source import LARGEST_FILE
from kursapp.content.writing import BlockWriter, UnwritableError, note, with_id
from kursapp.domain.course import Faulty, Prose
from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.problem import KursappError, Problem, Severity, problem, refusal
from kursapp.domain.question import Question, Reflection
from kursapp.domain.question_bank import Bank, BankFile, BankFormat, BankItem
from kursapp.domain.restructuring import FileChange
from kursapp.files.failure import read_failure
from kursapp.files.folder import make_folder
from kursapp.files.writing import SHARED, write_bytes
from kursapp.interchange.formats import LARGEST, read_bank
from kursapp.services.open_course import CourseReader

FOLDER = "bank"
MEDIA = "media"
MOST_BYTES = 250_000
MOST_QUESTIONS = 250
"""Of one session file: larger banks are parted, so that each is quick to read and to edit."""
_IMAGES = ((b"\x89PNG", "png"), (b"GIF8", "gif"), (b"\xff\xd8", "jpg"), (b"RIFF", "webp"))
_LOST_CODES = {"image": "import-image-lost", "table": "import-table-flattened", "link": "import-link-lost"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: the files written (``/`` between parts), how many questions and texts, and findings.

    ``kept`` entries could not be read as questions and stand in the course as boxes with their words.
    """

    files: tuple[str, ...]
    questions: int
    texts: int
    kept: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PlannedImport:
    """What an import is to make of a course's files, and what is told of it."""

    title: str
    imported: Imported
    changes: tuple[FileChange, ...]


def import_questions(reader: CourseReader, path: Path, folder: Path, wanted: BankFormat | None = None) -> Imported:
    """Read a question bank and write it into a course as a session under ``## Bank``.

    New files are written first and the cover last, each whole and durably: whatever happens on the way, the course is
    the old one or the new one. Nothing that is there already is written over. Raises KursappError as ``plan_import``,
    where there is no course, and as ``files.writing``.
    """
    bank = read_questions(path, wanted)
    opened = reader.open(folder)
    language = opened.course.language
    opened.close()
    planned = plan_import(bank, path.name, folder, language)
    _write_all(folder, planned.changes)
    return planned.imported


def read_questions(path: Path, wanted: BankFormat | None = None, watch: Watch | None = None) -> Bank:
    """Read a question bank from a file. What is hostile takes its time here, and no course is touched.

    Raises KursappError where there is no bank (``interchange.formats``), ``import-no-file``, ``file-not-read``, and
    ``import-cancelled`` where the watch says stop.
    """
    return read_bank(_read_source(path), path.name, wanted, watch)


def plan_import(bank: Bank, name: str, folder: Path, language: str, watch: Watch | None = None) -> PlannedImport:
    """Return what a bank is to make of a course; ``name`` is its file's. Nothing is written.

    Raises KursappError ``not-a-course``, ``file-not-read``, and ``import-cancelled`` where the watch says stop.
    """
    try:
        work = _Import(bank, name, folder, language, watch or Unwatched())
        files, (cover, before, after) = work.files()
    except OSError as error:
        raise read_failure(error, folder) from error
    made = [FileChange(file, None, content) for file, content in files.items()]
    found = tuple(sorted([*bank.problems, *work.problems]))
    imported = Imported(tuple(files), work.questions, work.texts, work.kept, found)
    return PlannedImport(work.title, imported, (*made, FileChange(cover, before, after)))


class _Import:
    """One import on its way: what is taken, what was found, and what is to be written."""

    def __init__(self, bank: Bank, source: str, folder: Path, language: str, watch: Watch) -> None:
        self._bank, self._source, self._language, self._watch = bank, source, language, watch
        self._listing: Listing = list_files(folder)
        self._taken = ids_in(folder)
        self._counts: dict[str, int] = {}
        self._images = {file.name: file for file in bank.files}
        self._pictures: dict[str, bytes] = {}
        self._paths: dict[str, str] = {}
        self._seen: set[str] = set()
        stem = source.rpartition(".")[0] or source
        self.title = " ".join(stem.replace("_", " ").replace("-", " ").split()).capitalize() or "Bank"
        self._name = self._free(shortened(ascii_id(stem)) or "sporsmal")
        self.problems: list[Problem] = []
        self.questions = self.texts = self.kept = 0

    def files(self) -> tuple[dict[str, bytes], tuple[str, bytes, bytes]]:
        """Return the new files by path, and the cover's path with what it says and is to say."""
        sessions = dict(self._sessions())
        for unused in sorted(self._images.keys() - self._seen):
            name = unused.rpartition("/")[2]
            self.problems.append(problem("import-file-unused", self._source, 0, severity=Severity.WARNING, title=name))
        cover = self._listing.cover
        data = self._listing.read(cover, LARGEST_FILE)
        links = [(title, path) for path, (title, _) in sessions.items()]
        after = cover_with(data.decode("utf-8-sig"), links, self._language).encode("utf-8")
        mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        texts = {path: text.encode("utf-8") for path, (_, text) in sessions.items()}
        return {**self._pictures, **texts}, (cover, data, mark + after)

    def _free(self, name: str) -> str:
        """Return a name no session, folder of pictures or bank of the course has."""
        taken = {file.split("/", 1)[1].split("/")[0].split(".")[0] for file in self._listing.files if "/" in file}
        return numbered(name, taken | self._taken)

    def _sessions(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield each session's path, title and text."""
        parts = list(self._parts())
        for number, pages in enumerate(parts, start=1):
            more = f" {number}" if len(parts) > 1 else ""
            path = f"{FOLDER}/{self._name}{f'-{number}' if number > 1 else ''}.md"
            yield path, (f"{self.title}{more}", session_text(self._id(self._name), f"{self.title}{more}", pages))

    def _parts(self) -> Iterator[list[BankPage]]:
        """Yield the pages of one session after another: a page per category, parted where it gets too large."""
        pages: list[BankPage] = []
        size = count = 0
        for title, items in self._by_category():
            blocks: list[tuple[str, ...]] = []
            for item in items:
                if self._watch.cancelled():
                    raise refusal("import-cancelled")
                lines = tuple(self._lines(item))
                length = sum(len(line.encode("utf-8")) + 1 for line in lines)
                if count and (size + length > MOST_BYTES or count >= MOST_QUESTIONS):
                    yield [*pages, *([self._page(title, blocks)] if blocks else [])]
                    pages, blocks, size, count = [], [], 0, 0
                blocks.append(lines)
                size, count = size + length, count + 1
            pages += [self._page(title, blocks)] if blocks else []
        if pages:
            yield pages

    def _by_category(self) -> Iterable[tuple[str, list[BankItem]]]:
        found: dict[str, list[BankItem]] = {}
        for item in self._bank.items:
            found.setdefault(" / ".join(item.category) or self.title, []).append(item)
        return found.items()

    def _page(self, title: str, blocks: list[tuple[str, ...]]) -> BankPage:
        return BankPage(title[:200], self._id(f"{self._name}-{shortened(ascii_id(title))}".strip("-")), tuple(blocks))

    def _lines(self, item: BankItem) -> list[str]:
        """Return an entry as lines; one that cannot be written is kept as words, as those that could not be read."""
        block = item.block
        writer = BlockWriter(self._language, self._picture)
        try:
            own_id = self._id_of(item) if isinstance(block, Question | Reflection) else ""
            lines = writer.block(with_id(block, own_id, self._name))
        except UnwritableError as fault:
            title = getattr(block, "title", item.name)
            self._report("import-cannot-write", item, Severity.ERROR, title=title, written=str(fault)[:80])
            block = Faulty(block.place, ("import-cannot-write",), title, _words_of(item))
            lines = writer.block(block)
        for lost in sorted(writer.lost):
            self._report(
                _LOST_CODES.get(lost, "import-media-lost"), item, Severity.WARNING, title=item.name or _title(item)
            )
        self._count(item, block)
        is_text = isinstance(block, Prose)
        if not item.name or isinstance(block, Faulty) or (not is_text and _says(item)):
            return lines
        # Under a question's settings; above a text, where no setting is looked for.
        at = 0 if is_text else 2
        return [*lines[:at], note(item.name), *([] if at else [""]), *lines[at:]]

    def _count(self, item: BankItem, block: object) -> None:
        if isinstance(block, Faulty):
            self.kept += 1
        elif isinstance(block, Prose):
            self.texts += 1
        else:
            self.questions += 1

    def _id_of(self, item: BankItem) -> str:
        wanted = item.id if is_id(item.id) and len(item.id) <= 80 else ""
        return self._id(wanted or shortened(ascii_id(slug(_title(item)))) or "sporsmal")

    def _id(self, wanted: str) -> str:
        found = numbered(wanted, self._taken, self._counts)
        self._taken.add(found)
        return found

    def _report(self, code: str, item: BankItem, severity: Severity, title: str, written: str = "") -> None:
        line = item.block.place.first
        self.problems.append(problem(code, self._source, line, severity=severity, title=title, written=written))

    def _picture(self, address: str) -> str:
        """Return where a picture of the bank is to lie in the course, as seen from a session; empty for others."""
        file = self._images.get(address)
        if file is None:
            return ""
        self._seen.add(address)
        if address not in self._paths:
            self._paths[address] = self._new_picture(file)
        return self._paths[address]

    def _new_picture(self, file: BankFile) -> str:
        kind = next((kind for start, kind in _IMAGES if file.data.startswith(start)), "")
        if not kind or image_problem(file.data[:HEADER_BYTES]):
            return ""
        stem = shortened(ascii_id(file.name.rpartition("/")[2].rpartition(".")[0])) or "bilde"
        taken = {name.rpartition("/")[2].split(".")[0] for name in self._pictures}
        path = f"{MEDIA}/{self._name}/{numbered(stem, taken)}.{kind}"
        self._pictures[path] = file.data
        return f"../{path}"


def _title(item: BankItem) -> str:
    return str(getattr(item.block, "title", "")) or item.name


def _says(item: BankItem) -> bool:
    """Say whether a question's heading says its name already."""
    own = " ".join(_title(item).split()).casefold()
    name = " ".join(item.name.split()).casefold().rstrip(" .…")
    return own.startswith(name)


def _words_of(item: BankItem) -> str:
    """Return what a question says, for a box: its values, one a line."""
    block = item.block
    words = [block.stem.plain] if isinstance(block, Question) else []
    for name in ("options", "items", "lefts", "rights"):
        words += [part.text.plain for part in getattr(block, name, ())]
    for spellings in getattr(block, "answers", ()):
        words.append(" / ".join(spellings))
    for gap in getattr(block, "gaps", ()):
        words.append(" / ".join(gap.menu or gap.answers))
    return "\n".join(line for line in words if line)


def _read_source(path: Path) -> bytes:
    """Return what stands in a file that is to be imported, or more than a bank may hold.

    Raises KursappError: ``import-no-file``, ``file-not-read``.
    """
    try:
        with path.open("rb") as source:
            return source.read(LARGEST + 1)
    except OSError as error:
        if isinstance(error, FileNotFoundError | IsADirectoryError):
            raise refusal("import-no-file", file=path) from error
        raise read_failure(error, path) from error


def _write_all(folder: Path, changes: Sequence[FileChange]) -> None:
    """Write files in order, the cover last; where one fails, new ones are taken away that nothing names."""
    written: list[Path] = []
    try:
        for change in changes:
            path = folder / change.file
            if change.before is None:
                make_folder(path.parent)
                written.append(path)
                write_bytes(path, change.after or b"", SHARED)
            else:
                write_bytes(path, change.after or b"", path.stat().st_mode & 0o777)
    except KursappError:
        if all(_is_as_before(folder, change) for change in changes if change.before is not None):
            for path in written:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
        raise


def _is_as_before(folder: Path, change: FileChange) -> bool:
    """Say whether a file is still the old one. One that got its name before the disk failed names the new files."""
    with contextlib.suppress(OSError):
        return (folder / change.file).read_bytes() == change.before
    return False
