"""The draft that is open: its texts as the instructor sees them, on their way to the disk and to the check."""
