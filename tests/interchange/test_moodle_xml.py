"""Moodle XML: kinds, files, cloze, and what is refused."""

from __future__ import annotations

import base64

import pytest

from kursapp.domain.course import Faulty
from kursapp.domain.exporting import Unwatched
from kursapp.domain.problem import KursappError
from kursapp.domain.question import ChoiceQuestion, GapQuestion, NumberQuestion, OrderQuestion, ShortAnswerQuestion
from kursapp.domain.question_bank import Bank
from kursapp.interchange import xml_tree
from kursapp.interchange.formats import read_bank
from kursapp.interchange.moodle_xml_reader import read_moodle_xml


def read(*questions: str) -> Bank:
    """Read questions as one file."""
    return read_moodle_xml(f"<quiz>{''.join(questions)}</quiz>".encode(), "bank.xml")


def question(kind: str, text: str, more: str = "") -> str:
    """Return a question as XML."""
    return (
        f'<question type="{kind}"><name><text>N</text></name><questiontext format="html">'
        f"<text><![CDATA[{text}]]></text></questiontext>{more}</question>"
    )


def test_fractions_and_feedback() -> None:
    """Equal thirds are our own scoring; the words said come along."""
    options = "".join(
        f'<answer fraction="{weight}" format="html"><text>{word}</text>'
        f'<feedback format="html"><text>{word}!</text></feedback></answer>'
        for word, weight in (("a", "33.33333"), ("b", "33.33333"), ("c", "33.33333"), ("d", "-100"))
    )
    bank = read(
        question("multichoice", "<p>Velg</p>", f"<single>false</single><defaultgrade>2</defaultgrade>{options}")
    )
    found = bank.items[0].block
    assert isinstance(found, ChoiceQuestion)
    assert [option.right for option in found.options] == [True, True, True, False]
    assert found.options[3].feedback.plain == "d!"
    assert found.settings.points == 2
    assert bank.problems == ()


def test_gaps_inside_a_text() -> None:
    """Typed and chosen gaps; answers for some of the points are told of."""
    bank = read(question("cloze", "<p>{1:SHORTANSWER:=Oslo~%50%Kristiania#nesten} er {1:MC:stor~=liten}.</p>"))
    found = bank.items[0].block
    assert isinstance(found, GapQuestion)
    assert [(gap.answers, gap.menu) for gap in found.gaps] == [(("Oslo",), ()), (("liten",), ("stor", "liten"))]
    assert [problem.code for problem in bank.problems] == ["import-partial-answers-lost", "import-answer-feedback-lost"]
    assert [problem.value("written") for problem in bank.problems] == ["Kristiania", "nesten"]


def test_what_a_gap_has_no_room_for_is_told() -> None:
    """A tolerance, shares of the points, and capitals that count in some gaps only."""
    bank = read(question("cloze", "<p>{2:NUMERICAL:=23.8:0.1} {1:SHORTANSWER_C:=Oslo} {1:SA:=by} {1:NM:=4:0.0}</p>"))
    found = bank.items[0].block
    assert isinstance(found, GapQuestion)
    assert [gap.answers for gap in found.gaps] == [("23.8",), ("Oslo",), ("by",), ("4",)]
    assert {problem.code: problem.value("written") for problem in bank.problems} == {
        "import-tolerance-lost": "23.8:0.1",
        "import-weights-lost": "",
        "import-case-lost": "",
    }


def test_other_kinds() -> None:
    """Numbers with a unit, exact words, and an order."""
    unit = "<units><unit><multiplier>1</multiplier><unit_name>uker</unit_name></unit></units>"
    bank = read(
        question(
            "numerical", "Hvor lenge?", f'<answer fraction="100"><text>7</text><tolerance>1</tolerance></answer>{unit}'
        ),
        question("shortanswer", "Hva?", '<usecase>1</usecase><answer fraction="100"><text>A</text></answer>'),
        question("ordering", "Rekkefølge", "<answer><text>a</text></answer><answer><text>b</text></answer>"),
    )
    number, short, order = (item.block for item in bank.items)
    assert isinstance(number, NumberQuestion)
    assert (number.low, number.high, number.shown) == ("6", "8", "6–8 uker")
    assert isinstance(short, ShortAnswerQuestion)
    assert short.exact
    assert isinstance(order, OrderQuestion)
    assert [item.text.plain for item in order.items] == ["a", "b"]


def test_an_unknown_kind_is_kept_with_its_words() -> None:
    """A box holds everything it said, and the rest is read."""
    bank = read(
        question("ddwtos", "<p>Dra [[1]] hit</p>", "<dragbox><text>ord</text></dragbox>"), question("essay", "Skriv")
    )
    kept = bank.items[0].block
    assert isinstance(kept, Faulty)
    assert kept.title == "N (ddwtos)"
    assert "Dra [[1]] hit" in kept.source
    assert "<p>" not in kept.source
    assert "ord" in kept.source
    assert [problem.code for problem in bank.problems] == ["import-unknown-kind"]
    assert len(bank.items) == 2


def test_a_file_comes_along_under_its_address() -> None:
    """The picture's bytes are those of the file; a broken one is told of."""
    data = b"\x89PNG\r\n\x1a\n1234"
    coded = base64.b64encode(data).decode()
    bank = read(
        '<question type="essay"><name><text>N</text></name><questiontext format="html"><text><![CDATA[<p>Se</p>'
        '<img src="@@PLUGINFILE@@/a%20b.png" alt="kart">]]></text>'
        f'<file name="a b.png" path="/" encoding="base64">{coded}</file>'
        '<file name="x.png" path="/" encoding="base64">!!!</file></questiontext></question>'
    )
    assert [(file.name, file.data) for file in bank.files] == [("@@PLUGINFILE@@/a b.png", data)]
    assert [problem.code for problem in bank.problems] == ["import-file-broken"]


BOMB = '<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (BOMB.encode(), "import-entities"),
        (b'<!DOCTYPE q SYSTEM "file:///etc/passwd"><quiz/>', "import-entities"),
        (b'<!DOCTYPE q [<!ENTITY x SYSTEM "http://x/">]><quiz>&x;</quiz>', "import-entities"),
        (b"<quiz><question>", "import-broken-xml"),
        (b"<quiz>&unknown;</quiz>", "import-broken-xml"),
        (b'<?xml version="1.0" encoding="nonsense"?><quiz/>', "import-broken-xml"),
        (b"<quiz>" + b"<a>" * 60 + b"</a>" * 60 + b"</quiz>", "import-too-deep"),
        (b"<html><body/></html>", "import-not-moodle"),
        (b"<quiz></quiz>", "import-empty"),
        (b"ikke xml", "import-not-the-format"),
        (b"PK\x03\x04zip", "import-not-a-bank"),
    ],
)
def test_what_is_refused(data: bytes, code: str) -> None:
    """Entities, outside references, broken XML and other things are refused as a whole, each with its code."""
    with pytest.raises(KursappError) as caught:
        read_bank(data, "bank.xml")
    assert caught.value.problem.code == code


def test_too_many_nodes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The count stops the reading, not the memory."""
    monkeypatch.setattr(xml_tree, "MOST_NODES", 50)
    with pytest.raises(KursappError) as caught:
        read_bank(b"<quiz>" + b"<a/>" * 60 + b"</quiz>", "bank.xml")
    assert caught.value.problem.code == "import-too-many-nodes"


class Impatient(Unwatched):
    """Somebody who says stop at once."""

    def cancelled(self) -> bool:
        return True


@pytest.mark.parametrize("data", [b"Hva? {T}", b"Hva?\nA. a\nB. b\nANSWER: A\n", b"<quiz><question/></quiz>"])
def test_reading_can_be_stopped(data: bytes) -> None:
    """In every format, before the next question."""
    with pytest.raises(KursappError) as caught:
        read_bank(data, "bank", None, Impatient())
    assert caught.value.problem.code == "import-cancelled"


def test_a_long_document_can_be_stopped_before_it_is_a_bank() -> None:
    """The watch is asked while the elements are counted."""
    data = b"<quiz>" + b"<a/>" * (2 * xml_tree.BETWEEN_LOOKS) + b"</quiz>"
    with pytest.raises(KursappError) as caught:
        xml_tree.read_xml(data, "bank.xml", Impatient())
    assert caught.value.problem.code == "import-cancelled"


def test_words_between_many_elements_take_time_in_proportion() -> None:
    """Each is kept, none is copied again for the next; space between elements says nothing."""
    root = xml_tree.read_xml(b"<quiz>" + b"x<a/>" * 50_000 + b"\n </quiz>", "bank.xml")
    assert (root.words, len(root.children)) == ("x" * 50_000 + "\n ", 50_000)
    assert xml_tree.read_xml(b"<quiz>\n <a/>\n</quiz>", "bank.xml").words == ""
