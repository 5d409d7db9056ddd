"""The commands: one module per verb, the same services as the window. :func:`kursapp.cli.commands.run` runs them."""
