"""Pages that editors write: the content management system, its page types and who may edit what."""
