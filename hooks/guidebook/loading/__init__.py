"""data/ -> Guide, or every Problem at once."""
