"""Søk: one search over the courses' text and glossaries, and over what one has written oneself.

The screen owns what is asked; ``Asking`` asks both halves and puts their answers together, the list shows what was
found, and ``hit_words`` knows what each kind is called and where it leads.
"""
