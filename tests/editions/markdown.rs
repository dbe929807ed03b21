//! Tables of pipes.

use super::rng::Rng;
use super::typeset::Part;

/// A row a line; a part without header may get an empty one, as some tools do.
pub fn lines(part: &Part, rng: &mut Rng) -> Vec<String> {
    let row = |cells: Vec<&str>| format!("| {} |", cells.join(" | "));
    let width = part.rows.first().map_or(0, Vec::len);
    let mut lines: Vec<String> = part.header_cells().map(row).collect();
    if lines.is_empty() && rng.chance(50) {
        lines.push(row(vec![""; width]));
    }
    if !lines.is_empty() {
        let rule = rng.pick(&["---", ":---:", "-----"]);
        lines.insert(1, row(vec![rule; width]));
    }
    lines.extend(
        part.rows
            .iter()
            .map(|cells| row(cells.iter().map(String::as_str).collect())),
    );
    lines
}

/// A line of the 目录.
pub fn entry(title: &str, page: u32, rng: &mut Rng) -> String {
    match rng.count(0..=2) {
        0 => format!("- {title} …… {page}"),
        1 => format!("{title}\t{page}"),
        _ => format!("{title} ...... {page}"),
    }
}
