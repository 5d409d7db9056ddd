"""How good the questions of a shared quiz are, as a file for those who write the course.

JSON, one object for each question: its words, how many answered, how easy it was, how it goes together with the rest,
how often each option was chosen, and what may be worth improving (``domain.item_analysis``).
"""

from __future__ import annotations

import json
from pathlib import Path

from kursapp import __version__
from kursapp.domain.exporting import Watch
from kursapp.domain.item_analysis import QuestionQuality, QuizQuality
from kursapp.domain.quality_report import QUALITY_FORMAT, QUALITY_VERSION
from kursapp.domain.reliability import Reliability
from kursapp.domain.results import RoundResults
from kursapp.export.about import hidden_units
from kursapp.export.portions import stop_if_cancelled
from kursapp.files.writing import write_bytes

DECIMALS = 4

Plain = dict[str, object]


def write_quality(results: RoundResults, quality: QuizQuality, path: Path, watch: Watch) -> None:
    """Write the quality of a round's questions; equal results give equal bytes."""
    stop_if_cancelled(watch)
    text = json.dumps(quality_values(results, quality), ensure_ascii=False, indent=1)
    write_bytes(path, (text + "\n").encode("utf-8", "backslashreplace"))
    watch.progress(1, 1)


def quality_values(results: RoundResults, quality: QuizQuality) -> Plain:
    """Return what the file holds."""
    cohort, form = results.cohort, results.form
    digest = next((each.digest for each in cohort.forms if each.form.id == form.id), "")
    return {
        "format": QUALITY_FORMAT,
        "version": QUALITY_VERSION,
        "program": {"name": "kursapp", "version": __version__},
        "course": {"id": form.course_id, "title": cohort.course_title, "version": form.course_version},
        "cohort": {"id": cohort.id, "name": cohort.name, "simulated": cohort.simulated},
        "form": {"id": form.id, "title": form.title, "digest": digest},
        "rules": {"k": cohort.rules.k, "reason": cohort.rules.reason, "codes": cohort.rules.codes},
        "persons": quality.persons,
        "alpha": _rounded(quality.alpha),
        "no_alpha": quality.no_alpha,
        "reliability": _reliability(quality.reliability),
        "hidden": [{"item": unit.item_id, "why": unit.why} for unit in hidden_units(results)],
        "questions": [_question(each) for each in quality.questions],
    }


def _reliability(found: Reliability | None) -> Plain | None:
    if found is None:
        return None
    return {
        "error": _rounded(found.error),
        "deviation": _rounded(found.deviation),
        "measurement": _rounded(found.measurement),
        "items": found.items,
        "persons": found.persons,
    }


def _question(quality: QuestionQuality) -> Plain:
    item = quality.item
    words: Plain = {"id": item.id, "text": item.text, "theme": item.theme}
    if quality.hidden is not None:
        return {**words, "hidden": quality.hidden.value}
    options = {option.id: option for option in item.options}
    return {
        **words,
        "answered": quality.answered,
        "facility": _rounded(quality.facility),
        "no_facility": quality.no_facility,
        "discrimination": _rounded(quality.discrimination),
        "no_discrimination": quality.no_discrimination,
        "together": quality.together,
        "uncertain": quality.uncertain,
        "findings": [finding.value for finding in quality.findings],
        "options": [
            {
                "id": one.option_id,
                "text": options[one.option_id].text,
                "right": options[one.option_id].right,
                "count": one.share.count,
            }
            for one in quality.options
        ],
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, DECIMALS)
