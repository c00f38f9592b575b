"""Official documents: what they say, who may make them, from draft to issue."""
