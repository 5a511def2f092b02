"""How CBS writes regions, periods, ages, sexes and StatLine exports, for the tables that are of CBS."""
