"""The power cuts, in a process that may fork."""

from __future__ import annotations

from tests.faults.alone import tell
from tests.faults.cuts.cutting import rows

if __name__ == "__main__":
    tell(rows)
