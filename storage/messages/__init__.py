"""Messages in and out, and the talks they belong to."""
