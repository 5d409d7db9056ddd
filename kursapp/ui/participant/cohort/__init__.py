"""The cohort on the screen: its file opened, its mark compared, its rules read, and what one tells it by name."""
