"""Every text of a draft at once: reading them, and putting something else in them, in all files or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kursapp.content.folder import is_markdown, list_files
from kursapp.domain.restructuring import FileChange, Restructuring
from kursapp.files.failure import read_failure
from kursapp.files.text_file import bytes_of, text_of
from kursapp.services.draft import Draft
from kursapp.services.draft_files import LARGEST_TEXT

TITLE = "replace-everywhere"
"""What the step is called among the restructurings of a draft; its name is what was looked for."""


def texts_of(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield every Markdown file of a draft with its text, sorted, but for those that are no text or too large to edit.

    Raises KursappError as ``content.folder.list_files``, and ``file-not-read``.
    """
    for file, data in _contents(draft):
        try:
            yield file, text_of(data)
        except UnicodeDecodeError:
            continue


def rewrite_everywhere(draft: Draft, rewritten: Callable[[str], str], name: str) -> tuple[str, ...]:
    """Put ``rewritten(text)`` in place of the text of every file where it is another; return those files.

    Line ends and byte order marks stay. It is one step that ``Structure.undo`` takes back. Raises KursappError as
    ``texts_of`` and ``Structure.apply``; then nothing has changed.
    """
    before = dict(_contents(draft))
    changes = []
    for file, text in texts_of(draft):
        after = rewritten(text)
        if after != text:
            changes.append(FileChange(file, before[file], bytes_of(after, before[file])))
    if changes:
        draft.structure.apply(Restructuring(TITLE, name, tuple(changes), changes[0].file))
    return tuple(change.file for change in changes)


def take_back(draft: Draft) -> None:
    """Take back what was rewritten, where nothing was restructured since. Raises KursappError as ``Structure.undo``."""
    step = draft.structure.next_undo()
    if step is not None and step.title == TITLE:
        draft.structure.undo()


def _contents(draft: Draft) -> Iterator[tuple[str, bytes]]:
    listing = list_files(draft.folder)
    for file in sorted(filter(is_markdown, listing.files)):
        try:
            data = listing.read(file, LARGEST_TEXT)
        except OSError as error:
            raise read_failure(error, draft.folder / file) from error
        if len(data) <= LARGEST_TEXT:
            yield file, data
