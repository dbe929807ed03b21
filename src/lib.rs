//! Reads the *Statistical Report on China's Internet Development*.

pub mod claim;
pub mod document;
pub mod locator;
pub mod logical;
pub mod period;
pub mod problem;
pub mod span;
