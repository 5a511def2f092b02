"""Charts and maps: Vega-Lite specifications drawn to SVG on the server, from a `PublishableTable` only."""
