"""Of windows opened in the same moment one stays, and nobody takes another's marker away."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from kursapp.ui.single import FirstWindow, raise_first


def test_a_window_takes_away_its_own_marker_only(qtbot: QtBot, tmp_path: Path) -> None:
    """The one that was opened last is found by second starts until it closes, whatever the first does."""
    marker = tmp_path / "window"
    first, second = FirstWindow(marker), FirstWindow(marker)
    assert first.listen()
    assert second.listen()
    first.close()
    assert marker.exists()
    with qtbot.waitSignal(second.raise_asked):
        assert raise_first(marker)
    second.close()
    assert not marker.exists()


def test_a_folder_without_room_for_a_marker_leaves_nobody_listening(qtbot: QtBot, tmp_path: Path) -> None:
    """Then the profile itself tells a second start that it is open."""
    (tmp_path / "no").write_text("en fil der mappa skulle vært", "utf-8")
    nowhere = FirstWindow(tmp_path / "no" / "window")
    assert not nowhere.listen()
    assert not nowhere.is_listening
    nowhere.close()


def test_the_very_first_window_is_found_though_nothing_has_been_kept_yet(qtbot: QtBot, tmp_path: Path) -> None:
    """Somebody new may double-click twice: the folder of what is kept is made for the marker."""
    first = FirstWindow(tmp_path / "new" / "Kursapp" / "window")
    assert first.listen()
    assert raise_first(tmp_path / "new" / "Kursapp" / "window")
    first.close()
