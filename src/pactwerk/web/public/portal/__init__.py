"""The portal home: the country, its landsdelen and the pacts in them."""
