"""Write what Kursapp is made of: a CycloneDX SBOM, the table of dependencies, and their licences in full.

``make sbom`` writes ``dist/kursapp-VERSION.cdx.json`` (CycloneDX 1.6, checked against the official schema), and anew
``docs/avhengigheter.md`` and ``assets/licences/third-party.txt``, which are committed and shipped. It comes from
``pyproject.toml`` and ``requirements.lock`` (versions, hashes), licences from the installed packages; what metadata
does not tell stands in ``shipped_parts.py``. Equal input gives equal files. ``--check`` changes nothing and ends with 1
when what is committed is stale.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import NamedTuple

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parent.parent
if __package__ in (None, ""):
    sys.path.insert(0, str(PROJECT))

from tools.shipped_parts import LICENCES, PURPOSES, TEXTS, Inside, inside  # noqa: E402

TABLE = Path("docs/avhengigheter.md")
NOTICES = Path("assets/licences/third-party.txt")
OWN = "kursapp"
EXTRA = "postgres"
SYSTEMS = (("linux", "Linux", "posix"), ("win32", "Windows", "nt"), ("darwin", "Darwin", "posix"))
MACHINES = ("x86_64", "AMD64", "arm64")
PYTHONS = ("3.11", "3.12", "3.13")

_LOCKED = re.compile(r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_TEXT = re.compile(r"(?:^|/)(?:LICEN[CS]E|COPYING|NOTICE)[\w.-]*$", re.IGNORECASE)
_OWN_NAMESPACE = uuid.UUID("7a1f6a52-6f1b-5b57-8f0e-3d3a1f0d9c11")


class Locked(NamedTuple):
    """A package as ``requirements.lock`` pins it; ``hashes`` are of its files, one for each system it is built for."""

    version: str
    hashes: tuple[str, ...]


class Part(NamedTuple):
    """A package that travels with the program. ``needed_by`` are those that ask for it, the program among them."""

    name: str
    version: str
    licence: str
    hashes: tuple[str, ...]
    texts: tuple[str, ...]
    needed_by: tuple[str, ...]
    is_optional: bool


def read_lock(text: str) -> dict[str, Locked]:
    """Return what the lock pins, by canonical name; the first of several versions for several Pythons."""
    found: dict[str, Locked] = {}
    for piece in re.split(r"\n(?=\S)", text):
        name = _LOCKED.match(piece)
        if name:
            locked = Locked(name[2], tuple(sorted(_HASH.findall(piece))))
            found.setdefault(canonicalize_name(name[1]), locked)
    return found


def parts(project: Path = PROJECT) -> tuple[Part, ...]:
    """Return every package the program needs when it runs on any system, and those of its extra for PostgreSQL."""
    about = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
    lock = read_lock((project / "requirements.lock").read_text("utf-8"))
    needed: dict[str, set[str]] = {}
    _follow(OWN, about["dependencies"], needed)
    always = set(needed)
    _follow(OWN, about["optional-dependencies"][EXTRA], needed)
    return tuple(
        _part(name, lock[name], tuple(sorted(needed[name])), is_optional=name not in always) for name in sorted(needed)
    )


def _follow(asker: str, wanted: list[str], needed: dict[str, set[str]]) -> None:
    for each in map(Requirement, wanted):
        if not _is_ever_wanted(each.marker, ""):
            continue
        name = canonicalize_name(each.name)
        is_new = name not in needed
        needed.setdefault(name, set()).add(asker)
        rest = distribution(name).requires or []
        if is_new:
            _follow(name, [one for one in rest if _is_ever_wanted(Requirement(one).marker, "")], needed)
        for extra in each.extras:
            asked = [one for one in rest if _is_ever_wanted(Requirement(one).marker, extra)]
            _follow(name, [one.partition(";")[0] for one in asked], needed)


def _is_ever_wanted(marker: Marker | None, extra: str) -> bool:
    """Say whether a marker is true on any system and Python the program runs on."""
    if marker is None:
        return True
    return any(
        marker.evaluate(
            {
                "sys_platform": system,
                "platform_system": name,
                "os_name": kind,
                "platform_machine": machine,
                "python_version": python,
                "python_full_version": f"{python}.0",
                "implementation_name": "cpython",
                "platform_python_implementation": "CPython",
                "extra": extra,
            }
        )
        for system, name, kind in SYSTEMS
        for machine in MACHINES
        for python in PYTHONS
    )


def _part(name: str, locked: Locked, needed_by: tuple[str, ...], *, is_optional: bool) -> Part:
    installed = distribution(name)
    stated = LICENCES.get(name) or installed.metadata.get("License-Expression") or ""
    texts = (*_texts_of(installed), *(_text(PROJECT, each) for each in TEXTS.get(name, ())))
    return Part(name, locked.version, stated, locked.hashes, texts, needed_by, is_optional)


def _texts_of(installed: Distribution) -> tuple[str, ...]:
    found = [each for each in installed.files or () if _TEXT.search(str(each)) and each.suffix != ".py"]
    return tuple(sorted({each.read_text("utf-8").strip() for each in found if ".dist-info" in str(each)}))


def _text(project: Path, name: str) -> str:
    path = project / name if "/" in name else project / "tools" / "licence_texts" / f"{name}.txt"
    return path.read_text("utf-8").strip()


def insides(project: Path = PROJECT) -> tuple[Inside, ...]:
    """Return what lies inside the packages, and the faces and icons among the program's own files."""
    lock = read_lock((project / "requirements.lock").read_text("utf-8"))
    return inside({name: locked.version for name, locked in lock.items()})


# The bill of materials -------------------------------------------------------------------------


def bill(version: str, every: tuple[Part, ...], within: tuple[Inside, ...]) -> str:
    """Return the SBOM as JSON. Raises ValueError where it does not keep to the official schema."""
    made = Bom(serial_number=_serial(version, every), metadata=BomMetaData())
    own = _component(OWN, version, "MIT", f"pkg:pypi/{OWN}@{version}", kind=ComponentType.APPLICATION)
    made.metadata.component = own
    # The same input gives the same file, whenever it is made.
    made.metadata.timestamp = None  # type: ignore[assignment]
    by_name = {OWN: own}
    for part in every:
        scope = ComponentScope.OPTIONAL if part.is_optional else ComponentScope.REQUIRED
        purl = f"pkg:pypi/{part.name}@{part.version}"
        by_name[part.name] = _component(part.name, part.version, part.licence, purl, part.hashes, scope)
        made.components.add(by_name[part.name])
    for part in every:
        for asker in part.needed_by:
            made.register_dependency(by_name[asker], [by_name[part.name]])
    for each in within:
        component = _component(each.name, each.version, each.licence, each.purl)
        made.components.add(component)
        made.register_dependency(by_name[each.within], [component])
    text = JsonV1Dot6(made).output_as_string(indent=2) + "\n"
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        raise ValueError(f"the SBOM does not keep to the schema: {wrong}")
    return text


def _component(
    name: str,
    version: str,
    licence: str,
    purl: str,
    hashes: tuple[str, ...] = (),
    scope: ComponentScope | None = None,
    kind: ComponentType = ComponentType.LIBRARY,
) -> Component:
    return Component(
        name=name,
        version=version or None,
        type=kind,
        scope=scope,
        purl=PackageURL.from_string(purl),
        bom_ref=purl,
        licenses=[LicenseFactory().make_from_string(licence)] if licence else (),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=each) for each in hashes],
    )


def _serial(version: str, every: tuple[Part, ...]) -> uuid.UUID:
    content = repr((version, every)).encode()
    return uuid.uuid5(_OWN_NAMESPACE, hashlib.sha256(content).hexdigest())


# What people read ------------------------------------------------------------------------------


def table(every: tuple[Part, ...], within: tuple[Inside, ...]) -> str:
    """Return the page about dependencies, in Norwegian."""
    lines = [
        "# Hva Kursapp er bygd av",
        "",
        "Laget av `make sbom`; ikke rett i den for hånd. Versjonene er de som er låst i `requirements.lock`, med "
        "SHA-256 for hver fil.",
        "Lisenstekstene følger med programmet (`assets/licences/third-party.txt`) og står under "
        "*Innstillinger → Om Kursapp*.",
        "",
        "| pakke | versjon | lisens | til hva |",
        "|---|---|---|---|",
        *(f"| {part.name} | {part.version} | {_cell(part.licence)} | {_purpose(part)} |" for part in every),
        "",
        "## Bygd inn i dem, eller i programmets egne filer",
        "",
        "Det vi vet om. Hvilke biblioteker i Rust og C leverandørene har bygd inn i `nh3`, `typst`, `lxml` og "
        "`psycopg-binary`, oppgir de selv. CPython og PyInstallers oppstart er bare i installasjonspakkene.",
        "",
        "| del | versjon | lisens | ligger i |",
        "|---|---|---|---|",
        *(f"| {one.name} | {one.version or 'som i pakken'} | {_cell(one.licence)} | {one.within} |" for one in within),
    ]
    return "\n".join(lines) + "\n"


def _purpose(part: Part) -> str:
    own = PURPOSES.get(part.name)
    if own:
        return own
    return "brukes av " + ", ".join(name for name in part.needed_by if name != OWN)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def notices(every: tuple[Part, ...], within: tuple[Inside, ...]) -> str:
    """Return the licences of all that is shipped: each text once, under the names of those it is for."""
    owners: dict[str, list[str]] = {}
    for name, text in _all_texts(every, within):
        owners.setdefault(text, []).append(name)
    rule = "=" * 78
    head = "Kursapp har MIT-lisens. Programmet er bygd av disse delene, som har lisensene nedenfor."
    listed = [f"  {part.name} {part.version}: {part.licence}" for part in every]
    listed += [f"  {one.name} {one.version}".rstrip() + f": {one.licence}" for one in within]
    pieces = [f"{rule}\n{', '.join(sorted(set(names)))}\n{rule}\n\n{text}" for text, names in owners.items()]
    return "\n\n".join(["\n".join([head, "", *listed]), *pieces]) + "\n"


def _all_texts(every: tuple[Part, ...], within: tuple[Inside, ...]) -> Iterator[tuple[str, str]]:
    for part in every:
        yield from ((part.name, text) for text in part.texts)
    for one in within:
        yield from ((one.name, _text(PROJECT, text)) for text in one.texts)


def main(arguments: list[str] | None = None) -> int:
    """Write the files, or say which are stale."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; end with 1 when something is stale")
    parser.add_argument("--out", type=Path, default=PROJECT / "dist", help="where the SBOM goes")
    options = parser.parse_args(arguments)
    every, within = parts(), insides()
    made = {TABLE: table(every, within), NOTICES: notices(every, within)}
    stale = [path for path, text in made.items() if _present(PROJECT / path) != text]
    if options.check:
        for path in stale:
            print(f"{path} er ikke som den skal: kjør «make sbom»")
        return 1 if stale else 0
    for path in stale:
        (PROJECT / path).parent.mkdir(parents=True, exist_ok=True)
        (PROJECT / path).write_text(made[path], "utf-8", newline="\n")
    version = _own_version()
    options.out.mkdir(parents=True, exist_ok=True)
    target = options.out / f"{OWN}-{version}.cdx.json"
    target.write_text(bill(version, every, within), "utf-8", newline="\n")
    print(f"{target.name}: {len(every) + len(within)} deler")
    return 0


def _present(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def _own_version() -> str:
    found = re.search(r'__version__ = "([^"]+)"', (PROJECT / OWN / "__init__.py").read_text("utf-8"))
    assert found is not None
    return found[1]


if __name__ == "__main__":
    sys.exit(main())
