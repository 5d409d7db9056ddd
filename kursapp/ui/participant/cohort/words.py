"""What a participant is told about her cohort: its facts, its rules, and what no rule can protect her from."""

from __future__ import annotations

from kursapp.domain.cohort import LEAST_FOR_COMMENTS, LEAST_PERSONS, Cohort
from kursapp.ui.i18n import _, day, quoted

Point = tuple[str, str]
"""An icon and a sentence."""


def facts(cohort: Cohort) -> str:
    """Return when and where the cohort is held, and by whom."""
    dates = _("{first} til {last}").format(first=day(cohort.starts), last=day(cohort.ends))
    return " · ".join(part for part in (dates, cohort.place, cohort.organiser) if part)


def rules(cohort: Cohort) -> list[Point]:
    """Return what the coordinator has promised, and can no longer change."""
    promised = cohort.rules
    points = [("users", _limit(cohort)), ("message-circle", _comments(promised.k))]
    points.append(("list", _breakdowns(cohort)))
    if promised.codes:
        points.append(
            (
                "key-round",
                _(
                    "Dere trekker hver deres lapp med en kode for hvert skjema. Koden viser at svaret er fra en i "
                    "kullet, og ingen skriver ned hvem som trakk hvilken."
                ),
            )
        )
    points.append(("trash", _("Kullet slettes senest {day}.").format(day=day(promised.keep_until))))
    return points


def held_back(_cohort: Cohort) -> list[Point]:
    """Return what confidential means here, and where it ends."""
    return [
        (
            "lock",
            _(
                "Kursholderen har nøkkelen til svarfilene, og en reservenøkkel ligger på papir. Den som har en nøkkel "
                "og vet hvilken fil som er din, for eksempel fordi du sendte den på e-post, kan åpne fila utenfor "
                "Kursapp."
            ),
        ),
        (
            "users",
            _(
                "Kolleger som slår sammen det de selv svarte, kan trekke det fra tallene. Svarer alle det samme, vet "
                "alle hva alle svarte."
            ),
        ),
        ("pencil", _("Måten du skriver på, kan røpe deg. Det gjelder også ord bare du bruker.")),
        ("flag", _("Når runden er lukket, kan ingen finne svarene dine igjen, og de kan ikke trekkes tilbake.")),
    ]


def _limit(cohort: Cohort) -> str:
    said = _("Ingenting vises før minst {k} har levert.").format(k=cohort.rules.k)
    if cohort.rules.k >= LEAST_PERSONS:
        return said
    lower = _("Grensen er satt lavere enn {usual}. Grunnen er: {reason}")
    return f"{said} {lower.format(usual=LEAST_PERSONS, reason=quoted(cohort.rules.reason))}"


def _comments(k: int) -> str:
    least = max(k, LEAST_FOR_COMMENTS)
    return _("Kommentarer vises først når minst {n} har levert, uten navn og uten gruppe.").format(n=least)


def _breakdowns(cohort: Cohort) -> str:
    texts = {item.id: item.text for form in cohort.forms for item in form.form.backgrounds()}
    named = [quoted(texts[item_id]) for item_id in cohort.rules.breakdowns if item_id in texts]
    if not named:
        return _("Resultatene deles ikke opp i grupper.")
    template = _(
        "Resultatene kan deles opp etter {questions}, ett spørsmål om gangen og bare når hver gruppe er stor nok."
    )
    return template.format(questions=(" " + _("og") + " ").join(named))
