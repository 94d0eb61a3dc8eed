"""Grammar engines by others: read sentence by sentence, each of their rules switched by measurement."""
