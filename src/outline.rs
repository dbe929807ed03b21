//! The headings of the body, and whether they are those of the 目录.

use std::collections::HashSet;

use crate::block::{Blocks, Heading, Kind, Parsed, key};
use crate::catalog;
use crate::document::Document;
use crate::logical::spaced_after_period;
use crate::problem::{Problem, ProblemKind};
use crate::span::Span;

/// A heading of the body.
#[derive(Clone, Debug)]
pub struct Section {
    /// `s3.1.2`: its ordinals from the top.
    pub id: String,
    /// Depth in the outline, from 1.
    pub level: u8,
    /// `第一章`, `一`, `（一）`, `1.1`; `None` for 前言, 核心数据 and their like.
    pub number: Option<String>,
    /// The title.
    pub title: String,
    /// Whether it describes how the survey was made, itself or as part of a
    /// section that does.
    pub is_method: bool,
    /// Whether it defines terms, likewise.
    pub is_glossary: bool,
    /// Index of its block.
    pub block: usize,
    /// Where it is printed.
    pub spans: Vec<Span>,
}

/// Reads the headings in order. One that the 目录 announces and the body does
/// not have is a problem.
pub fn blocks_to_sections(document: &Document, blocks: &Blocks) -> Parsed<Vec<Section>> {
    let mut sections: Vec<Section> = Vec::new();
    let mut keys = HashSet::new();
    // Levels that are open, and how many of each there were.
    let mut open: Vec<(u8, u32)> = Vec::new();
    // The last section of each level that is open.
    let mut parents: Vec<usize> = Vec::new();
    for (at, block) in blocks.blocks.iter().enumerate() {
        let Kind::Heading(Heading {
            level,
            number,
            printed,
        }) = &block.kind
        else {
            continue;
        };
        let last = open
            .iter()
            .find(|(open, _)| open >= level)
            .map_or(0, |(_, count)| *count);
        open.retain(|(open, _)| open < level);
        open.push((*level, last + 1));
        let ordinals: Vec<String> = open.iter().map(|(_, count)| count.to_string()).collect();
        keys.insert(key(&format!("{printed}{}", block.text.text())));
        let title = spaced_after_period(block.text.text());
        while parents
            .pop_if(|above| sections[*above].level >= *level)
            .is_some()
        {}
        let parent = parents.last().map(|&above| &sections[above]);
        let is_method = title.contains("调查方法") || parent.is_some_and(|above| above.is_method);
        let is_glossary = catalog::wording().glossary.titles.are_in(&title)
            || parent.is_some_and(|above| above.is_glossary);
        parents.push(sections.len());
        sections.push(Section {
            is_method,
            is_glossary,
            id: format!("s{}", ordinals.join(".")),
            level: *level,
            number: number.clone(),
            title,
            block: at,
            spans: block.spans(document),
        });
    }
    let is_missing = |entry: &&crate::block::Entry| {
        let announced = key(&entry.text);
        // A 目录 of tables or figures announces captions.
        !announced.starts_with(['表', '图'])
            && !announced.starts_with("附表")
            && !keys.contains(&announced)
    };
    let problems = blocks
        .contents
        .entries
        .iter()
        .filter(is_missing)
        .map(|entry| {
            let span = document.lines()[entry.line].span;
            let message = "a heading of the 目录 is not in the body";
            Problem::new(ProblemKind::HeadingMissing, message, vec![span])
                .between(entry.text.clone(), "no such heading")
        })
        .collect();
    Parsed {
        value: sections,
        problems,
    }
}

/// The section that a block stands in.
pub fn section_of(sections: &[Section], block: usize) -> Option<&Section> {
    let after = sections.partition_point(|section| section.block <= block);
    sections[..after].last()
}
