"""Where the installed program begins, and every process it starts beside it."""

import sys

HELPERS = {"--multiprocessing-fork", "-c"}
"""By these a helper process of Python's own is known: the worker, and what clears up after it."""

if not HELPERS.isdisjoint(sys.argv[1:]):
    import multiprocessing

    import pyi_rth_multiprocessing  # noqa: F401 - PyInstaller's own: it teaches the next line the ways of a bundle

    multiprocessing.freeze_support()

from kursapp.__main__ import main  # noqa: E402

# A worker would look for this file, to begin as this process did; it comes in by the door above.
del __file__

sys.exit(main())
