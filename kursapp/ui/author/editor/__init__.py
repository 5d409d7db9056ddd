"""The editor of kurs-Markdown."""
