"""Everything of one's own as Markdown: answers with their questions, the workbook, the plan, the evaluations."""
