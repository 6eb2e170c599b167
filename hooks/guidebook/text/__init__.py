"""Contributed text: inline Markdown, invisible characters, and what a text may not contain."""
