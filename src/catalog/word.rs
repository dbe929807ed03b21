//! Words of labels in English.

use serde::Deserialize;

/// The glossary.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Words {
    words: Vec<Word>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    zh: &'static str,
    en: &'static str,
}

impl Words {
    /// An id of the words of a label that the glossary knows, in their order;
    /// `None` when it knows none.
    pub fn id(&self, label: &str) -> Option<String> {
        let mut parts: Vec<&str> = Vec::new();
        let mut rest = label;
        while let Some(c) = rest.chars().next() {
            let word = self
                .words
                .iter()
                .filter(|word| rest.starts_with(word.zh))
                .max_by_key(|word| word.zh.len());
            match word {
                Some(word) => {
                    if !parts.contains(&word.en) {
                        parts.push(word.en);
                    }
                    rest = &rest[word.zh.len()..];
                }
                None => rest = &rest[c.len_utf8()..],
            }
        }
        (!parts.is_empty()).then(|| parts.join("_"))
    }
}
