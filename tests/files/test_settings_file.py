"""Settings survive what happens to files: they are never lost and never in the way of starting."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.files.set_aside import set_aside
from kursapp.files.settings_file import SettingsFile
from kursapp.settings import Settings

Sealed = Callable[[Path], AbstractContextManager[None]]


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    """A new start finds what the last one saved."""
    chosen = Settings(workspace="participant", theme="dark", text_zoom=130, language="nn")
    SettingsFile(tmp_path / "ny" / "settings.json").save(chosen)
    assert SettingsFile(tmp_path / "ny" / "settings.json").load() == (chosen, None)


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    """The first start is no problem."""
    assert SettingsFile(tmp_path / "settings.json").load() == (Settings(), None)
    assert [path.name for path in tmp_path.iterdir()] == []


@pytest.mark.parametrize("damage", [b"", b'{"theme": "dark', b"\xff\xfe", b"[]", b"\0" * 100, b"[" * 100_000])
def test_a_damaged_file_is_kept_and_the_defaults_are_used(tmp_path: Path, damage: bytes) -> None:
    """The program starts, says so, and the damaged bytes are beside the new file after the next save."""
    path = tmp_path / "settings.json"
    path.write_bytes(damage)
    file = SettingsFile(path)
    settings, problem = file.load()
    assert settings == Settings()
    assert problem is not None
    assert problem.code == "settings-damaged"
    file.save(settings._replace(theme="light"))
    assert (tmp_path / problem.value("kept")).read_bytes() == damage
    assert SettingsFile(path).load() == (Settings(theme="light"), None)


def test_a_value_that_cannot_be_is_named_and_kept(tmp_path: Path) -> None:
    """One strange value costs that value only."""
    path = tmp_path / "settings.json"
    path.write_text('{"version": 1, "theme": "lilla", "text_zoom": 120}')
    settings, problem = SettingsFile(path).load()
    assert settings == Settings(text_zoom=120)
    assert problem is not None
    assert (problem.code, problem.value("keys")) == ("settings-damaged", "theme")
    assert '"lilla"' in (tmp_path / problem.value("kept")).read_text()


def test_a_newer_programs_file_is_kept_whole(tmp_path: Path) -> None:
    """What a newer program wrote is read as far as it is known, and its own file is kept."""
    path = tmp_path / "settings.json"
    path.write_text('{"version": 7, "theme": "dark", "voice": "Nora"}')
    file = SettingsFile(path)
    settings, problem = file.load()
    assert settings.theme == "dark"
    assert problem is not None
    assert problem.code == "settings-newer"
    file.save(settings)
    assert '"version": 7' in (tmp_path / problem.value("kept")).read_text()
    assert '"Nora"' in path.read_text()


def test_an_unchanged_save_writes_nothing(tmp_path: Path) -> None:
    """Saving what is saved already does not touch the disk."""
    file = SettingsFile(tmp_path / "settings.json")
    file.save(Settings())
    (tmp_path / "settings.json").unlink()
    file.save(Settings())
    assert not (tmp_path / "settings.json").exists()
    file.save(Settings(theme="dark"))
    assert (tmp_path / "settings.json").exists()


def test_a_folder_that_can_only_be_read(tmp_path: Path, sealed: Sealed) -> None:
    """Reading works, also of a damaged file; saving says why it cannot."""
    path = tmp_path / "settings.json"
    path.write_bytes(b"{")
    with sealed(tmp_path):
        file = SettingsFile(path)
        settings, problem = file.load()
        with pytest.raises(KursappError) as caught:
            file.save(settings)
    assert problem is not None
    assert (problem.code, problem.value("kept")) == ("settings-damaged", "settings.json")
    assert caught.value.problem.code == "folder-unwritable"
    assert set_aside(path) == ()


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder with the file's name is no reason not to start."""
    (tmp_path / "settings.json").mkdir()
    settings, problem = SettingsFile(tmp_path / "settings.json").load()
    assert settings == Settings()
    assert problem is not None
    assert problem.code == "file-not-read"
