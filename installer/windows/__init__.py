"""What Windows wants: the version in a program's properties; the package it installs by is ``kursapp.wxs``."""

from __future__ import annotations

from pathlib import Path

_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0
  ),
  kids=[
    StringFileInfo([StringTable("041404B0", [
      StringStruct("CompanyName", "The Kursapp authors"),
      StringStruct("FileDescription", "Kursapp"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "kursapp"),
      StringStruct("LegalCopyright", "MIT"),
      StringStruct("OriginalFilename", "kursapp.exe"),
      StringStruct("ProductName", "Kursapp"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0414, 1200])]),
  ],
)
"""
"""0x0414 is Norwegian bokmål, 1200 (0x04B0) Unicode."""


def write_version(version: str, path: Path) -> Path:
    """Write PyInstaller's description of the version resource, and return where."""
    numbers = tuple([int(part) for part in version.split(".")[:3]] + [0])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_RESOURCE.format(version=version, numbers=numbers), "utf-8")
    return path
