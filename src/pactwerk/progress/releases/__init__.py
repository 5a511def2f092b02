"""Releases from the browser: uploads read in the background, and the acts on releases as operations."""
