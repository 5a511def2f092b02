"""Pactwerk: the software with which a region runs its technology pact."""
