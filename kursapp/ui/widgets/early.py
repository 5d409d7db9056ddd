"""Qt's settings by number, for what is built before the first paint.

The first use of the ``Qt`` namespace makes all of its hundred enums, an eighth of the time a bare window takes. A
widget's property takes the number just as well. A test holds the numbers against Qt's own names.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

PLAIN_TEXT = ("textFormat", 0)
NO_FOCUS = ("focusPolicy", 0)
ICON_ALONE, WORDS_BESIDE_ICON = ("toolButtonStyle", 0), ("toolButtonStyle", 2)
NO_SIDEWAYS_BAR = ("horizontalScrollBarPolicy", 1)


def put(target: QObject, setting: tuple[str, int]) -> None:
    """Give a widget one of the settings above."""
    done = target.setProperty(*setting)
    assert done, setting
