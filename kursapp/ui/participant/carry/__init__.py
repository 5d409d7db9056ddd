"""Moving a profile, taking it out to read, and clearing it away."""
