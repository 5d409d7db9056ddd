"""Write the Lucide icons the program uses into ``assets/icons`` (python-lucide is a development tool only).

Run with the extra ``dev`` installed: ``python tools/export_icons.py``; the result is committed. The strokes stay
``currentColor``: the theme puts a token's colour in their place when it draws them.
"""

from __future__ import annotations

import re
from pathlib import Path

from lucide import lucide_icon

TARGET = Path(__file__).resolve().parent.parent / "assets" / "icons"
NAMES = (
    "arrow-down arrow-left arrow-right arrow-up bookmark book-open check chevron-down chevron-left chevron-right "
    "chevron-up circle circle-alert circle-check circle-dashed circle-dot circle-question-mark circle-x "
    "clipboard-check clipboard-list clock ellipsis external-link eye file-text film flag git-branch graduation-cap "
    "grip-vertical house image info keyboard languages lightbulb list list-checks lock menu message-circle minus moon "
    "notebook-pen panel-left pencil play plus refresh-cw route save scale search settings shield square square-check "
    "star sun trash triangle-alert type undo-2 user users volume-2 x"
).split()


def tidy(svg: str) -> str:
    """Return the drawing without the class names, which only a web page has a use for."""
    return re.sub(r' class="[^"]*"', "", svg).strip() + "\n"


def main() -> None:
    """Write one file per icon."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        (TARGET / f"{name}.svg").write_text(tidy(lucide_icon(name)), encoding="utf-8")


if __name__ == "__main__":
    main()
