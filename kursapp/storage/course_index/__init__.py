"""The index of the courses' public text: a file that can always be made again."""
