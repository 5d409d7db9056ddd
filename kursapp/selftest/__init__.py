"""The installed program examining itself: whether all it needs came along, and works where it stands."""
