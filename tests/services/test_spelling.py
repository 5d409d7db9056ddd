"""Spelling: looked up in a process of its own, lenient with what a dictionary cannot know, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.services import spelling
from kursapp.services.spelling import Speller
from kursapp.worker import Worker, WorkerLimitError
from tests.services.small_dictionary import WORDS, write_dictionary


@pytest.fixture(scope="module")
def speller(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Speller]:
    """A speller with a small dictionary of bokmål."""
    folder = tmp_path_factory.mktemp("ordbok")
    found = Speller([write_dictionary(folder)], folder / "ord.txt")
    yield found
    found.close()


def test_words_are_right_or_wrong(speller: Speller) -> None:
    """In all the forms and cases the dictionary knows."""
    assert speller.wrong("nb", ["Barn", "barnen", "ledelsen", "ledelsse", "kartt"]) == {"ledelsse", "kartt"}


def test_compounds_are_not_flagged(speller: Speller) -> None:
    """Two known words written as one are right, with a letter between them or none; so are their forms."""
    assert speller.wrong("nb", ["myndighetskart", "Myndighetskarten", "barnekart", "fagleder"]) == frozenset()


def test_a_slip_is_no_compound(speller: Speller) -> None:
    """«vurder» and «ring» are words, but «vurderring» is one letter from «vurdering»; short ends are no parts."""
    assert speller.wrong("nb", ["vurderring", "kartbar", "faring"]) == {"vurderring", "kartbar", "faring"}


def test_a_term_is_right_in_all_its_forms(speller: Speller) -> None:
    """The glossary's terms, each word of them, with the endings Norwegian has, and in compounds."""
    words = ["Statsforvalterens", "undersøkelsene", "bufdirs", "statsforvalterkart"]
    assert speller.wrong("nb", words) == set(words)
    assert speller.wrong("nb", words, ["statsforvalter", "åpen undersøkelse", "Bufdir"]) == frozenset()


def test_ones_own_words_are_right_and_kept(tmp_path: Path) -> None:
    """Once added, a word is right in every draft, also after the next start."""
    own = tmp_path / "data" / "ord.txt"
    first = Speller([write_dictionary(tmp_path)], own)
    assert first.wrong("nb", ["Havrøya"]) == {"Havrøya"}
    first.add("Havrøya")
    first.add("Havrøya")
    assert first.wrong("nb", ["Havrøyas"]) == frozenset()
    first.close()
    assert own.read_text(encoding="utf-8") == "Havrøya\n"
    again = Speller([tmp_path], own)
    assert again.wrong("nb", ["Havrøya", "Havet"]) == {"Havet"}
    again.close()


def test_a_list_that_is_no_list_is_left_alone(tmp_path: Path) -> None:
    """Nothing is written over it, and looking words up goes on without it."""
    own = tmp_path / "ord.txt"
    own.write_bytes(b"\xff\xfe\x00rare ting")
    found = Speller([write_dictionary(tmp_path)], own)
    with pytest.raises(KursappError) as refused:
        found.add("ord")
    assert refused.value.problem.code == "own-words-unreadable"
    assert own.read_bytes() == b"\xff\xfe\x00rare ting"
    assert found.wrong("nb", ["ordd"]) == {"ordd"}
    found.close()


def test_suggestions_begin_with_the_likeliest(speller: Speller) -> None:
    """What is one letter away is there; a word nobody can guess has none."""
    assert "ledelse" in speller.suggestions("nb", "ledelsse")
    assert speller.suggestions("nb", "q" * 200) == ()


def test_without_a_dictionary_nothing_is_wrong(speller: Speller, tmp_path: Path) -> None:
    """A language there is no dictionary of is not looked up at all, and starts no process."""
    assert speller.has_dictionary("nb")
    assert not speller.has_dictionary("nn")
    assert speller.wrong("nn", ["qwerty"]) == frozenset()
    empty = Speller([tmp_path], tmp_path / "ord.txt")
    assert empty.suggestions("nb", "qwerty") == ()
    empty.close()


def test_without_the_library_there_is_no_dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some machines have no build of it: spelling is hidden there, and nothing else is."""
    monkeypatch.setattr(spelling, "_LIBRARY", "hunspell_that_is_not_there")
    assert not Speller([write_dictionary(tmp_path)], tmp_path / "ord.txt").has_dictionary("nb")


def test_letters_the_dictionary_cannot_write_are_not_judged(tmp_path: Path) -> None:
    """A Greek name is no misspelling in a dictionary of Latin letters."""
    write_dictionary(tmp_path)
    affixes = (tmp_path / "nb_NO.aff").read_text(encoding="utf-8").replace("UTF-8", "ISO8859-1")
    (tmp_path / "nb_NO.aff").write_bytes(affixes.encode("latin-1"))
    found = Speller([tmp_path], tmp_path / "ord.txt")
    assert found.wrong("nb", ["Αθήνα", "Kovačević", "ledelsse"]) == {"ledelsse"}
    found.close()


def test_words_a_dictionary_was_made_without_are_not_judged(tmp_path: Path) -> None:
    """The widespread Norwegian one lacks all words with ae, oe and aa, «noen» too; a whole one is believed."""
    lacking = Speller([write_dictionary(tmp_path / "a")], tmp_path / "ord.txt")
    assert lacking.wrong("nb", ["noen", "poenget", "temaet"]) == frozenset()
    lacking.close()
    whole = Speller([write_dictionary(tmp_path / "b", words=(*WORDS, "noen"))], tmp_path / "ord.txt")
    assert whole.wrong("nb", ["noen", "poengett"]) == {"poengett"}
    whole.close()


def test_a_dictionary_that_cannot_be_used_is_left_alone(tmp_path: Path) -> None:
    """It is tried twice and told once, and from then on there is none."""
    folder = write_dictionary(tmp_path / "a")
    found = Speller([folder], tmp_path / "ord.txt")
    assert found.has_dictionary("nb")
    (folder / "nb_NO.dic").unlink()
    with pytest.raises(KursappError) as refused:
        found.wrong("nb", ["ledelsse"])
    assert refused.value.problem.code == "dictionary-unusable"
    assert not found.has_dictionary("nb")
    assert found.wrong("nb", ["ledelsse"]) == frozenset()
    found.close()


class SlowWorker(Worker):
    """A worker whose first jobs meet their limit of time."""

    def __init__(self, slow: int) -> None:
        super().__init__()
        self.slow, self.tries = slow, 0

    def call(self, job: str, payload: bytes = b"", seconds: float = 5.0) -> bytes:
        self.tries += 1
        if self.tries <= self.slow:
            raise WorkerLimitError(job, "time")
        return super().call(job, payload, seconds)


@pytest.mark.parametrize(("slow", "is_told"), [(1, False), (2, True)])
def test_a_lookup_that_takes_too_long(tmp_path: Path, slow: int, is_told: bool) -> None:
    """Once is forgiven; the second time it is told, and from then on nothing is called wrong."""
    worker = SlowWorker(slow)
    found = Speller([write_dictionary(tmp_path)], tmp_path / "ord.txt", worker)
    if is_told:
        with pytest.raises(KursappError):
            found.wrong("nb", ["kartt"])
    assert found.wrong("nb", ["kartt", "barn"]) == (set() if is_told else {"kartt"})
    assert worker.tries == 2
    found.close()


def test_many_words_are_looked_up_in_parts(speller: Speller, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are, each part is short of the limit and none is left out."""
    monkeypatch.setattr(spelling, "AT_A_TIME", 2)
    words = ["barn", "barnn", "kart", "kartt", "ring", "ringg", "barnn"]
    assert speller.wrong("nb", words) == {"barnn", "kartt", "ringg"}
