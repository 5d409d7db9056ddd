"""The course certificate: what it still asks for, what stands on it, and the file, made when she asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from kursapp.domain.certificate import (
    Certificate,
    CertificateState,
    CertificateWords,
    certificate_modules,
    certificate_of,
    days_worked,
)
from kursapp.domain.course import Course
from kursapp.domain.days import local_day
from kursapp.domain.exporting import Watch
from kursapp.domain.problem import refusal
from kursapp.services.changes import NOTHING, Change, Changes
from kursapp.services.clock import Clock
from kursapp.services.join_cohort import JoinCohort
from kursapp.services.take_course import TakeCourse
from kursapp.storage.participant.profile_file import ProfileFile


class CourseCertificate:
    """One participant's certificate of one course."""

    def __init__(
        self, profile: ProfileFile, course: Course, take: TakeCourse, cohorts: JoinCohort, clock: Clock
    ) -> None:
        self._profile = profile
        self._course = course
        self._take = take
        self._cohorts = cohorts
        self._clock = clock

    def state(self) -> CertificateState:
        """Return what the course asks for, the days worked on it, and what is written on the certificate."""
        today = local_day(self._clock.now())
        first, last = days_worked((local_day(at) for at in self._moments()), today)
        words = self._profile.certificates.get(self._course.id)
        mine = self._cohorts.of_course(self._course.id)
        organiser = (mine.cohort.organiser if mine else "") or self._course.organiser
        return CertificateState(self._take.progress().requirements, first, last, words, organiser)

    def write(self, words: CertificateWords) -> Changes:
        """Keep the name and days as she writes them; when it was made stays."""
        kept = self._profile.certificates.get(self._course.id)
        wanted = replace(words, name=words.name.strip(), made_at=kept.made_at)
        if wanted == kept:
            return NOTHING
        self._profile.certificates.save(self._course.id, wanted)
        return self._changes()

    def certificate(self) -> Certificate:
        """Return what is to be printed.

        The days are those written, else those worked. Raises KursappError ``certificate-no-rules`` (title),
        ``certificate-not-met`` (title, count), ``certificate-name-missing``, ``certificate-dates``.
        """
        state = self.state()
        if not state.has_rules:
            raise refusal("certificate-no-rules", title=self._course.title)
        if not state.is_met:
            count = sum(not lack.is_met for lack in state.lacks)
            raise refusal("certificate-not-met", title=self._course.title, count=count)
        if not state.words.name:
            raise refusal("certificate-name-missing")
        first, last = state.words.first or state.first, state.words.last or state.last
        if first is None or last is None or last < first:
            raise refusal("certificate-dates")
        return certificate_of(self._course, state.words.name, first, last, state.organiser)

    def made(self) -> Changes:
        """Remember that the file has been made: Hjem says no more of it."""
        kept = self._profile.certificates.get(self._course.id)
        self._profile.certificates.save(self._course.id, replace(kept, made_at=self._clock.now()))
        return self._changes()

    def _moments(self) -> Iterator[datetime]:
        """Yield when something was done in the course itself: not in what opens some time after it."""
        pages = [page for each in certificate_modules(self._course) for head in each.sessions for page in head.pages]
        seen = self._profile.pages.of_course(self._course.id)
        for page in pages:
            if page.id in seen:
                yield seen[page.id].first_seen
                yield seen[page.id].done_at or seen[page.id].first_seen
        quizzes = {page.id for page in pages}
        for attempt in self._profile.attempts.of_course(self._course.id):
            if attempt.page_id in quizzes and attempt.submitted_at is not None:
                yield attempt.submitted_at
        items = {item.id for page in pages for item in page.items}
        finished = self._profile.products.finished(self._course.id)
        yield from (at for workbook_id, at in finished.items() if workbook_id in items)

    def _changes(self) -> Changes:
        return Changes.of(Change.CERTIFICATE, ids=[self._course.id])


def write_certificate(certificate: Certificate, path: Path, watch: Watch) -> Path:
    """Write the certificate as a PDF and return its path. Raises KursappError as ``export.certificate`` does, and
    ``export-folder-missing``.
    """
    # What is written with takes a moment to load, and is needed by those who print only.
    from kursapp.export.certificate import write_certificate_pdf

    if not path.parent.is_dir():
        raise refusal("export-folder-missing", folder=path.parent)
    write_certificate_pdf(certificate, path, watch)
    return path
