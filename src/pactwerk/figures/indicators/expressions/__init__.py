"""The computation of the indicators as Ibis expressions on unbound tables: one text for every engine.

Imported only where expressions are compiled; pages and `figures show` never come here.
"""
