"""Organisations, their dated relations, and the people and roles around them."""
