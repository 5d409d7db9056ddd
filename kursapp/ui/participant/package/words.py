"""What a course package says of itself and of the course one has, in words."""

from __future__ import annotations

from kursapp.domain.course_changes import CourseChanges
from kursapp.services.correct_answers import Corrected
from kursapp.services.install_course import Offer, OfferKind
from kursapp.ui.change_words import change_words
from kursapp.ui.i18n import _, n_


def version_words(offer: Offer) -> str:
    """Say which version the package holds, and which one has."""
    if offer.kind is OfferKind.UPDATE and offer.earlier:
        return _("Versjon {version}. Du har {earlier}.").format(version=offer.about.version, earlier=offer.earlier)
    return _("Versjon {version}").format(version=offer.about.version)


def update_words(changes: CourseChanges) -> str:
    """Say what a newer version changes, and that no answer is lost by it: "3 sider endret, 1 fjernet, …"."""
    told = change_words(changes) or _("Ingen sider endret")
    return _("{changes}, alle svarene dine er beholdt.").format(changes=told)


def correction_words(found: Corrected) -> str:
    """Say what the corrected keys come to for her who reads it, and that no result gets lower."""
    count = len(found.questions)
    told = [n_("Fasiten er rettet i {n} spørsmål.", "Fasiten er rettet i {n} spørsmål.", count).format(n=count)]
    if found.right:
        told.append(n_("{n} svar blir riktig.", "{n} svar blir riktige.", found.right).format(n=found.right))
    if found.wrong:
        told.append(n_("{n} svar blir galt.", "{n} svar blir gale.", found.wrong).format(n=found.wrong))
    if found.passed:
        told.append(n_("{n} prøve blir bestått.", "{n} prøver blir bestått.", found.passed).format(n=found.passed))
    told.append(_("Ingen av resultatene dine blir lavere."))
    return " ".join(told)
