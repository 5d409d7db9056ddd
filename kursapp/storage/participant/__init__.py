"""One person's work on one course after the other: the tables of a profile, their stores and their migrations."""
