"""The same small draft as the instructor's screens are tested at."""

from tests.ui.author.conftest import desk, desks

__all__ = ["desk", "desks"]
