"""Load and check the data of Round Two, and turn it into pages and exports. Independent of MkDocs."""
