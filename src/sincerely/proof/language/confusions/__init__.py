"""The wrong real word: sets of words that are taken for each other, and a model of what stands around them."""
