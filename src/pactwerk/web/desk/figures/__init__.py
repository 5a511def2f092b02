"""Figures on the desk: what is loaded, uploading, preview, and the acts on releases."""
