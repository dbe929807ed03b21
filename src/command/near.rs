//! What is near to a name that is not there.

/// How alike two names are that one may be meant for the other.
const ALIKE: f64 = 0.8;

/// How many are worth naming.
const MOST: usize = 3;

/// The names that may be meant, the likeliest first.
pub fn near<'n>(wanted: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let wanted = wanted.to_lowercase();
    let likeness = |name: &str| {
        let name = name.to_lowercase();
        let is_part = !wanted.is_empty() && (name.contains(&wanted) || wanted.contains(&name));
        strsim::jaro_winkler(&wanted, &name).max(if is_part { ALIKE } else { 0.0 })
    };
    let mut found: Vec<(f64, &str)> = names
        .into_iter()
        .map(|name| (likeness(name), name))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    found.sort_by(|one, other| other.0.total_cmp(&one.0));
    found.dedup_by_key(|(_, name)| *name);
    found.into_iter().take(MOST).map(|(_, name)| name).collect()
}

/// `; near: domains, websites`, or nothing.
pub fn said(near: &[&str]) -> String {
    if near.is_empty() {
        String::new()
    } else {
        format!("; near: {}", near.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_and_a_part_are_near_and_another_word_is_not() {
        let names = [
            "internet_users",
            "internet_penetration",
            "domains",
            "websites",
        ];
        assert_eq!(near("internet_user", names)[0], "internet_users");
        assert_eq!(near("penetration", names), ["internet_penetration"]);
        assert_eq!(near("Domain", names), ["domains"]);
        assert!(near("xyz", names).is_empty());
        assert!(near("", names).is_empty());
    }
}
