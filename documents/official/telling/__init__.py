"""A report's facts as sentences, subject by subject; without a fact nothing is said."""
