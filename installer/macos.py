"""What macOS is told about the program and its files: the ``Info.plist`` of ``Kursapp.app``."""

from __future__ import annotations

from kursapp import __version__

_FILES = {"kurs": "Kurspakke", "kull": "Kullfil", "svar": "Svarfil"}


def _identifier(ending: str) -> str:
    return f"no.kursapp.{ending}"


INFORMATION = {
    "CFBundleDisplayName": "Kursapp",
    "CFBundleShortVersionString": __version__,
    "CFBundleDevelopmentRegion": "nb",
    "LSApplicationCategoryType": "public.app-category.education",
    "LSMinimumSystemVersion": "13.0",
    "NSHighResolutionCapable": True,
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": name,
            "CFBundleTypeRole": "Editor",
            "CFBundleTypeIconFile": "document.icns",
            "LSItemContentTypes": [_identifier(ending)],
            "LSHandlerRank": "Owner",
        }
        for ending, name in _FILES.items()
    ],
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": _identifier(ending),
            "UTTypeDescription": name,
            "UTTypeConformsTo": ["public.data"],
            "UTTypeTagSpecification": {"public.filename-extension": [ending]},
        }
        for ending, name in _FILES.items()
    ],
}
