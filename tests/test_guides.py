"""What the guides show is so: their examples are sound, and the pictures and files they name are there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursapp.domain.problem import Severity
from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker

DOCS = Path(__file__).resolve().parent.parent / "docs"
GUIDES = sorted(
    [*DOCS.glob("*.md"), *DOCS.glob("instructor/*.md"), *DOCS.glob("coordinator/*.md"), DOCS.parent / "README.md"]
)
FORMAT = DOCS / "instructor" / "kurs-markdown.md"
_EXAMPLE = re.compile(r"```markdown\n(.*?)```", re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#)([^)\s]+)\)")
COVER = """\
---
id: eksempler
versjon: 1.0.0
---
# Eksempler

## Dag 1: Prøve

**Mål**
- skrive <!-- id: d1-m1 -->
- prøve <!-- id: d1-m2 -->

1. [Økt](okt.md)
"""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """Return the one worker these tests share."""
    with Worker() as shared:
        yield shared


def _session(example: str) -> str:
    """Return an example as a whole session; one that is not begins in the middle of a page."""
    return example if example.startswith("---") else f"# Økt\n\n## Side\n\n{example}"


@pytest.mark.parametrize("example", _EXAMPLE.findall(FORMAT.read_text("utf-8")))
def test_every_example_of_the_format_is_sound(example: str, tmp_path: Path, worker: Worker) -> None:
    """Written as it stands, it has no error; what it teaches is what the program reads."""
    (tmp_path / "kurs").mkdir()
    (tmp_path / "kurs" / "kurs.md").write_text(COVER, "utf-8")
    (tmp_path / "kurs" / "okt.md").write_text(_session(example), "utf-8")
    opened = CourseReader(worker, tmp_path / "cache").open(tmp_path / "kurs")
    assert [each for each in opened.problems if each.severity is Severity.ERROR] == []
    opened.close()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_what_a_guide_leads_to_is_there(guide: Path) -> None:
    """Every picture and every other file it names."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", guide.read_text("utf-8"), flags=re.DOTALL)
    missing = [target for target in _LINK.findall(text) if not (guide.parent / target.partition("#")[0]).exists()]
    assert missing == []
