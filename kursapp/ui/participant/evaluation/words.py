"""The words of a form's look over itself."""

from __future__ import annotations

from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.evaluation_answer import is_given
from kursapp.domain.evaluation_form import KnowledgeGap, Pair, ThemePage
from kursapp.domain.question import Question
from kursapp.services.evaluate import EvaluationState
from kursapp.services.participant import PageState
from kursapp.ui.i18n import _, n_

HIGH, MIDDLE = 0.75, 0.5
"""Shares of a scale: from four of five steps one calls oneself good, up to three of five not yet."""


def count_of(theme: ThemePage, form: EvaluationState, state: PageState) -> tuple[int, int]:
    """Count the rows and items of a theme that are answered, and all there are; its questions where it has no items."""
    outcomes = [
        is_given(block, form.answers.get(answer_id))
        for block in theme.blocks
        if isinstance(block, EvaluationItem)
        for answer_id in block.answer_ids()
    ]
    if not outcomes:
        questions = [block.id for block in theme.blocks if isinstance(block, Question)]
        outcomes = [state.questions[question_id].response is not None for question_id in questions]
    return sum(outcomes), len(outcomes)


def pair_words(pair: Pair, steps: tuple[str, ...]) -> tuple[str, str, str]:
    """Return the icon, its colour and the words of how far one statement has moved."""
    change = pair.change or 0
    stands = [steps[stand - 1] for stand in (pair.before, pair.now) if isinstance(stand, int)]
    if not change:
        return "minus", "muted", _("Før og nå: {step}. Som før.").format(step=stands[-1])
    before, now = stands
    if change > 0:
        told = n_("Før: {before}. Nå: {now}. {n} trinn opp.", "Før: {before}. Nå: {now}. {n} trinn opp.", change)
        return "arrow-up", "success", told.format(before=before, now=now, n=change)
    told = n_("Før: {before}. Nå: {now}. {n} trinn ned.", "Før: {before}. Nå: {now}. {n} trinn ned.", -change)
    return "arrow-down", "accent", told.format(before=before, now=now, n=-change)


def gap_words(gap: KnowledgeGap) -> tuple[str, str, str]:
    """Return the icon, its colour and the words of how a self-rating stands beside what one answered."""
    rated, known = gap.rated or 0, gap.known or 0
    if rated >= HIGH and known < MIDDLE:
        return "eye", "accent", _("Du vurderte deg høyt, men svarte ikke riktig. Dette er verdt et nytt blikk.")
    if rated <= MIDDLE and known > HIGH:
        return "lightbulb", "info", _("Du svarte riktig. Du kan mer enn du gir deg selv.")
    return "check", "muted", _("Vurderingen og svaret peker samme vei.")
