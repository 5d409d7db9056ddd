"""Whatever bytes come in, reading them ends in a value or in one sentence, never in a crash."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from kursapp.delivery import cohort_file, progress_file
from kursapp.delivery.answer_file import KIND, AnswerOpener, header, seal
from kursapp.domain.cohort import Cohort
from kursapp.domain.problem import KursappError
from kursapp.texts.problems import tell
from tests.delivery.hostile import body_of, forged, with_body
from tests.delivery.small_cohort import Keys, submission

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@contextlib.contextmanager
def told_at_most() -> Any:
    """Let a refusal that people can be told pass, and nothing else."""
    try:
        yield
    except KursappError as error:
        said = tell(error.problem)
        if not (said.message and said.remedy):
            raise


@given(st.binary(max_size=400))
def test_any_bytes(cohort: Cohort, keys: Keys, data: bytes) -> None:
    """As they are, and behind the beginnings of our own files."""
    opener = AnswerOpener(cohort, keys.coordinator.private)
    for beginning in (
        b"",
        KIND.magic,
        KIND.magic + b"\0\x01",
        progress_file.KIND.magic + b"\0\x01",
        b'{"type":"kursapp-cohort",',
    ):
        for read in (
            header,
            opener.open,
            cohort_file.parse,
            lambda each: progress_file.open_progress(each, cohort, keys.coordinator.private),
        ):
            with told_at_most():
                read(beginning + data)


@given(at=st.integers(0, 32 * 1024 - 1), piece=st.binary(max_size=40), cut=st.integers(0, 40))
def test_a_sound_file_with_any_piece_exchanged(cohort: Cohort, keys: Keys, at: int, piece: bytes, cut: int) -> None:
    """Anywhere, longer or shorter: it is what it was, or it is refused."""
    sent = submission(cohort)
    data = seal(sent, cohort)
    with told_at_most():
        changed = data[:at] + piece + data[at + cut :]
        assert AnswerOpener(cohort, keys.coordinator.private).open(changed).submission == sent
        # Only the other recipient's key may change without our seeing it.
        assert changed[:155] == data[:155]
        assert changed[235:] == data[235:]


@given(name=st.sampled_from(["response", "replaces", "code", "answers", "rules", "token", "form"]), value=PLAIN)
def test_any_value_in_any_part_of_a_body(cohort: Cohort, keys: Keys, name: str, value: object) -> None:
    """A body with one part exchanged for something else."""
    body = {**body_of(cohort, keys), name: value}
    with told_at_most():
        AnswerOpener(cohort, keys.coordinator.private).open(forged(cohort, body))


@given(item=st.sampled_from(["rolle", "nytte", "trygg", "tema", "viktig", "karakter", "bra"]), value=PLAIN)
def test_any_value_as_any_answer(cohort: Cohort, keys: Keys, item: str, value: object) -> None:
    """Accepted only where it is an answer written as we write it: sealed again, the content is the same."""
    opener = AnswerOpener(cohort, keys.coordinator.private)
    body = {**body_of(cohort, keys), "answers": [[item, value]]}
    with told_at_most():
        opened = opener.open(forged(cohort, body))
        assert opener.open(seal(opened.submission, cohort)).content == opened.content


@given(st.binary(max_size=300) | PLAIN.map(msgspec.json.encode))
def test_any_content_in_a_sound_envelope(cohort: Cohort, keys: Keys, content: bytes) -> None:
    """Bytes and JSON of every kind, by someone who holds the cohort file."""
    with told_at_most():
        AnswerOpener(cohort, keys.coordinator.private).open(with_body(cohort, lambda _: content))


@given(data=st.data(), value=PLAIN)
@settings(deadline=None)
def test_any_value_anywhere_in_a_cohort_file(cohort: Cohort, data: st.DataObject, value: object) -> None:
    """One part of it exchanged for something else, however deep."""
    stored = json.loads(cohort_file.write(cohort))
    place: Any = stored
    while True:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = value
    with told_at_most():
        changed = json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        assert cohort_file.write(cohort_file.parse(changed)) == changed
