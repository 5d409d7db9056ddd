"""The participant's screens."""
