"""The sealed answer file, the cohort file and the named progress file."""
