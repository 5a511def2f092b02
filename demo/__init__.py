"""What `pactwerk demo` shows: two archived pacts with cited facts, one invented region, and example files."""
