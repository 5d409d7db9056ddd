"""Ordliste: the glossaries of all courses as one dictionary.

The screen owns what is looked up and where one is; the list shows the words, the detail what one of them means and the
pages that use it.
"""
