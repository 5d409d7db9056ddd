"""The workbook and the plan as files to take away: PDF, Word, print, calendar."""
