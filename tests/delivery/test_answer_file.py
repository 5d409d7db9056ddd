"""What a person answers comes out at the coordinator's, to the letter, and nothing about the person with it."""

from __future__ import annotations

import getpass
import secrets
import socket
from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kursapp.delivery.answer_file import KIND, AnswerOpener, header, open_answers, seal
from kursapp.delivery.canonical import NotOnFormError, canonical, canonical_answers, room_left
from kursapp.delivery.envelope import open_sealed
from kursapp.domain.cohort import Cohort, Rules
from kursapp.domain.evaluation_answer import Rated, Written
from kursapp.domain.problem import KursappError
from kursapp.vault.keys import Opener, new_pair
from tests.delivery.hostile import addressed, body_of
from tests.delivery.small_cohort import Keys, answers_to_form, make_cohort, submission

FORMS = ("for", "etter", "quiz-1")


@pytest.mark.parametrize("form_id", FORMS)
def test_either_recipient_opens_it_and_reads_what_was_sent(cohort: Cohort, keys: Keys, form_id: str) -> None:
    """Coordinator and backup alike; evaluations and shared quizzes alike."""
    sent = submission(cohort, form_id, replaces=secrets.token_hex(16))
    data = seal(sent, cohort)
    for pair in (keys.coordinator, keys.backup):
        opened = open_answers(data, cohort, pair.private)
        assert opened.submission == sent
        assert opened.form == cohort.form(form_id)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_answers_come_back_canonical_in_a_file_of_one_length(
    cohort: Cohort, keys: Keys, data: st.DataObject
) -> None:
    """Whatever is answered, in whatever order it is given: one length, and the canonical answers."""
    form = cohort.form(data.draw(st.sampled_from(FORMS)))
    answers = data.draw(answers_to_form(form.form))
    sent = submission(cohort, form.form.id, answers=answers)
    file = seal(sent, cohort)
    assert len(file) == form.length
    opened = open_answers(file, cohort, keys.coordinator.private)
    assert opened.submission == canonical(sent, form.form)
    assert opened.submission.answers == canonical_answers(form.form, answers)


def test_every_file_of_a_form_has_the_same_length(cohort: Cohort) -> None:
    """One step answered, all answered, a long comment, a withdrawal."""
    long = Written("Ordene er mange. " * 1000)
    many = [
        submission(cohort, answers=(("nytte", Rated(1)),)),
        submission(cohort),
        submission(cohort, answers=(("bra", long),)),
        submission(cohort, answers=(), replaces="0" * 32),
    ]
    assert {len(seal(each, cohort)) for each in many} == {cohort.form("etter").length} == {32 * 1024}


def test_what_has_room_fits_and_one_byte_more_does_not_promise_to(cohort: Cohort) -> None:
    """The room that is shown is always there; far above it the file is refused, and says by how much."""
    form = cohort.form("etter")
    room = room_left((), form)
    full = submission(cohort, answers=(("bra", Written("x" * room)),), replaces="0" * 32)
    assert room_left(full.answers, form) == 0
    assert len(seal(full, cohort)) == form.length
    with pytest.raises(KursappError) as refused:
        seal(submission(cohort, answers=(("bra", Written("x" * (room + 5000))),)), cohort)
    assert refused.value.problem.code == "answer-file-full"
    assert int(refused.value.problem.value("over")) > 0


def test_two_files_of_the_same_answers_share_nothing_but_the_address(cohort: Cohort) -> None:
    """Keys and nonces are new each time: nobody sees from outside that two people answered alike."""
    one, two = (seal(submission(cohort), cohort) for _ in range(2))
    size = header(one).size
    assert one[:size] == two[:size]
    runs = {one[at : at + 6] for at in range(size, len(one) - 6)}
    assert not any(two[at : at + 6] in runs for at in range(size, len(two) - 6))


def test_the_outside_names_cohort_form_and_recipients_only(cohort: Cohort) -> None:
    """What anybody can read of a file."""
    data = seal(submission(cohort), cohort)
    outside = header(data)
    assert outside.cohort_id == cohort.id
    assert outside.about == cohort.form("etter").digest
    assert outside.recipients == tuple(recipient.id for recipient in cohort.recipients)
    assert outside.size == 8 + 2 + 16 + 32 + 1 + 2 * 8
    assert header(data[:1024]) == outside


def test_the_inside_holds_what_the_design_says_and_nothing_else(cohort: Cohort, keys: Keys) -> None:
    """No clock time, name, host or path: the body is these parts, to the letter."""
    body = body_of(cohort, keys)
    assert list(body) == [
        *("response", "replaces", "code", "answers"),
        *("binding", "cohort", "form", "digest", "rules", "simulated", "token"),
    ]
    assert body["rules"] == {
        "keep_until": "2027-06-12", "k": 5, "reason": "", "breakdowns": ["rolle"], "codes": False,
    }  # fmt: skip
    assert body["answers"][:3] == [["rolle", [["a"], ""]], ["nytte", 4], ["trygg", [2, "apart"]]]
    text = msgspec.json.encode(body).decode()
    for told in (socket.gethostname(), getpass.getuser(), str(date.today())):
        assert f'"{told}"' not in text


def test_sealed_again_the_same_answers_are_the_same_handing_in(cohort: Cohort, keys: Keys) -> None:
    """A second copy on another stick has other bytes and the same content; another answer has other content."""
    sent = submission(cohort)
    opener = AnswerOpener(cohort, keys.coordinator.private)
    first, second = seal(sent, cohort), seal(sent, cohort)
    assert first != second
    assert opener.open(first).content == opener.open(second).content
    changed = replace(sent, answers=(*sent.answers[:1], ("nytte", Rated(5)), *sent.answers[2:]))
    assert opener.open(seal(changed, cohort)).content != opener.open(first).content
    assert opener.open(seal(replace(sent, replaces="0" * 32), cohort)).content != opener.open(first).content


def test_a_code_travels_inside_where_the_cohort_uses_codes(keys: Keys) -> None:
    """As it was drawn, however it was typed; never in the clear; and nowhere where there are none."""
    coded = make_cohort(keys, Rules(date(2027, 6, 12), codes=True))
    data = seal(submission(coded, code=" ab3–cd 4"), coded)
    assert open_answers(data, coded, keys.coordinator.private).submission.code == "AB3CD4"
    assert b"AB3CD4" not in data
    plain = make_cohort(keys)
    smuggled = seal(submission(plain, code="AB3"), plain)
    with pytest.raises(KursappError) as refused:
        open_answers(smuggled, plain, keys.coordinator.private)
    assert refused.value.problem.code == "answer-file-not-valid"


def test_answers_of_another_cohort_or_form_are_not_sealed(cohort: Cohort) -> None:
    """A mistake is met before anything leaves the laptop."""
    for wrong, code in (
        (submission(cohort, cohort_id="0" * 32), "answer-file-other-cohort"),
        (submission(cohort, form_digest="0" * 64), "answer-file-other-form"),
    ):
        with pytest.raises(KursappError) as refused:
            seal(wrong, cohort)
        assert refused.value.problem.code == code
    with pytest.raises(NotOnFormError):
        seal(submission(cohort, answers=(("nytte", Rated(6)),)), cohort)


def test_a_key_of_nobody_opens_nothing(cohort: Cohort) -> None:
    """Another coordinator's key is told as what it is."""
    with pytest.raises(KursappError) as refused:
        open_answers(seal(submission(cohort), cohort), cohort, new_pair().private)
    assert refused.value.problem.code == "answer-file-not-for-key"


def test_the_body_tells_its_envelope(cohort: Cohort, keys: Keys) -> None:
    """The binding differs from file to file, and is the one the envelope gives."""
    opener = Opener(keys.coordinator.private)
    bindings = set()
    for _ in range(3):
        binding, content = open_sealed(KIND, seal(submission(cohort), cohort), addressed(cohort), opener)
        assert msgspec.json.decode(content)["binding"] == binding
        bindings.add(binding)
    assert len(bindings) == 3
