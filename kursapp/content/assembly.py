"""Joins the parsed files of a course: sessions in order, links resolved, terms marked, the outline counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from kursapp.content.assembly_memory import AssemblyMemory
from kursapp.content.course_checks import draft_problems, fact_problems, quiz_problems, workload_problems
from kursapp.content.findings import in_order
from kursapp.content.forms import forms_in, repeat_forms, with_items
from kursapp.content.glossary import Terms
from kursapp.content.identity import Identities, id_problems
from kursapp.content.links import Resolver, Site
from kursapp.content.nearest import nearest
from kursapp.content.outline import requirement_of, session_head
from kursapp.content.parsed import ParsedCover, ParsedFacts, ParsedGlossary, ParsedModule, ParsedSession
from kursapp.content.rewriting import with_html
from kursapp.content.unreadable import unreadable
from kursapp.domain.case import Case, Scene
from kursapp.domain.course import Block, Course, Fact, Faulty, Figure, MediaCard, Module, Page, Requirement, Session
from kursapp.domain.problem import Problem, Severity, problem


@dataclass(frozen=True, slots=True)
class Parts:
    """All the files of a course, parsed, and what is wrong so far.

    ``bad_images`` says of each image that cannot be shown why, as a code.
    """

    cover: ParsedCover
    sessions: Mapping[str, ParsedSession]
    glossary: ParsedGlossary = ParsedGlossary()
    facts: ParsedFacts = ParsedFacts()
    files: tuple[str, ...] = ()
    bad_images: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Assembled:
    """The whole course: its outline, its sessions ready to show, its facts, and all that is wrong."""

    course: Course
    sessions: tuple[Session, ...]
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()


def assemble(parts: Parts, memory: AssemblyMemory | None = None) -> Assembled:
    """Join the parts. What one file lacks never hides another; every problem is in the answer.

    With a ``memory`` of the last time, what has not changed since is not made again.
    """
    return Assembly(parts, memory or AssemblyMemory()).run()


class Assembly:
    """Holds what the steps share; ``problems`` grows with each. Afterwards a page can be shown as it would be in it.

    ``resolvers`` are those of the sessions, by file.
    """

    def __init__(self, parts: Parts, memory: AssemblyMemory) -> None:
        self._parts = parts
        self._memory = memory
        self._problems: list[Problem] = [
            *parts.problems,
            *parts.cover.problems,
            *parts.glossary.problems,
            *parts.facts.problems,
        ]
        self._parsed: dict[str, ParsedSession] = {}
        self._terms = Terms(parts.glossary.terms, parts.cover.language)
        self._site = Site((), {}, {}, memory.index)
        self._forms: dict[str, Page] = {}
        self._tangled: set[str] = set()
        self.resolvers: dict[str, Resolver] = {}

    def run(self) -> Assembled:
        """Take the steps in order."""
        self._memory.turn()
        identities = Identities()
        modules = [(module, list(self._files_of(module))) for module in self._parts.cover.modules]
        for _, files in modules:
            for file in files:
                self._parsed[file] = identities.claim(self._parsed[file])
        self._site = site = self._make_site(modules)
        sessions = self._sessions(site)
        cover = Resolver(site, self._parts.cover.file, self._parts.cover.links, self._parts.cover.images)
        self._problems += cover.problems
        course = self._course(modules, {session.file: session for session in sessions}, cover)
        self._check(course, sessions)
        return Assembled(course, tuple(sessions), self._parts.facts.facts, self._sorted_problems())

    def show(self, parsed: ParsedSession) -> tuple[Session, tuple[Problem, ...]]:
        """Return pages read since the course was joined as they are shown in it, and what is wrong with them."""
        session, site = parsed.session, self._site
        here = {page.id for page in session.pages}
        known = self._parsed.get(session.file)
        others = [target for target in known.targets if target.page not in here] if known else []
        first = session.pages[0].place.first
        above, below = [one for one in others if one.line < first], [one for one in others if one.line >= first]
        own = replace(parsed, targets=(*above, *parsed.targets, *below))
        resolver = Resolver(
            replace(site, sessions={**site.sessions, session.file: own}), session.file, parsed.links, parsed.images
        )
        resolved = [resolved_page(resolver, page) for page in session.pages]
        problems: list[Problem] = []
        forms = self._forms | {page.id: page for page in resolved if page.evaluation}
        pages = tuple(self._marked_page(with_items(page, forms, problems)) for page in resolved)
        return replace(session, pages=pages), (*parsed.problems, *resolver.problems, *problems)

    def shown_files(self) -> tuple[str, ...]:
        """Return the files of the sessions that are shown, in order."""
        return tuple(self._site.sessions)

    def parsed(self, file: str) -> ParsedSession | None:
        """Return a session file as it was joined; None for a file that is none."""
        return self._parsed.get(file)

    def stands_alone(self, file: str) -> bool:
        """Say whether a shown session has its ids to itself, and no part in what only the whole course can say."""
        parsed = self._parsed[file]
        return (
            file in self._site.sessions
            and file not in self._tangled
            and parsed is self._parts.sessions.get(file)
            and not any(page.evaluation for page in parsed.session.pages)
        )

    def _sorted_problems(self) -> tuple[Problem, ...]:
        return in_order(self._problems, self._parts.cover.file, self._parsed)

    def _files_of(self, module: ParsedModule) -> Iterator[str]:
        """Yield the files a module lists, each once in the course; missing ones become sessions that say so."""
        cover = self._parts.cover.file
        for link in module.links:
            parsed = self._parts.sessions.get(link.file)
            if link.file in self._parsed:
                self._problems.append(problem("file-twice", cover, link.line, link.column, target=link.file))
                continue
            if parsed is None:
                near = nearest(link.file, self._parts.files)
                missing = problem(
                    "missing-session",
                    cover,
                    link.line,
                    link.column,
                    fixable=bool(near),
                    target=link.file,
                    nearest=near,
                )
                self._problems.append(missing)
                parsed = replace(unreadable(link.file, [missing]), problems=())
            self._problems += parsed.problems
            self._parsed[link.file] = parsed
            yield link.file

    def _make_site(self, modules: Iterable[tuple[ParsedModule, list[str]]]) -> Site:
        """Return what links may lead to: the files of a bank are never shown, so nothing leads there."""
        shown = {file: self._parsed[file] for module, files in modules if not module.bank for file in files}
        return Site(self._parts.files, shown, self._parts.bad_images, self._memory.index)

    def _sessions(self, site: Site) -> list[Session]:
        """Return the sessions with links, images, repeated forms and terms in place."""
        resolved = []
        for file, parsed in self._parsed.items():
            self.resolvers[file] = resolver = Resolver(site, file, parsed.links, parsed.images)
            resolved.append(self._memory.resolved(parsed.session, resolver, partial(resolved_page, resolver)))
            self._problems += resolver.problems
        self._forms = forms_in(resolved)
        sessions, problems = repeat_forms(resolved)
        self._problems += problems
        return [self._with_terms(session) for session in sessions]

    def _with_terms(self, session: Session) -> Session:
        if self._terms.unused:
            self._terms.look_through(self._memory.words(session))
        return self._memory.marked(session, self._parts.glossary, self._parts.cover.language, self._marked_page)

    def _marked_page(self, page: Page) -> Page:
        return replace(page, blocks=self._terms.mark(page.blocks))

    def _course(
        self,
        modules: Iterable[tuple[ParsedModule, list[str]]],
        sessions: Mapping[str, Session],
        resolver: Resolver,
    ) -> Course:
        cover = self._parts.cover
        requirements = [requirement_of(link, cover.file, self._parsed, sessions) for link in cover.requirements]
        self._problems += [found for found in requirements if isinstance(found, Problem)]
        return Course(
            cover.id,
            cover.version,
            cover.title,
            tuple(self._module(module, [sessions[file] for file in files], resolver) for module, files in modules),
            with_html(cover.intro, resolver.html),
            cover.language,
            cover.law_date,
            cover.hours,
            cover.organiser,
            self._parts.glossary.terms,
            tuple(found for found in requirements if isinstance(found, Requirement)),
        )

    def _module(self, module: ParsedModule, sessions: Iterable[Session], resolver: Resolver) -> Module:
        return Module(
            module.id,
            module.title,
            tuple(session_head(session, self._memory.head) for session in sessions),
            with_html(module.intro, resolver.html),
            module.goals,
            module.day,
            module.bank,
            module.opens_after_days,
            module.reminder_weeks,
        )

    def _check(self, course: Course, sessions: list[Session]) -> None:
        """Add what only the whole course can show."""
        cover, parsed = self._parts.cover, self._parsed
        entangling = id_problems([(cover.file, cover.ids), *((file, one.ids) for file, one in parsed.items())])
        entangling += quiz_problems(sessions)
        self._tangled = {file for found in entangling for file in (found.file, found.value("first_file"))}
        self._problems += entangling
        self._problems += fact_problems(self._parts.facts.facts, parsed.values())
        self._problems += workload_problems(course.sessions())
        self._problems += draft_problems(self._parts.files, {cover.file, *parsed})
        terms = zip(self._parts.glossary.terms, self._parts.glossary.lines, strict=True)
        self._problems += [
            problem("term-never-used", self._parts.glossary.file, line, severity=Severity.WARNING, term=term.term)
            for term, line in terms
            if term.term in self._terms.unused
        ]


def resolved_page(resolver: Resolver, page: Page) -> Page:
    """Return a page with its addresses resolved: the very same where it has none."""
    blocks = tuple(_resolved(block, resolver) for block in page.blocks)
    is_same = all(one is other for one, other in zip(blocks, page.blocks, strict=True))
    return page if is_same else replace(page, blocks=blocks)


def _resolved(block: Block, resolver: Resolver) -> Block:
    """Return a block with its addresses resolved; a figure or card without its file becomes a faulty block."""
    if isinstance(block, Figure | MediaCard):
        path, code = resolver.image(block.source)
        words = block.alt if isinstance(block, Figure) else block.title
        return replace(block, source=path) if path else Faulty(block.place, (code,), words, "")
    if isinstance(block, Case):
        block = replace(block, scenes=tuple(_resolved_scene(scene, resolver) for scene in block.scenes))
    return with_html(block, resolver.html)


def _resolved_scene(scene: Scene, resolver: Resolver) -> Scene:
    return replace(scene, blocks=tuple(_resolved(inner, resolver) for inner in scene.blocks))
