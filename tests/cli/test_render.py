"""``kursapp render``: pages as the sanitised HTML that is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SESSION, Done, SmallCourse

Command = Callable[..., Done]

HOSTILE = """\
# Økt

## Side

<script>alert(1)</script> [kjør](javascript:alert(1)) [fil](file:///etc/passwd) ![nett](https://eksempel.no/a.png)

[<img src=x onerror=alert(1)>](https://eksempel.no/"onmouseover="alert(1))

### Spørsmål: Hva <b onclick=x>nå</b>?
- [x] Ja <svg/onload=alert(1)>
  > Nettopp.
- [ ] Nei
  > <iframe src=//eksempel.no></iframe>
"""


def test_nothing_but_what_is_allowed_comes_out(command: Command, tmp_path: Path) -> None:
    """What an author wrote as HTML is text, and an address that leads elsewhere is gone; the words are there."""
    file = tmp_path / "ond.md"
    file.write_text(HOSTILE, "utf-8")
    done = command("render", file)
    assert (done.code, done.err) == (0, "")
    for mark in ("<script", "<img", "<svg", "<iframe", "<b ", "javascript:", "file:", "eksempel.no/a.png"):
        assert mark not in done.out
    assert "&lt;script&gt;" in done.out
    assert "Nettopp." in done.out


def test_every_page_is_an_article_with_its_title(command: Command, course: SmallCourse) -> None:
    """In the order of the file; a session of a course has its links looked up in it."""
    done = command("render", course.folder / SESSION)
    pages = (course.folder / SESSION).read_text("utf-8").count("\n## ")
    assert done.out.count("<article") in (pages, pages + 1)
    assert 'href="lenke:' not in done.out
    assert 'src="bilde:' not in done.out


def test_the_cover_is_shown_by_its_introductions(command: Command, course: SmallCourse) -> None:
    """``kurs.md`` has no pages of its own."""
    done = command("render", course.folder / "kurs.md")
    assert done.code == 0
    assert done.out.startswith("<p>")


@pytest.mark.parametrize("data", [b"\xff\xfe# Hei", b"a\0b", b"x" * 1_000_001, b"y" * 20_001], ids=list("uzbl"))
def test_a_file_that_cannot_be_read_says_why(command: Command, tmp_path: Path, data: bytes) -> None:
    """One sentence with its place, and nothing where a machine would read."""
    file = tmp_path / "rart.md"
    file.write_bytes(data)
    done = command("render", file)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("rart.md:1")
    assert len(done.err.splitlines()) == 1


def test_nothing_beside_a_lone_file_is_read(command: Command, tmp_path: Path) -> None:
    """An image beside it is not looked at: only a course says which files are its own."""
    (tmp_path / "naboen.svg").write_text("<svg", "utf-8")
    file = tmp_path / "alene.md"
    file.write_text("# Hei\n\n## Side\n\n![Naboen](naboen.svg)\n", "utf-8")
    done = command("render", file)
    assert done.code == 0
    assert "<img" not in done.out
    assert "Naboen" in done.out


def test_a_pipe_is_no_file(command: Command, tmp_path: Path) -> None:
    """Nobody waits for one that nobody writes to."""
    os = pytest.importorskip("os")
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes by name here")
    os.mkfifo(tmp_path / "rør.md")
    assert command("render", tmp_path / "rør.md").code == 2
    os.mkfifo(tmp_path / "rør.kurs")
    assert command("check", tmp_path / "rør.kurs").code == 2
