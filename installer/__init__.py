"""Making the installed program: icons, the bundle, and what each system installs it by."""
