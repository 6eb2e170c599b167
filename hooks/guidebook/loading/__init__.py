"""Load the folder data/ into a Guide, or report every Problem at once."""
