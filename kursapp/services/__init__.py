"""Use cases: what can be done with a course, one module for each. Values in, values out; no window, no tables."""
