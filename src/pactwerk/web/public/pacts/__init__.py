"""Pages of one pact: home, goals, one goal, parties."""
