"""Somebody's own notes as files she keeps: Markdown and PDF, and HTML for paper."""
