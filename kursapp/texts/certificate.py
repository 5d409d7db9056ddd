"""The words of the course certificate: what it confirms, and what it does not."""

from __future__ import annotations

from kursapp.texts.value_words import Words

CERTIFICATE: dict[str, Words] = {
    "title": ("Kursbevis", "Kursbevis", "Course certificate"),
    "has-taken": ("har gjennomført kurset", "har gjennomført kurset", "has completed the course"),
    "facts-heading": ("Om kurset", "Om kurset", "About the course"),
    "column-what": ("Hva", "Kva", "What"),
    "column-value": ("Opplysning", "Opplysning", "Detail"),
    "fact-dates": ("Tid", "Tid", "Dates"),
    "fact-hours": ("Omfang", "Omfang", "Length"),
    "fact-organiser": ("Arrangør", "Arrangør", "Organiser"),
    "fact-version": ("Utgave av kurset", "Utgåve av kurset", "Version of the course"),
    "hours": ("{hours} timer", "{hours} timar", "{hours} hours"),
    "one-hour": ("1 time", "1 time", "1 hour"),
    "confirms": (
        "Kursbeviset bekrefter at deltakeren har gjennomført kurset og oppfylt kravene i det. Det bekrefter ikke "
        "kompetanse, og det er ingen godkjenning fra det offentlige.",
        "Kursbeviset stadfestar at deltakaren har gjennomført kurset og oppfylt krava i det. Det stadfestar ikkje "
        "kompetanse, og det er inga godkjenning frå det offentlege.",
        "The certificate confirms that the participant has completed the course and met its requirements. It does "
        "not confirm competence, and it is not an official approval.",
    ),
    "signing": (
        "Opplysningene kommer fra deltakerens egen maskin. Arrangøren bekrefter dem med underskrift.",
        "Opplysningane kjem frå maskina til deltakaren. Arrangøren stadfestar dei med underskrift.",
        "The details come from the participant’s own computer. The organiser confirms them by signing.",
    ),
    "sign-heading": ("Underskrift", "Underskrift", "Signature"),
    "line-place": ("Sted og dato", "Stad og dato", "Place and date"),
    "line-signature": (
        "Underskrift for arrangøren",
        "Underskrift for arrangøren",
        "Signature for the organiser",
    ),
    "line-name": ("Navn og stilling", "Namn og stilling", "Name and position"),
    "contents-heading": ("Innhold", "Innhald", "Contents"),
    "goals-heading": ("Læringsmål", "Læringsmål", "Learning goals"),
    "goals-lead": (
        "Kurset øver på at deltakeren kan:",
        "Kurset øver på at deltakaren kan:",
        "The course trains participants to:",
    ),
    "requirements-heading": ("Krav som er oppfylt", "Krav som er oppfylte", "Requirements met"),
    "page": ("Side {page} av {total}", "Side {page} av {total}", "Page {page} of {total}"),
    "running": ("{title} for {name}, {course}", "{title} for {name}, {course}", "{title} for {name}, {course}"),
}
