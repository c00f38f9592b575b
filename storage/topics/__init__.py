"""Topics for meetings, and questions from leaders."""
