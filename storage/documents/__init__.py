"""Official documents: what they rest on, who issues them, how far they have come."""
