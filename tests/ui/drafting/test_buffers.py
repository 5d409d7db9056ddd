"""A file as it stands in the window: fetched from the editor when needed, and known to be saved only when it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.draft import Clash, FileText
from kursapp.ui.drafting.buffers import Buffer, Buffers

READ = FileText("a.md", "først", "d0")


def test_a_file_read_is_a_file_saved() -> None:
    """Opening a file asks for nothing to be written."""
    buffers = Buffers()
    buffer = buffers.add(READ)
    assert buffer.is_saved
    assert buffer.text() == "først"
    assert not buffers.unsaved()
    assert not buffers.texts()


def test_a_file_read_twice_is_one_buffer() -> None:
    """What was typed is never replaced by what is read."""
    buffers = Buffers()
    buffers.add(READ).put("så")
    assert buffers.add(READ).text() == "så"


def test_a_save_settles_the_turn_that_was_sent() -> None:
    """A letter typed while the save was under way is still to be saved."""
    buffer = Buffers().add(READ)
    buffer.put("ett")
    sent = buffer.turn
    buffer.put("to")
    buffer.settle(FileText("a.md", "ett", "d1"), sent)
    assert not buffer.is_saved
    assert (buffer.base, buffer.text()) == ("d1", "to")


def test_settling_takes_trouble_and_clash_away() -> None:
    """What is written is no trouble any more."""
    buffer = Buffer("a.md", "d0", "x", clash=Clash("a.md", "x", None), kept=True)
    buffer.settle(READ, 0)
    assert (buffer.clash, buffer.trouble, buffer.kept) == (None, None, False)


def test_a_text_that_is_kept_is_not_kept_after_the_next_letter() -> None:
    """Being safe is said of a text, not of a file."""
    buffer = Buffer("a.md", "d0", "x", kept=True)
    buffer.touch()
    assert not buffer.kept


@given(st.lists(st.sampled_from(["touch", "put", "follow", "save", "text"]), max_size=30))
def test_the_newest_text_is_always_found(steps: list[str]) -> None:
    """Whatever is done in whatever order, the text is the last one given, and the editor is read once per change."""
    editor, reads, wanted = ["først"], [0], "først"

    def read() -> str:
        reads[0] += 1
        return editor[0]

    buffer = Buffers().add(READ)
    buffer.read = read
    changes = 0
    for number, step in enumerate(steps):
        if step == "touch":
            editor[0] = wanted = f"tast {number}"
            buffer.touch()
            changes += 1
        elif step == "put":
            editor[0] = wanted = f"satt {number}"
            buffer.put(wanted)
        elif step == "follow":
            assert buffer.follow(FileText("a.md", f"ute {number}", f"d{number}")) == wanted
            editor[0] = wanted = f"ute {number}"
            assert buffer.is_saved
        elif step == "save":
            buffer.settle(FileText("a.md", buffer.text(), f"d{number}"), buffer.turn)
            assert buffer.is_saved
        else:
            assert buffer.text() == wanted
    assert buffer.text() == wanted
    assert reads[0] <= changes
