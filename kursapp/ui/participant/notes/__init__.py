"""Mine notater: all highlights, notes and bookmarks of all courses."""
