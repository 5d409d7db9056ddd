"""Asking a disk that may not answer: a share whose server is gone can hold whoever asks for a minute."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
R = TypeVar("R")


def within(seconds: float, questions: Mapping[K, Callable[[], R]]) -> dict[K, R]:
    """Ask all questions at once and return the answers that came in time, by their keys.

    What comes too late is thrown away. A question must not raise.
    """
    answers: dict[K, R] = {}

    def ask(key: K, question: Callable[[], R]) -> None:
        answers[key] = question()

    threads = [threading.Thread(target=ask, args=each, daemon=True) for each in questions.items()]
    ends = time.monotonic() + seconds
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, ends - time.monotonic()))
    return dict(answers)
