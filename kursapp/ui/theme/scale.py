"""The scales of the design: distances, corners, heights and type, in logical pixels at 100 %."""

from __future__ import annotations

from typing import Final

S4: Final = 4
S8: Final = 8
S12: Final = 12
S16: Final = 16
S24: Final = 24
S32: Final = 32
S48: Final = 48
S64: Final = 64

RADIUS_CONTROL: Final = 6
RADIUS_CARD: Final = 8

MAIN_ACTION: Final = 48
ROW: Final = 40
LEAST_TARGET: Final = 24

SIDEBAR_WIDTH: Final = 232
SIDEBAR_ICONS_WIDTH: Final = 64
OUTLINE_WIDTH: Final = 260
NOTES_WIDTH: Final = 320
READING_WIDTH: Final = 680

SIDEBAR_FOLDS_BELOW: Final = 1000
OUTLINE_FOLDS_BELOW: Final = 1180
NOTES_FOLD_BELOW: Final = 1500

META: Final = 14
BODY: Final = 16
READING: Final = 18
H3: Final = 21
H2: Final = 24
H1: Final = 30

READING_LINE: Final = 1.55

REGULAR: Final = 400
SEMIBOLD: Final = 600

ZOOM_STEPS: Final = (80, 90, 100, 110, 125, 150, 175, 200)
"""The text sizes one can choose, in per cent."""
