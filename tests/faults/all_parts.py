"""The parts of the suite, the longest first, so that none is left over at the end."""

from __future__ import annotations

from tests.faults.cuts.part import PART as CUTS
from tests.faults.damage.part import PART as DAMAGE
from tests.faults.disks.part import PART as DISKS
from tests.faults.hostile.part import PART as HOSTILE
from tests.faults.kills.part import PART as KILLS
from tests.faults.operations.part import PART as OPERATIONS
from tests.faults.parts import Part
from tests.faults.world.part import PART as WORLD

PARTS: tuple[Part, ...] = (OPERATIONS, CUTS, HOSTILE, KILLS, WORLD, DISKS, DAMAGE)
