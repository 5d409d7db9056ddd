"""The names of a course, from the course itself."""

from __future__ import annotations

from pathlib import Path

from kursapp.services.names import Named, names_of
from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker

COVER = """---
id: k
versjon: 1.0.0
språk: nn
---
# Kurs

## Dag 1: Start

**Mål**
- forklare fristane <!-- id: d1-m1 -->

1. [Økt](okt.md)
2. [Skjema](skjema.md)
"""

SESSION = """---
id: okt
minutter: 5
---
# Økt

## Fyrste side
Tekst.

### Spørsmål: Kva no?
<!-- id: d1-kva | bank: d1 -->
- [x] A
- [ ] B
"""

FORM = """---
id: skjema
minutter: 1
---
# Skjema

## Evaluering: Dagen
<!-- id: eval-dag-1 | type: dag -->
### Fritekst: Kva anna?
<!-- id: anna -->
"""


def test_names_of_a_course(tmp_path: Path) -> None:
    """Written ids as they are, slugs of headings where none is written, terms in the course's language."""
    course = tmp_path / "kurs"
    course.mkdir()
    for file, text in {
        "kurs.md": COVER,
        "okt.md": SESSION,
        "skjema.md": FORM,
        "kladd.md": "# Kladd\n",
        "begreper.md": "| Begrep | Forklaring | Nynorsk |\n|---|---|---|\n| undersøkelse | noe | undersøking |\n",
        "kilder.md": "| Id | Faktum | Kilde | Dato | Status |\n|---|---|---|---|---|\n| F1 | x | y | 2026 | ok |\n",
    }.items():
        (course / file).write_text(text, encoding="utf-8")
    with Worker() as worker:
        opened = CourseReader(worker, tmp_path / "cache").open(course)
        names = names_of(opened, [*(path.name for path in course.iterdir()), "media/x.png", "media/lyd.mp3", "x.bin"])
    assert names.language == "nn"
    assert [one.name for one in names.files] == [
        "begreper.md",
        "kilder.md",
        "kladd.md",
        "kurs.md",
        "okt.md",
        "skjema.md",
    ]
    assert Named("okt.md", "Økt") in names.files
    assert names.media == (Named("media/lyd.mp3", "sound"), Named("media/x.png", "image"))
    assert names.targets["okt.md"] == (Named("fyrste-side", "Fyrste side"), Named("d1-kva", "Kva no?"))
    assert names.terms == (Named("undersøking", "noe"),)
    assert names.facts == (Named("F1", "x"),)
    assert names.goals == (Named("d1-m1", "forklare fristane"),)
    assert names.forms == (Named("eval-dag-1", "Dagen"),)
    assert names.banks == (Named("d1"),)
