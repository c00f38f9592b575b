"""The demonstration: a month on five phones in the browser, or in the terminal."""
