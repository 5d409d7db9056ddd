"""A course package looked at in the window, and put among the courses."""
