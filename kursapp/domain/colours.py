"""Colours of scales in charts as hex values, the same on the screen, in the spreadsheet and in the report."""

from __future__ import annotations

from collections.abc import Sequence

BLACK, WHITE = "#000000", "#FFFFFF"


def scale_colours(five: Sequence[str], six: Sequence[str], steps: int) -> tuple[str, ...]:
    """Return one colour for each step from the left, from the design's scales of ``five`` and of ``six``.

    An odd scale has the neutral one in the middle. Up to four steps leave some of the five out, more than six lie
    between the anchors.
    """
    five, six = tuple(five), tuple(six)
    fewer = {1: five[-1:], 2: five[::4], 3: five[::2], 4: five[:2] + five[3:], 5: five, 6: six}
    if steps in fewer:
        return fewer[steps]
    anchors = five if steps % 2 else six
    return tuple(_between(anchors, number / (steps - 1)) for number in range(steps))


def ink_on(ground: str) -> str:
    """Return black or white, whichever is read best; one of them has at least 4.58 : 1 on any ground."""
    light = luminance(ground)
    return BLACK if (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) else WHITE


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#RRGGBB`` (WCAG 2.2)."""
    parts = [part / 255 for part in _parts(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _between(anchors: Sequence[str], place: float) -> str:
    """Return the colour at ``place`` (0 first anchor, 1 last), mixed of its two neighbours."""
    along = place * (len(anchors) - 1)
    first = min(int(along), len(anchors) - 2)
    part = along - first
    pairs = zip(_parts(anchors[first]), _parts(anchors[first + 1]), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * part):02X}" for one, other in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
