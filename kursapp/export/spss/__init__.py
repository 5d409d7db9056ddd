"""Results for SPSS: counts with a weight, one variable for each item."""
