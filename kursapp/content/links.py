"""Where links lead and which images are shown, once the whole course is known (course-format §2)."""

from __future__ import annotations

import html
import posixpath
import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from kursapp.content.addresses import Inward, Outward, Refused, read_address
from kursapp.content.media import media_kind
from kursapp.content.nearest import nearest
from kursapp.content.parsed import Address, ParsedSession, Target
from kursapp.content.sanitise import IMAGE, LINK
from kursapp.content.slugs import slug
from kursapp.domain.problem import Problem, Severity, problem

_LINK = re.compile(rf'<a href="{LINK}:(\d+)">(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(rf'<img (?:[^>"]|"[^"]*")*?src="{IMAGE}:(\d+)"(?:[^>"]|"[^"]*")*>')


@dataclass(frozen=True, slots=True)
class Site:
    """What links may lead to: the files of the course, its sessions by file, and its images that cannot be shown.

    ``bad_images`` gives the code that says why.
    """

    files: Collection[str]
    sessions: Mapping[str, ParsedSession]
    bad_images: Mapping[str, str]
    index: Callable[[tuple[Target, ...]], TargetIndex]


class TargetIndex:
    """What the links to one file may name, to be found at once; ``names`` in the order they stand."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._named: dict[tuple[int, str], list[Target]] = {}
        self.names: list[str] = []
        items: dict[int, str] = {}
        for target in targets:
            self.names.append(target.name)
            self._named.setdefault((target.rank, target.name), []).append(target)
            items.setdefault(target.line, target.item)
        self._lines = sorted(items)
        self._items = [items[line] for line in self._lines]

    def find(self, fragment: str, line: int = 0) -> Target | None:
        """Find what ``#fragment`` means: an id, then a heading's slug, then a slug without its keyword.

        Of several alike, the one in the same item as ``line`` (a link's own line, 0 for a link from another file) goes
        first, then the first in the file.
        """
        for rank in (0, 1, 2):
            found = self._named.get((rank, fragment if rank == 0 else slug(fragment)))
            if found:
                own = self._item_at(line) if len(found) > 1 else ""
                return next((target for target in found if own and target.item == own), found[0])
        return None

    def _item_at(self, line: int) -> str:
        """Return the item that the last heading or id before a line is in."""
        at = bisect_right(self._lines, line)
        return self._items[at - 1] if at else ""


class Resolver:
    """Resolves the addresses of one file.

    ``elsewhere`` gives where its links into other files lead, and ``shown`` the files of the images it shows: each by
    the address as it is written.
    """

    def __init__(self, site: Site, file: str, links: Iterable[Address], images: Iterable[Address]) -> None:
        self._site = site
        self._file = file
        self.problems: list[Problem] = []
        self.elsewhere: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        self._links = {address.number: self._link(address) for address in links}
        self._images = {address.number: self._image(address) for address in images}
        self._words = {address.number: address.words for address in images}

    @property
    def answers(self) -> tuple[Mapping[int, str], Mapping[int, tuple[str, str]]]:
        """What stands in place of each link, and of each image, by its number."""
        return self._links, self._images

    def image(self, stand_in: str) -> tuple[str, str]:
        """Return the path of a figure or media file by its stand-in, or an empty path and the code that says why."""
        return self._images[int(stand_in.rpartition(":")[2])]

    def html(self, shown: str) -> str:
        """Return HTML with every stand-in resolved; a dead link leaves its words, a missing image its description."""
        if LINK in shown:
            shown = _LINK.sub(self._shown_link, shown)
        if IMAGE in shown:
            shown = _IMAGE.sub(self._shown_image, shown)
        return shown

    def _shown_link(self, found: re.Match[str]) -> str:
        address = self._links[int(found[1])]
        return f'<a href="{html.escape(address)}">{found[2]}</a>' if address else found[2]

    def _shown_image(self, found: re.Match[str]) -> str:
        number = int(found[1])
        path, words = self._images[number][0], html.escape(self._words[number])
        return f'<img src="{html.escape(path)}" alt="{words}">' if media_kind(path) == "image" else words

    def _link(self, address: Address) -> str:
        """Return what a link is to say; empty (and a problem) where it leads nowhere."""
        read = read_address(self._file, address.target)
        if isinstance(read, Outward):
            return read.address
        if isinstance(read, Refused):
            self._report(read.code, address)
            return ""
        return self._inward(read, address)

    def _inward(self, read: Inward, address: Address) -> str:
        file = read.file or self._file
        session = self._site.sessions.get(file)
        if session is None:
            self._report_no_session(file, read.fragment, address)
            return ""
        found = self._found(session, read, address)
        if found and file != self._file:
            self.elsewhere[address.target] = found
        return found

    def _found(self, session: ParsedSession, read: Inward, address: Address) -> str:
        if not read.fragment:
            return f"kurs:{session.session.id}#{session.session.pages[0].id}" if session.session.pages else ""
        index = self._site.index(session.targets)
        target = index.find(read.fragment, address.line if not read.file else 0)
        if target is None:
            near = nearest(read.fragment, index.names)
            path = address.target.partition("#")[0]
            self._report("dead-link", address, nearest=f"{path}#{near}" if near else "")
            return ""
        return f"kurs:{session.session.id}#{target.item or target.page}"

    def _report_no_session(self, file: str, fragment: str, address: Address) -> None:
        if file in self._site.files:
            self._report("link-to-no-page", address, severity=Severity.WARNING)
        else:
            self._report("dead-link", address, nearest=self._nearest_link(file, fragment))

    def _nearest_link(self, file: str, fragment: str) -> str:
        """Return a link to the session most like a file that is not there, and to the same place where it has one."""
        near = nearest(file, self._site.files)
        session = self._site.sessions.get(near)
        is_there = fragment and session and self._site.index(session.targets).find(fragment)
        return self._written(near) + (f"#{fragment}" if is_there else "")

    def _written(self, file: str) -> str:
        """Return a file of the course as a link in this file would write it."""
        return posixpath.relpath(file, posixpath.dirname(self._file) or ".") if file else ""

    def _image(self, address: Address) -> tuple[str, str]:
        read = read_address(self._file, address.target)
        if isinstance(read, Outward):
            code = "image-from-web"
        elif isinstance(read, Refused):
            code = read.code
        elif read.file not in self._site.files:
            self._report("missing-media", address, nearest=self._written(nearest(read.file, self._site.files)))
            return "", "missing-media"
        else:
            code = self._site.bad_images.get(read.file, "")
            if not code:
                self.shown[address.target] = read.file
                return read.file, ""
        self._report(code, address)
        return "", code

    def _report(self, code: str, address: Address, *, severity: Severity = Severity.ERROR, nearest: str = "") -> None:
        self.problems.append(
            problem(
                code,
                self._file,
                address.line,
                severity=severity,
                fixable=bool(nearest),
                target=address.target,
                nearest=nearest,
            )
        )


def find_target(targets: Iterable[Target], fragment: str, line: int = 0) -> Target | None:
    """Find what ``#fragment`` means, once; for many links make the index once."""
    return TargetIndex(targets).find(fragment, line)
