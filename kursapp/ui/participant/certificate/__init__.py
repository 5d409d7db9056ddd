"""Kursbevis: what a course asks for, and the paper that says it is done."""
