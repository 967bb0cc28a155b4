"""Two sequences laid side by side: the words of two texts, the blocks of two documents."""
