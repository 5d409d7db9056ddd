"""Disks that fail and disks that are full: the program says so, keeps what was saved, and goes on when it can."""
