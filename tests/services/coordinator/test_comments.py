"""Comments: only with ten persons, sorted by text, redacted for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp.domain.cohort import Cohort
from kursapp.domain.evaluation_answer import Written
from kursapp.domain.exporting import ExportKind
from kursapp.domain.problem import KursappError
from kursapp.domain.results import Why
from kursapp.services.cohort_cards import CommentQueue
from tests.services.coordinator.office_world import AFTER, OfficeWorld

TEXTS = ("Kari var flink", "=2+3", "@SUM(A1)", "Bra 🙂", "Et\nlinjeskift", "ABC", "", "", "", "")


def commented(world: OfficeWorld, texts: tuple[str, ...] = TEXTS) -> Cohort:
    cohort = world.publish()
    for text in texts:
        world.hand_in(cohort, answers={"bra": Written(text)})
    world.collect(cohort)
    world.coordinator.close_round(cohort.id, AFTER)
    return cohort


def test_ten_persons_show_comments_sorted_by_text(both: OfficeWorld) -> None:
    """With ten who handed in, what some of them wrote is shown unharmed and in the order of the text."""
    cohort = commented(both)
    queue = both.coordinator.comments(cohort.id, AFTER)
    assert [entry.text for entry in queue.entries] == sorted(text for text in TEXTS if text)
    shown = both.coordinator.results(cohort.id, AFTER).published.comments
    assert [comment.text for comment in shown] == [entry.text for entry in queue.entries]


def test_nine_persons_show_none(world: OfficeWorld) -> None:
    """With nine there are tables, but no comment is shown anywhere."""
    cohort = commented(world, TEXTS[:9])
    assert world.coordinator.comments(cohort.id, AFTER) == CommentQueue((), (), Why.FEW_FOR_COMMENTS)
    published = world.coordinator.results(cohort.id, AFTER).published
    assert (published.comments, published.comments_hidden) == ((), Why.FEW_FOR_COMMENTS)
    assert published.persons == 9


def test_late_comments_come_in_tens(world: OfficeWorld) -> None:
    """Five late persons enter the tables; what they wrote is not shown until five more have come."""
    cohort = commented(world)
    for lot, shown in (("a", 6), ("b", 16)):
        for number in range(5):
            world.collect(cohort, *world.hand_in(cohort, answers={"bra": Written(f"sent {lot}{number}")}))
        world.coordinator.let_in_waiting(cohort.id, AFTER)
        assert len(world.coordinator.comments(cohort.id, AFTER).entries) == shown
        assert len(world.coordinator.results(cohort.id, AFTER).published.comments) == shown


def test_tags_are_several_and_tidy(world: OfficeWorld) -> None:
    """A comment has the tags it was given, each once; the queue knows all of them."""
    cohort = commented(world)
    first, second, *_ = world.coordinator.comments(cohort.id, AFTER).entries
    world.coordinator.tag(cohort.id, first.id, ["Ros", " ros ", "Casene  på\ndag 3", ""])
    world.coordinator.tag(cohort.id, second.id, ["Åpent", "Ros"])
    queue = world.coordinator.comments(cohort.id, AFTER)
    assert set(queue.entries[0].tags) == {"Casene på dag 3", "Ros"}
    assert queue.tags == ("Casene på dag 3", "Ros", "Åpent")
    world.coordinator.tag(cohort.id, first.id, [])
    assert world.coordinator.comments(cohort.id, AFTER).entries[0].tags == ()


def test_a_quote_is_chosen_and_let_go(world: OfficeWorld) -> None:
    """Choosing a quote marks it in the results, until it is let go."""
    cohort = commented(world)
    entry = world.coordinator.comments(cohort.id, AFTER).entries[0]
    for chosen in (True, False):
        world.coordinator.choose(cohort.id, entry.id, chosen)
        comments = world.coordinator.results(cohort.id, AFTER).published.comments
        assert [one.text for one in comments if one.chosen] == ([entry.text] if chosen else [])


def test_redaction_can_be_changed_until_a_report_is_made(world: OfficeWorld, tmp_path: Path) -> None:
    """Places are redacted, changed and taken back; when a file has been made the words are gone for good."""
    cohort = commented(world)
    (kari,) = [one for one in world.coordinator.comments(cohort.id, AFTER).entries if one.text.startswith("Kari")]

    def seen() -> tuple[str, str, tuple[tuple[int, int], ...]]:
        (entry,) = [one for one in world.coordinator.comments(cohort.id, AFTER).entries if one.id == kari.id]
        return entry.text, entry.shown, entry.redacted

    world.coordinator.redact(cohort.id, kari.id, [(0, 4), (9, 14)])
    assert seen() == ("Kari var flink", "[…] var […]", ((0, 4), (9, 14)))
    world.coordinator.redact(cohort.id, kari.id, [])
    assert seen() == ("Kari var flink", "Kari var flink", ())
    world.coordinator.redact(cohort.id, kari.id, [(0, 4)])
    file = tmp_path / "svar.json"
    world.coordinator.export(cohort.id, AFTER, ExportKind.JSON, file)
    assert "[…] var flink" in file.read_text("utf-8")
    assert "Kari" not in file.read_text("utf-8")
    assert seen() == ("[…] var flink", "[…] var flink", ())


def test_a_comment_that_is_gone(world: OfficeWorld) -> None:
    """Redacting what is no comment of the cohort says so."""
    cohort = commented(world)
    with pytest.raises(KursappError) as caught:
        world.coordinator.redact(cohort.id, "ab" * 16, [(0, 1)])
    assert caught.value.problem.code == "collection-comment-gone"


def test_comments_are_sealed_beside_the_database(world: OfficeWorld) -> None:
    """What the collection keeps of a comment is not its words: the key lies elsewhere."""
    cohort = commented(world)
    kept = world.collection.comments.of_round(cohort.id, AFTER)
    assert len(kept) == 6
    assert not any(b"Kari" in one.text or b"SUM" in one.text for one in kept)
