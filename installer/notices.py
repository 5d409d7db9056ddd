"""The licences of the libraries that come from the system the bundle was built on: whoever passes them on owes them.

What comes from Python packages is in ``assets/licences/third-party.txt`` already.
"""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

DOCUMENTS = Path("/usr/share/doc")


def add_notices(libraries: Path, folder: Path, documents: Path = DOCUMENTS) -> list[str]:
    """Write the notice of each Debian package that one of the ``libraries`` of a bundle is from; return the packages.

    Where the system is not Debian's, there are none to write. Raises FileNotFoundError where a package has no notice.
    """
    packages = sorted(owners([path.name for path in libraries.glob("lib*.so*") if not path.is_symlink()]))
    for package in packages:
        folder.mkdir(exist_ok=True)
        (folder / f"{package}.txt").write_bytes((documents / package / "copyright").read_bytes())
    return packages


def owners(libraries: Iterable[str]) -> set[str]:
    """Return the packages that libraries of the system are from; one that no package brought has none."""
    if shutil.which("dpkg") is None:
        return set()
    # By whole paths, of which Debian has had two: dpkg takes half a minute over patterns.
    folder = f"lib/{platform.machine()}-linux-gnu"
    places = [f"{top}/{folder}/{name}" for name in libraries for top in ("", "/usr")]
    if not places:
        return set()
    told = subprocess.run(["dpkg", "--search", *places], capture_output=True, text=True, check=False).stdout
    return set(re.findall(r"^([a-z0-9][a-z0-9+.-]+)(?::\w+)?: /", told, re.MULTILINE))
