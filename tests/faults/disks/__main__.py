"""The failing and the full disks, in a process that may fork."""

from __future__ import annotations

from tests.faults.alone import tell
from tests.faults.disks.disks import rows

if __name__ == "__main__":
    tell(rows)
