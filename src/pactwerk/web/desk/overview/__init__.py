"""The desk's start: the office's pacts and goals, and what waits for somebody."""
