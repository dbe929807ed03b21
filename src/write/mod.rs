//! Reports to files, one file a format.

pub mod json;
