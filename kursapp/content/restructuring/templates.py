"""What stands on a page that is new: enough to be a page of its kind, in the course's language."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.domain.course import PageKind

_WORDS = {
    "nb": {
        "text": "Skriv siden her.",
        "quiz": "Quiz",
        "question": "Spørsmål: Skriv spørsmålet her",
        "right": "Det riktige svaret",
        "wrong": "Et galt svar",
        "why": "Si hvorfor dette er galt.",
        "evaluation": "Evaluering",
        "settings": "type: dag",
        "scale": "Skala: Hvor enig er du?",
        "steps": "Svært uenig | Uenig | Verken eller | Enig | Svært enig | Vet ikke",
        "statement": "Innholdet var relevant for jobben min",
        "comment": "Fritekst: Hva bør vi gjøre annerledes neste gang?",
    },
    "nn": {
        "text": "Skriv sida her.",
        "quiz": "Quiz",
        "question": "Spørsmål: Skriv spørsmålet her",
        "right": "Det rette svaret",
        "wrong": "Eit feil svar",
        "why": "Sei kvifor dette er feil.",
        "evaluation": "Evaluering",
        "settings": "type: dag",
        "scale": "Skala: Kor einig er du?",
        "steps": "Svært ueinig | Ueinig | Verken eller | Einig | Svært einig | Veit ikkje",
        "statement": "Innhaldet var relevant for jobben min",
        "comment": "Fritekst: Kva bør vi gjere annleis neste gong?",
    },
    "en": {
        "text": "Write the page here.",
        "quiz": "Quiz",
        "question": "Question: Write the question here",
        "right": "The right answer",
        "wrong": "A wrong answer",
        "why": "Say why this is wrong.",
        "evaluation": "Evaluation",
        "settings": "type: day",
        "scale": "Scale: How much do you agree?",
        "steps": "Strongly disagree | Disagree | Neither | Agree | Strongly agree | Don't know",
        "statement": "The content was relevant to my work",
        "comment": "Free text: What should we do differently next time?",
    },
}


def page_lines(kind: PageKind, title: str, page_id: str, language: str) -> list[str]:
    """Return the lines of a new page. Ids of what stands on it begin with the page's."""
    words = _WORDS[language]
    if kind is PageKind.QUIZ:
        return [f"## {_headed(words['quiz'], title)}", f"<!-- id: {page_id} -->", "", *_question(page_id, words)]
    if kind is PageKind.EVALUATION:
        settings = f"<!-- id: {page_id} | {words['settings']} -->"
        return [f"## {_headed(words['evaluation'], title)}", settings, "", *_form(words)]
    return [f"## {title}", f"<!-- id: {page_id} -->", "", words["text"]]


def _headed(keyword: str, title: str) -> str:
    """Return a page's heading with its keyword, which a title may bring itself."""
    return title if title.lower().startswith(f"{keyword.lower()}:") else f"{keyword}: {title}"


def _question(page_id: str, words: dict[str, str]) -> list[str]:
    return [
        f"### {words['question']}",
        f"<!-- id: {page_id}-1 -->",
        f"- [x] {words['right']} <!-- id: {page_id}-1-a -->",
        f"- [ ] {words['wrong']} <!-- id: {page_id}-1-b -->",
        f"  > {words['why']}",
    ]


def _form(words: dict[str, str]) -> Sequence[str]:
    steps = f"| | {words['steps']} |"
    bars = steps.count("|") - 1
    return [
        f"### {words['scale']}",
        "<!-- id: enig -->",
        steps,
        "|" + "---|" * bars,
        f"| {words['statement']} <!-- id: relevans --> |" + " |" * (bars - 1),
        "",
        f"### {words['comment']}",
        "<!-- id: annerledes -->",
    ]
