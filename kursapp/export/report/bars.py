"""Bars as the template draws them: lengths, counts, colours. The geometry is ``domain.chart``'s, as on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.domain.chart import Bar, diverging, reach
from kursapp.domain.colours import ink_on
from kursapp.export.theme import Theme, scale

Plain = dict[str, object]


def axis_of(bars: Sequence[Bar]) -> Plain:
    """Return the axis all bars of a block share."""
    low, high = reach(bars)
    return {"low": low, "high": high}


def bar_of(counts: Sequence[int]) -> Bar:
    """Return one distribution as a diverging bar."""
    return diverging(counts)


def drawn(bar: Bar, colours: Sequence[str]) -> list[Plain]:
    """Return the segments of a bar that have a width."""
    return [
        {
            "start": segment.start,
            "end": segment.end,
            "count": segment.count,
            "colour": colours[segment.step - 1],
            "ink": ink_on(colours[segment.step - 1]),
        }
        for segment in bar.segments
        if segment.count
    ]


def legend_of(labels: Sequence[str], theme: Theme) -> list[Plain]:
    """Return the steps from the left with their colours."""
    colours = scale(theme, len(labels))
    return [{"label": label, "colour": colour} for label, colour in zip(labels, colours, strict=True)]
