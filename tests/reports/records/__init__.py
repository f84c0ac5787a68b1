"""Tests of `reports.records`, on SQLite always and on PostgreSQL where `DRILLROOM_TEST_POSTGRES` names a server."""
