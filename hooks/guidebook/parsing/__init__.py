"""YAML text -> plain data, with the location of each value and hints for broken YAML."""
