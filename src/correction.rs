//! What a maintainer mends.

/// What is meant where something else is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// As it should be printed.
    pub corrected: String,
    /// Why.
    pub reason: String,
}
