"""Ground floor: geography, identifiers, dated values and vocabularies; pure Python, no engine, no Django."""
