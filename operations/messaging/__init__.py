"""What comes in from the messengers and the page, and what goes out to them."""
