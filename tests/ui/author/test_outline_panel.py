"""The outline at work on a real draft: what is wished for happens on the disk, and everything follows."""

from __future__ import annotations

import shutil

import pytest

from kursapp.domain.restructuring import MovePage, NewPage, RemovePage, RenameFile, RenamePage, RenameSession
from kursapp.ui.actions import Actions
from kursapp.ui.author.outline_nodes import Kind
from kursapp.ui.author.outline_panel import OutlinePanel
from kursapp.ui.author.outline_rows import NODE
from kursapp.ui.messages import Message, Messages
from kursapp.ui.theme.theme import Theme
from tests.small_course import small_course
from tests.ui.author.conftest import LONG, Desk

START, END = "dag-1/01-start.md", "dag-2/01-slutt.md"


class Work:
    """A panel on an open draft, with what it asked for and said."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        self.desk = desk
        self.said: list[Message] = []
        self.asked: list[tuple[str, int]] = []
        messages = Messages(desk.bench)
        messages.shown.connect(self.said.append)
        self.panel = OutlinePanel(desk.open(), theme, messages, Actions(desk.bench))
        self.panel.asked.connect(self._on_asked)
        desk.qtbot.addWidget(self.panel)
        self.panel.show()
        desk.checked()

    def _on_asked(self, file: str, line: int) -> None:
        self.asked.append((file, line))

    def wait(self, count: int) -> None:
        """Wait until the panel has gone somewhere so many times."""
        self.desk.qtbot.waitUntil(lambda: len(self.asked) >= count, timeout=LONG)
        self.desk.settle()
        self.desk.checked()

    def titles(self) -> list[str]:
        """Return every line's title, open or not."""
        model = self.panel.pane.tree.model()
        waiting = [model.index(row, 0) for row in range(model.rowCount())]
        found = []
        while waiting:
            index = waiting.pop(0)
            found.append(index.data())
            waiting[:0] = [model.index(row, 0, index) for row in range(model.rowCount(index))]
        return found


@pytest.fixture
def work(desk: Desk, theme: Theme) -> Work:
    """Open the small course in the outline."""
    shutil.rmtree(desk.folder)
    for file, data in small_course().items():
        (desk.folder / file).parent.mkdir(parents=True, exist_ok=True)
        (desk.folder / file).write_bytes(data)
    return Work(desk, theme)


def test_the_outline_shows_the_course_and_all_other_texts(work: Work) -> None:
    """Besides the course there are the files that are no sessions: facts, and those no list names."""
    titles = work.titles()
    assert titles[:2] == ["Forside", "Før kurset"]
    assert "Om melding" in titles
    assert "Hva gjør du først?" in titles
    assert titles[-4:] == ["Om kurset", "kilder.md", "Ikke med i kurset ennå", "løst.md"]


def test_a_wish_changes_the_files_and_the_outline_and_goes_there(work: Work) -> None:
    """A page moved to another session stands there on the disk and in the outline, chosen."""
    work.panel.carry_out(MovePage(START, "d1-1-melding", END, 1))
    work.wait(1)
    assert "## Om melding\n<!-- id: d1-1-melding" in work.desk.on_disk(END)
    file, line = work.asked[0]
    assert work.desk.on_disk(file).split("\n")[line - 1] == "## Om melding"
    work.desk.qtbot.waitUntil(lambda: work.panel.pane.tree.current() is not None, timeout=LONG)
    node = work.panel.pane.tree.current()
    assert node is not None
    assert (node.kind, node.file, node.id) == (Kind.PAGE, END, "d1-1-melding")


def test_what_is_typed_is_saved_before_the_files_change(work: Work) -> None:
    """Words that were not on the disk yet are in the page when it has been renamed."""
    text = work.desk.text_of(START).replace("Her begynner det.", "Her begynner alt.")
    work.desk.draft.edit(START, text)
    work.panel.carry_out(RenameSession(START, "Ny begynnelse"))
    work.wait(1)
    assert "Her begynner alt." in work.desk.on_disk(START)
    assert "# Ny begynnelse" in work.desk.on_disk(START)
    assert work.desk.text_of(START) == work.desk.on_disk(START)


def test_a_removal_says_so_and_can_be_taken_back(work: Work) -> None:
    """The message tells what went and how many links became words; its button undoes it, and so does the menu."""
    before = {file: work.desk.on_disk(file) for file in work.desk.draft.files if file.endswith(".md")}
    work.panel.carry_out(RemovePage(START, "d1-1-frist"))
    work.wait(1)
    message = work.said[-1]
    assert message.text.startswith("«Om frist» er fjernet.")
    assert "lenker hit er blitt til vanlig tekst" in message.text
    assert message.act is not None
    message.act()
    work.wait(2)
    assert {file: work.desk.on_disk(file) for file in before} == before
    assert work.said[-1].text == "Angret: fjerning av «Om frist»."
    work.panel.redo()
    work.wait(3)
    assert "d1-1-frist" not in work.desk.on_disk(START)


def test_the_menu_knows_what_was_done_on_an_earlier_day(work: Work, theme: Theme) -> None:
    """Undo is there when the draft is opened again."""
    work.panel.carry_out(RenamePage(END, "d2-takk", "Farvel"))
    work.wait(1)
    again = OutlinePanel(work.desk.draft, theme, Messages(work.desk.bench), Actions(work.desk.bench))
    work.desk.qtbot.addWidget(again)
    work.desk.settle()
    texts = [action.text() for action in again.pane.menu_of(None).actions()]
    assert "Angre: nytt navn på «Farvel»" in texts


def test_a_name_that_will_not_do_is_told_at_the_line(work: Work) -> None:
    """The line stays, with the reason under it; nothing has changed."""
    tree = work.panel.pane.tree
    tree.choose((Kind.PAGE.value, END, "d2-takk"))
    work.panel.pane.run("rename")
    naming = work.panel.pane.naming
    assert naming.entry is not None
    naming.entry.field.setText("Spørsmål: Hva nå?")
    naming.done.click()
    work.desk.qtbot.waitUntil(lambda: bool(naming.entry and naming.entry.error.text()), timeout=LONG)
    assert "Spørsmål: Hva nå?" in naming.entry.error.text()
    naming.entry.field.setText("Farvel")
    naming.done.click()
    work.wait(1)
    assert not naming.isVisible()
    assert "## Farvel" in work.desk.on_disk(END)


def test_a_refusal_is_told_in_the_bar(work: Work) -> None:
    """What cannot be done, and no name is the cause, is told where all else is."""
    work.panel.carry_out(RemovePage(START, "finnes-ikke"))
    work.desk.qtbot.waitUntil(lambda: bool(work.said), timeout=LONG)
    assert "ikke lenger der det var" in work.said[-1].text


def test_a_renamed_file_is_the_one_gone_to(work: Work) -> None:
    """After another name the place one is sent to is the file as it is called now."""
    work.panel.carry_out(RenameFile(START, "dag-1/ny.md"))
    work.wait(1)
    assert work.asked == [("dag-1/ny.md", 1)]
    assert START not in work.desk.draft.files


def test_a_module_leads_to_its_heading_on_the_cover(work: Work) -> None:
    """A module is lines of the cover: one goes to its heading."""
    tree = work.panel.pane.tree
    index = tree.model().index(3, 0)
    assert index.data(NODE).title == "Dag 2: Slutten"
    work.panel.pane.tree.chosen.emit(index.data(NODE))
    work.wait(1)
    file, line = work.asked[-1]
    assert work.desk.on_disk(file).split("\n")[line - 1] == "## Dag 2: Slutten"


def test_a_cover_that_cannot_be_read_leaves_the_files(work: Work) -> None:
    """Where there is no course to show, its texts are still there to be mended; commands say why they wait."""
    work.desk.draft.edit("kurs.md", "\0")
    (work.desk.folder / "kurs.md").write_bytes(b"\xff\xfe")
    work.desk.draft.look_outside()
    work.desk.qtbot.waitUntil(lambda: work.desk.draft.refused is not None, timeout=LONG)
    assert START in work.titles()
    work.panel.pane.run("new-page")
    assert "kan ikke leses" in work.said[-1].text


def test_new_pages_come_where_they_were_asked_for(work: Work) -> None:
    """The new page's heading is the place gone to."""
    work.panel.carry_out(NewPage("Enda en side", START, 2))
    work.wait(1)
    file, line = work.asked[-1]
    assert work.desk.on_disk(file).split("\n")[line - 1] == "## Enda en side"


def test_the_bin_puts_a_page_back(work: Work) -> None:
    """What was removed stands in the menu, and comes back where it was."""
    work.panel.carry_out(RemovePage(START, "d1-1-frist"))
    work.wait(1)
    menu = next(action.menu() for action in work.panel.pane.menu_of(None).actions() if action.text() == "Hent tilbake")
    (entry,) = menu.actions()
    assert entry.text().startswith("Om frist, fjernet ")
    entry.trigger()
    work.wait(2)
    assert "<!-- id: d1-1-frist" in work.desk.on_disk(START)
    texts = [action.text() for action in work.panel.pane.menu_of(None).actions()]
    assert "Hent tilbake" not in texts
