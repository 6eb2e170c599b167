"""Guide -> the pages of the site."""
