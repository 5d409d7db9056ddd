"""Where a line that is being written stands, and what may be set there."""

from __future__ import annotations

import pytest

from kursapp.content.keywords import SETTINGS
from kursapp.content.session import read_session
from kursapp.content.source import lines_of
from kursapp.content.standing import Part, Standing, setting_keys, standing
from kursapp.domain.course import PageKind

TEXT = """---
id: okt
minutter: 20
---
# Økt

## Side
Tekst.

### Spørsmål (rekkefølge): Hva først?
1. En
2. To

---
Prosa etter streken.

### Case: Fredag
Skolen ringer.

#### Scene: Mandag
Prosa.

##### Spørsmål: Hva nå?
- [ ] Ja

## Evaluering: Dagen
### Skala: Hvor enig?
| | Uenig | Enig |
|---|---|---|
| Det var nyttig | | |

```
## Ikke en side
```
Slutt
""".splitlines()


def at(words: str, texts: list[str] = TEXT) -> Standing:
    """Return where the first line with these words stands."""
    number = next(number for number, text in enumerate(texts, start=1) if words in text)
    return standing("a.md", lines_of(texts), number)


def test_the_front_matter_is_no_page() -> None:
    """Both its lines and what is between them."""
    assert at("id: okt").part is Part.FRONT_MATTER
    assert standing("a.md", lines_of(TEXT), 4).part is Part.FRONT_MATTER
    assert at("# Økt").part is Part.PAGE


def test_an_item_is_known_by_its_heading() -> None:
    """With its variant, and the line its heading is on."""
    found = at("1. En")
    assert (found.item, found.variant, found.item_line) == ("question", "order", 10)


def test_a_rule_ends_an_item_but_not_the_page() -> None:
    """Prose after ``---`` belongs to the page."""
    found = at("Prosa etter streken.")
    assert (found.item, found.page_line) == ("", 7)


def test_a_case_holds_its_scenes_and_their_items() -> None:
    """What is in a scene is in the case, which is its own first scene."""
    assert (at("Skolen ringer.").item, at("Skolen ringer.").case_line) == ("case", 17)
    assert (at("Prosa.").item, at("Prosa.").case_line) == ("scene", 17)
    assert (at("- [ ] Ja").item, at("- [ ] Ja").case_line) == ("question", 17)


def test_a_form_has_items_of_its_own() -> None:
    """Skala means something on an evaluation page only; a heading in a fence means nothing."""
    assert (at("Det var nyttig").item, at("Det var nyttig").page) == ("scale", PageKind.EVALUATION)
    assert at("Slutt").page_line == at("Det var nyttig").page_line


def test_the_cover_is_of_its_own_kind() -> None:
    """``kurs.md`` has modules, not pages."""
    assert standing("kurs.md", lines_of(["# Kurs", "", "## Dag 1", ""]), 4).part is Part.COVER


def test_lines_before_those_given_are_not_needed() -> None:
    """A slice of a long file says the same, as long as the page's heading is in it."""
    part = lines_of(TEXT[6:], 7)
    assert standing("a.md", part, 22) == at("Prosa.")


HEADINGS = {
    "## Side": "## Side\n<!-- {key}: {value} -->\nTekst.\n",
    "quiz": "## Quiz: Q\n<!-- {key}: {value} -->\n",
    "evaluation": "## Evaluering: E\n<!-- {key}: {value} -->\n### Fritekst: F\n",
    "single": "## S\n### Spørsmål: Q\n<!-- {key}: {value} -->\n- [x] A\n- [ ] B\n",
    "order": "## S\n### Spørsmål (rekkefølge): Q\n<!-- {key}: {value} -->\n1. A\n2. B\n",
    "gaps": "## S\n### Spørsmål (utfylling): Q\n<!-- {key}: {value} -->\n[[a]]\n",
    "reflection": "## S\n### Refleksjon: R\n<!-- {key}: {value} -->\n",
    "workbook": "## S\n### Arbeidsbok: R\n<!-- {key}: {value} -->\n",
    "case": "## S\n### Case: R\n<!-- {key}: {value} -->\n- [a](#s)\n\n#### Scene: S\nx\n",
    "scene": "## S\n### Case: R\n- [a](#s)\n\n#### Scene: S\n<!-- {key}: {value} -->\nx\n",
    "scale": "## Evaluering: E\n### Skala: Q\n<!-- {key}: {value} -->\n| | a | b |\n|---|---|---|\n| x | | |\n",
    "option": "## S\n### Spørsmål: Q\n- [x] A <!-- {key}: {value} -->\n- [ ] B\n",
    "choice": "## S\n### Case: R\n- [a](#s) <!-- {key}: {value} -->\n\n#### Scene: S\nx\n",
    "row": "## Evaluering: E\n### Skala: Q\n| | a | b |\n|---|---|---|\n| x <!-- {key}: {value} --> | | |\n",
    "pair": "## S\n### Spørsmål (koble): Q\n| a | b |\n|---|---|\n| x <!-- {key}: {value} --> | y |\n| z | w |\n",
}


@pytest.mark.parametrize("where", HEADINGS)
def test_the_keys_are_those_the_reader_takes(where: str) -> None:
    """For every key of the table: offered here means not «setting-not-here» there, and the other way round."""
    for key in SETTINGS.names():
        if key == "facts":
            continue
        text = "# T\n" + HEADINGS[where].format(key=SETTINGS.word(key), value="x")
        number = next(number for number, line in enumerate(text.split("\n"), start=1) if "<!--" in line)
        lines = lines_of(text.split("\n"))
        offered = key in setting_keys(standing("a.md", lines, number), lines[number - 1], "a.md")
        codes = {found.code for found in read_session("a.md", text.encode()).problems if found.line == number}
        assert offered is not bool(codes & {"setting-not-here", "misplaced-settings"}), key
