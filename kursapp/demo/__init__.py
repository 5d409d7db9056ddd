"""The scripted tour through the real window: ``kursapp demo``, and the hands and eyes of the journeys in the tests.

Nothing here calls a service: it looks for widgets by what a screen reader hears, clicks, types and waits. ``app``
stands above this room and hands it a way to open the program.
"""
