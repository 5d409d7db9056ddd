"""Markdown on disk becomes a course: folder → lines → blocks → sessions → course, with everything wrong as problems."""
