"""Files that are not what they should be: each gets one state and one reason, and none is ever half believed."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import pytest

from kursapp.delivery import cohort_file, progress_file
from kursapp.delivery.answer_file import AnswerOpener, header, seal, state_of
from kursapp.domain.cohort import Cohort, Rules
from kursapp.domain.course import EvaluationType
from kursapp.domain.form import Form
from kursapp.domain.problem import KursappError, Problem
from kursapp.domain.submission import FileState
from kursapp.texts.problems import tell
from kursapp.vault.keys import new_pair, seal_to
from tests.delivery.hostile import addressed, body_of, forged, with_body
from tests.delivery.small_cohort import Keys, cohort_form, make_cohort, make_keys, submission
from tests.delivery.test_progress_file import progress


@pytest.fixture(scope="module")
def sound(cohort: Cohort) -> bytes:
    """Return one sound answer file."""
    return seal(submission(cohort), cohort)


@pytest.fixture(scope="module")
def opener(cohort: Cohort, keys: Keys) -> AnswerOpener:
    """Return what opens the cohort's files."""
    return AnswerOpener(cohort, keys.coordinator.private)


def why(opener: AnswerOpener, data: bytes) -> Problem:
    """Return why a file is not opened, after seeing that people can be told."""
    with pytest.raises(KursappError) as refused:
        opener.open(data)
    assert str(tell(refused.value.problem))
    return refused.value.problem


def _zip() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("svar.json", "{}")
    return data.getvalue()


FOREIGN = {
    "text": b"Kjaere koordinator, her er svarene mine.",
    "json": b'{"answers": []}',
    "zip": _zip(),
    "pdf": b"%PDF-1.7\n",
    "zeros": bytes(32 * 1024),
    "ones": b"\xff" * 32 * 1024,
    "random": bytes(range(256)) * 128,
    "one byte": b"x",
    "text mode": b"\x89KSVAR\n" + bytes(100),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_something_else_under_the_name_is_foreign(opener: AnswerOpener, name: str) -> None:
    """Documents, archives and noise that were renamed to .svar."""
    found = why(opener, FOREIGN[name])
    assert found.code == "answer-file-foreign"
    assert state_of(found) is FileState.UNREADABLE


def test_an_empty_file_is_empty(opener: AnswerOpener) -> None:
    """A stick pulled out by another program often leaves one."""
    assert why(opener, b"").code == "answer-file-empty"


def test_our_own_other_files_are_foreign(opener: AnswerOpener, cohort: Cohort) -> None:
    """A cohort file or a progress file renamed to .svar."""
    assert why(opener, cohort_file.write(cohort)).code == "answer-file-foreign"
    assert why(opener, progress_file.seal(progress(cohort), cohort)).code == "answer-file-foreign"


@pytest.mark.parametrize("length", [1, 4, 7, 8, 9, 10, 11, 26, 58, 59, 60, 75, 76, 155, 235, 236, 300, 16_384, 32_767])
def test_a_cut_file_is_cut_wherever_it_was(opener: AnswerOpener, sound: bytes, length: int) -> None:
    """In the magic, the version, the header, the keys, the body, and one byte before the end."""
    found = why(opener, sound[:length])
    assert found.code == "answer-file-cut"
    assert state_of(found) is FileState.UNREADABLE


@pytest.mark.parametrize("tail", [b"\0", b"\n", b"x" * 32 * 1024])
def test_an_appended_file_is_too_long(opener: AnswerOpener, sound: bytes, tail: bytes) -> None:
    """A byte, a line feed from a mail program, another file."""
    assert why(opener, sound + tail).code == "answer-file-appended"


FLIPPED = [
    *((at, "answer-file-foreign") for at in range(8)),
    *((at, "answer-file-newer") for at in (8, 9)),
    *((at, "answer-file-other-cohort") for at in (10, 17, 25)),
    *((at, "answer-file-other-form") for at in (26, 40, 57)),
    *((at, "answer-file-damaged") for at in (58, 59, 66, 67, 74)),
]
"""Places in the header, and what is the matter when the byte there is another."""


@pytest.mark.parametrize(("at", "code"), FLIPPED)
@pytest.mark.parametrize("bit", [0x01, 0x80])
def test_a_flipped_bit_in_the_header_has_one_reason(
    opener: AnswerOpener, sound: bytes, at: int, code: str, bit: int
) -> None:
    """Magic, version, cohort, form, number of recipients, recipients."""
    found = why(opener, _flip(sound, at, bit))
    # Many more recipients than the file has bytes for look like a cut file.
    assert found.code in ({code, "answer-file-cut"} if at == 58 else {code})
    other = code in ("answer-file-other-cohort", "answer-file-other-form")
    assert state_of(found) is (FileState.OTHER if other else FileState.UNREADABLE)


@pytest.mark.parametrize("at", [75, 106, 107, 154, 235, 236, 258, 259, 274, 275, 276, 1000, 16_000, 32_766, 32_767])
def test_a_flipped_bit_inside_is_damage(opener: AnswerOpener, sound: bytes, at: int) -> None:
    """Our sealed key's own part and tag, nonce, tag, length, content, filling, the last byte."""
    assert why(opener, _flip(sound, at, 1)).code == "answer-file-damaged"


def test_no_single_flipped_byte_is_ever_believed(opener: AnswerOpener, sound: bytes) -> None:
    """Every byte of header, our sealed key and the body's beginning and end; the other recipient's key is not ours."""
    ours = range(75 + 80)
    for at in [*ours, *range(235, 600), *range(len(sound) - 64, len(sound))]:
        why(opener, _flip(sound, at, 0xFF))


def test_bytes_of_two_files_in_one_are_damage(opener: AnswerOpener, cohort: Cohort, sound: bytes) -> None:
    """The body of one under the keys of another."""
    other = seal(submission(cohort), cohort)
    assert why(opener, sound[:235] + other[235:]).code == "answer-file-damaged"
    assert why(opener, sound[:16_000] + other[16_000:]).code == "answer-file-damaged"


def test_a_file_of_another_cohort_is_the_others(opener: AnswerOpener) -> None:
    """Sound, and to be collected elsewhere."""
    other = make_cohort(make_keys())
    found = why(opener, seal(submission(other), other))
    assert found.code == "answer-file-other-cohort"
    assert state_of(found) is FileState.OTHER


def test_an_older_version_of_the_form_is_not_mixed_in(cohort: Cohort, keys: Keys) -> None:
    """Answers to other words are answers to another form."""
    form = cohort.form("etter").form
    item = replace(form.items[1], text="Kurset var svært nyttig")
    newer = replace(form, items=(form.items[0], item, *form.items[2:]))
    later = replace(cohort, forms=(cohort_form(newer),))
    found = why(AnswerOpener(later, keys.coordinator.private), seal(submission(cohort), cohort))
    assert found.code == "answer-file-other-form"
    assert state_of(found) is FileState.OTHER


def test_a_replay_is_the_same_handing_in(opener: AnswerOpener, sound: bytes) -> None:
    """The same file twice, under any name, opens to the same content: it can be counted once."""
    assert opener.open(sound).content == opener.open(bytes(sound)).content


def test_a_file_sealed_to_others_is_not_opened(cohort: Cohort, keys: Keys) -> None:
    """Somebody added a recipient of her own: the header is not the cohort's."""
    third = new_pair()
    evil = replace(cohort, recipients=(cohort.recipients[0], replace(cohort.recipients[1], public_key=third.public)))
    data = seal(submission(evil), evil)
    assert why(AnswerOpener(cohort, keys.coordinator.private), data).code == "answer-file-mismatch"


def test_a_key_that_is_no_key_is_damage(opener: AnswerOpener, cohort: Cohort, keys: Keys, sound: bytes) -> None:
    """A sealed box of the right size around other bytes, and the right key around nothing."""
    sealed = seal_to(keys.coordinator.public, bytes(32))
    assert why(opener, sound[:75] + sealed + sound[75 + 80 :]).code == "answer-file-damaged"


PROMISES: dict[str, Any] = {
    "cohort": "0" * 32,
    "form": "for",
    "digest": "0" * 64,
    "simulated": True,
    "token": "AAAAAAAAAAAAAAAAAAAAAA==",
}


@pytest.mark.parametrize("part", PROMISES)
def test_a_body_that_repeats_another_promise_does_not_count(
    opener: AnswerOpener, cohort: Cohort, keys: Keys, part: str
) -> None:
    """Cohort, form, whether it is simulated, the token of those who have the cohort file."""
    body = {**body_of(cohort, keys), part: PROMISES[part]}
    assert why(opener, forged(cohort, body)).code == "answer-file-mismatch"


RULES: dict[str, Any] = {
    "k": 6, "reason": "x", "breakdowns": [], "codes": True, "keep_until": "2028-06-12",
}  # fmt: skip


@pytest.mark.parametrize("rule", RULES)
def test_answers_given_under_other_rules_do_not_count(
    opener: AnswerOpener, cohort: Cohort, keys: Keys, rule: str
) -> None:
    """Rules are locked when the cohort is published; who saw others did not agree to these."""
    body = body_of(cohort, keys)
    body["rules"] = {**body["rules"], rule: RULES[rule]}
    assert why(opener, forged(cohort, body)).code == "answer-file-mismatch"


OTHER_PROMISES: dict[str, Callable[[Cohort], Cohort]] = {
    "token": lambda cohort: replace(cohort, token=bytes(16)),
    "simulated": lambda cohort: replace(cohort, simulated=True),
    "reason": lambda cohort: replace(cohort, rules=replace(cohort.rules, reason="Noe annet")),
    "breakdowns": lambda cohort: replace(cohort, rules=replace(cohort.rules, breakdowns=())),
    "keep until": lambda cohort: replace(cohort, rules=replace(cohort.rules, keep_until=cohort.ends)),
}


@pytest.mark.parametrize("other", OTHER_PROMISES)
def test_answers_made_with_another_cohort_file_of_the_same_id_do_not_count(
    cohort: Cohort, keys: Keys, other: str
) -> None:
    """Whoever lured participants with a softer promise, or never had the file, gets no answer counted."""
    evil = OTHER_PROMISES[other](cohort)
    data = seal(submission(evil), evil)
    assert AnswerOpener(evil, keys.coordinator.private).open(data)
    assert why(AnswerOpener(cohort, keys.coordinator.private), data).code == "answer-file-mismatch"


def test_a_body_moved_to_another_envelope_does_not_count(opener: AnswerOpener, cohort: Cohort, keys: Keys) -> None:
    """The binding is of its own envelope; a body of another, taken over whole, does not fit."""
    body = body_of(cohort, keys)
    moved = with_body(cohort, lambda _: msgspec.json.encode(body))
    assert why(opener, moved).code == "answer-file-mismatch"


def test_an_envelope_that_opens_differently_for_two_does_not_count(cohort: Cohort, keys: Keys, sound: bytes) -> None:
    """Each recipient must find the same key; one that was given another sees damage, never other answers."""
    other_key = seal_to(keys.backup.public, b"k" * 32)
    split = sound[: 75 + 80] + other_key + sound[75 + 160 :]
    assert AnswerOpener(cohort, keys.coordinator.private).open(split).submission
    assert why(AnswerOpener(cohort, keys.backup.private), split).code == "answer-file-damaged"


Change = Callable[[dict[str, Any]], object]


def _answer(item: str, value: object) -> Change:
    def change(body: dict[str, Any]) -> None:
        body["answers"] = [[name, value if name == item else old] for name, old in body["answers"]]

    return change


def _answers(value: object) -> Change:
    return lambda body: body.update(answers=value)


INVALID: dict[str, Change] = {
    "a step above the scale": _answer("nytte", 6),
    "step nought": _answer("nytte", 0),
    "a negative step": _answer("nytte", -1),
    "a step as text": _answer("nytte", "4"),
    "a step with decimals": _answer("nytte", 4.0),
    "a step of truth": _answer("nytte", True),
    "nothing": _answer("nytte", None),
    "a list": _answer("nytte", [4]),
    "a whole object": _answer("nytte", {"step": 4}),
    "an unknown word for apart": _answer("nytte", "Vet ikke"),
    "half a pair": _answer("trygg", [2]),
    "three of a pair": _answer("trygg", [2, 3, 4]),
    "a pair of nothing": _answer("trygg", [None, None]),
    "two of one choice": _answer("rolle", [["a", "b"], ""]),
    "an unknown option": _answer("rolle", [["z"], ""]),
    "words where none are asked": _answer("rolle", [["a"], "smugle"]),
    "options out of order": _answer("tema", [["c", "b"], ""]),
    "an option twice": _answer("tema", [["b", "b"], ""]),
    "a rank twice": _answer("viktig", ["b", "b"]),
    "a number above its bound": _answer("karakter", "11"),
    "a number in another spelling": _answer("karakter", "08"),
    "a number with a comma": _answer("karakter", "8,0"),
    "infinity": _answer("karakter", "Infinity"),
    "no number": _answer("karakter", "åtte"),
    "a huge number": _answer("karakter", "9" * 10_000),
    "an empty text": _answer("bra", ""),
    "space around": _answer("bra", " bra "),
    "another line end": _answer("bra", "a\r\nb"),
    "decomposed letters": _answer("bra", "a\u030a"),
    "a hidden character": _answer("bra", "a\x00b"),
    "a text as number": _answer("bra", 4),
    "an item the form has not": _answers([["nei", 4]]),
    "an item twice": _answers([["nytte", 4], ["nytte", 4]]),
    "items out of order": _answers([["nytte", 4], ["rolle", [["a"], ""]]]),
    "answers by name": _answers({"nytte": 4}),
    "answers of three parts": _answers([["nytte", 4, 4]]),
    "no answers at all": lambda body: body.pop("answers"),
    "a hidden part": lambda body: body.update(name="Kari"),
    "a short id": lambda body: body.update(response="abc"),
    "an id in capitals": lambda body: body.update(response="A" * 32),
    "an id with a line end": lambda body: body.update(response="a" * 32 + "\n"),
    "an id too long": lambda body: body.update(replaces="a" * 33),
    "a code where there are none": lambda body: body.update(code="AB3"),
    "no token": lambda body: body.pop("token"),
    "token of another kind": lambda body: body.update(token=4),
    "rules that are none": lambda body: body.update(rules=None),
}


@pytest.mark.parametrize("name", INVALID)
def test_answers_not_written_as_we_write_them_do_not_count(
    opener: AnswerOpener, cohort: Cohort, keys: Keys, name: str
) -> None:
    """Out of scale, of another shape, in another spelling, or with something beside: the file cannot be opened."""
    body = body_of(cohort, keys)
    INVALID[name](body)
    found = why(opener, forged(cohort, body))
    assert found.code == "answer-file-not-valid"
    assert state_of(found) is FileState.UNREADABLE
    assert not found.values, "a reason tells nothing of what was answered"


def test_json_in_another_spelling_does_not_count(opener: AnswerOpener, cohort: Cohort, keys: Keys) -> None:
    """Spaces, escapes and a name twice would let a file be marked; there is one spelling."""
    body = body_of(cohort, keys)

    def spaced(binding: str) -> bytes:
        return json.dumps({**body, "binding": binding}).encode()

    def twice(binding: str) -> bytes:
        text = msgspec.json.encode({**body, "binding": binding})
        return text[:-1] + b',"code":""}'

    def in_another_order(binding: str) -> bytes:
        return msgspec.json.encode(dict(sorted({**body, "binding": binding}.items())))

    for write in (spaced, twice, in_another_order):
        assert why(opener, with_body(cohort, write)).code == "answer-file-not-valid"


@pytest.mark.parametrize("content", [b"", b"null", b"[]", b"{", b"\xff", b"[" * 20_000, b"4" * 20_000])
def test_a_body_that_is_no_body_does_not_count(opener: AnswerOpener, cohort: Cohort, content: bytes) -> None:
    """Nothing, no text, nested without end: no crash."""
    assert why(opener, with_body(cohort, lambda _: content)).code == "answer-file-not-valid"


def test_nothing_hides_in_the_filling(opener: AnswerOpener, cohort: Cohort, monkeypatch: pytest.MonkeyPatch) -> None:
    """The filling is zeros, and the length that says where it begins is true."""
    from kursapp.delivery import envelope

    real = envelope.lock
    for spoil in (
        lambda inside: inside[:-1] + b"x",
        lambda inside: b"\xff\xff\xff\xff" + inside[4:],
        lambda inside: b"\0\0\0\0" + inside[4:],
        lambda _: b"",
    ):
        monkeypatch.setattr(envelope, "lock", lambda key, inside, spoil=spoil: real(key, spoil(inside)))
        data = seal(submission(cohort), cohort)
        padded = data.ljust(cohort.form("etter").length, b"\0")
        assert why(opener, padded).code in ("answer-file-mismatch", "answer-file-damaged")


def test_a_later_format_is_told_as_newer(opener: AnswerOpener, sound: bytes) -> None:
    """By its version, whatever follows it."""
    assert why(opener, sound[:8] + b"\x00\x02" + b"anything").code == "answer-file-newer"


def test_a_header_alone_never_crashes_on_any_beginning(sound: bytes) -> None:
    """Every beginning of a sound file is told as cut until the header is whole."""
    for length in range(1, 75):
        with pytest.raises(KursappError) as refused:
            header(sound[:length])
        assert refused.value.problem.code == "answer-file-cut"
    assert header(sound[:75])


def test_bodies_are_only_as_long_as_their_form_allows(cohort: Cohort, keys: Keys) -> None:
    """A form of another length in another cohort file does not fit this one's."""
    small = replace(cohort, forms=(replace(cohort.form("etter"), length=8 * 1024),))
    big = seal(submission(cohort), cohort)
    assert why(AnswerOpener(small, keys.coordinator.private), big).code == "answer-file-appended"
    little = seal(submission(small), small)
    assert why(AnswerOpener(cohort, keys.coordinator.private), little).code == "answer-file-cut"


def test_a_withdrawal_opens_as_one(opener: AnswerOpener, cohort: Cohort) -> None:
    """An empty replacement is sound; it takes the earlier one back."""
    data = seal(submission(cohort, answers=(), replaces="0" * 32), cohort)
    assert opener.open(data).submission.is_withdrawal


def test_every_kind_of_round_and_rule_can_be_opened(keys: Keys) -> None:
    """The longest rules there may be still leave the promised room."""
    rules = Rules(make_cohort(keys).rules.keep_until, k=3, reason='"' * 300, breakdowns=("rolle",), codes=True)
    cohort = make_cohort(keys, rules)
    form: Form = cohort.form("etter").form
    assert form.type is EvaluationType.AFTER
    data = seal(submission(cohort, code="Å" * 16), cohort)
    assert AnswerOpener(cohort, keys.backup.private).open(data).submission.code == "Å" * 16
    assert len(data) == addressed(cohort).length


def _flip(data: bytes, at: int, bit: int) -> bytes:
    return data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]
