"""Write the Lucide icons the program uses into ``assets/icons`` (python-lucide is a development tool only).

Run with the extra ``dev`` installed: ``python tools/export_icons.py``; the result is committed. The strokes stay
``currentColor``: the theme puts a token's colour in their place when it draws them.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from lucide import lucide_icon

ASSETS = Path(__file__).resolve().parent.parent / "assets"
TARGET = ASSETS / "icons"
MARKS = {"check": "on_primary", "chevron-down": "text"}
"""Icons that style sheets draw inside controls: they must be files, so each theme has them in its own colour."""
RADIO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 22 22">'
    '<circle cx="11" cy="11" r="10.25" fill="{ground}" stroke="{edge}" stroke-width="{width}"/>{dot}</svg>\n'
)
"""A radio button: a style sheet's own round corners turn square at some text sizes."""
DOT = '<circle cx="11" cy="11" r="5.5" fill="{colour}"/>'
NAMES = """
    arrow-down arrow-left arrow-right arrow-up book-a book-open bookmark calendar chart-column check chevron-down
    chevron-left chevron-right chevron-up circle circle-alert circle-check circle-dashed circle-dot
    circle-question-mark circle-x clipboard-check clipboard-list clipboard-pen clock copy download ellipsis
    external-link eye file-text film flag folder-open git-branch graduation-cap grip-vertical hard-drive history house
    image inbox info key-round keyboard languages lightbulb list list-checks lock menu message-circle minus moon
    notebook-pen package panel-left pencil play plus presentation refresh-cw repeat route save scale search settings
    shield skip-back skip-forward square square-check star sun trash triangle-alert type undo-2 user users volume-2
    wrench x bookmark-check
""".split()


def tidy(svg: str) -> str:
    """Return the drawing without the class names, which only a web page has a use for."""
    return re.sub(r' class="[^"]*"', "", svg).strip() + "\n"


def radios(colours: dict[str, str]) -> dict[str, str]:
    """Return a radio button's three looks in a theme's colours, by file name."""
    dot = DOT.format(colour=colours["primary"])
    return {
        "radio": RADIO.format(ground=colours["surface"], edge=colours["border"], width=1, dot=""),
        "radio-hover": RADIO.format(ground=colours["hover"], edge=colours["border"], width=1, dot=""),
        "radio-on": RADIO.format(ground=colours["surface"], edge=colours["primary"], width=1.5, dot=dot),
    }


def main() -> None:
    """Write one file per icon."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        (TARGET / f"{name}.svg").write_text(tidy(lucide_icon(name)), encoding="utf-8")
    for theme in ("light", "dark", "contrast"):
        colours = tomllib.loads((ASSETS / "theme" / f"{theme}.toml").read_text(encoding="utf-8"))["colours"]
        folder = ASSETS / "theme" / "marks" / theme
        folder.mkdir(parents=True, exist_ok=True)
        for name, token in MARKS.items():
            drawing = tidy(lucide_icon(name)).replace("currentColor", colours[token])
            drawing = drawing.replace('stroke-width="2"', 'stroke-width="3"')
            (folder / f"{name}.svg").write_text(drawing, encoding="utf-8")
        for name, drawing in radios(colours).items():
            (folder / f"{name}.svg").write_text(drawing, encoding="utf-8")


if __name__ == "__main__":
    main()
