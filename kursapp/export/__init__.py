"""Results out of the house: csv, xlsx, json, SPSS and the printed report."""
