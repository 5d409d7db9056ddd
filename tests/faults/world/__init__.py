"""What the program has to do with the world around it: no sockets, no other programs, no files it was not given."""
