"""Pacts, their parties, goals, targets, own figures and milestones."""
