"""Markdown made to do harm: to take for ever, to fill the memory, to be run, or to fetch something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.faults.hostile.made import Named

HEAD = "# Økt\n\n## Side\n\n"


def hostile_markdown(bait: Path) -> Iterator[Named]:
    """Yield every hostile text with a name."""
    for name, text in {**_deep(), **_quadratic(), **_long(), **_active(bait), **_odd_items()}.items():
        yield name, (HEAD + text).encode()
    yield from _bytes()


def _deep() -> dict[str, str]:
    nested = "\n".join(f"{'  ' * depth}- punkt" for depth in range(300))
    numbered = "\n".join(f"{'   ' * depth}1. punkt" for depth in range(300))
    return {
        "dyp-sitat": "> " * 3_000 + "innerst\n",
        "dyp-liste": nested + "\n",
        "dyp-nummerert": numbered + "\n",
        "dyp-liste-på-én-linje": "- " * 5_000 + "innerst\n",
        "dyp-sitat-og-liste": "> - " * 2_000 + "innerst\n",
        "dyp-utheving": "*" * 9_000 + "a" + "*" * 9_000 + "\n",
        "dyp-klammer": "[" * 9_000 + "a" + "]" * 9_000 + "(b)\n",
        "dyp-tabell": "| a |\n|---|\n" + "| > - | \n" * 900,
        "dyp-overskrifter": "".join(f"{'#' * (1 + depth % 6)} Nivå\n\n" for depth in range(2_000)),
    }


def _quadratic() -> dict[str, str]:
    return {
        "tung-bilder": "![" * 9_000 + "\n",
        "tung-lenker": "[a](" * 6_000 + "\n",
        "tung-utheving": "**a *b " * 2_500 + "\n",
        "tung-understrek": "_a__b" * 3_500 + "\n",
        "tung-kode": "`" * 15_000 + "a\n",
        "tung-kode-vekslende": "".join("`" * (1 + n % 40) + "a" for n in range(800)) + "\n",
        "tung-autolenker": "<http://" * 2_400 + "\n",
        "tung-entiteter": "&" * 19_000 + "\n",
        "tung-fotnoter": "[^a]" * 4_000 + "\n\n[^a]: [^a]\n",
        "tung-fotnote-i-ring": "[^a]\n\n[^a]: se [^b]\n[^b]: se [^a]\n",
        "tung-definisjoner": "".join(f"[x{n}]: https://eksempel.no/{n}\n" for n in range(20_000)) + "[x1]\n",
        "tung-forkortelser": "".join(f"*[F{n}]: betyr {n}\n" for n in range(5_000)) + "\n" + "F1 F2 " * 3_000 + "\n",
        "tung-kommentarer": "<!-- a " * 2_500 + "\n",
        "tung-omvendte": "\\" * 19_999 + "\n",
        "tung-døde-lenker": "".join(f"[a{n}](side-{n}.md#sted-{n})\n" for n in range(20_000)),
        "tung-innstillinger": "<!-- " + " | ".join(f"nøkel{n}: {n}" for n in range(900)) + " -->\n",
    }


def _long() -> dict[str, str]:
    row = "| " + " | ".join("celle" for _ in range(60)) + " |\n"
    wide = "|" + "a|" * 9_000 + "\n|" + "-|" * 9_000 + "\n"
    return {
        "stor-tabell": row + "|" + "---|" * 60 + "\n" + row * 2_000,
        "bred-tabell": wide,
        "lang-linje": "a" * 200_000 + "\n",
        "lang-linje-nesten": ("a" * 19_999 + "\n\n") * 40,
        "ett-langt-avsnitt": "Ord og atter ord på en linje.\n" * 30_000,
        "mange-avsnitt": "Ord.\n\n" * 120_000,
        "mange-sider": "## Side\n\nOrd.\n\n" * 20_000,
        "mange-spørsmål": "### Spørsmål: Hva?\n- [x] A\n- [ ] B\n\n" * 9_000,
        "mange-alternativer": "### Spørsmål: Hva?\n- [x] A\n" + "- [ ] B\n" * 20_000,
        "mange-linjeskift": "\n" * 900_000,
        "mange-refleksjoner": "### Refleksjon: Hva?\n\nSkriv.\n\n" * 9_000,
    }


def _active(bait: Path) -> dict[str, str]:
    secret = bait / "hemmelig"
    return {
        "html-skript": "<script>alert(1)</script>\n\n<SCRIPT SRC=//eksempel.no/a.js></SCRIPT>\n",
        "html-hendelser": '<img src=x onerror=alert(1)> <svg/onload=alert(1)> <b onmouseover="a()">b</b>\n',
        "html-rammer": "<iframe src=//eksempel.no></iframe><object data=x></object><embed src=x>\n",
        "html-stil": "<style>* { background: url(//eksempel.no) }</style><link rel=stylesheet href=//eksempel.no>\n",
        "html-skjema": "<form action=//eksempel.no><input name=a><button>b</button></form>\n",
        "html-meta": '<meta http-equiv=refresh content="0;url=//eksempel.no"><base href=//eksempel.no>\n',
        "html-i-blokker": "- [x] <b onclick=a()>\n\n> <script>\n\n| <img src=x> |\n|---|\n| <a href=javascript:a> |\n",
        "lenke-javascript": "[a](javascript:alert(1)) [b](JaVaScRiPt:a) [c](java\tscript:a) [d](&#106;avascript:a)\n",
        "lenke-data": "[a](data:text/html;base64,PHNjcmlwdD4=) [b](vbscript:a) [c](blob:x)\n",
        "lenke-file": f"[a](file://{bait}/hemmelig.md) [b]({bait}/hemmelig.md) [c](../../{bait.name}/hemmelig.md)\n",
        "lenke-unc": "[a](\\\\tjener\\a) [b](//tjener/a) [c](smb://tjener/a) [d](ms-msdt:/id)\n",
        "lenke-utbrudd": '[a](https://eksempel.no/"onmouseover="a) [b](<https://eksempel.no/" onclick="a>)\n',
        "bilde-nett": "![a](https://eksempel.no/a.png) ![b](//eksempel.no/b.png) ![c](ftp://eksempel.no/c.png)\n",
        "bilde-file": f"![a](file://{secret}.png) ![b]({secret}.svg) ![c](../../{bait.name}/hemmelig.png)\n",
        "bilde-enhet": "![a](/dev/zero) ![b](NUL) ![c](CON.png) ![d](\\\\.\\pipe\\a)\n",
        "bilde-data": "![a](data:image/svg+xml;base64,PHN2Zz4=) ![b](qrc:/a.png) ![c](:/a.png)\n",
    }


def _odd_items() -> dict[str, str]:
    return {
        "rar-case-i-ring": "### Case: A\n\n- [B](#scene-b)\n\n#### Scene: B\n\n- [A](#case-a)\n",
        "rar-formel": "### Tall: Hva?\nFasit: 9**9**9**9\n\n### Arbeidsbok: A\n| =A1 | =9**9**9 |\n|---|---|\n",
        "rar-snudd-skrift": "Dette er \u202egnirekkis\u202c og \u2066isolert\u2069 \u200b\u200d\ufeff tekst.\n",
        "rar-sammensatt": "a" + "\u0301" * 15_000 + "\n",
        "rar-emoji": "👩‍👩‍👧‍👦" * 2_500 + "\n",
        "rar-styretegn": "a\x01b\x08c\x1b[31md\x7fe\x85f\u2028g\u2029h\n",
    }


def _bytes() -> Iterator[Named]:
    text = (HEAD + "Blåbær.\n").encode()
    yield "byte-nul", text + b"\0" * 20
    yield "byte-utf16", (HEAD + "Hei.\n").encode("utf-16")
    yield "byte-utf16-uten-merke", (HEAD + "Hei.\n").encode("utf-16-le")
    yield "byte-utf32", (HEAD + "Hei.\n").encode("utf-32")
    yield "byte-latin1", (HEAD + "Blåbær.\n").encode("latin-1")
    yield "byte-surrogat", text + b"\xed\xa0\x80\n"
    yield "byte-overlang", text + b"\xc0\xaf\n"
    yield "byte-avkuttet", text + b"\xe2\x82"
    yield "byte-100-mb", lambda: b"# Stor\n\n" + b"Ord og atter ord. " * 5_600_000
    yield "byte-100-mb-nul", lambda: bytes(100_000_000)
    yield "byte-tilfeldig", bytes((n * 7919 + (n >> 3)) & 255 for n in range(200_000))
    yield "byte-bare-cr", (HEAD.replace("\n", "\r") + "a\r" * 200_000).encode()
    yield "byte-tom", b""


def hostile_front_matter() -> Iterator[Named]:
    """Yield front matter of a session made to mean something it must not."""
    many = "".join(f"nøkkel{n}: verdi\n" for n in range(20_000))
    fronts = {
        "yaml-objekt": "id: !!python/object/apply:os.system ['touch ut']\n",
        "yaml-anker": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nid: *c\n",
        "yaml-flere": "id: a\n---\nid: b\n---\n",
        "mal": "id: '{{ 7*7 }}'\nminutter: ${7*7}\n",
        "id-sti": "id: ../../../ut\n",
        "id-absolutt": "id: /etc/passwd\n",
        "id-enhet": "id: con\n",
        "id-null": "id: a\\0b\n",
        "id-html": 'id: "><script>alert(1)</script>\n',
        "id-lang": f"id: {'a' * 15_000}\n",
        "id-snudd": "id: a\u202eb\n",
        "id-tom": "id:\n",
        "minutter-uendelig": "minutter: 1e999\n",
        "minutter-nan": "minutter: nan\n",
        "minutter-minus": "minutter: -99999999999999999999\n",
        "minutter-langt": f"minutter: {'9' * 15_000}\n",
        "mange": many,
        "samme": "id: a\n" * 20_000,
        "aldri-slutt": "id: a\n" + "x: y\n" * 5_000,
        "dype-lister": "".join(f"{' ' * n}- a\n" for n in range(400)),
        "mange-mål": "mål:\n" + "  - mål-x\n" * 20_000,
        "kolon": ":" * 15_000 + "\n",
        "styretegn": "id: a\x1b[31m\x01\n",
        "innstilling": "<!-- id: a -->\nid: b\n",
    }
    for name, front in fronts.items():
        end = "" if name == "aldri-slutt" else "---\n"
        yield f"hode-{name}", f"---\n{front}{end}{HEAD}Ord.\n".encode()
