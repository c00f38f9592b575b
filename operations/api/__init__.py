"""What other systems may read, by tokens that officers give them."""
