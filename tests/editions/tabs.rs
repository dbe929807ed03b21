//! Columns parted by tabs.

use super::typeset::Part;

/// A row a line.
pub fn lines(part: &Part) -> Vec<String> {
    let header = part.header_cells().map(|cells| cells.join("\t"));
    header
        .chain(part.rows.iter().map(|cells| cells.join("\t")))
        .collect()
}

/// A line of the 目录.
pub fn entry(title: &str, page: u32) -> String {
    format!("{title}\t{page}")
}
