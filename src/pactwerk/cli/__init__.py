"""The command ``pactwerk``, one module per group of commands."""
