"""What the parties share: organisations, pacts and goals, bodies."""
