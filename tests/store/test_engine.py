import pytest

from dragoman.errors import StoreError
from dragoman.store.engine import HEAD, MARK, opened


def test_a_new_desk_carries_its_mark_and_the_newest_tables(tmp_path):
    engine = opened(str(tmp_path / "new" / "folder"), 1.0)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == MARK
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == HEAD
    engine.dispose()


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "taken").write_text("x")
    with pytest.raises(StoreError, match="cannot be opened"):
        opened(str(tmp_path / "taken"), 1.0)
