"""The collection: what coordinators keep of many people, in SQLite or PostgreSQL."""
