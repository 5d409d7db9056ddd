"""Makes the view of a page: the body its kind asks for, in the frame all pages share."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.domain.course import PageKind
from kursapp.services.participant import PageState
from kursapp.ui import i18n
from kursapp.ui.i18n import _
from kursapp.ui.participant.page_body import PageBody
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_nav import PageNav
from kursapp.ui.participant.page_trail import Stop, stop_after
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.participant.text_body import TextBody


def make_page_view(way: Sequence[Stop], at: int, ground: PageGround, state: PageState) -> PageView:
    """Make the view of page ``at`` of the way through the course; nothing of its body is built yet."""
    before = way[at - 1] if at > 0 else None
    after = stop_after(way, at)
    return view_between(way[at], before, None if after is None else way[after], ground, state)


def view_between(here: Stop, before: Stop | None, after: Stop | None, ground: PageGround, state: PageState) -> PageView:
    """Make the view of a page by itself, with what Forrige and Neste lead to."""
    nav = PageNav(ground.theme, here, before, after)
    return PageView(ground, _body(ground, state), over_title(here), nav)


def over_title(stop: Stop) -> str:
    """Return the line above a page's title: which page of the session it is, and what it takes."""
    words = _("Side {number} av {count}").format(number=stop.number, count=stop.count)
    if stop.page.workload < 1:
        return words
    return _("{page}, om lag {minutes}").format(page=words, minutes=i18n.minutes(round(stop.page.workload)))


def _body(ground: PageGround, state: PageState) -> PageBody:
    # The bodies of quizzes and forms are loaded when the first one is met.
    if ground.page.kind is PageKind.QUIZ:
        from kursapp.ui.participant.quiz.body import QuizBody

        return QuizBody(ground, state)
    if ground.page.kind is PageKind.EVALUATION:
        from kursapp.ui.participant.evaluation.body import EvaluationBody

        return EvaluationBody(ground, state)
    return TextBody(ground, state)
