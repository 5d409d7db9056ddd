"""Words about results: the form's own, and those that stand where nothing may be shown."""

from __future__ import annotations

import pytest

from kursapp.domain.form import AnswerKind, FormItem, FormOption
from kursapp.domain.results import Group, Why
from kursapp.texts.results import form_type, group_label, hidden, step_label, why
from tests.export.made_up import form


@pytest.mark.parametrize(
    ("item_id", "step", "label"),
    [
        ("t1-trygg", "1", "Svært utrygg"),
        ("t1-trygg", "blank", "Ikke besvart"),
        ("enig", "apart", "Vet ikke"),
        ("a1-frist", "apart", "Ikke relevant"),
        ("a1-frist", "2>4", "Mestrer litt → Mestrer godt"),
        ("rolle", "=leder", "Leder"),
        ("viktigst", "=folk@2", "Folkene: plass 2"),
        ("anbefale", "10", "10"),
        ("fritt", "answered", "Besvart"),
        ("t1-trygg", "9", "9"),
        ("rolle", "=borte", "borte"),
    ],
)
def test_a_step_reads_as_on_the_form(item_id: str, step: str, label: str) -> None:
    """Each kind of step has its words; a step the form does not know stands as it is."""
    assert step_label(form().item(item_id), step, "nb") == label


def test_an_id_with_a_sign_for_ranks_is_only_an_id() -> None:
    """Only rankings have ranks."""
    item = FormItem("a", AnswerKind.CHOICE, "Hva?", options=(FormOption("b@2", "To"),))
    assert step_label(item, "=b@2", "nb") == "To"


@pytest.mark.parametrize("reason", Why)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_reason_is_a_sentence(reason: Why, language: str) -> None:
    """Whatever is hidden, the reader is told why, and the limit."""
    told = why(reason, 5, language)
    assert told.endswith(".")
    assert "…" not in told
    assert hidden(language)


def test_comments_need_ten_whatever_the_limit_is() -> None:
    """The sentence names the limit that holds."""
    assert "minst 10" in why(Why.FEW_FOR_COMMENTS, 3, "nb")


def test_those_who_gave_no_group_have_a_name() -> None:
    """ "Ikke oppgitt" is a group like the others."""
    assert group_label(form(), Group("rolle", "blank"), "nb") == "Ikke oppgitt"
    assert group_label(form(), Group("rolle", "=leder"), "nb") == "Leder"


def test_when_a_form_is_filled_in() -> None:
    """Its type in words."""
    assert form_type(form(), "nb") == "Etter kurset"
