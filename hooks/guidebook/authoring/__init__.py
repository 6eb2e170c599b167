"""Tools for contributors: new entries, fixes, the content diff and readability."""
