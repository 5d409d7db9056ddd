"""The ground floor: frozen values and functions of the course, the answers and the rules. Standard library only."""
