//! What `--to` names.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use crate::error::Error;

/// A database to load into. Shown without its password.
#[derive(Clone)]
pub enum Target {
    /// A SQLite file, made when it is not there.
    #[cfg(feature = "sqlite")]
    Sqlite(PathBuf),
    /// A PostgreSQL server.
    #[cfg(feature = "postgres")]
    Postgres(Box<::postgres::Config>),
}

impl FromStr for Target {
    type Err = Error;

    fn from_str(url: &str) -> Result<Target, Error> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            return sqlite(path.strip_prefix("//").unwrap_or(path));
        }
        match url.split_once("://") {
            Some(("postgres" | "postgresql", rest)) => postgres(url, rest),
            _ => Err(wrong(&other(url))),
        }
    }
}

/// What is no database. All but its scheme may have a password in it.
fn other(url: &str) -> String {
    let is_scheme = |scheme: &str| {
        !scheme.is_empty()
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '+')
    };
    match url.split_once(':') {
        Some((scheme, _)) if is_scheme(scheme) => format!("{scheme}:…"),
        _ => "something else".to_owned(),
    }
}

fn wrong(found: &str) -> Error {
    Error::DatabaseUrl {
        found: found.to_owned(),
    }
}

#[cfg(feature = "sqlite")]
fn sqlite(path: &str) -> Result<Target, Error> {
    if path.is_empty() || path == ":memory:" {
        return Err(wrong("sqlite: without a path"));
    }
    Ok(Target::Sqlite(path.into()))
}

#[cfg(not(feature = "sqlite"))]
fn sqlite(_: &str) -> Result<Target, Error> {
    Err(wrong(
        "sqlite:, which this build leaves out (feature `sqlite`)",
    ))
}

/// A URL of PostgreSQL. A password that is not percent-encoded is refused
/// before any part of it could be taken for a host and be shown.
#[cfg(feature = "postgres")]
fn postgres(url: &str, rest: &str) -> Result<Target, Error> {
    let malformed = || {
        wrong(
            "a URL of PostgreSQL that is malformed; special characters of the password are \
             percent-encoded (@ is %40, / is %2F)",
        )
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let at = |text: &str| text.matches('@').count();
    if at(rest) > 1 || at(authority) != at(rest) {
        return Err(malformed());
    }
    // The library knows but some modes, and would call the others malformed.
    let options = url.split_once('?').map_or("", |(_, options)| options);
    let mut modes = options
        .split('&')
        .filter_map(|option| option.strip_prefix("sslmode="));
    if let Some(mode) = modes.find(|mode| ["require", "verify-ca", "verify-full"].contains(mode)) {
        return Err(wrong(&format!(
            "sslmode={mode}, and this program has no TLS; connect over a local socket or a tunnel"
        )));
    }
    let mut config: ::postgres::Config = url.parse().map_err(|_| malformed())?;
    if config.get_password().is_none()
        && let Ok(password) = std::env::var("PGPASSWORD")
    {
        config.password(password);
    }
    config.application_name("cnnic");
    Ok(Target::Postgres(Box::new(config)))
}

#[cfg(not(feature = "postgres"))]
fn postgres(_: &str, _: &str) -> Result<Target, Error> {
    Err(wrong(
        "postgres://, which this build leaves out (feature `postgres`)",
    ))
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            #[cfg(feature = "sqlite")]
            Target::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            #[cfg(feature = "postgres")]
            Target::Postgres(config) => super::postgres::show(config, f),
        }
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "postgres")]
    #[test]
    fn a_password_is_never_shown() {
        let cases = [
            (
                "postgres://me:secret@db.example:5433/stats",
                "postgres://me@db.example:5433/stats",
            ),
            (
                "postgresql://me:se%40cret@db/stats",
                "postgres://me@db/stats",
            ),
            (
                "postgres://db/stats?user=me&password=secret",
                "postgres://me@db/stats",
            ),
        ];
        for (url, shown) in cases {
            let target: Target = url.parse().unwrap();
            assert_eq!(target.to_string(), shown);
            assert_eq!(format!("{target:?}"), shown);
        }
    }

    /// What asks for TLS is never connected to without; what does not insist is.
    #[cfg(feature = "postgres")]
    #[test]
    fn tls_that_is_asked_for_is_refused() {
        for mode in ["require", "verify-ca", "verify-full"] {
            let url = format!("postgres://me:secret@db/stats?connect_timeout=3&sslmode={mode}");
            let error = url.parse::<Target>().unwrap_err().to_string();
            let expected = format!("found sslmode={mode}, and this program has no TLS");
            assert!(error.contains(&expected), "{error}");
            assert!(!error.contains("secret"), "{error}");
        }
        for mode in ["disable", "prefer"] {
            let url = format!("postgres://me@db/stats?sslmode={mode}");
            assert!(url.parse::<Target>().is_ok(), "{mode}");
        }
    }

    #[test]
    fn what_is_no_url_is_refused_unshown() {
        for url in [
            "postgres://me:se@cret@db/stats",
            "postgres://me:12/cret@db/stats",
            "postgres://me:se?cret@db/stats",
            "postgres://me:secret#@db/stats",
            "postgres://me:secret@db:port/stats",
            "mysql://me:secret@db/stats",
            "me:secret@db",
            "sqlite:",
            "",
        ] {
            let error = url.parse::<Target>().unwrap_err().to_string();
            assert!(error.contains("postgres://USER@HOST"), "{error}");
            assert!(!error.contains("cret"), "{error}");
        }
    }
}
