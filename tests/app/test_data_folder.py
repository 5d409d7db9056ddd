"""Whatever the program makes in the data folder, IT has been told of."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kursapp.ui.navigation import cohorts, drafts, home
from tests.ui.conftest import LONG, Start, steered


@pytest.mark.parametrize("workspace", [home(), drafts(), cohorts()])
def test_what_lies_there_is_in_the_guide(
    start: Start, qtbot: QtBot, own_data_folder: Path, project: Path, workspace: object
) -> None:
    """In each workspace, with a profile open; the cache is beside it unless all is moved to one folder."""
    program = steered(qtbot, start())
    program.rest.navigator.go(workspace)
    done: list[object] = []
    program.rest.tasks.profile(lambda me: me.profile.back_up(me.now), done.append, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=LONG)
    guide = (project / "docs" / "it.md").read_text("utf-8")
    found = {f"{path.name}/" if path.is_dir() else path.name for path in own_data_folder.iterdir()} - {"cache/"}
    assert {"profiler/", "settings.json", "window"} <= found
    assert [name for name in sorted(found) if f"`{name}`" not in guide] == []
