"""Pages of the figures: catalogue, one indicator, its map, where a figure comes from."""
