"""Results of closed rounds: counts from the collection, through the gate, and nothing round it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kursapp.domain.collected import Closing
from kursapp.domain.disclosure import publish
from kursapp.domain.item_analysis import QuizQuality, analyse
from kursapp.domain.problem import refusal
from kursapp.domain.results import Comment, GatheredComment, RoundResults
from kursapp.services.close_round import form_of_round
from kursapp.services.comments import shown_text
from kursapp.services.office import Held, Office


def results(office: Office, held: Held, form_id: str) -> RoundResults:
    """Return what may be shown of a round. Raises KursappError ``round-open``, ``cohort-form-unknown``."""
    closings = office.collection.rounds.closings(held.id, form_id)
    return _published(office, held, form_id, closings, _comments(office, held, form_id))


def _published(
    office: Office, held: Held, form_id: str, closings: Sequence[Closing], comments: Iterable[GatheredComment] = ()
) -> RoundResults:
    form = form_of_round(held, form_id).form
    if not closings:
        raise refusal("round-open", form=form.title)
    persons = [closing.persons for closing in closings]
    counts = office.collection.tallies.counts(held.id, form_id)
    published = publish(held.cohort, form, persons, counts, comments)
    return RoundResults(held.cohort, form, held.record.invited, published)


def quiz_quality(office: Office, held: Held, form_id: str) -> QuizQuality:
    """Return how good the questions of a shared quiz are, from those who shared. Raises as ``results``."""
    return analyse(results(office, held, form_id), office.collection.quiz_sums.of_round(held.id, form_id))


def comparison(office: Office, form_id: str, cohort_ids: Sequence[str]) -> tuple[RoundResults, ...]:
    """Return what may be shown of one form in several cohorts, the earliest first, comments left out."""
    every, wanted = office.collection.rounds.all_closed(), set(cohort_ids)
    closed = {cohort_id: forms[form_id] for cohort_id, forms in every.items() if form_id in forms}
    chosen = [held for held in reversed(office.all()) if held.id in wanted and held.id in closed]
    unknown = wanted - {held.id for held in chosen}
    if unknown:
        # Either there is no such cohort, or its round is open: both are told as for a single one.
        results(office, office.held(min(unknown)), form_id)
    # Opening what people wrote costs more than all the numbers, and no comment is held against another.
    return tuple(_published(office, held, form_id, closed[held.id]) for held in chosen)


def _comments(office: Office, held: Held, form_id: str) -> Iterator[GatheredComment]:
    key = office.keys(held.id).comment_key
    for kept in office.collection.comments.of_round(held.id, form_id):
        comment = Comment(kept.item_id, shown_text(kept, key), kept.tags, kept.chosen)
        yield GatheredComment(kept.batch, comment)
