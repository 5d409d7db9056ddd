"""Where the installed program begins."""

import sys

from kursapp.__main__ import main

sys.exit(main())
