"""Results as a workbook for Excel and LibreOffice."""
