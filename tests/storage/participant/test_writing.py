"""The participant's own words are kept to the letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kursapp.domain.course import Block
from kursapp.domain.record import Draft, Field
from kursapp.storage.participant.profile_file import ProfileFile
from kursapp.storage.snapshot import fingerprint

LETTERS = st.text(alphabet=st.characters(codec="utf-8"), max_size=200)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(words=LETTERS)
def test_any_words_come_back_to_the_letter(profile: ProfileFile, now: datetime, words: str) -> None:
    """Line breaks, spaces at the end, emoji and NUL included."""
    profile.fields.save(Field("kurs", "tenk", "", words, now))
    profile.drafts.save(Draft("kurs", "svar", words, now))
    assert profile.fields.of_items("kurs", ["tenk"]) == {"tenk": {"": words}}
    assert profile.drafts.of_course("kurs") == {"svar": words}


def test_fields_are_found_by_item(profile: ProfileFile, now: datetime) -> None:
    """A page asks for its items; emptied fields are still fields."""
    fields = [
        Field("kurs", "kart", "r1/risiko", "3", now),
        Field("kurs", "kart", "r1/s", "", now),
        Field("kurs", "tenk", "", "Jeg tror …", now),
        Field("annet", "tenk", "", "Nei", now),
    ]
    for field in fields:
        profile.fields.save(field)
    assert profile.fields.of_items("kurs", ["kart", "tenk", "ukjent"]) == {
        "kart": {"r1/risiko": "3", "r1/s": ""},
        "tenk": {"": "Jeg tror …"},
    }
    assert profile.fields.of_course("kurs") == tuple(fields[:3])


def test_a_field_keeps_its_item_as_asked(profile: ProfileFile, now: datetime, items: dict[str, Block]) -> None:
    """The words are shown with the question they answered; without an item nothing is claimed."""
    profile.fields.save(Field("kurs", "tenk", "", "a", now), items["reflection"])
    profile.fields.save(Field("kurs", "fri", "", "b", now))
    free, asked = profile.fields.of_course("kurs")
    assert (free.asked, asked.asked) == ("", fingerprint(items["reflection"]))
    assert profile.asked.get(asked.asked) is not None
    profile.fields.save(replace(asked, value="c"))
    assert profile.fields.of_course("kurs")[1].asked == asked.asked


def test_many_fields_are_one_write(profile: ProfileFile, now: datetime, items: dict[str, Block]) -> None:
    """A pasted table is kept whole."""
    profile.fields.save_many(
        [Field("kurs", "kart", f"r{row}/s", str(row), now) for row in range(50)], items["workbook"]
    )
    profile.fields.save_many([])
    assert len(profile.fields.of_items("kurs", ["kart"])["kart"]) == 50


def test_a_row_is_removed_and_can_be_put_back(profile: ProfileFile, now: datetime, items: dict[str, Block]) -> None:
    """Exactly the row's own cells go, and come back with undo as they were."""
    parts = ("egen-1", "egen-1/s", "egen-1/m", "egen-10/s", "Egen-1/s", "egen-1s", "egen_1/s")
    profile.fields.save_many([Field("kurs", "kart", part, part, now) for part in parts], items["workbook"])
    before = profile.fields.of_course("kurs")
    removed = profile.fields.remove("kurs", "kart", "egen-1")
    assert {field.part for field in removed} == {"egen-1", "egen-1/s", "egen-1/m"}
    assert set(profile.fields.of_items("kurs", ["kart"])["kart"]) == set(parts) - {field.part for field in removed}
    profile.fields.save_many(removed)
    assert profile.fields.of_course("kurs") == before
    assert profile.fields.remove("kurs", "kart", "egen-2") == ()


def test_drafts_are_found_by_the_beginning_of_their_key(profile: ProfileFile, now: datetime) -> None:
    """A page's drafts are read at once and go when the answer is given."""
    for key in ("side-1/a", "side-1/b", "side-10/a"):
        profile.drafts.save(Draft("kurs", key, "x", now))
    profile.drafts.save(Draft("kurs", "side-1/a", "y", now))
    assert profile.drafts.of_course("kurs", "side-1/") == {"side-1/a": "y", "side-1/b": "x"}
    profile.drafts.remove("kurs", "side-1/a")
    profile.drafts.remove("kurs", "ukjent")
    assert set(profile.drafts.of_course("kurs")) == {"side-1/b", "side-10/a"}


def test_a_product_is_finished_until_it_is_not(profile: ProfileFile, now: datetime) -> None:
    """The mark can be taken back."""
    profile.products.finish("kurs", "kart", now)
    profile.products.finish("kurs", "kart", now + timedelta(1))
    assert profile.products.finished("kurs") == {"kart": now + timedelta(1)}
    profile.products.reopen("kurs", "kart")
    assert profile.products.finished("kurs") == {}


def test_removed_words_are_gone_from_the_file(profile: ProfileFile, now: datetime) -> None:
    """What a person deletes cannot be read out of the file's empty space afterwards."""
    secret = "helt-privat-setning"
    profile.fields.save(Field("kurs", "tenk", "egen-1", secret * 100, now))
    driver = profile._database.driver
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    profile.fields.remove("kurs", "tenk", "egen-1")
    path = profile.path
    profile.close()
    assert secret.encode() not in path.read_bytes()


def test_an_item_gets_exactly_the_fields_it_is_given(profile: ProfileFile, now: datetime) -> None:
    """Going back to an earlier version leaves nothing of the later one, and other items alone."""
    profile.fields.save_many([Field("kurs", "kart", part, part, now) for part in ("a", "b")])
    profile.fields.save(Field("kurs", "tenk", "", "x", now))
    profile.fields.replace("kurs", "kart", [Field("kurs", "kart", "c", "ny", now)])
    assert profile.fields.of_items("kurs", ["kart", "tenk"]) == {"kart": {"c": "ny"}, "tenk": {"": "x"}}
    assert [field.part for field in profile.fields.of_item("kurs", "kart")] == ["c"]
    assert profile.fields.courses() == ("kurs",)
