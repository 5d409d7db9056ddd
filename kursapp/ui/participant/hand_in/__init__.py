"""Handing in on the screen: every line that is sent, the folder it is put in, and the receipt."""
