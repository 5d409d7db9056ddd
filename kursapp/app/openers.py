"""What each thread works on, opened on that thread: nothing here is imported before it is needed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NoReturn

from kursapp import paths
from kursapp.services.clock import SystemClock

if TYPE_CHECKING:
    from kursapp.services.coordinator_door import CoordinatorDoor
    from kursapp.services.search import CourseSearch
    from kursapp.services.spelling import Speller
    from kursapp.services.trial import Trial


def open_door() -> CoordinatorDoor:
    """Stand before the coordinator's safe; called on the desk's thread."""
    from kursapp.services.coordinator_door import URL_VARIABLE, CoordinatorDoor

    return CoordinatorDoor(paths.data_folder(), SystemClock(), os.environ.get(URL_VARIABLE, "").strip())


def open_speller() -> Speller:
    """Take out the dictionaries of this machine; called on the thread that looks words up."""
    from kursapp.services.dictionaries import places_here
    from kursapp.services.spelling import Speller

    author = paths.data_folder() / "author"
    return Speller(places_here(author / "dictionaries"), author / "words.txt")


def open_search() -> CourseSearch:
    """Open the index of the courses; called on the thread that searches it."""
    from kursapp.services.search import CourseSearch

    return CourseSearch(paths.cache_folder() / "search.db")


def open_trial() -> Trial:
    """Make the profile that previews are answered in; called on its own thread."""
    from kursapp.services.trial import Trial

    return Trial(SystemClock())


def open_nothing() -> NoReturn:
    """Be the reader of a trial, which only has pages that are read already."""
    raise AssertionError("a trial reads no courses")
