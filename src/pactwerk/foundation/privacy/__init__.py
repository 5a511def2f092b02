"""What the product knows about people, and how it keeps it from leaking: field inventory, logs, headers."""
