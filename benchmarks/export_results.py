"""Results with nothing in them, for what an export writes around its rows."""

from __future__ import annotations

from datetime import date

from kursapp.domain.cohort import Cohort, Rules
from kursapp.domain.form import Form, FormKind
from kursapp.domain.results import Published, RoundResults


def results() -> RoundResults:
    """Return a closed round of a form without items."""
    form = Form("etter", "Etter kurset", FormKind.EVALUATION, "god", "1.0.0", ())
    cohort = Cohort(
        "0" * 32,
        "Kull 1, Hamar",
        "god",
        "1.0.0",
        "God barnevernledelse",
        "",
        date(2026, 9, 1),
        date(2026, 11, 20),
        "Hamar",
        "KS",
        "nb",
        Rules(date(2027, 6, 30)),
        (),
        (),
        b"",
        simulated=True,
    )
    return RoundResults(cohort, form, 24, Published(24, ()))
