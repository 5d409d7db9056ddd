"""Hostile inputs made at test time: each is refused or shown harmless, soon, in little memory, and touches nothing."""
