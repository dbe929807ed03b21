//! `cnnic schema`

use cnnic::schema;

use super::{Failure, Outcome, print};

/// Prints a bundled schema.
pub fn run(name: &str) -> Result<Outcome, Failure> {
    let Some(text) = schema::text(name) else {
        let names: Vec<&str> = schema::names().collect();
        return Err(Failure::NotThere(format!(
            "schema {name}: expected one of {}",
            names.join(", ")
        )));
    };
    print(&text)?;
    Ok(Outcome::Done)
}
