"""Files of question quality: those the program has written are read, and everything else is one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kursapp.domain.item_analysis import Finding, analyse
from kursapp.domain.problem import KursappError
from kursapp.export.quality_file import quality_values
from kursapp.interchange import quality_file
from kursapp.interchange.quality_file import read_quality
from kursapp.texts.problems import tell
from tests.domain.test_item_analysis import ROWS, people, quality
from tests.export.made_up import quiz

DATA = Path(__file__).parents[1] / "data"


def plain() -> Any:
    """Return a sound file's content, to be damaged."""
    return json.loads((DATA / "quality-2.json").read_text("utf-8"))


def data_of(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


@pytest.mark.parametrize(("version", "is_reliable"), [(1, False), (2, True)])
def test_every_version_is_read(version: int, is_reliable: bool) -> None:
    """The specimens say what they said; the first version had alpha alone."""
    report = read_quality((DATA / f"quality-{version}.json").read_bytes(), "kvalitet.json")
    assert (report.course_id, report.form_id, report.simulated, report.k) == (
        "god-barnevernledelse",
        "quiz-dag-1",
        True,
        5,
    )
    assert (report.quality.persons, len(report.quality.questions)) == (40, 24)
    first = report.quality.questions[0]
    assert (first.item.text, first.answered) == ("Når er siste dag for å gå gjennom meldingen?", 40)
    assert (report.quality.reliability is not None) is is_reliable


def test_what_is_written_is_read_as_it_was() -> None:
    """A coordinator's numbers reach the author as they were, but for decimals nobody needs."""
    shown = quiz()
    made = analyse(shown, ())
    read = read_quality(data_of(quality_values(shown, made)), "a.json").quality
    assert [one.hidden for one in read.questions] == [one.hidden for one in made.questions]
    assert [one.options for one in read.questions] == [one.options for one in made.questions]
    assert [one.findings for one in read.questions] == [one.findings for one in made.questions]
    assert (read.no_alpha, read.left_out) == (made.no_alpha, made.left_out)


def test_findings_are_worked_out_anew() -> None:
    """What a file claims to be worth improving is not taken on trust."""
    content = plain()
    content["questions"][0] |= {"findings": ["nonsense"], "discrimination": -0.5}
    assert read_quality(data_of(content), "a.json").quality.questions[0].findings == (Finding.REVERSED,)


def test_a_byte_order_mark_is_no_harm() -> None:
    """An editor may have put one there."""
    assert read_quality(b"\xef\xbb\xbf" + data_of(plain()), "a.json").k == 5


TOO_MANY = {"id": "a", "text": "", "right": True, "count": 41}
"""An option chosen by one more than answered."""


def put(*path: str | int, value: object) -> Callable[[Any], None]:
    """Return a damage: another value at a place."""

    def damage(content: Any) -> None:
        for step in path[:-1]:
            content = content[step]
        content[path[-1]] = value

    return damage


@pytest.mark.parametrize(
    ("damage", "where"),
    [
        (put("questions", 0, "facility", value=1.5), "questions"),
        (put("questions", 0, "discrimination", value="high"), "questions"),
        (put("questions", 0, "answered", value=-1), "questions"),
        (put("questions", 0, "options", value=[TOO_MANY]), "questions[0].options"),
        (put("questions", 0, "options", value=[{**TOO_MANY, "count": 1}] * 2), "questions[0].options"),
        (put("questions", 1, "id", value="d1-quiz-01"), "questions"),
        (put("questions", 0, "names", value=["Kari"]), "questions"),
        (put("rows", value=[{"person": 1}]), ""),
        (put("persons", value=10**12), "persons"),
        (put("alpha", value=2), "alpha"),
        (put("reliability", "persons", value=0), "reliability.persons"),
        (put("version", value=0), "version"),
        (put("course", "id", value="x" * 5000), "course.id"),
    ],
)  # fmt: skip
def test_a_damaged_file_is_refused(damage: Callable[[Any], None], where: str) -> None:
    """Wrong types, numbers no count can be, names that are not known, one thing twice: refused, and where is told."""
    content = plain()
    damage(content)
    with pytest.raises(KursappError) as caught:
        read_quality(data_of(content), "a.json")
    assert caught.value.problem.code == "quality-damaged"
    assert where in caught.value.problem.value("written")
    assert "a.json" in tell(caught.value.problem).message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "quality-not-ours"),
        (b"\x00\xff\xfe", "quality-not-ours"),
        (b"[" * 100_000, "quality-not-ours"),
        (b'{"format": "kursapp-quality", "version": NaN}', "quality-not-ours"),
        (b'{"format": 7}', "quality-not-ours"),
        (b"[]", "quality-not-ours"),
        (b'{"format": "kursapp-results", "version": 1}', "quality-is-results"),
        (b'{"format": "kursapp-quality", "version": 3}', "quality-newer"),
        (b'{"format": "kursapp-quality", "version": 2}', "quality-damaged"),
        (b"navn;svar\nKari;3\n", "quality-not-ours"),
        (b"PK\x03\x04", "quality-not-ours"),
    ],
)
def test_what_is_no_such_file_is_refused(data: bytes, code: str) -> None:
    """Each with the sentence that helps: another file, a newer program, or the results themselves."""
    with pytest.raises(KursappError) as caught:
        read_quality(data, "a.json")
    assert caught.value.problem.code == code
    for language in ("nb", "nn", "en"):
        assert str(tell(caught.value.problem, language))


def test_a_file_too_large_to_be_one_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size is enough."""
    monkeypatch.setattr(quality_file, "LARGEST", 100)
    with pytest.raises(KursappError) as caught:
        read_quality(b" " * 101, "a.json")
    assert caught.value.problem.code == "quality-too-large"


def test_reliability_comes_along() -> None:
    """Alpha's error and the error of a total are those that were worked out."""
    made = quality(people(ROWS))
    assert made.reliability is not None
    read = read_quality(data_of(quality_values(quiz(), made)), "a.json").quality.reliability
    assert read is not None
    assert read.measurement == pytest.approx(made.reliability.measurement, abs=1e-4)
