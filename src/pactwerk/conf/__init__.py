"""Environment, settings, root urls."""
