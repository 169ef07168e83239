from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from dragoman.store.engine import opened
from dragoman.store.tables import META, WORDS


def test_the_migrations_make_the_tables_that_the_code_expects():
    engine = opened(None, 1.0)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": lambda name, kind, _: not (name or "").startswith(WORDS)})
        assert compare_metadata(context, META) == []
