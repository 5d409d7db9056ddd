"""Question banks of other systems, read and written. One question model (``domain.question``), thin codecs."""
