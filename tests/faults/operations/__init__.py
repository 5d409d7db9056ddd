"""Old or new, never between: every operation that puts something in place, interrupted at its system calls."""
