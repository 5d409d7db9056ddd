"""The safe opens by its passphrase or any recovery sheet, keeps cohorts apart, and destroys what is to go."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.files.shelf import Shelf
from kursapp.vault.digests import Purpose
from kursapp.vault.keys import pair_of
from kursapp.vault.passphrases import LIGHT
from kursapp.vault.recovery import read_recovery_code, recovery_pair
from kursapp.vault.safe import Safe, new_cohort_keys, recovered_keys

PHRASE = "fire vanlige ord"
ONE, TWO = "a1" * 16, "b2" * 16


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where the safe lies."""
    return tmp_path / "safe"


@pytest.fixture
def safe(folder: Path) -> Safe:
    """Return a new safe."""
    return Safe.create(Shelf(folder), PHRASE, LIGHT)


def refused(action: Callable[[], object]) -> str:
    """Return the code an action is refused with."""
    with pytest.raises(KursappError) as error:
        action()
    return error.value.problem.code


def reopened(folder: Path, passphrase: str = PHRASE) -> Safe:
    """Open the safe anew."""
    return Safe.open(Shelf(folder), passphrase)


def test_a_safe_opens_again_with_what_was_put_in_it(safe: Safe, folder: Path) -> None:
    """Keys and the database's key are the same after reopening."""
    keys = new_cohort_keys()
    safe.add(ONE, keys)
    again = reopened(folder)
    assert again.get(ONE) == keys
    assert again.cohorts() == (ONE,) == Safe.cohorts_in(Shelf(folder))
    assert again.database_key() == safe.database_key()
    assert len(again.database_key()) == 32


def test_a_wrong_passphrase_opens_nothing_however_often(safe: Safe, folder: Path) -> None:
    """There is no lock-out: the right one still opens after many wrong."""
    for tried in ("feil", "demo", "", PHRASE.upper(), PHRASE + "x"):
        assert refused(lambda tried=tried: reopened(folder, tried)) == "passphrase-wrong"  # type: ignore[misc]
    assert reopened(folder).database_key() == safe.database_key()


def test_a_safe_is_made_once(safe: Safe, folder: Path) -> None:
    """A second one never replaces the first; none is told as none."""
    del safe
    assert Safe.exists(Shelf(folder))
    assert refused(lambda: Safe.create(Shelf(folder), "en annen frase", LIGHT)) == "safe-exists"
    nothing = Shelf(folder.with_name("none"))
    assert not Safe.exists(nothing)
    assert refused(lambda: Safe.open(nothing, PHRASE)) == "safe-missing"


def test_any_recovery_sheet_opens_it_when_the_passphrase_is_forgotten(safe: Safe, folder: Path) -> None:
    """Each cohort's sheet; the new passphrase then opens, the old one no more, the sheets still."""
    codes = []
    for cohort in (ONE, TWO):
        safe.add(cohort, new_cohort_keys())
        codes.append(safe.new_recovery(cohort)[0])
    found = Safe.open_with_recovery(Shelf(folder), codes[0])
    found.change_passphrase("en helt ny frase", LIGHT)
    assert refused(lambda: reopened(folder)) == "passphrase-wrong"
    assert reopened(folder, "en helt ny frase").get(TWO) == safe.get(TWO)
    assert Safe.open_with_recovery(Shelf(folder), codes[1]).database_key() == safe.database_key()


def test_a_sheet_of_no_cohort_here_is_told_so(safe: Safe, folder: Path) -> None:
    """A code that is well written but belongs elsewhere."""
    other = Safe.create(Shelf(folder.with_name("other")), PHRASE, LIGHT)
    other.add(ONE, new_cohort_keys())
    code, _ = other.new_recovery(ONE)
    del safe
    assert refused(lambda: Safe.open_with_recovery(Shelf(folder), code)) == "recovery-code-foreign"
    assert refused(lambda: Safe.open_with_recovery(Shelf(folder), "7K2M")) == "recovery-code-unreadable"


def test_the_code_is_nowhere_on_the_disk(safe: Safe, folder: Path) -> None:
    """The private key of the sheet exists on paper only; its public key is what answers are sealed to."""
    safe.add(ONE, new_cohort_keys())
    code, public = safe.new_recovery(ONE)
    private = recovery_pair(read_recovery_code(code)).private
    assert pair_of(private).public == public == safe.get(ONE).backup_public
    kept = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert private not in kept
    assert code.encode() not in kept
    assert code.replace("-", "").encode() not in kept
    assert not any(private in vars(part).values() for part in (safe,))


def test_the_sheet_and_the_cohorts_file_give_the_coordinators_own_keys(safe: Safe) -> None:
    """The machine is gone: what was collected is still known by its marks, and the comments open."""
    keys = new_cohort_keys()
    safe.add(ONE, keys)
    safe.add(TWO, new_cohort_keys())
    with pytest.raises(ValueError, match="no recovery sheet"):
        safe.sealed_to_backup(ONE)
    code, public = safe.new_recovery(ONE)
    carried = safe.sealed_to_backup(ONE)
    found = recovered_keys(code, carried)
    assert found == safe.get(ONE)
    assert (found.private, found.comment_key, found.backup_public) == (keys.private, keys.comment_key, public)
    assert keys.private not in carried
    other, _ = safe.new_recovery(TWO)
    assert refused(lambda: recovered_keys(other, carried)) == "recovery-code-foreign"
    assert refused(lambda: recovered_keys(code, b"")) == "recovery-code-foreign"
    assert refused(lambda: recovered_keys("7K2M", carried)) == "recovery-code-unreadable"


def test_a_new_sheet_makes_the_one_before_worthless(safe: Safe, folder: Path) -> None:
    """A sheet that went astray before publishing opens nothing."""
    safe.add(ONE, new_cohort_keys())
    first, _ = safe.new_recovery(ONE)
    second, _ = safe.new_recovery(ONE)
    assert refused(lambda: Safe.open_with_recovery(Shelf(folder), first)) == "recovery-code-foreign"
    assert Safe.open_with_recovery(Shelf(folder), second).cohorts() == (ONE,)


def test_destroyed_keys_are_gone_and_the_sheet_opens_nothing(safe: Safe, folder: Path) -> None:
    """Other cohorts' stay; destroying twice is no error; the bytes are overwritten before the file goes."""
    safe.add(ONE, new_cohort_keys())
    safe.add(TWO, new_cohort_keys())
    code, _ = safe.new_recovery(ONE)
    safe.destroy(ONE)
    safe.destroy(ONE)
    assert safe.cohorts() == (TWO,)
    assert refused(lambda: safe.get(ONE)) == "key-file-missing"
    assert refused(lambda: Safe.open_with_recovery(Shelf(folder), code)) == "recovery-code-foreign"
    assert reopened(folder).get(TWO) == safe.get(TWO)


def test_damaged_keys_can_be_destroyed_too(safe: Safe, folder: Path) -> None:
    """What cannot be read is to go all the same."""
    safe.add(ONE, new_cohort_keys())
    (folder / "keys" / f"{ONE}.key").write_bytes(b"damaged")
    assert refused(lambda: safe.get(ONE)) == "key-file-damaged"
    safe.destroy(ONE)
    assert safe.cohorts() == ()


def test_a_key_file_under_another_name_is_refused(safe: Safe, folder: Path) -> None:
    """One cohort's keys never serve another's."""
    safe.add(ONE, new_cohort_keys())
    (folder / "keys" / f"{ONE}.key").rename(folder / "keys" / f"{TWO}.key")
    assert refused(lambda: safe.get(TWO)) == "key-file-damaged"


def test_keys_are_added_once(safe: Safe) -> None:
    """The keys of answers already sealed are never replaced."""
    keys = new_cohort_keys()
    safe.add(ONE, keys)
    assert refused(lambda: safe.add(ONE, new_cohort_keys())) == "key-file-exists"
    assert safe.get(ONE) == keys


@pytest.mark.parametrize("cohort_id", ["", "../../etc/passwd", "A1" * 16, "a1" * 15])
def test_a_cohort_id_is_never_a_path(safe: Safe, cohort_id: str) -> None:
    """Only 32 hexadecimal digits name a key file."""
    with pytest.raises(ValueError, match="no cohort id"):
        safe.get(cohort_id)


def test_a_nokkel_file_carries_one_cohort_to_another_safe(safe: Safe, tmp_path: Path) -> None:
    """Under a passphrase of its own; with the sheet's key, so that the sheet opens the new safe as well."""
    safe.add(ONE, new_cohort_keys())
    safe.add(TWO, new_cohort_keys())
    code, _ = safe.new_recovery(ONE)
    carried = safe.export(ONE, "til vikaren min", LIGHT)
    other = Safe.create(Shelf(tmp_path / "other"), "vikarens egen frase", LIGHT)
    assert refused(lambda: other.import_keys(carried, PHRASE)) == "passphrase-wrong"
    assert other.import_keys(carried, "til vikaren min") == ONE
    assert other.get(ONE) == safe.get(ONE)
    assert other.cohorts() == (ONE,)
    assert refused(lambda: other.import_keys(carried, "til vikaren min")) == "key-file-exists"
    assert Safe.open_with_recovery(Shelf(tmp_path / "other"), code).cohorts() == (ONE,)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "key-file-damaged"),
        (b"\xff\xfe", "key-file-damaged"),
        (b"[" * 100_000, "key-file-damaged"),
        (b'{"version":1}', "key-file-damaged"),
        (b'{"version":2,"x":1}', "key-file-newer"),
        (b'{"version":2}' + b" " * 2_000_000, "key-file-damaged"),
    ],
)
def test_a_nokkel_file_that_is_none(safe: Safe, data: bytes, code: str) -> None:
    """One code each, no crash."""
    assert refused(lambda: safe.import_keys(data, "x")) == code


@pytest.mark.parametrize(
    ("field", "value"), [("memory", 2**40), ("operations", 10**9), ("memory", 1), ("salt", "AAAA"), ("extra", 1)]
)
def test_a_file_cannot_make_the_machine_work_itself_to_death(
    safe: Safe, folder: Path, field: str, value: object
) -> None:
    """The cost in a file has bounds, and nothing unknown is read."""
    safe.add(ONE, new_cohort_keys())
    carried = json.loads(safe.export(ONE, "til vikaren min", LIGHT))
    changed = json.dumps({**carried, field: value}).encode()
    assert refused(lambda: safe.import_keys(changed, "til vikaren min")) == "key-file-damaged"
    stored = json.loads((folder / "safe.json").read_bytes())
    (folder / "safe.json").write_text(json.dumps({**stored, field: value}))
    assert refused(lambda: reopened(folder)) == "safe-damaged"


def test_a_safe_of_a_newer_program_is_refused_unchanged(safe: Safe, folder: Path) -> None:
    """By name, and not a byte of it is touched."""
    del safe
    stored = json.loads((folder / "safe.json").read_bytes())
    newer = json.dumps({**stored, "version": 2, "master": "?"}).encode()
    (folder / "safe.json").write_bytes(newer)
    assert refused(lambda: reopened(folder)) == "safe-newer"
    assert (folder / "safe.json").read_bytes() == newer


def test_two_that_have_the_safe_open_do_not_lose_each_others_changes(safe: Safe, folder: Path) -> None:
    """A changed passphrase keeps the sheet that another just made."""
    other = reopened(folder)
    safe.add(ONE, new_cohort_keys())
    code, _ = safe.new_recovery(ONE)
    other.change_passphrase("en helt ny frase", LIGHT)
    assert Safe.open_with_recovery(Shelf(folder), code).database_key() == safe.database_key()


def test_what_cannot_be_written_leaves_the_safe_as_it_was(
    safe: Safe, folder: Path, sealed: Callable[[Path], AbstractContextManager[None]]
) -> None:
    """A folder that may not be written to: one code, and the old passphrase still opens."""
    with sealed(folder):
        assert refused(lambda: safe.change_passphrase("en helt ny frase", LIGHT)) == "folder-unwritable"
        assert refused(lambda: safe.add(ONE, new_cohort_keys())) == "folder-unwritable"
    assert reopened(folder).cohorts() == ()


def test_a_cohorts_keys_for_its_purposes_are_its_own() -> None:
    """Two cohorts share nothing; keys never show themselves."""
    one, two = new_cohort_keys(), new_cohort_keys()
    assert one.derive(Purpose.SEEN_FILES) != two.derive(Purpose.SEEN_FILES)
    assert one.pair.public != two.pair.public
    assert repr(one) == "CohortKeys(…)"
