"""What every Django app stands on."""
