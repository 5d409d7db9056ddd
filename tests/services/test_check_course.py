"""Checking through the service: the findings, and the ids that ``--fix`` writes and nothing besides."""

from __future__ import annotations

import re
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kursapp import paths
from kursapp.services.check_course import check_course, write_missing_ids
from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker

TEMPLATE = paths.assets() / "nytt-kurs"
WRITTEN_ID = re.compile(
    r"\A---\nid: [a-z0-9-]+\n---\n|(?<=\A---)\nid: [a-z0-9-]+|\n?[ ]*<!-- (?:id|rad|kolonne): [a-z0-9-]+ -->|"
    r"(?<=<!--) (?:id|rad|kolonne): [a-z0-9-]+ [|;]"
)
"""What ``--fix`` writes: front matter or a line in it, a comment on a line of its own or at a line's end, a setting."""
LINE_ENDS = ("\n", "\r\n", "\r")
COVER = "---\nid: prove\nversjon: 1.0.0\n---\n# Prøve\n\n## Dag 1: Start\n- [Økt](okt.md)\n"

# Pieces of a session, each with something an id is written to, or beside such.
PIECES = (
    "## Én side\n\nVanlig tekst med **uthevet** og `kode <!-- ikke id -->`.\n",
    "## En side med innstilling\n<!-- minutter: 3 -->\n\nTekst.\n",
    "### Spørsmål: Hva først?\n- [ ] Vente\n  > Nei.\n- [x] Handle\n",
    "### Spørsmål: Hva så?\n<!-- poeng: 2 -->\n- [ ] Det ene <!-- fast -->\n  > Nei.\n- [x] Det andre\n",
    "### Spørsmål (rekkefølge): Sett i rekkefølge\n1. Først\n2. Så\n3. Sist\n",
    "### Spørsmål (koble): Koble\n\n| Ord | Mening |\n|---|---|\n| én | 1 |\n| to | 2 |\n",
    "### Refleksjon: Hva tenker du?\n",
    "### Arbeidsbok: Plan\n\n| Steg | Hvem |\n|---|---|\n| Første | |\n| | |\n",
    "- [ ] Lest loven\n- [ ] Spurt barnet\n",
    "### Case: Fredag\n\nDet ringer.\n\n- [Svar](#scene-slutt)\n  > Greit.\n\n#### Scene: Slutt\n\nFerdig.\n",
    "```\n### Spørsmål: i et gjerde\n- [ ] Ikke et spørsmål\n```\n",
    "\tEt avsnitt som begynner med tabulator, og slutter med blanke.   \n",
    "<!-- Forfatterens eget notat -->\n",
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CourseReader]:
    """Return a reader with its worker."""
    with Worker() as worker:
        yield CourseReader(worker, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that the examples of one test write their course in, one after another."""
    return tmp_path_factory.mktemp("kurs")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=8),
    line_end=st.sampled_from(LINE_ENDS),
    front=st.sampled_from(["", "---\nminutter: 30\n---\n"]),
    mark=st.booleans(),
    ends=st.booleans(),
)
def test_fix_writes_ids_and_nothing_else(
    reader: CourseReader, folder: Path, pieces: list[str], line_end: str, front: str, mark: bool, ends: bool
) -> None:
    """Take the written ids out again and every byte is as it was; a second time there is nothing to write."""
    text = front + "# Økt\n\n## Første side\n\n" + "\n".join(pieces)
    text = text if ends else text.rstrip("\n")
    before = (b"\xef\xbb\xbf" if mark else b"") + text.replace("\n", line_end).encode()
    (folder / "kurs.md").write_text(COVER, encoding="utf-8")
    session = folder / "okt.md"
    session.write_bytes(before)
    written = write_missing_ids(reader, folder)
    after = session.read_bytes()
    assert written > 0
    assert without_ids(after, line_end) == without_ids(before, line_end)
    assert {found.code for found in check_course(reader, folder)}.isdisjoint({"no-id", "duplicate-id", "bad-id"})
    assert write_missing_ids(reader, folder) == 0
    assert session.read_bytes() == after


def without_ids(data: bytes, line_end: str) -> str:
    """Return a file's text without the ids that ``--fix`` writes; no line ends otherwise than its first one."""
    text = data.decode("utf-8")
    assert not re.search(r"[\r\n]", text.replace(line_end, ""))
    mark, plain = text[: text.startswith("\ufeff")], text.removeprefix("\ufeff").replace(line_end, "\n")
    return mark + WRITTEN_ID.sub("", plain)


def test_only_files_that_lack_ids_are_touched(reader: CourseReader, tmp_path: Path) -> None:
    """Every other file keeps its bytes and its time; the one written keeps its rights."""
    course = tmp_path / "kurs"
    shutil.copytree(TEMPLATE, course)
    quiz = course / "dag-1/quiz.md"
    quiz.write_text(re.sub(r" <!-- id: \S+ -->", "", quiz.read_text(encoding="utf-8")), encoding="utf-8")
    quiz.chmod(0o640)
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in course.rglob("*") if path.is_file()}
    assert write_missing_ids(reader, course) > 0
    changed = {path for path, was in before.items() if (path.stat().st_mtime_ns, path.read_bytes()) != was}
    assert changed == {quiz}
    assert stat.S_IMODE(quiz.stat().st_mode) == 0o640
    assert check_course(reader, course) == ()


def test_no_file_is_left_beside_those_written(reader: CourseReader, tmp_path: Path) -> None:
    """Writing goes by a temporary file, and none of them stays."""
    course = tmp_path / "kurs"
    shutil.copytree(TEMPLATE, course)
    names = sorted(path.name for path in course.rglob("*"))
    (course / "dag-1/quiz.md").write_text("# Quiz\n\n## Quiz: En\n\n### Refleksjon: To?\n", encoding="utf-8")
    write_missing_ids(reader, course)
    assert sorted(path.name for path in course.rglob("*")) == names


def test_an_id_in_use_is_not_given_again(reader: CourseReader, tmp_path: Path) -> None:
    """Ids written for texts that are alike differ."""
    (tmp_path / "kurs.md").write_text(COVER, encoding="utf-8")
    same = "### Refleksjon: Hva nå?\n\n"
    (tmp_path / "okt.md").write_text("# Økt\n\n## Side\n\n" + same * 3 + "## Side\n\n" + same, encoding="utf-8")
    write_missing_ids(reader, tmp_path)
    ids = re.findall(r"id: (\S+)", (tmp_path / "okt.md").read_text(encoding="utf-8"))
    assert len(ids) == len(set(ids)) >= 6
    assert check_course(reader, tmp_path) == ()


def test_ids_of_different_files_differ(reader: CourseReader, tmp_path: Path) -> None:
    """Each file suggests ids by itself; what is written is no one else's, written or suggested."""
    (tmp_path / "kurs.md").write_text(COVER + "- [Økt](okt-a.md)\n- [Økt](b.md)\n", encoding="utf-8")
    (tmp_path / "okt.md").write_text("# Økt\n\n## A b\n\nTekst.\n", encoding="utf-8")
    (tmp_path / "okt-a.md").write_text("# Økt\n\n## B\n\nTekst.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("# Økt\n\n## C\n<!-- id: okt-a-b-2 -->\n\nTekst.\n", encoding="utf-8")
    write_missing_ids(reader, tmp_path)
    written = "".join(path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("*.md")))
    ids = re.findall(r"id: (\S+)", written)
    assert len(ids) == len(set(ids)) == 7
    assert check_course(reader, tmp_path) == ()


def test_findings_are_told_once(reader: CourseReader, tmp_path: Path) -> None:
    """Checking again, from the cache, gives the same findings in the same order."""
    (tmp_path / "kurs.md").write_text(COVER, encoding="utf-8")
    (tmp_path / "okt.md").write_text("# Økt\n\n## Side\n\n### Spørsmål: A?\n- [ ] a\n- [ ] b\n", encoding="utf-8")
    first = check_course(reader, tmp_path)
    assert len(set(first)) == len(first) > 1
    assert check_course(reader, tmp_path) == first
