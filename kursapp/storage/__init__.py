"""Keeping: databases, their stores, migrations and backups. SQLAlchemy is imported only in here."""
