"""Setting type: what cannot be shown is spelled out, what goes wrong is one sentence."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.domain.exporting import Unwatched
from kursapp.domain.problem import KursappError
from kursapp.export import typesetting
from tests.export.conftest import Stopwatch


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of templates of the test's own, with the program's fonts."""
    (tmp_path / "report").mkdir()
    (tmp_path / "fonts").symlink_to(paths.assets() / "fonts")
    monkeypatch.setattr(typesetting, "assets", lambda: tmp_path)
    return tmp_path / "report"


def test_a_broken_template_is_one_sentence(templates: Path) -> None:
    """A fault of the program's own is told as such."""
    (templates / "x.typ").write_text("#let", encoding="utf-8")
    with pytest.raises(KursappError) as caught:
        typesetting.typeset("x", {}, Unwatched())
    assert caught.value.problem.code == "export-not-typeset"


def test_typesetting_is_left_at_once_when_it_is_to_stop(templates: Path) -> None:
    """Nobody waits for pages they no longer want."""
    (templates / "x.typ").write_text(
        '#set document(title: "x")\n#set text(lang: "nb")\n#let n = 0\n#for i in range(4000000) { n += i }\n#n',
        encoding="utf-8",
    )
    before = set(threading.enumerate())
    with pytest.raises(KursappError) as caught:
        typesetting.typeset("x", {}, Stopwatch(after=2))
    assert caught.value.problem.code == "export-cancelled"
    # It was left while typst was still at it.
    left = set(threading.enumerate()) - before
    assert len(left) == 1
    left.pop().join()


def test_what_no_font_can_show_is_spelled_out() -> None:
    """The name of a sign stands in its place; joiners say nothing by themselves."""
    missing = frozenset({"👩🏽\u200d🚒", "你"})
    values = {"a": ["hei 👩🏽\u200d🚒", {"b": "你好", "c": 3}]}
    spelled = typesetting._spelled(values, missing)
    assert spelled == {"a": ["hei [woman][fire engine]", {"b": "[cjk unified ideograph-4f60]好", "c": 3}]}


@pytest.mark.parametrize(("quoted", "text"), [('"\\u{1f600}"', "😀"), ('"a\\"b\\\\c\\n"', 'a"b\\c\n'), ('"你"', "你")])
def test_texts_are_had_back_from_how_typst_quotes_them(quoted: str, text: str) -> None:
    """What could not be shown is found again in the values."""
    assert typesetting._unescaped(quoted) == text


def test_a_word_as_wide_as_a_page_may_be_broken() -> None:
    """An address stays whole to read and does not run off the paper; ordinary words are left alone."""
    assert typesetting._printed("x" * 45) == "x" * 20 + "\u200b" + "x" * 20 + "\u200b" + "x" * 5
    assert typesetting._printed("tverrfaglighetskoordinatoren\ner her") == "tverrfaglighetskoordinatoren\ner her"
