"""The desk's page of one goal and its forms; each form calls one operation."""
