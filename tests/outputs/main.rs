//! What is written and loaded, read back: by SQLite and PostgreSQL, and by the
//! tools of the formats from Python.
//!
//! `CNNIC_TEST_POSTGRES` names a server (`.ci/postgres start FOLDER` prints
//! one) and `CNNIC_TEST_PYTHON` an interpreter that has what
//! `.ci/requirements.txt` lists; without them the tests that need them pass
//! unrun and say so.

mod corrected;
mod kill;
mod package;
mod postgres;
mod run;
mod sqlite;
mod validation;
