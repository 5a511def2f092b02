"""School advice at the end of primary education: the publisher's table, and years derived from it by somebody else."""
