"""The instructor's wing: the courses she writes, from the first line to the package."""
