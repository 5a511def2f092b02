"""The statistics engine: from publishers' files to figures that may leave. Knows nothing of Django."""
