"""Where things are: what the program brings with it, and what belongs to the person using it.

The person's own things are local to this machine and never roam to another. ``KURSAPP_DATA`` moves all of them to one
folder of choice. Nothing is made here; asking is free.
"""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "KURSAPP_DATA"
"""The environment variable that moves everything of the person's to one folder."""

_NAME = "Kursapp"


def data_folder() -> Path:
    """Return the folder of profiles, settings and backups: ``KURSAPP_DATA``, or the system's local one."""
    return _chosen() or local_folder()


def local_folder() -> Path:
    """Return the system's own folder for local, non-roaming data of this program."""
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False, roaming=False)


def cache_folder() -> Path:
    """Return the folder of what can be made again, such as courses already read."""
    chosen = _chosen()
    if chosen is not None:
        return chosen / "cache"
    from platformdirs import user_cache_path

    return user_cache_path(_NAME, appauthor=False)


def log_folder() -> Path:
    """Return the folder of the program's log: codes and counts, never answers."""
    return data_folder() / "log"


def settings_file() -> Path:
    """Return the file the settings are kept in."""
    return data_folder() / "settings.json"


def start_file() -> Path:
    """Return the file that says what Hjem shows at first paint."""
    return data_folder() / "start.json"


def bundled_courses() -> Path:
    """Return the folder of the courses that come with the program."""
    return _brought("courses")


def installed_courses() -> Path:
    """Return the folder of the courses that came in packages."""
    return data_folder() / "courses"


def assets() -> Path:
    """Return the folder of themes, icons and templates."""
    return _brought("assets")


def locale_folder() -> Path:
    """Return the folder of the gettext catalogues."""
    return Path(__file__).resolve().parent / "locale"


def _chosen() -> Path | None:
    chosen = os.environ.get(VARIABLE, "").strip()
    return Path(chosen).expanduser().absolute() if chosen else None


def _brought(name: str) -> Path:
    # Installed or frozen it lies in the package's own ``_data``; in a checkout beside the package.
    package = Path(__file__).resolve().parent
    for folder in (package / "_data" / name, package.parent / name):
        if folder.is_dir():
            return folder
    # Errors are loaded when there is one: the first paint asks for paths and waits for every import.
    from kursapp.domain.problem import refusal

    raise refusal("installation-incomplete", folder=package / "_data" / name)
