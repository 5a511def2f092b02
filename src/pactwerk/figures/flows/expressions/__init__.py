"""The flows as Ibis expressions over unbound tables, compiled for the engine that runs them."""
