"""What a misspelt word was meant to be: words that are near, ranked by the slip that each would be and by how common it is."""
