"""Results as a printed report."""
