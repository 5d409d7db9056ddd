"""The one table of words that mean something in a course, in bokmål, nynorsk and English (course-format.md).

Every word of all three languages always works, in any case of letters. Where a language has several words for one
thing they are parted by ``/``, the one the program writes first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cached_property

from kursapp.content.nearest import nearest


def fold(text: str) -> str:
    """Make two ways of writing a word the same: composed letters, one case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


class Vocabulary:
    """Names used in the code, and how each is written: ``{"question": ("spørsmål", "spørsmål", "question")}``."""

    def __init__(self, words: Mapping[str, tuple[str, str, str]]) -> None:
        self._words = words

    @cached_property
    def _names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, languages in self._words.items():
            for words in languages:
                for word in words.split("/"):
                    found.setdefault(fold(word), name)
        return found

    def find(self, text: str) -> str | None:
        """Return the name of a word as an author wrote it, or None."""
        return self._names.get(fold(text))

    def nearest(self, text: str) -> str:
        """Return the known word most like this one, as the program writes it, or an empty text."""
        return nearest(fold(text), self._names)

    def word(self, name: str, language: str = "nb") -> str:
        """Return how the program writes a name in a language (``nb``, ``nn``, ``en``; others as bokmål)."""
        languages = self._words[name]
        return languages[{"nn": 1, "en": 2}.get(language, 0)].split("/")[0]

    def names(self) -> tuple[str, ...]:
        """Return every name, in the order of the table."""
        return tuple(self._words)

    def words(self) -> tuple[str, ...]:
        """Return every way of writing every name, folded."""
        return tuple(self._names)


ITEMS = Vocabulary(
    {
        "question": ("spørsmål", "spørsmål", "question"),
        "reflection": ("refleksjon", "refleksjon", "reflection"),
        "workbook": ("arbeidsbok", "arbeidsbok", "workbook"),
        "case": ("case", "case", "case"),
        "scene": ("scene", "scene", "scene"),
    }
)
"""What opens an item on any page."""

EVALUATION_ITEMS = Vocabulary(
    {
        "scale": ("skala", "skala", "scale"),
        "before_now": ("før og nå", "før og no", "before and now"),
        "choice": ("valg", "val", "choice"),
        "multiple": ("flervalg", "fleirval", "multiple choice"),
        "number": ("tall", "tal", "number"),
        "ranking": ("rangering", "rangering", "ranking"),
        "text": ("fritekst", "fritekst", "free text"),
    }
)
"""What opens an item on an evaluation page only."""

PAGES = Vocabulary(
    {
        "quiz": ("quiz", "quiz", "quiz"),
        "evaluation": ("evaluering", "evaluering", "evaluation"),
    }
)
"""What makes a page more than text."""

SECTIONS = Vocabulary(
    {
        "bank": ("bank", "bank", "bank"),
        "requirements": ("krav", "krav", "requirements"),
        "before": ("før kurset", "før kurset", "before the course"),
        "day": ("dag", "dag", "day"),
        "follow_up": ("oppfølging", "oppfølging", "follow-up"),
    }
)
"""Headings of the cover."""

COVER = Vocabulary(
    {
        "goals": ("mål", "mål", "goals"),
        "all_reflections": (
            "alle refleksjoner besvart",
            "alle refleksjonar svara på",
            "all reflections answered",
        ),
    }
)
"""Other words of the cover."""

VARIANTS = Vocabulary(
    {
        "discuss": ("drøft", "drøft", "discuss"),
        "order": ("rekkefølge", "rekkjefølgje/rekkefølgje", "order/ordering"),
        "match": ("koble", "kople", "match/matching"),
        "number": ("tall", "tal", "number"),
        "date": ("dato", "dato", "date"),
        "short_answer": ("kortsvar", "kortsvar", "short answer"),
        "gaps": ("utfylling", "utfylling", "gaps"),
    }
)
"""What stands in parentheses after ``Spørsmål``."""

SETTINGS = Vocabulary(
    {
        "id": ("id", "id", "id"),
        "row": ("rad", "rad", "row"),
        "column": ("kolonne", "kolonne", "column"),
        "columns": ("kolonner", "kolonnar", "columns"),
        "points": ("poeng", "poeng", "points"),
        "goals": ("mål", "mål", "goals/goal"),
        "minutes": ("minutter", "minutt", "minutes"),
        "tries": ("forsøk", "forsøk", "attempts"),
        "shuffle": ("stokk", "stokk", "shuffle"),
        "certainty": ("sikkerhet", "sikkerheit/tryggleik", "certainty"),
        "theme": ("tema", "tema", "theme"),
        "bank": ("bank", "bank", "bank"),
        "form": ("form", "form", "form"),
        "multiple": ("flervalg", "fleirval", "multiple"),
        "tied": ("likt", "likt", "tied"),
        "exact": ("nøyaktig", "nøyaktig", "exact"),
        "fixed": ("fast", "fast", "fixed"),
        "measures": ("måler", "måler", "measures"),
        "pass": ("bestått", "bestått", "pass"),
        "draw": ("trekk", "trekk", "draw"),
        "show": ("visning", "vising", "show"),
        "time": ("tid", "tid", "time"),
        "axes": ("akser", "aksar", "axes"),
        "if": ("hvis", "viss/dersom", "if"),
        "ending": ("slutt", "slutt", "ending"),
        "type": ("type", "type", "type"),
        "same_as": ("samme som", "same som", "same as"),
        "background": ("bakgrunn", "bakgrunn", "background"),
        "reversed": ("snu", "snu", "reversed/reverse"),
        "area": ("område", "område", "area"),
        "required": ("må", "må", "required"),
        "facts": ("fakta", "fakta", "facts"),
        "opens": ("åpner", "opnar", "opens"),
        "reminds": ("påminn", "påminn", "reminds"),
    }
)
"""Keys of settings comments."""

FRONT_MATTER = Vocabulary(
    {
        "id": ("id", "id", "id"),
        "version": ("versjon", "versjon", "version"),
        "language": ("språk", "språk", "language"),
        "law_date": ("rettstilstand", "rettstilstand", "law date"),
        "hours": ("timer", "timar", "hours"),
        "organiser": ("arrangør", "arrangør", "organiser/organizer"),
        "minutes": ("minutter", "minutt", "minutes"),
        "goals": ("mål", "mål", "goals"),
        "prior_knowledge": ("forkunnskap", "forkunnskap", "prior knowledge"),
    }
)
"""Keys between the two ``---`` lines that open a file."""

LABELS = Vocabulary(
    {
        "hint": ("hint", "hint", "hint"),
        "explanation": ("forklaring", "forklaring", "explanation"),
        "right": ("riktig", "rett", "right/correct"),
        "wrong": ("feil", "feil", "wrong/incorrect"),
        "example": ("eksempel", "døme/eksempel", "example"),
    }
)
"""What opens a labelled quote."""

CALL_OUTS = Vocabulary(
    {
        "note": ("merk", "merk", "note"),
        "tip": ("tips", "tips", "tip"),
        "important": ("viktig", "viktig", "important"),
        "warning": ("advarsel", "åtvaring", "warning/caution"),
        "law": ("lov", "lov", "law"),
        "reflect": ("ettertanke", "ettertanke", "reflect"),
        "group": ("gruppe", "gruppe", "group"),
        "role": ("rolle", "rolle", "role"),
        "instructor": ("kursleder", "kursleiar", "instructor"),
    }
)
"""What stands between ``[!`` and ``]``."""

ANSWER = Vocabulary({"answer": ("svar", "svar", "answer")})
"""What opens an answer line."""

YES_NO = Vocabulary({"yes": ("ja", "ja", "yes"), "no": ("nei", "nei", "no")})
"""Values of settings that are on or off."""

TRUE_FALSE = Vocabulary(
    {
        "true": ("sant/ja", "sant/ja", "true/yes"),
        "false": ("usant/nei", "usant/nei", "false/no"),
    }
)
"""The two options of a true/false question."""

SHOWING = Vocabulary(
    {
        "immediate": ("straks", "straks", "immediately/at once"),
        "end": ("til slutt", "til slutt", "at the end"),
    }
)
"""When a quiz gives its feedback."""

ENDINGS = Vocabulary(
    {
        "good": ("god", "god", "good"),
        "weak": ("svak", "svak", "weak"),
        "serious": ("alvorlig", "alvorleg", "serious"),
    }
)
"""How a scene ends a case."""

CONDITIONS = Vocabulary(
    {
        "and": ("og", "og", "and"),
        "or": ("eller", "eller", "or"),
        "chosen": ("valgt", "vald/valt", "chosen"),
    }
)
"""The words of ``hvis``."""

EVALUATION_TYPES = Vocabulary(
    {
        "before": ("før", "før", "before"),
        "day": ("dag", "dag", "day"),
        "after": ("etter", "etter", "after"),
        "follow_up": ("oppfølging", "oppfølging", "follow-up"),
    }
)
"""When a form is filled in."""

RANGES = Vocabulary(
    {
        "from": ("fra", "frå", "from"),
        "to": ("til", "til", "to"),
        "under": ("under", "under", "under/below"),
        "over": ("over", "over", "over/above"),
        "at_least": ("minst", "minst", "at least"),
        "day": ("dag/dager", "dag/dagar", "day/days"),
    }
)
"""The words around the numbers of a range."""

APART = Vocabulary(
    {
        "unknown": ("vet ikke", "veit ikkje", "don't know/don’t know"),
        "not_relevant": ("ikke relevant", "ikkje relevant", "not relevant/not applicable"),
    }
)
"""Columns of a scale that stand apart."""

LENGTHS = Vocabulary({"short": ("kort", "kort", "short")})
"""How long a free text is meant to be."""

COLUMN_KINDS = Vocabulary(
    {
        "text": ("tekst", "tekst", "text"),
        "number": ("tall", "tal", "number"),
        "date": ("dato", "dato", "date"),
    }
)
"""What a workbook column holds, where it is no scale, menu or sum."""

GLOSSARY_COLUMNS = Vocabulary(
    {
        "term": ("begrep", "omgrep", "term"),
        "explanation": ("forklaring", "forklaring", "explanation"),
        "nynorsk": ("nynorsk", "nynorsk", "nynorsk"),
        "english": ("engelsk", "engelsk", "english"),
    }
)
"""Headings of the table in ``begreper.md``."""

FACT_COLUMNS = Vocabulary(
    {
        "id": ("id", "id", "id"),
        "fact": ("faktum", "faktum", "fact"),
        "source": ("kilde", "kjelde", "source"),
        "date": ("dato", "dato", "date"),
        "status": ("status", "status", "status"),
    }
)
"""Headings of the table in ``kilder.md``."""

FACT_STATUSES = Vocabulary({"unconfirmed": ("må kvalitetssikres", "må kvalitetssikrast", "to be verified")})
"""What a fact's status may say that changes how it may be told."""

NOTE = Vocabulary({"rescore": ("omrett", "omrett", "rescore")})
"""What a line of a package's change note may ask for."""
