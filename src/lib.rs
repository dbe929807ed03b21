//! Reads the *Statistical Report on China's Internet Development*.

pub mod period;
