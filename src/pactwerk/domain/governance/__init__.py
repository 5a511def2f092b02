"""Bodies and who sits in them."""
