"""The API by HTTP: who reads what, and who does not."""
