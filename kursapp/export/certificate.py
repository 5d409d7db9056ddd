"""The course certificate as a PDF: one page, with the goals on a second where they are many."""

from __future__ import annotations

from pathlib import Path

from kursapp.domain.certificate import Certificate
from kursapp.domain.exporting import Watch
from kursapp.domain.problem import KursappError, refusal
from kursapp.export.recovery_sheet import region
from kursapp.export.theme import light_theme
from kursapp.export.typesetting import typeset
from kursapp.files.writing import SHARED, write_bytes
from kursapp.texts import amounts
from kursapp.texts.certificate import CERTIFICATE
from kursapp.texts.phrases import Phrases

MOST_LINES = 14
"""Goals and requirements that stand on the first page; more have a page of their own."""
LONG_NAME, LONG_TITLE = 30, 40
"""Letters of a name and of a course's title that can be set large."""


def write_certificate_pdf(certificate: Certificate, path: Path, watch: Watch) -> None:
    """Write the certificate; equal certificates give equal bytes.

    Raises KursappError as ``files.writing`` does, ``export-cancelled``, and ``certificate-not-made``.
    """
    try:
        pdf = typeset("certificate", certificate_values(certificate), watch)
    except KursappError as error:
        if error.problem.code != "export-not-typeset":
            raise
        raise refusal("certificate-not-made") from error
    write_bytes(path, pdf, SHARED)


def certificate_values(certificate: Certificate) -> dict[str, object]:
    """Return what the template is filled with."""
    language = certificate.language
    say = Phrases(CERTIFICATE, language)
    title = say("title")
    return {
        "theme": light_theme(),
        "language": language,
        "region": region(language),
        "title": say("running", title=title, name=certificate.name, course=certificate.course),
        "author": certificate.organiser,
        "bars": min(max(len(certificate.days), 1), 6),
        "heading": title,
        "name": certificate.name,
        "name_size": "large" if len(certificate.name) <= LONG_NAME else "small",
        "has_taken": say("has-taken"),
        "course": certificate.course,
        "course_size": "large" if len(certificate.course) <= LONG_TITLE else "small",
        "facts_heading": say("facts-heading"),
        "columns": [say("column-what"), say("column-value")],
        "facts": _facts(certificate, say),
        "confirms": say("confirms"),
        "signing": say("signing"),
        "sign_heading": say("sign-heading"),
        "lines": [say("line-place"), say("line-signature"), say("line-name")],
        "goals_apart": _lines(certificate) > MOST_LINES,
        "contents_heading": say("contents-heading"),
        "goals_heading": say("goals-heading"),
        "goals_lead": say("goals-lead"),
        "days": [{"title": day.title, "goals": list(day.goals)} for day in certificate.days],
        "requirements_heading": say("requirements-heading"),
        "requirements": list(certificate.requirements),
        "page": say("page"),
    }


def _lines(certificate: Certificate) -> int:
    return len(certificate.requirements) + sum(1 + len(day.goals) for day in certificate.days)


def _facts(certificate: Certificate, say: Phrases) -> list[list[str]]:
    values = {
        "dates": amounts.days(certificate.first, certificate.last, certificate.language),
        "hours": _hours(certificate, say),
        "organiser": certificate.organiser,
        "version": certificate.version,
    }
    return [[say(f"fact-{key}"), value] for key, value in values.items() if value]


def _hours(certificate: Certificate, say: Phrases) -> str:
    if not certificate.hours:
        return ""
    if certificate.hours == 1:
        return say("one-hour")
    decimals = 0 if certificate.hours == int(certificate.hours) else 1
    return say("hours", hours=amounts.number(certificate.hours, certificate.language, decimals))
