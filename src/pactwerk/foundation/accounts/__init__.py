"""Users, sign-in, offices (programmabureaus) and their members."""
