"""Pages computed from data, for everybody, without signing in."""
