"""Damage: files that a disk, a copy or another program has spoilt are noticed, kept as they are, and got back."""
