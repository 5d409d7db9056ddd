"""The whole program, as the tests of the window start it."""

from tests.ui.conftest import course_folder, start

__all__ = ["course_folder", "start"]
