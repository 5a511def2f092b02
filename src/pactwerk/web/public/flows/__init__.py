"""Pages of who goes where: what can be seen, a flow with its tables and picture, the chain of technology."""
