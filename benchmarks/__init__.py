"""What speed is measured with: each figure against a baseline in the same run, and against the mark it should meet."""
