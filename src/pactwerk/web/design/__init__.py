"""How pages look: base templates, components, charts and maps of the design system, and the words for codes."""
