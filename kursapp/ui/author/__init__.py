"""The instructor's wing: where courses are written, checked, packed and shown in the room."""
