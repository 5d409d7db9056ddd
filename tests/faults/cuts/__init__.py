"""Simulated power cuts: what a disk may hold when the power goes, from a system-call trace of the real program."""
