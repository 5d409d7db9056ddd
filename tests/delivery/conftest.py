"""A small cohort with a form of every kind of item, its keys, and answers to it."""

from __future__ import annotations

import pytest

from kursapp.domain.cohort import Cohort
from tests.delivery.small_cohort import Keys, make_cohort, make_keys


@pytest.fixture(scope="session")
def keys() -> Keys:
    """Return the private keys of the small cohort."""
    return make_keys()


@pytest.fixture(scope="session")
def cohort(keys: Keys) -> Cohort:
    """Return the small cohort."""
    return make_cohort(keys)
