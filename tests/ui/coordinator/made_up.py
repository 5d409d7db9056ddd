"""A coordinator's collection held in memory: made-up people whose answers go through the real gate."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from kursapp.domain.cohort import Cohort, CohortForm, Rules
from kursapp.domain.course import EvaluationType
from kursapp.domain.disclosure import publish
from kursapp.domain.evaluation_answer import APART, EvaluationAnswer, Picked, Ranked, Rated, RatedTwice, Written
from kursapp.domain.exporting import ExportKind, Watch
from kursapp.domain.form import AnswerKind, Form, FormItem, FormKind, FormOption
from kursapp.domain.forms import digest_of
from kursapp.domain.item_analysis import QuizQuality, analyse
from kursapp.domain.problem import refusal
from kursapp.domain.quiz_sums import QuizTally
from kursapp.domain.redaction import redact
from kursapp.domain.results import Comment as ShownComment
from kursapp.domain.results import Count, GatheredComment, RoundResults
from kursapp.domain.submission import Solved
from kursapp.domain.tally import breakdown_rows_of, rows_of, texts_of
from kursapp.services.cohort_cards import CohortCard, CohortState, CommentEntry, CommentQueue, RoundCard, RoundState

MASTERY = ("Mestrer ikke", "Mestrer litt", "Mestrer et stykke på vei", "Mestrer godt", "Kan lære det bort")
AGREE = ("Svært uenig", "Uenig", "Litt uenig", "Litt enig", "Enig", "Svært enig")
TEXTS = (
    "Casene var det beste. De lignet på saker vi står i.",
    "For mye på dag 3. Jeg rakk ikke å tenke.",
    "Foreleseren Kari Nordmann i Storevik kommune visste hva hun snakket om 😀 og ga oss tid.",
    "=2+3 er ikke en formel her.",
    "Mer om økonomi, takk.",
    "Fint å møte andre ledere.",
    "Arbeidsboken brukte jeg allerede uka etter.",
    "Savnet mer om samarbeid med skolen.",
    "Lokalet var kaldt.",
    "Jeg sitter igjen med en plan jeg tror på.",
    "Tempoet passet ikke meg, som er ny.",
    "مرحبا – norsk og arabisk om hverandre",
)


def form(title: str = "Etter kurset", first_words: str = "Jeg finner riktig frist raskt") -> Form:
    """Return a form with every kind of item, in four themes."""

    def option(option_id: str, text: str, *, other: bool = False) -> FormOption:
        return FormOption(option_id, text, other)

    mastery = {"steps": MASTERY, "apart": "Ikke relevant", "heading": "Hvor godt mestrer du dette?", "block": "ab"}
    agree = {"steps": AGREE, "heading": "Hvor enig er du?", "block": "enig"}
    items = (
        FormItem(
            "erfaring",
            AnswerKind.CHOICE,
            "Hvor lenge har du vært leder?",
            theme="Om deg",
            options=(option("kort", "Under tre år"), option("lang", "Tre år eller mer")),
            background=True,
        ),
        FormItem("a1", AnswerKind.BEFORE_NOW, first_words, theme="Mandat og styring", **mastery),
        FormItem(
            "a2", AnswerKind.BEFORE_NOW, "Jeg vet når min myndighet slutter", theme="Mandat og styring", **mastery
        ),
        FormItem("a3", AnswerKind.BEFORE_NOW, "Vi lærer av avvik", theme="Mandat og styring", **mastery),
        FormItem("k1", AnswerKind.SCALE, "Innholdet var relevant for jobben min", theme="Kurset", **agree),
        FormItem("k2", AnswerKind.SCALE, "Tempoet passet meg", theme="Kurset", **agree),
        FormItem(
            "valg",
            AnswerKind.CHOICE,
            "Hvordan var lengden?",
            theme="Kurset",
            options=(option("kort", "For kort"), option("passe", "Passe"), option("lang", "For lang")),
        ),
        FormItem(
            "flervalg",
            AnswerKind.MULTIPLE,
            "Hva stemmer for deg?",
            theme="Kurset",
            options=(
                option("nytte", "Jeg har brukt noe av det jeg lærte"),
                option("plan", "Jeg har en plan"),
                option("annet", "Annet", other=True),
            ),
        ),
        FormItem(
            "tall",
            AnswerKind.NUMBER,
            "Hvor sannsynlig er det at du anbefaler kurset?",
            theme="Kurset",
            low=0,
            high=10,
            low_label="ikke i det hele tatt",
            high_label="svært",
        ),
        FormItem(
            "rang",
            AnswerKind.RANKING,
            "Hva trenger du mest?",
            theme="Veien videre",
            options=(option("tid", "Tid"), option("folk", "Folk"), option("stotte", "Støtte")),
        ),
        FormItem("sjelden", AnswerKind.SCALE, "Noe få svarer på", theme="Veien videre", **agree),
        FormItem("fritekst", AnswerKind.TEXT, "Hva vil du si til slutt?", theme="Veien videre"),
    )
    return Form("eval-etter", title, FormKind.EVALUATION, "kurs", "1.0", items, EvaluationType.AFTER)


def day_form() -> Form:
    """Return a form of a day, still open in every cohort."""
    item = FormItem("d1", AnswerKind.SCALE, "Dagen var nyttig", steps=AGREE)
    return Form("eval-dag", "Etter dag 1", FormKind.EVALUATION, "kurs", "1.0", (item,), EvaluationType.DAY)


def quiz() -> Form:
    """Return a quiz of three questions that may be shared."""

    def question(item_id: str, text: str) -> FormItem:
        options = tuple(FormOption(key, f"Svar {key.upper()}", right=key == "a") for key in "abc")
        return FormItem(item_id, AnswerKind.QUESTION, text, options=options)

    items = (question("q1", "Hva er fristen?"), question("q2", "Hvem avgjør?"), question("q3", "Hva sier loven?"))
    return Form("quiz", "Quiz: frister", FormKind.QUIZ, "kurs", "1.0", items)


def cohort(cohort_id: str, name: str, starts: date, asked: Form, *, k: int = 5) -> Cohort:
    """Return a cohort of the made-up course."""
    forms = tuple(CohortForm(each, digest_of(each)) for each in (day_form(), asked, quiz()))
    rules = Rules(keep_until=starts + timedelta(days=700), k=k, breakdowns=("erfaring",))
    return Cohort(
        cohort_id,
        name,
        "kurs",
        "1.0",
        "God barnevernledelse",
        "0" * 64,
        starts,
        starts + timedelta(days=60),
        "Storevik",
        "KS",
        "nb",
        rules,
        forms,
        (),
        b"token",
        simulated=True,
    )


def answers(asked: Form, chance: random.Random, number: int, lean: float = 0.0) -> dict[str, EvaluationAnswer]:
    """Return one made-up person's answers."""
    given: dict[str, EvaluationAnswer] = {}
    for item in asked.items:
        if item.id == "sjelden" and number > 2:
            continue
        given[item.id] = _answer(item, chance, number, lean)
    return given


def _answer(item: FormItem, chance: random.Random, number: int, lean: float) -> EvaluationAnswer:
    def step(middle: float) -> int:
        return min(max(round(chance.gauss(middle + lean, 0.9)), 1), len(item.steps))

    match item.kind:
        case AnswerKind.BEFORE_NOW:
            if chance.random() < 0.06:
                return RatedTwice(APART, APART)
            return RatedTwice(step(2.2), step(3.6))
        case AnswerKind.SCALE:
            return Rated(step(4.4))
        case AnswerKind.CHOICE if item.background:
            return Picked((item.options[number % 2].id,))
        case AnswerKind.CHOICE:
            return Picked((chance.choice(item.options).id,))
        case AnswerKind.MULTIPLE:
            return Picked(tuple(option.id for option in item.options[:2] if chance.random() < 0.7) or ("plan",))
        case AnswerKind.NUMBER:
            return Written(str(min(10, max(0, round(chance.gauss(8, 1.5))))))
        case AnswerKind.QUESTION:
            right = chance.random() < 0.6 + number / 100
            return Solved(1000 if right else 0, ("a" if right else "b",))
        case AnswerKind.RANKING:
            return Ranked(tuple(option.id for option in chance.sample(item.options, len(item.options))))
    return Written(TEXTS[number] if number < len(TEXTS) else "")


def _closed(cohort: Cohort) -> frozenset[str]:
    return frozenset(each.form.id for each in cohort.forms) - {"eval-dag"}


class MadeUpCoordinator:
    """Does what the screens of results ask of ``services.coordinator.Coordinator``; ``asked`` tells what was done."""

    def __init__(self, cohorts: Sequence[Cohort], persons: int = 22) -> None:
        self._cohorts = {each.id: each for each in cohorts}
        self.persons = persons
        self.asked: list[tuple[object, ...]] = []
        self.entries = [CommentEntry(f"c{number}", "fritekst", text, text) for number, text in enumerate(sorted(TEXTS))]
        self.refuse = ""

    def back_up(self) -> None:
        """Have nothing to keep."""

    def close(self) -> None:
        """Hold nothing."""

    def cohorts(self) -> tuple[CohortCard, ...]:
        """Return the latest first."""
        ordered = sorted(self._cohorts.values(), key=lambda each: each.starts, reverse=True)
        return tuple(CohortCard(each, CohortState.PUBLISHED, 24, _closed(each)) for each in ordered)

    def cohort(self, cohort_id: str) -> Cohort:
        """Return one."""
        return self._cohorts[cohort_id]

    def rounds(self, cohort_id: str) -> tuple[RoundCard, ...]:
        """Return the day's, open, and the one after the course, closed."""
        states = {"eval-dag": RoundState.OPEN}
        return tuple(
            RoundCard(
                cohort_id,
                each.form.id,
                each.form.title,
                each.form.kind,
                states.get(each.form.id, RoundState.CLOSED),
                24,
                self.persons,
                {},
                0,
                False,
                False,
                True,
            )
            for each in self._cohorts[cohort_id].forms
        )

    def results(self, cohort_id: str, form_id: str) -> RoundResults:
        """Return made-up people's answers, through the gate."""
        self._may_refuse()
        one = self._cohorts[cohort_id]
        asked = one.form(form_id).form
        chance = random.Random(cohort_id)
        everybody = [
            answers(asked, chance, number, lean=one.starts.year * 0.15 - 303.6) for number in range(self.persons)
        ]
        rows = Counter((item, step, "", "") for given in everybody for item, step in rows_of(asked, given))
        variables = [item.id for item in asked.items if item.id in one.rules.breakdowns]
        for given in everybody:
            for variable, value, item, step in breakdown_rows_of(asked, given, variables):
                rows[item, step, variable, value] += 1
        counts = [Count(item, step, n, 1, variable, value) for (item, step, variable, value), n in rows.items()]
        said = [
            GatheredComment(1, ShownComment(item, text)) for given in everybody for item, text in texts_of(asked, given)
        ]
        return RoundResults(one, asked, 24, publish(one, asked, (self.persons,), counts, said))

    def quiz_quality(self, cohort_id: str, form_id: str) -> QuizQuality:
        """Return how good the made-up questions are."""
        asked = self._cohorts[cohort_id].form(form_id).form
        chance = random.Random(cohort_id)
        tally = QuizTally(asked, 5)
        for number in range(self.persons):
            tally.add(answers(asked, chance, number))
        return analyse(self.results(cohort_id, form_id), tally.sums())

    def comparison(self, form_id: str, cohort_ids: Sequence[str]) -> tuple[RoundResults, ...]:
        """Return the same form in several."""
        return tuple(self.results(cohort_id, form_id) for cohort_id in cohort_ids)

    def comments(self, cohort_id: str, form_id: str) -> CommentQueue:
        """Return the queue."""
        hidden = self.results(cohort_id, form_id).published.comments_hidden
        if hidden is not None:
            return CommentQueue((), (), hidden)
        entries = sorted(self.entries, key=lambda entry: entry.text)
        return CommentQueue(tuple(entries), tuple(sorted({tag for entry in entries for tag in entry.tags})))

    def tag(self, cohort_id: str, comment_id: str, tags: Sequence[str]) -> None:
        """Keep tags."""
        self._change(comment_id, tags=tuple(tags))

    def redact(self, cohort_id: str, comment_id: str, places: Sequence[tuple[int, int]]) -> None:
        """Keep places."""
        text = next(entry.text for entry in self.entries if entry.id == comment_id)
        self._change(comment_id, redacted=tuple(places), shown=redact(text, places))

    def choose(self, cohort_id: str, comment_id: str, chosen: bool) -> None:
        """Keep a choice."""
        self._change(comment_id, chosen=chosen)

    def export(
        self, cohort_id: str, form_id: str, kind: ExportKind, path: Path, watch: Watch | None = None
    ) -> tuple[Path, ...]:
        """Write a file of one line, ten steps on the way."""
        self._may_refuse()
        self.asked.append(("export", cohort_id, form_id, kind, path))
        for done in range(11):
            if watch is not None:
                watch.progress(done, 10)
                if watch.cancelled():
                    raise refusal("export-cancelled")
        path.write_text("x", encoding="utf-8")
        return (path,)

    def _change(self, comment_id: str, **new: object) -> None:
        self._may_refuse()
        self.asked.append((comment_id, *new.items()))
        self.entries = [replace(each, **new) if each.id == comment_id else each for each in self.entries]  # type: ignore[arg-type]

    def _may_refuse(self) -> None:
        code, self.refuse = self.refuse, ""
        if code:
            raise refusal(code)


def twelve() -> tuple[Cohort, ...]:
    """Return twelve cohorts in three years; from the eighth on, the first item has other words."""
    every = []
    for number in range(12):
        starts = date(2024 + number // 4, 1 + 3 * (number % 4), 12)
        words = "Jeg finner riktig frist" if number >= 7 else "Jeg finner riktig frist raskt"
        asked = form(first_words=words)
        every.append(cohort(f"k{number:02}", f"Kull {number + 1}, {starts.year}", starts, asked))
    return tuple(every)
