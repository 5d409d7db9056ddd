"""Hostile packages, texts, front matter, pictures and files, handed to the commands and to the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tests.faults.hostile.batch import Ran
from tests.faults.hostile.commands import Tried, try_commands
from tests.faults.hostile.ground import Ground
from tests.faults.hostile.handed import hostile_handed
from tests.faults.hostile.judging import dirty, faults, not_refused
from tests.faults.hostile.markdown import hostile_front_matter, hostile_markdown
from tests.faults.hostile.packages import hostile_packages
from tests.faults.hostile.pictures import hostile_pictures
from tests.faults.parts import Length, Part, Row, Run
from tests.faults.world.traced import cannot_trace

Judge = Callable[[Ran], Iterable[str]]

SHORT_BYTES = 3_000_000
"""The largest file of the short form."""


def run(run: Run) -> Sequence[Row]:
    """Try everything, and then what is broken on purpose."""
    return [*commands(run), *breaches(run)]


def commands(run: Run) -> Iterator[Row]:
    """Hand every hostile file to the commands that take such files."""
    yield _row(run, "pakker", ".kurs", hostile_packages, _on_package, [not_refused])
    yield _row(run, "Markdown", ".md", hostile_markdown, _on_text, [dirty])
    yield _row(run, "frontmatter", ".md", lambda _bait: hostile_front_matter(), _on_text, [dirty])
    yield _row(run, "bilder og SVG", "", hostile_pictures, _on_file, [])
    yield _row(run, "kull-, svar-, flytte- og nøkkelfiler", "", lambda _bait: hostile_handed(), _on_file, [not_refused])


def breaches(run: Run) -> Iterator[Row]:
    """Do the same with the program broken, a few files each."""
    few = {"opp-og-ut", "slag-lenke", "liste-mangler"}
    unpacking = [not_refused]
    for breach, what in (("extractall", "pakker ut med extractall"), ("joined-names", "skriver der navnet sier")):
        ground = Ground.made(run.folder / breach)
        wanted = [
            *_wanted(ground, hostile_packages, ".kurs", _on_package, run, lambda name: name in few or "opp" in name)
        ]
        yield _told(f"brudd: {what}", try_commands(ground, wanted, breach), unpacking, len(wanted), broken=True)
    ground = Ground.made(run.folder / "raw-html")
    wanted = [*_wanted(ground, hostile_markdown, ".md", _on_text, run, lambda name: name.startswith(("html", "lenke")))]
    tried = try_commands(ground, wanted, "raw-html")
    yield _told("brudd: viser HTML uten å rense den", tried, [dirty], len(wanted), broken=True)


Makes = Callable[[Path], Iterator[tuple[str, bytes]]]
Words = Callable[[Path, Ground, str], Iterator[tuple[str, list[str | Path]]]]


def _row(run: Run, what: str, suffix: str, makes: Makes, words: Words, judges: Sequence[Judge]) -> Row:
    ground = Ground.made(run.folder / what.replace(" ", "-").replace(",", ""))
    wanted = list(_wanted(ground, makes, suffix, words, run, lambda _name: True))
    follow = run.length is Length.LONG and not cannot_trace()
    tried = try_commands(ground, wanted, follow=follow)
    files = sum(1 for path in ground.files.rglob("*") if path.is_file())
    return _told(what, tried, judges, files)


def _wanted(
    ground: Ground, makes: Makes, suffix: str, words: Words, run: Run, chosen: Callable[[str], bool]
) -> Iterator[tuple[str, list[str | Path]]]:
    for name, data in makes(ground.bait):
        if chosen(name) and (run.length is Length.LONG or len(data) <= SHORT_BYTES):
            yield from words(ground.put(f"{name}{suffix}", data), ground, name)


def _told(what: str, tried: Tried, judges: Sequence[Judge], inputs: int, *, broken: bool = False) -> Row:
    found = [*tried.touched]
    for ran in tried.ran:
        found += faults(ran)
        found += (line for judge in judges for line in judge(ran))
    return Row(what, inputs=inputs, found=tuple(found), fails_on_purpose=broken)


def _on_package(path: Path, ground: Ground, name: str) -> Iterator[tuple[str, list[str | Path]]]:
    yield f"check {name}", ["check", path]
    yield f"unpack {name}", ["unpack", path, "--into", ground.out / name]


def _on_text(path: Path, _ground: Ground, name: str) -> Iterator[tuple[str, list[str | Path]]]:
    yield f"check {name}", ["check", path]
    yield f"render {name}", ["render", path]


def _on_file(path: Path, _ground: Ground, name: str) -> Iterator[tuple[str, list[str | Path]]]:
    yield f"check {name}", ["check", path]


PART = Part("hostile", run)
