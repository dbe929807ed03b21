//! Characters in Adobe-GB1 and GBK.

use std::sync::OnceLock;

use hayro_cmap::{CMap, CMapName, load_embedded};

fn load(name: CMapName<'static>) -> CMap {
    let data = load_embedded(name).expect("the map is bundled");
    CMap::parse(data, load_embedded).expect("the map is well formed")
}

/// The number that Adobe-GB1 gives a character.
pub fn cid(c: char) -> u16 {
    static MAP: OnceLock<CMap> = OnceLock::new();
    let map = MAP.get_or_init(|| load(CMapName::UniGbUcs2H));
    let cid = map.lookup_cid_code(u32::from(c), 2);
    narrow(c, cid)
}

/// A character in GBK.
pub fn gbk(c: char) -> Vec<u8> {
    let text = c.to_string();
    let (bytes, _, has_failed) = encoding_rs::GBK.encode(&text);
    assert!(!has_failed, "{c} is not in GBK");
    bytes.into_owned()
}

/// The number that Adobe-GB1 gives the GBK code of a character; Latin is half
/// as wide as Chinese there, and has other numbers.
pub fn gbk_cid(c: char) -> u16 {
    static MAP: OnceLock<CMap> = OnceLock::new();
    let map = MAP.get_or_init(|| load(CMapName::GbkEucH));
    let bytes = gbk(c);
    let code = bytes
        .iter()
        .fold(0, |code, &byte| code << 8 | u32::from(byte));
    narrow(c, map.lookup_cid_code(code, bytes.len() as u8))
}

fn narrow(c: char, cid: Option<u32>) -> u16 {
    let cid = cid.filter(|&cid| cid > 0);
    let cid = cid.unwrap_or_else(|| panic!("{c} is not in Adobe-GB1"));
    u16::try_from(cid).expect("Adobe-GB1 has 30,284 characters")
}
