"""Writing files so that nothing is lost, and finding out whether a folder can be trusted with them."""
