"""Builds the parts of the window program and hands them on: the only room that knows them all.

``program`` paints the first window from settings and ``start.json`` alone, and imports no more than that needs;
``rest`` is imported on a thread of its own after that, and builds everything else.
"""
