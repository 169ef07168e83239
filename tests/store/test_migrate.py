from alembic.config import Config
from alembic.script import ScriptDirectory

from dragoman.store.engine import HEAD, opened
from dragoman.store.migrate import FOLDER, upgrade


def test_the_newest_step_is_the_one_the_code_knows():
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_an_upgrade_of_a_desk_that_is_up_to_date_changes_nothing():
    engine = opened(None, 1.0)
    with engine.connect() as connection:
        before = connection.exec_driver_sql("SELECT sql FROM sqlite_master ORDER BY name").all()
        upgrade(connection)
        assert connection.exec_driver_sql("SELECT sql FROM sqlite_master ORDER BY name").all() == before
