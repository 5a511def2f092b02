"""The seam: the only place that joins figures to the pact."""
