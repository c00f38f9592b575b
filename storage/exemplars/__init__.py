"""The register of exemplars, and who tries them."""
