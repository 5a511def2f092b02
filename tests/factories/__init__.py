"""Records for tests, made through the operations of the product."""
