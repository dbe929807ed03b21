//! Reads the Statistical Report on China's Internet Development into data.

pub mod block;
pub mod claim;
pub mod document;
pub mod grammar;
pub mod locator;
pub mod logical;
pub mod period;
pub mod problem;
pub mod span;
