"""The living style page: every component with sample content, for people, for axe and for screenshots."""
