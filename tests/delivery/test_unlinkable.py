"""Nothing in the files of one laptop ties one to another: not in their bytes, and not when they are opened."""

from __future__ import annotations

import secrets
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import msgspec
import pytest

from kursapp.delivery import answer_file, progress_file
from kursapp.delivery.canonical import canonical
from kursapp.delivery.files import write_unmarked
from kursapp.domain.cohort import Cohort
from kursapp.domain.evaluation_answer import EvaluationAnswer, Written
from kursapp.domain.submission import Submission
from tests.delivery.runs import brought_to_light, runs, shared
from tests.delivery.small_cohort import ANSWERS, Keys, submission
from tests.delivery.test_progress_file import progress

MINE = {"for": "Jeg gruer meg litt", "etter": "Samtalene var gode"}
THEIRS = {"for": "Spent på det hele", "etter": "Mer tid til casene, takk"}
"""What two people write: other words on each form, as people do."""


def laptop(cohort: Cohort, words: dict[str, str], name: str, *, response: str = "") -> dict[str, bytes]:
    """Return all that one laptop makes, sealed: three forms (one of them twice) and a named progress file.

    Steps are those everybody gives here, so that only what the program adds can differ; words are the person's.
    """
    made = {}
    for form_id in ("for", "etter", "quiz-1"):
        given: tuple[tuple[str, EvaluationAnswer], ...] = ()
        if form_id != "quiz-1":
            own = Written(secrets.token_hex(12) + words[form_id])
            given = tuple((item, own if item == "bra" else answer) for item, answer in ANSWERS)
        changes: dict[str, object] = {"answers": given} if given else {}
        if response:
            changes["response_id"] = response
        made[form_id] = answer_file.seal(submission(cohort, form_id, **changes), cohort)
    made["fremdrift"] = progress_file.seal(progress(cohort, name=name), cohort)
    return made


def opened(files: dict[str, bytes], cohort: Cohort, keys: Keys) -> dict[str, bytes]:
    """Return the same files with their bodies opened: all that a coordinator's key can bring to light."""
    return {name: brought_to_light(data, cohort, keys) for name, data in files.items()}


def test_sealed_files_of_one_laptop_share_no_run_of_bytes(cohort: Cohort) -> None:
    """Beyond the header, which every laptop of the cohort writes alike, not one run of sixteen."""
    files = laptop(cohort, MINE, "Kari Nordmann")
    sealed = {name: data[75:] for name, data in files.items()}
    for one, two in combinations(sealed, 2):
        assert not runs(sealed[one]) & runs(sealed[two])


def test_opened_files_of_one_laptop_share_no_run_of_bytes_of_their_own(cohort: Cohort, keys: Keys) -> None:
    """What two files of one laptop have in common, those of any other laptop have in common too."""
    mine = opened(laptop(cohort, MINE, "Kari Nordmann"), cohort, keys)
    theirs = opened(laptop(cohort, THEIRS, "Ola Hansen"), cohort, keys)
    assert shared(mine, theirs) == set()
    assert shared(theirs, mine) == set()


def test_the_search_finds_an_id_used_for_two_forms(cohort: Cohort, keys: Keys) -> None:
    """A program that gave a laptop one response id for all its forms would be found out."""
    leaky = opened(laptop(cohort, MINE, "Kari Nordmann", response=secrets.token_hex(16)), cohort, keys)
    theirs = opened(laptop(cohort, THEIRS, "Ola Hansen"), cohort, keys)
    assert shared(leaky, theirs)


def test_the_name_is_in_the_progress_file_only(cohort: Cohort, keys: Keys) -> None:
    """And none of the answers are in it."""
    files = opened(laptop(cohort, MINE, "Kari Nordmann"), cohort, keys)
    assert b"Kari Nordmann" in files["fremdrift"]
    assert not any(b"Kari" in data for name, data in files.items() if name != "fremdrift")
    assert MINE["etter"].encode() not in files["fremdrift"]


def test_nothing_on_the_outside_of_the_files_ties_them(cohort: Cohort, tmp_path: Path) -> None:
    """Names are random, times are constant, and the lengths of a form's files are one."""
    folders = [tmp_path / "stick", tmp_path / "other stick"]
    paths = []
    for folder in folders:
        folder.mkdir()
        paths += [write_unmarked(folder, data, ".svar") for data in laptop(cohort, MINE, "Kari").values()]
    stems = [path.stem for path in paths]
    assert len(set(stems)) == len(stems)
    assert not any(runs(one.encode()) & runs(two.encode()) for one, two in combinations(stems, 2))
    assert len({path.stat().st_mtime for path in paths}) == 1
    assert len({path.stat().st_size for path in paths}) == 1


@pytest.mark.parametrize("form_id", ["for", "etter"])
def test_a_replacement_names_the_one_it_replaces_and_nothing_of_other_forms(
    cohort: Cohort, keys: Keys, form_id: str
) -> None:
    """``replaces`` is an id of the same form; another form's ids are nowhere in the file."""
    other, first = secrets.token_hex(16), secrets.token_hex(16)
    again = submission(cohort, form_id, replaces=first)
    body = answer_file.open_answers(answer_file.seal(again, cohort), cohort, keys.backup.private)
    assert body.submission == canonical(again, cohort.form(form_id).form)
    assert first.encode() in body.content
    assert other.encode() not in body.content


def test_a_submission_has_no_place_for_anything_else() -> None:
    """The value itself holds cohort, form, ids, answers and code: whoever adds to it must answer to this test."""
    assert set(Submission.__slots__) == {
        *("cohort_id", "form_id", "form_digest", "response_id", "replaces", "answers", "code"),
    }
    assert replace(Submission("c", "f", "d", "r"), code="x").code == "x"
    assert msgspec.json.encode(Submission("c", "f", "d", "r"))
