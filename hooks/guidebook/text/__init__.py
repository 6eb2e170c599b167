"""Parse and check contributed text: inline Markdown, invisible characters, placeholders, spelling."""
