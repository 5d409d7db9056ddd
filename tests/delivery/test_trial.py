"""A cohort is published only when a test answer has come all the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursapp.delivery import trial
from kursapp.delivery.cohort_file import write
from kursapp.delivery.trial import try_out
from kursapp.domain.cohort import Cohort, Rules
from kursapp.domain.problem import KursappError
from kursapp.texts.problems import tell
from kursapp.vault.keys import new_pair
from tests.delivery.small_cohort import Keys, make_cohort


def test_a_sound_cohort_passes(cohort: Cohort, keys: Keys) -> None:
    """Every form, with the coordinator's key and the backup's; codes or not; simulated or not."""
    privates = (keys.coordinator.private, keys.backup.private)
    try_out(write(cohort), privates)
    try_out(write(make_cohort(keys, Rules(cohort.rules.keep_until, codes=True))), privates)
    try_out(write(replace(cohort, simulated=True)), privates)


def test_a_key_that_does_not_open_is_found_before_anybody_has_answered(cohort: Cohort, keys: Keys) -> None:
    """A recovery sheet of another cohort, say; the form is named."""
    with pytest.raises(KursappError) as refused:
        try_out(write(cohort), (keys.coordinator.private, new_pair().private))
    assert refused.value.problem.code == "cohort-file-trial"
    assert "Før kurset" in str(tell(refused.value.problem))


def test_a_form_too_large_for_its_files_is_found(cohort: Cohort, keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    """A length that the answers to the form do not fit."""
    evil = replace(cohort, forms=(replace(cohort.forms[0], length=4096),))
    monkeypatch.setattr("kursapp.delivery.cohort_file.parse", lambda _: None)
    data = write(evil)
    with pytest.raises(KursappError) as refused:
        try_out(data, (keys.coordinator.private,))
    assert refused.value.problem.code == "cohort-file-forms"


def test_an_answer_that_comes_back_changed_is_found(
    cohort: Cohort, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer is compared, not only opened."""
    real = trial.seal
    monkeypatch.setattr(trial, "seal", lambda sent, cohort: real(replace(sent, answers=sent.answers[1:]), cohort))
    with pytest.raises(KursappError) as refused:
        try_out(write(cohort), (keys.coordinator.private,))
    assert refused.value.problem.code == "cohort-file-trial"


def test_every_item_is_answered_in_the_trial(cohort: Cohort) -> None:
    """None is left out for want of an answer it accepts."""
    for form in cohort.forms:
        assert [item for item, _ in trial._sample(form)] == [item.id for item in form.form.items if item.id != "bedre"]
