"""What people see: server-rendered pages, complete without JavaScript."""
