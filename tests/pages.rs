//! The pages of invented editions show what was set on them: every character
//! where it stands, whatever fonts, encodings and operators made it.

#[allow(
    dead_code,
    unused_imports,
    reason = "`generator` reads the editions themselves"
)]
mod editions;

use cnnic::document::pdf::bytes_to_pages;
use editions::edition;
use editions::pdf::{Design, Pressed};

/// Sets editions; the first whose pages show something else fails, with its
/// file in the temporary folder.
fn pages_show(design: Design) {
    let asked = std::env::var("CNNIC_SEEDS").ok();
    for seed in 0..asked.map_or(6, |seeds| seeds.parse().unwrap()) {
        let pressed = Pressed::new(&edition(seed), design);
        let bytes = pressed.to_bytes();
        let pages = bytes_to_pages("edition.pdf", bytes.clone(), None).unwrap();
        let differences = pressed.differences(&pages);
        if !differences.is_empty() {
            let path = std::env::temp_dir().join(format!("pages-{seed}-{design:?}.pdf"));
            std::fs::write(&path, bytes).unwrap();
            let shown: Vec<&str> = differences.iter().take(12).map(String::as_str).collect();
            panic!(
                "seed {seed}, {design:?}, {} differences, file {}\n{}\n{}",
                differences.len(),
                path.display(),
                pressed.recipe(),
                shown.join("\n")
            );
        }
    }
}

#[test]
fn ruled_pages() {
    pages_show(Design::Ruled);
}

#[test]
fn three_line_pages() {
    pages_show(Design::ThreeLine);
}

#[test]
fn open_pages() {
    pages_show(Design::Open);
}

#[test]
fn predefined_pages() {
    pages_show(Design::Predefined);
}

#[test]
fn awkward_pages() {
    pages_show(Design::Awkward);
}

#[test]
fn pages_with_endnotes() {
    pages_show(Design::Endnotes);
}
