"""What each setting of a course means, in a few words: shown beside its key while it is being written."""

from __future__ import annotations

from kursapp.texts.value_words import Words

SETTING_WORDS: dict[str, Words] = {
    "id": ("navnet framgangen henger på", "namnet framgangen heng på", "the name progress hangs on"),
    "row": ("radens id i arbeidsboka", "id-en til rada i arbeidsboka", "the row’s id in the workbook"),
    "column": ("kolonnens id i arbeidsboka", "id-en til kolonnen i arbeidsboka", "the column’s id in the workbook"),
    "columns": ("hva kolonnene inneholder", "kva kolonnane inneheld", "what the columns hold"),
    "points": ("hvor mye svaret teller", "kor mykje svaret tel", "how much the answer counts"),
    "goals": ("læringsmål dette øver på", "læringsmål dette øver på", "goals this practises"),
    "minutes": ("hvor lang tid det tar", "kor lang tid det tek", "how long it takes"),
    "tries": ("hvor mange ganger en kan prøve", "kor mange gonger ein kan prøve", "how often one may try"),
    "shuffle": ("svarene i tilfeldig rekkefølge", "svara i tilfeldig rekkjefølgje", "answers in random order"),
    "certainty": ("spør hvor sikker en er", "spør kor sikker ein er", "asks how certain one is"),
    "theme": ("samler spørsmål i resultatene", "samlar spørsmål i resultata", "groups questions in the results"),
    "bank": ("spørsmål som trekkes derfra", "spørsmål som blir trekte derfrå", "questions drawn from it"),
    "form": ("utgave A eller B av prøven", "utgåve A eller B av prøva", "version A or B of the test"),
    "multiple": (
        "flere kryss, selv med én fasit",
        "fleire kryss, sjølv med éin fasit",
        "several ticks for one key",
    ),
    "tied": ("ledd som kan bytte plass", "ledd som kan byte plass", "items that may change places"),
    "exact": ("bare akkurat disse ordene", "berre akkurat desse orda", "these very words only"),
    "fixed": (
        "blir stående når svarene stokkes",
        "blir ståande når svara blir stokka",
        "stays when shuffled",
    ),
    "measures": ("raden spørsmålet måler mot", "rada spørsmålet måler mot", "the row the question measures"),
    "pass": ("prosenten som skal til", "prosenten som skal til", "the percentage it takes"),
    "draw": ("hvor mange spørsmål som trekkes", "kor mange spørsmål som blir trekte", "how many questions are drawn"),
    "show": ("når fasiten vises", "når fasiten blir vist", "when the key is shown"),
    "time": ("tidsgrense i minutter", "tidsgrense i minutt", "time limit in minutes"),
    "axes": ("det valgene flytter på", "det vala flyttar på", "what the choices move"),
    "if": ("når valget vises", "når valet blir vist", "when the choice is shown"),
    "ending": ("scenen er en slutt", "scena er ein slutt", "the scene is an ending"),
    "type": ("når skjemaet fylles ut", "når skjemaet blir fylt ut", "when the form is filled in"),
    "same_as": ("gjentar et annet skjema", "gjentek eit anna skjema", "repeats another form"),
    "background": ("et bakgrunnsspørsmål", "eit bakgrunnsspørsmål", "a background question"),
    "reversed": ("påstanden er snudd", "påstanden er snudd", "the statement is reversed"),
    "area": ("området raden hører til", "området rada høyrer til", "the area the row belongs to"),
    "required": ("må besvares", "må svarast på", "must be answered"),
    "facts": ("fakta fra kilder.md", "fakta frå kilder.md", "facts of the sources"),
    "opens": ("dager etter siste kursdag", "dagar etter siste kursdag", "days after the last day"),
    "reminds": ("uker det minnes på", "veker det blir minna på", "weeks it is reminded of"),
}
