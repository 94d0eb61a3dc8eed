"""The readers: they return shapes."""
