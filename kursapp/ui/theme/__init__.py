"""One source of style: tokens, type, sheets and icons."""
