"""Øving: what comes back today, one question at a time, and what the days to come hold."""
