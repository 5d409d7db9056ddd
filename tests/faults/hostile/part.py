"""Hostile packages, texts, front matter, pictures and files, handed to the commands and to the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults.hostile.batch import Ran
from tests.faults.hostile.commands import Command, Tried, try_commands
from tests.faults.hostile.ground import Ground
from tests.faults.hostile.handed import hostile_handed
from tests.faults.hostile.judging import dirty, faults, not_refused
from tests.faults.hostile.made import Data, Named, bytes_of
from tests.faults.hostile.markdown import hostile_front_matter, hostile_markdown
from tests.faults.hostile.packages import hostile_packages
from tests.faults.hostile.pictures import hostile_pictures
from tests.faults.hostile.walking import starts, walks
from tests.faults.parts import Length, Part, Row, Run
from tests.faults.world.traced import cannot_trace

SHORT_BYTES = 300_000
"""The largest file of the short form."""
SHORT_STEP = {"Markdown": 7, "pakker": 8, "frontmatter": 9, "bilder og SVG": 6, "kull-, svar- og flyttefiler": 11}
"""In the short form every so manieth file of a kind is tried."""
HEAVY = ("tung", "dyp", "stor", "bred", "mange", "lang", "ett")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of hostile files: what makes them, the ending they get, the commands, and what must hold besides."""

    name: str
    make: Callable[[Path], Iterator[Named]]
    suffix: str
    verbs: tuple[str, ...]
    judge: Callable[[Ran], Iterable[str]]


def run(run: Run) -> Sequence[Row]:
    """Try everything, then what is broken on purpose, and then walk through what can be shown."""
    rows = [*commands(run), *breaches(run), *walks(run)]
    return [*rows, *starts(run)] if run.length is Length.LONG else rows


def _nothing(_ran: Ran) -> Iterable[str]:
    return ()


KINDS = (
    Kind("pakker", hostile_packages, ".kurs", ("check", "unpack"), not_refused),
    Kind("Markdown", hostile_markdown, ".md", ("check", "render"), dirty),
    Kind("frontmatter", lambda _bait: hostile_front_matter(), ".md", ("check", "render"), dirty),
    Kind("bilder og SVG", hostile_pictures, "", ("check",), _nothing),
    Kind("kull-, svar- og flyttefiler", lambda _bait: hostile_handed(), "", ("check",), not_refused),
)
BREACHES = {
    "extractall": ("pakker ut med extractall", KINDS[0], ("navn-opp", "slag-lenke", "liste-mangler")),
    "joined-names": ("skriver der navnet i pakka sier", KINDS[0], ("navn-absolutt",)),
    "raw-html": ("viser HTML uten å rense den", KINDS[1], ("html-", "lenke-")),
}


def commands(run: Run) -> Iterator[Row]:
    """Hand every hostile file to the commands that take such files."""
    ground = Ground.made(run.folder / "kommandoer")
    wanted = {kind.name: list(_wanted(ground, kind, run)) for kind in KINDS}
    every = [command for each in wanted.values() for command in each]
    follow = run.length is Length.LONG and not cannot_trace()
    tried = try_commands(ground, {"": every}, follow=follow)
    ran = {each.name: each for each in tried.ran}
    for kind in KINDS:
        names = [name for name, _words in wanted[kind.name]]
        found = [line for name in names if name in ran for line in (*faults(ran[name]), *kind.judge(ran[name]))]
        inputs = len({words[1] for _name, words in wanted[kind.name]})
        yield Row(kind.name, inputs=inputs, found=tuple(found))
    followed = "alle filer programmet åpnet" if follow else "mappene før og etter"
    yield Row(f"lest eller skrevet utenfor ({followed})", rounds=len(tried.ran), found=tried.touched)


def breaches(run: Run) -> Iterator[Row]:
    """Do the same with the program broken, a few files each; what is touched outside is the second one's doing."""
    ground = Ground.made(run.folder / "brudd")
    wanted: dict[str, list[Command]] = {}
    for breach, (_what, kind, beginnings) in BREACHES.items():
        own = Ground.made(ground.files / breach)
        wanted[breach] = list(_wanted(own, kind, run, beginnings))
    tried = try_commands(ground, wanted)
    for breach, (what, kind, _beginnings) in BREACHES.items():
        names = {name for name, _words in wanted[breach]}
        found = [line for each in tried.ran if each.name in names for line in kind.judge(each)]
        if breach == "joined-names":
            found = _escapes(tried, f"inn/{breach}/agn/")
        yield Row(f"brudd: {what}", inputs=len(names), found=tuple(found), fails_on_purpose=True)


def _escapes(tried: Tried, place: str) -> list[str]:
    return [line for line in tried.touched if line.startswith(place)]


def _wanted(ground: Ground, kind: Kind, run: Run, beginnings: tuple[str, ...] = ()) -> Iterator[Command]:
    """Write the files of a kind, and yield the commands for each; heavy ones get one command, in turn."""
    step = 1 if run.length is Length.LONG or beginnings else SHORT_STEP[kind.name]
    for number, (name, data) in enumerate(kind.make(ground.bait)):
        wanted = name.startswith(beginnings) if beginnings else number % step == 0
        if not wanted or (run.length is Length.SHORT and not _is_small(data)):
            continue
        path = ground.put(f"{kind.name[:4]}-{name}{kind.suffix}", bytes_of(data))
        heavy = kind.suffix == ".md" and name.startswith(HEAVY)
        verbs = kind.verbs[number % 2 :][:1] if heavy else kind.verbs
        for verb in verbs:
            into = ["--into", ground.out / name] if verb == "unpack" else []
            yield f"{verb} {ground.root.name}: {path.name}", [verb, path, *into]


def _is_small(data: Data) -> bool:
    return isinstance(data, bytes) and len(data) <= SHORT_BYTES


PART = Part("hostile", run)
