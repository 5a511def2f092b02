"""Pseudo-cohorts."""
