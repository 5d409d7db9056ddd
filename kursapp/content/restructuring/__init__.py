"""Restructuring a course: from a wish to the files as they shall be, ids, links and the cover kept in step."""
