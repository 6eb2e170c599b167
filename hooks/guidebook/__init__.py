"""Round Two's data: load it, check it, turn it into pages and exports. Knows nothing of MkDocs."""
