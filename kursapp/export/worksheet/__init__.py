"""A course on paper as a PDF: its pages with room to answer, for those who would rather hold a pencil."""
