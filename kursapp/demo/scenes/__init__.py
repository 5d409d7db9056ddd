"""The scenes of the tour: each goes through one part of the program as a person would."""
