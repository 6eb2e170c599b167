"""Parse YAML text into plain data with the location of each value, and explain syntax errors."""
