"""What is counted, summed up and compared."""
