"""Entry point: settings, composition, the pumps and the web server."""
