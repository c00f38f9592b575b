"""Messengers: each turns what it receives into `Inbound` and draws `Message` its own way."""
