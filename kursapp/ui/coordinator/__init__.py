"""The coordinator's screens."""
