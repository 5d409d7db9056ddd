"""The Qt binding itself is sound on this Python."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

CALLS = 6_000
"""PySide6 6.12.0 on Python 3.11 lost a reference to None at each call without a result, and aborted at about 5,000."""


def test_calls_without_a_result_keep_their_reference_to_none(qtbot: QtBot) -> None:
    """Thousands of void calls leave as many references to None as there were."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        widget.setVisible(False)
        widget.setToolTip(str(number))
    # Since Python 3.12 None is immortal and its count never moves.
    assert sys.getrefcount(None) > before - CALLS // 10
