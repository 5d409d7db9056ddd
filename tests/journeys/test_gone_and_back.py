"""What she writes in goes away while she writes: a stick is pulled out, a folder is moved, and comes back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.demo import hands
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.ui.saving import SavingState
from kursapp.ui.widgets.reflection_view import ReflectionView
from tests.journeys.conftest import begin


def put_back(away: Path, home: Path) -> None:
    """Bring back the same folder."""
    away.rename(home)


def put_back_as_another(away: Path, home: Path) -> None:
    """Bring back what is another folder to the system, as a stick that is put in once more."""
    shutil.copytree(away, home)


@pytest.mark.parametrize("back", [put_back, put_back_as_another])
def test_the_data_folder_goes_away_and_comes_back(
    stranger: Driver,
    own_data_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    back: Callable[[Path, Path], None],
) -> None:
    """One sentence says so, nothing is said to be saved meanwhile, and all of it is when the folder is there again."""
    # On a stick nobody but the system can make a folder in the place of what was pulled out; here the cache could.
    cache = tmp_path / "lager"
    if paths.cache_folder().exists():
        paths.cache_folder().rename(cache)
    monkeypatch.setattr(paths, "cache_folder", lambda: cache)
    kari = stranger
    kari.open()
    begin(kari)
    kari.find_and_go("Hvorfor finnes vi")
    field = kari.one(ReflectionView, kari.page).field
    kari.write(field, "Mens den var der. ")
    kari.saved()
    away = tmp_path / "borte"
    own_data_folder.rename(away)
    hands.type_text("Mens den var borte. ")
    wait_until(lambda: kari.rest.tasks.state is SavingState.FAILED, "the word that it is not saved")
    told = kari.words(kari.rest.steering.message_bar)
    assert "profil.db» er ikke lenger i" in told
    assert "minnepinnen" in told
    assert not kari.window.close(), "the window stays as long as something is not saved"
    assert not own_data_folder.exists(), "nothing is begun in its place"
    hands.type_text("Og litt til.")
    back(away, own_data_folder)
    kari.rest.tasks.try_again()
    kari.saved()
    assert not kari.words(kari.rest.steering.message_bar), "there is nothing left to warn of"
    kari.restart()
    kari.push("Fortsett")
    kept = kari.one(ReflectionView, kari.page).field.text()
    assert kept == "Mens den var der. Mens den var borte. Og litt til."
