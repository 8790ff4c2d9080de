"""What is planted on purpose, by theme: each function makes one thing wrong and says what."""
