"""Every mistake that course-format §7 names, and every other that has a repair, each in a small course of its own."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field

COVER = "---\nid: k\nversjon: 1.0.0\nspråk: nb\n---\n# Prøve\n\n## Dag 1: Start\n- [Økt](okt.md)\n"
SESSION = "---\nid: okt\n---\n# Økt\n\n## Side\n<!-- id: side -->\n\n"
QUESTION = "### Spørsmål: Hva nå?\n<!-- id: q -->\n"
OPTIONS = "- [ ] Vente <!-- id: q-a -->\n  > Nei.\n- [x] Handle <!-- id: q-b -->\n"
FORM = "## Evaluering: Dagen\n<!-- id: ev | type: dag -->\n\n"
CASE = "### Case: Fredag\n<!-- id: c -->\nDet ringer.\n\n"
CASE_WITH_AXES = (
    "### Case: Fredag\n<!-- id: c | akser: barnet -->\nDet ringer.\n\n"
    "- [Gå](#scene-mandag) <!-- id: c1 -->\n  > **Barnet −2:** uvisst\n\n"
    "#### Scene: Mandag\n<!-- id: c-man -->\nSlutt.\n"
)
CONDITION = (
    "- [Videre](#scene-slutt) <!-- id: c2 | hvis: valgt: cc1 -->\n\n#### Scene: Slutt\n<!-- id: c-s -->\nSlutt.\n"
)
FACTS = (
    "| Id | Faktum | Kilde | Dato | Status |\n|---|---|---|---|---|\n| F1-08 | Loven | Lovdata | 2026 | bekreftet |\n"
)
UNCONFIRMED = FACTS.replace("bekreftet", "må kvalitetssikres")
MATCH = "### Spørsmål (koble): Koble\n<!-- id: q -->\n\n| A | B |\n|---|---|\n"
ORDER = "### Spørsmål (rekkefølge): Ordne\n<!-- id: q -->\n"
QUIZ = "## Quiz: Prøv\n<!-- id: qz -->\n"
SCALE = (
    "### Skala: Enig?\n<!-- id: s -->\n\n| | Uenig | Enig | Vet ikke |\n|---|---|---|---|\n"
    "| Nyttig <!-- id: nytte --> | | | |\n"
)
MEASURE = QUESTION.replace(" -->", " | måler: nyte -->") + OPTIONS
WORKBOOK = "### Arbeidsbok: Plan\n<!-- id: w | kolonner: hve dato -->\n\n| Steg | Hvem |\n|---|---|\n| Først | |\n"
COMPUTED = (
    "### Arbeidsbok: Risiko\n<!-- id: w | kolonner: fare 1–5; følge 1–5; risiko = fare × følge -->\n\n"
    "| Hva <!-- kolonne: hva --> | Fare <!-- kolonne: fare --> | Følge <!-- kolonne: folge --> "
    "| Risiko <!-- kolonne: risiko --> |\n|---|---|---|---|\n| Brann <!-- rad: r1 --> | | | 12 |\n"
)
TO = "---\nid: to\n---\n# To\n\n## Andre\n<!-- id: andre -->\n\nTekst.\n"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@dataclass(frozen=True)
class Mistake:
    """A mistake: the code of its finding, what an author wrote on a page, and what stands there once it is repaired.

    ``repaired`` is empty where no one step repairs it. ``files`` are other files of the course, or all of ``okt.md``.
    """

    code: str
    wrote: str = ""
    repaired: str = ""
    error: bool = True
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    name: str = ""

    def course(self) -> dict[str, str | bytes]:
        """Return the files of the course with the mistake in it."""
        return {"kurs.md": COVER, "okt.md": SESSION + self.wrote, **self.files}


def warning(
    code: str,
    wrote: str = "",
    repaired: str = "",
    files: Mapping[str, str | bytes] | None = None,
    name: str = "",
) -> Mistake:
    """Return a mistake that is a warning."""
    return Mistake(code, wrote, repaired, error=False, files=files or {}, name=name)


def background(number: int, options: int) -> str:
    """Return a background question with this many options."""
    lines = "".join(f"- V{each} <!-- id: b{number}-{each} -->\n" for each in range(1, options + 1))
    return f"### Valg: Hva {number}?\n<!-- id: b{number} | bakgrunn: ja -->\n{lines}\n"


def question(number: int, wrong: str, right: str) -> str:
    """Return a question with three options, the last one right."""
    options = "".join(f"- [ ] {wrong} {each} <!-- id: q{number}-{each} -->\n  > Nei.\n" for each in "ab")
    return f"### Spørsmål: {number}?\n<!-- id: q{number} -->\n{options}- [x] {right} <!-- id: q{number}-c -->\n\n"


COPIED_CASE = (
    "### Case: Fredag\n<!-- id: k1 -->\nDet ringer.\n\n- [Gå](#k1-man) <!-- id: k1-a -->\n\n"
    "#### Scene: Mandag\n<!-- id: k1-man -->\n- [Slutt](#scene-slutt) <!-- id: k1-b | hvis: valgt: k1-a -->\n"
    "- [Om igjen](#k1) <!-- id: k1-c -->\n\n#### Scene: Slutt\n<!-- id: k1-s -->\nSlutt.\n\n"
)

LIKELIEST = (
    Mistake("item-level", "## Spørsmål: Hva nå?\n" + OPTIONS, "### Spørsmål: Hva nå?", name="question as a page"),
    Mistake("no-colon", "### Spørsmål - Hva nå?\n" + OPTIONS, "### Spørsmål: Hva nå?", name="a dash"),
    Mistake("no-colon", "### Spørsmål Hva nå?\n" + OPTIONS, "### Spørsmål: Hva nå?", name="no colon"),
    Mistake("misspelt-keyword", "### Sporsmål: Hva nå?\n" + OPTIONS, "### Spørsmål: Hva nå?"),
    warning(
        "feedback-not-under-option",
        QUESTION + "- [ ] Vente <!-- id: q-a -->\n\n> Nei.\n\n- [x] Handle <!-- id: q-b -->\n",
        "  > Nei.",
    ),
    Mistake("odd-option", QUESTION + "-[ ] Vente\n-[x] Handle\n", "- [x] Handle", name="no space"),
    Mistake("odd-option", QUESTION + "[] Vente\n[x] Handle\n", "- [x] Handle", name="no mark"),
    Mistake("odd-option", QUESTION + "- [ ] Vente\n- [ x ] Handle\n", "- [x] Handle", name="spaces in the box"),
    Mistake("odd-option", QUESTION + "1. [ ] Vente\n2. [x] Handle\n", "- [x] Handle", name="numbers"),
    Mistake("odd-option", QUESTION + "– [ ] Vente\n– [x] Handle\n", "- [x] Handle", name="Word's dash"),
    warning("word-comment", "### Refleksjon: Hva nå?\n<!– id: r –>\n", "<!-- id: r -->"),
    Mistake(
        "no-scene",
        CASE + "- [Gå](#scene-mandga) <!-- id: c1 -->\n\n#### Scene: Mandag\n<!-- id: c-man -->\nSlutt.\n",
        "(#scene-mandag)",
    ),
    Mistake(
        "duplicate-id",
        "### Refleksjon: A\n<!-- id: r -->\n\n### Refleksjon: B\n<!-- id: r -->\n",
        "### Refleksjon: B\n<!-- id: r-2 -->",
        name="copied item",
    ),
    Mistake("duplicate-id", COPIED_CASE * 2, "valgt: k1-a-2 -->", name="copied case"),
)
"""The likeliest mistakes, in the order §7 names them."""

ERRORS = (
    Mistake("no-key", QUESTION + "- [ ] Vente\n- [ ] Handle\n"),
    Mistake("two-keys", QUESTION.replace(" -->", " | flervalg: nei -->") + "- [x] Vente\n- [x] Handle\n"),
    Mistake("no-answer", "### Spørsmål (tall): Hvor mange?\n<!-- id: q -->\n"),
    Mistake("empty-answer", "### Spørsmål (tall): Hvor mange?\n<!-- id: q -->\nSvar:\n"),
    Mistake("dead-link", "[Les](#sidde)\n", "[Les](#side)", name="to a heading"),
    Mistake("dead-link", "[Les](okd.md#side)\n", "[Les](okt.md#side)", name="to a file"),
    Mistake("dead-link", "[Les](helt-annet-sted.md)\n", name="to nothing like it"),
    Mistake("missing-media", "![Kart](media/kart.png)\n"),
    Mistake("missing-session", files={"kurs.md": COVER + "- [To](helt-annet.md)\n"}),
    Mistake(
        "duplicate-id",
        files={
            "kurs.md": COVER + "- [To](to.md)\n",
            "okt.md": SESSION + "Tekst.\n",
            "to.md": SESSION.replace("id: okt", "id: to") + "Tekst.\n",
        },
        repaired="<!-- id: side-2 -->",
        name="copied page",
    ),
    Mistake(
        "duplicate-id",
        files={
            "kurs.md": COVER + "- [To](to.md)\n",
            "okt.md": SESSION + COPIED_CASE,
            "to.md": SESSION + COPIED_CASE + "[Om igjen](#k1-man)\n",
        },
        repaired="[Om igjen](#k1-man-2)",
        name="copied file",
    ),
    Mistake(
        "duplicate-part-id",
        QUESTION + "- [ ] Vente <!-- id: q-a -->\n  > Nei.\n- [x] Handle <!-- id: q-a -->\n",
        "- [x] Handle <!-- id: q-a-2 -->",
    ),
    Mistake(
        "unreachable-scene",
        CASE + "- [Gå](#scene-en) <!-- id: c1 -->\n\n#### Scene: En\nSlutt.\n\n#### Scene: To\nSlutt.\n",
    ),
    Mistake("empty-gap", "### Spørsmål (utfylling): Fyll ut\n<!-- id: q -->\n\nHan het [[ ]].\n"),
    Mistake("not-utf8", files={"okt.md": "# Økt\n".encode("latin-1")}),
    Mistake("path-out-of-course", "[Ut](../../hemmelig.md)\n"),
)
"""The errors §7 names."""

NAMED_ABOVE = (
    Mistake("list-item-not-link", files={"kurs.md": COVER + "- Bare ord\n"}),
    Mistake(
        "nested-list-item", repaired="\n- [To](to.md)", files={"kurs.md": COVER + "  - [To](to.md)\n", "to.md": TO}
    ),
    Mistake("file-twice", files={"kurs.md": COVER + "- [En gang til](okt.md)\n"}),
    Mistake("front-matter-key-twice", files={"kurs.md": COVER.replace("språk: nb", "språk: nb\nspråk: nn")}),
    Mistake("key-without-question", "- [ ] Lest\n- [x] Gjort\n", "- [ ] Gjort"),
    Mistake("unknown-fact", "Tekst.\n<!-- fakta: F1-09 -->\n", "<!-- fakta: F1-08 -->", files={"kilder.md": FACTS}),
    Mistake("misplaced-settings", "### Refleksjon: Nå? <!-- id: r -->\n", "### Refleksjon: Nå?\n<!-- id: r -->"),
    Mistake("misplaced-settings", "Tekst <!-- poeng: 2 -->\n", name="in prose"),
    Mistake("heading-in-item", QUESTION + OPTIONS + "\n#### Mer om dette\n\nTekst.\n"),
    Mistake("two-lists", QUESTION + OPTIONS + "\nSå dette.\n\n- [ ] Tre\n- [x] Fire\n"),
    Mistake("empty-right-cell", MATCH + "| en | 1 |\n| to | |\n"),
    Mistake("option-block", QUESTION + "- [ ] Vente\n  - ikke\n- [x] Handle\n"),
    Mistake("draw-too-many", "## Quiz: Prøv\n<!-- id: qz | trekk: 8 -->\n\n" + QUESTION + OPTIONS),
    Mistake("third-background", FORM + "".join(background(n, 2) for n in (1, 2, 3))),
    Mistake("background-options", FORM + background(1, 6)),
    Mistake("key-in-evaluation", FORM + background(1, 2).replace("- ", "- [x] "), "\n- V1"),
    Mistake("apart-not-last", FORM + SCALE.replace("| Enig | Vet ikke |", "| Vet ikke | Enig |")),
    Mistake("duplicate-in-form", FORM + SCALE + SCALE.replace("id: s ", "id: t "), "<!-- id: nytte-2 -->"),
    Mistake("unknown-axis", CASE_WITH_AXES.replace("**Barnet", "**Barne"), "> **Barnet −2:** uvisst"),
    Mistake("no-way-out", CASE + "- [Om igjen](#case-fredag) <!-- id: c1 -->\n"),
    warning("raw-html", "Tekst <br> mer.\n"),
    warning("non-breaking-space", "##\u00a0Ny side\n<!-- id: s2 -->\nTekst.\n", "## Ny side"),
    warning(
        "front-matter-key-unknown", repaired="språk: nn", files={"kurs.md": COVER.replace("språk: nb", "sprak: nn")}
    ),
    warning("quote-without-label", QUESTION + OPTIONS + "\n> Fordi.\n", "> **Forklaring:** Fordi."),
    warning("dotted-number", "### Spørsmål (tall): Hvor mange?\n<!-- id: q -->\nSvar: 1.680\n", "Svar: 1 680"),
    warning("band-gap", QUIZ + "> **under 50 %:** Les igjen.\n> **60–100 %:** Bra.\n\n" + QUESTION + OPTIONS),
    warning("band-overlap", QUIZ + "> **under 70 %:** Les igjen.\n> **60–100 %:** Bra.\n\n" + QUESTION + OPTIONS),
    warning("all-choices-hidden", CASE_WITH_AXES.replace("<!-- id: c1 -->", "<!-- id: c1 | hvis: barnet > 3 -->")),
    warning("unused-axis", CASE_WITH_AXES.replace("akser: barnet", "akser: barnet, styring")),
)
"""The findings that §1 to §5 name."""

WARNINGS = (
    warning("no-id", "### Refleksjon: Hva nå?\n", "<!-- id: side-hva-naa -->"),
    warning("no-alt-text", "![](media/x.png)\n", files={"media/x.png": PNG}),
    warning("skipped-heading-level", "Tekst.\n\n#### Dypt\n\nTekst.\n", "\n### Dypt"),
    warning("no-wrong-feedback", QUESTION + OPTIONS.replace("  > Nei.\n", "")),
    warning("longest-is-right", "".join(question(n, "nei", "et langt svar") for n in range(4))),
    warning("right-in-same-place", "".join(question(n, "et langt svar", "nei") for n in range(4))),
    warning(
        "all-above-shuffled",
        QUESTION.replace(" -->", " | stokk: ja -->") + OPTIONS + "- [ ] Alle over <!-- id: q-c -->\n  > Nei.\n",
        "- [ ] Alle over <!-- id: q-c --> <!-- fast -->",
    ),
    warning("double-negation", FORM + SCALE.replace("Nyttig", "Det var ikke unødvendig")),
    warning("too-many-items", FORM + SCALE + "".join(f"| U{n} <!-- id: u{n} --> | | | |\n" for n in range(30))),
    warning("workload-off", files={"okt.md": SESSION.replace("id: okt", "id: okt\nminutter: 90") + "Tekst.\n"}),
    warning("term-never-used", files={"begreper.md": "| Begrep | Forklaring |\n|---|---|\n| ROS | Risiko |\n"}),
    warning("file-in-no-list", files={"utkast.md": "# Utkast\n"}),
    warning("unknown-key", QUESTION.replace(" -->", " | poen: 2 -->") + OPTIONS, "| poeng: 2 -->"),
    warning(
        "unconfirmed-as-rule", "> [!LOV]\n> Slik er det.\n<!-- fakta: F1-08 -->\n", files={"kilder.md": UNCONFIRMED}
    ),
    warning("identity-number", "Barnet, 010170 00027, bor her.\n"),
    warning("telephone-number", "Ring 912 34 567.\n"),
)
"""The warnings §7 names."""

OTHERS = (
    Mistake("front-matter-open", files={"okt.md": "---\nid: okt\n# Økt\n\nTekst.\n"}, repaired="id: okt\n---\n# Økt"),
    Mistake("second-title", "Tekst.\n\n# To\n<!-- id: to -->\n\nMer.\n", "## To"),
    Mistake("bad-id", "### Refleksjon: Nå?\n<!-- id: blå -->\n", "<!-- id: blaa -->"),
    Mistake(
        "missing-media", "![Kart](media/kart.png)\n", "(media/kort.png)", files={"media/kort.png": PNG}, name="near"
    ),
    Mistake(
        "missing-session", repaired="(til.md)", files={"kurs.md": COVER + "- [To](tli.md)\n", "til.md": TO}, name="near"
    ),
    Mistake(
        "unknown-variant", "### Spørsmål (koblle): K\n" + MATCH.partition("\n")[2] + "| a | b |\n| c | d |\n", "(koble)"
    ),
    Mistake("missing-variant", MATCH.replace(" (koble)", "") + "| a | b |\n| c | d |\n", "Spørsmål (koble):"),
    Mistake("option-without-box", QUESTION + OPTIONS + "- Vet ikke <!-- id: q-c -->\n  > Nei.\n", "- [ ] Vet ikke"),
    Mistake("key-in-dilemma", QUESTION.replace("Spørsmål:", "Spørsmål (drøft):") + OPTIONS, "- [ ] Handle"),
    Mistake("key-in-workbook", "### Arbeidsbok: Plan\n<!-- id: w -->\n- [x] Ring <!-- id: w-a -->\n", "- [ ] Ring"),
    Mistake("order-without-numbers", ORDER + "- En <!-- id: q-a -->\n- To <!-- id: q-b -->\n", "1. En"),
    Mistake("table-without-rule", MATCH.replace("|---|---|\n", "") + "| a | b |\n| c | d |\n", "|---|---|"),
    Mistake("open-comment", "Tekst.\n\n### Refleksjon: Nå?\n<!-- id: r\n\nMer.\n", "<!-- id: r -->"),
    Mistake("unknown-choice", CASE_WITH_AXES.replace("slutt: god", "slutt: god") + CONDITION, "valgt: c1"),
    Mistake("unknown-column", WORKBOOK, "kolonner: hvem dato"),
    Mistake(
        "same-as-unknown", FORM + SCALE + FORM.replace("ev |", "ev2 | samme som: evv |") + SCALE, "samme som: ev |"
    ),
    Mistake("unknown-measure", FORM + SCALE + MEASURE, "måler: nytte -->"),
    warning("bar-in-table", MATCH + "| a <!-- id: q-a | tema: t --> | b |\n| c | d |\n", "<!-- id: q-a ; tema: t -->"),
    warning("setting-twice", QUESTION.replace(" -->", " | poeng: 2 | poeng: 3 -->") + OPTIONS, "| poeng: 2 -->"),
    warning("scale-cell-text", FORM + SCALE.replace("--> | | |", "--> | x | |"), "--> | | |"),
    warning("computed-cell-with-text", COMPUTED, "| Brann <!-- rad: r1 --> | | | |"),
    warning("looks-like-item", "### Refleksjon - Nå\n\nTekst.\n", "### Refleksjon: Nå"),
    warning("variant-not-here", "### Refleksjon (koble): Nå?\n<!-- id: r -->\n", "### Refleksjon: Nå?"),
    warning("unknown-label", QUESTION + OPTIONS + "\n> **Forklarring:** Fordi.\n", "> **Forklaring:** Fordi."),
    warning("quote-under-option", QUESTION + OPTIONS + "> **Hint:** Tenk.\n", "\n\n> **Hint:** Tenk."),
    warning("lazy-line", QUESTION + OPTIONS.replace("Vente", "Vente\nlenge"), "\n  lenge"),
    warning("unknown-call-out", "> [!TIPPS]\n> Les.\n", "> [!TIPS]"),
)
"""The other findings that one step repairs."""

MISTAKES = (*LIKELIEST, *ERRORS, *NAMED_ABOVE, *WARNINGS, *OTHERS)
