"""The project: settings, addresses and the door for the application server."""
