"""Arbeidsbok: everything she has made, its earlier versions, and the plan."""
