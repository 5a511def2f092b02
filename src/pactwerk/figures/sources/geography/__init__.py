"""Registers of places: area codes, localities, points of postcodes, municipalities and schools. Never summed."""
