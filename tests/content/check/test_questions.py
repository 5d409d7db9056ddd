"""Questions that lack feedback or give their key away are remarked on."""

from __future__ import annotations

from kursapp.content.check.questions import check_questions
from kursapp.domain.course import Page, PageKind, Place, QuizSettings, Rich, Session
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, Feedback, Option, QuestionSettings

HERE = Place("a.md", 3, 9)


def rich(text: str) -> Rich:
    """Return a text without markup."""
    return Rich(text, text)


def options(*texts: str, right: int = 0, said: bool = True) -> tuple[Option, ...]:
    """Return options of which one is right; wrong ones have feedback where ``said``."""
    feedback = rich("Fordi.") if said else Rich()
    return tuple(
        Option(f"o{index}", rich(text), index == right, Rich() if index == right else feedback)
        for index, text in enumerate(texts)
    )


def question(*texts: str, right: int = 0, said: bool = True, **more: object) -> ChoiceQuestion:
    """Return a single-choice question, or another kind by ``choice``."""
    values: dict[str, object] = {"choice": ChoiceKind.SINGLE, **more}
    return ChoiceQuestion("q", "Hva nå?", HERE, options=options(*texts, right=right, said=said), **values)  # type: ignore[arg-type]


def codes(*questions: ChoiceQuestion, quiz: QuizSettings | None = None) -> list[str]:
    """Return the codes a session with these questions gives."""
    page = Page("p", "Side", HERE, questions, PageKind.QUIZ if quiz else PageKind.TEXT, quiz=quiz)
    return [found.code for found in check_questions(Session("s", "a.md", "Økt", (page,)))]


def test_a_wrong_option_without_feedback_is_remarked_once_each() -> None:
    """Every wrong option without a word to the one who chose it is a finding."""
    assert codes(question("a", "b", "c", said=False)) == ["no-wrong-feedback", "no-wrong-feedback"]


def test_a_common_word_on_wrong_answers_serves_every_option() -> None:
    """A ``Feil:`` text answers all wrong options, and a dilemma has none."""
    assert codes(question("a", "b", said=False, feedback=Feedback(wrong=rich("Tenk på barnet.")))) == []
    assert codes(question("a", "b", said=False, choice=ChoiceKind.DILEMMA)) == []


def test_an_explanation_is_enough_for_true_and_false() -> None:
    """With two sides, the explanation says why the other one is wrong."""
    two_sided = {"said": False, "choice": ChoiceKind.TRUE_FALSE}
    assert codes(question("Sant", "Usant", feedback=Feedback(explanation=rich("Slik er det.")), **two_sided)) == []
    assert codes(question("Sant", "Usant", **two_sided)) == ["no-wrong-feedback"]


def test_the_longest_option_always_being_right_is_a_habit() -> None:
    """Four of four is a habit; one exception is none, and three questions are too few to tell."""
    giving_away = [question("kort", "den lange rette", "kort", right=1), question("lengst av alle", "b", "c")] * 2
    assert codes(*giving_away) == ["longest-is-right"]
    assert codes(*giving_away[:3]) == []
    assert codes(*giving_away, question("a", "noe lengre", "c")) == []


def test_the_key_always_in_the_same_place_is_a_habit() -> None:
    """The place is seen across a session's single-choice questions."""
    same = [question("aa", "b", "ccc", right=1)] * 4
    assert codes(*same) == ["right-in-same-place"]
    assert codes(*same, question("aa", "b", "ccc", right=0)) == []


def test_all_of_the_above_must_not_be_shuffled() -> None:
    """«Alle over» loses its meaning when options change places, unless it is fixed or nothing shuffles."""
    above = question("a", "b", "Alle over")
    assert codes(above, quiz=QuizSettings(shuffle=True)) == ["all-above-shuffled"]
    assert codes(above, quiz=QuizSettings(shuffle=False)) == []
    assert codes(question("a", "b", "Alle ovenfor", settings=QuestionSettings(shuffle=True))) == ["all-above-shuffled"]
    fixed = Option("o9", rich("Alle over"), False, rich("Nei."), fixed=True)
    kept = ChoiceQuestion("q", "Hva?", HERE, ChoiceKind.SINGLE, (*options("a", "b"), fixed))
    assert codes(kept, quiz=QuizSettings(shuffle=True)) == []
