//! The small languages inside a cell, a label or a clause.

pub mod approximation;
pub mod blank;
pub mod number;
pub mod numeral;
pub mod period;
pub mod quantity;
pub mod spelled;
pub mod unit;
pub mod words;
