"""Web Push: a phone's browser rings, whatever is open on it."""
