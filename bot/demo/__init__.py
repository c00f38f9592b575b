"""The demonstration: a month on four phones in the browser, or in the terminal."""
