"""What the screens of question quality say besides the advice: numbers on one line, and whose they are."""

from __future__ import annotations

from kursapp.domain.item_analysis import QuestionQuality
from kursapp.domain.quality_report import KeptReport, QualityReport
from kursapp.texts import amounts
from kursapp.texts.question_advice import PRESSING, advice_code
from kursapp.ui.i18n import _, language, n_
from kursapp.ui.widgets.charts_words import percent

GOOD = "good"
TEXT_SEPARATOR = " · "


def report_name(kept: KeptReport) -> str:
    """Return what a report is called in the menu: its quiz and its cohort."""
    report = kept.report
    name = TEXT_SEPARATOR.join((report.form_title, report.cohort))
    told = _("simulert")
    return f"{name} ({told})" if report.simulated and told not in name.casefold() else name


def numbers_line(quality: QuestionQuality) -> str:
    """Return a question's numbers on one line; empty where none are shown."""
    if quality.hidden is not None:
        return ""
    told = [n_("{n} svarte", "{n} svarte", quality.answered).format(n=quality.answered)]
    if quality.facility is not None:
        told.append(_("{share} av poengene").format(share=percent(quality.facility)))
    if quality.discrimination is not None:
        told.append(_("sammenheng {number}").format(number=amounts.number(quality.discrimination, language(), 2)))
    return TEXT_SEPARATOR.join(told)


def icon_of(quality: QuestionQuality) -> tuple[str, str]:
    """Return the icon and colour that go with a question's advice; what they mean is always said in words."""
    code = advice_code(quality)
    if code in PRESSING:
        return "lightbulb", "accent"
    return ("circle-check", "success") if code == GOOD else ("info", "muted")


def rank(quality: QuestionQuality) -> int:
    """Return how soon a question is worth looking at: 0 first."""
    code = advice_code(quality)
    return PRESSING.index(code) if code in PRESSING else len(PRESSING) + (code == GOOD)


def differences(report: QualityReport, course_id: str, version: str) -> str:
    """Say what is other about the course that is open than the one the answers came from; empty where nothing is."""
    if report.course_id != course_id:
        told = _("Svarene gjelder et annet kurs: «{title}». Spørsmålene finnes bare her hvis de har samme id.")
        return told.format(title=report.course_title)
    if report.course_version != version:
        told = _("Deltakerne svarte på versjon {theirs}. Kurset her er versjon {yours}.")
        return told.format(theirs=report.course_version, yours=version)
    return ""
