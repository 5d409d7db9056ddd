"""Marking and noting on a course page: what one selects, the box of colours, the notes beside the page."""
