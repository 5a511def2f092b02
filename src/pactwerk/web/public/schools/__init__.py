"""What happened to a school: its locations, mergers and transfers, and its technical figures."""
