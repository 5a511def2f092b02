"""The page of the figures releases: files, editions, warnings, what is missing."""
