//! Packs the catalog, which is written in TOML, into what the program reads as it
//! starts: reading the TOML itself would take a tenth of its time.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

const CATALOG: &str = "src/catalog";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={CATALOG}");
    let packed = PathBuf::from(env::var("OUT_DIR")?).join("catalog");
    fs::create_dir_all(&packed)?;
    for entry in fs::read_dir(CATALOG)? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            pack(&path, &packed).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(())
}

fn pack(path: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let file: toml::Table = toml::from_str(&fs::read_to_string(path)?)?;
    let name = path.file_stem().ok_or("no name")?;
    let packed = folder.join(name).with_extension("msgpack");
    Ok(fs::write(packed, rmp_serde::to_vec(&file)?)?)
}
