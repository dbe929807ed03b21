//! What a page carries besides its content: cover and title lines, running
//! heads, page numbers.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex_lite::Regex;

use super::counted::{ascending_numbers, lone_numbers};
use super::look::Look;
use super::pattern;
use crate::catalog::wording;
use crate::document::number::{is_digit, page_number};
use crate::document::{Grid, Place, Separator, separator};
use crate::logical::is_han;

/// What a line of furniture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Furniture {
    /// A title line, on the cover or as a running head.
    Title,
    /// The number of the page.
    PageNumber,
    /// What a converter sets between pages.
    Separator,
}

/// Finds the furniture among the lines; the result is aligned with `looks`.
pub fn find(looks: &[Look], grids: &[Grid]) -> Vec<Option<Furniture>> {
    let mut found = vec![None; looks.len()];
    let mut in_grid = vec![false; looks.len()];
    for grid in grids.iter().filter(|grid| grid.lines.len() > 1) {
        in_grid[grid.lines.clone()].fill(true);
    }
    let mut titles = Titles::default();
    for (at, (slot, look)) in found.iter_mut().zip(looks).enumerate() {
        let line = look.text.text();
        // Months alone may head the columns of a table, and stand in charts.
        let is_heading = || is_of_dates(line) && (in_grid[at] || line.contains(['/', '.', '-']));
        if !look.is_blank() && titles.has(line) && !is_heading() {
            *slot = Some(Furniture::Title);
        }
    }
    unmark_wrapped(looks, &mut found);
    dates_beside_titles(looks, &mut found);
    titles_on_lines(looks, &mut found);
    // Where the layout shows running heads, they may name a section.
    for (slot, look) in found.iter_mut().zip(looks) {
        let is_head = look.line.place == Place::Head && !look.is_blank();
        if is_head && page_number(look.text.text()).is_none() {
            *slot = Some(Furniture::Title);
        }
    }
    separators(looks, &in_grid, &mut found);
    let pages = pages(looks, &found);
    if pages.len() > 1 {
        numbers_at_edges(looks, &pages, &mut found);
        repeated_at_edges(looks, &pages, &in_grid, &mut found);
    } else {
        ascending_numbers(looks, &in_grid, &mut found);
    }
    lone_numbers(looks, grids, &mut found);
    found
}

/// What converters set between pages, page numbers that nothing else is, and words that
/// only say that a table goes on.
///
/// Forced by `fixtures/tables-that-go-on`.
fn separators(looks: &[Look], in_grid: &[bool], found: &mut [Option<Furniture>]) {
    let lines = found.iter_mut().zip(looks).zip(in_grid);
    for ((slot, look), in_grid) in lines {
        if look.is_front && !look.is_blank() {
            let text = look.text.text();
            let key = look.source.split(':').next().unwrap_or_default().trim();
            let is_published =
                wording().date_keys.has(key) && is_of_dates(text) && text.len() >= "2020-1".len();
            let is_title = is_published || is_title(text) && !is_of_dates(text);
            *slot = Some(match is_title {
                true => Furniture::Title,
                false => Furniture::Separator,
            });
            continue;
        }
        if slot.is_some() || *in_grid || look.is_blank() {
            continue;
        }
        let goes_on = wording().goes_on.has(look.text.text());
        *slot = match separator(look.source) {
            Some(Separator::Page(_) | Separator::Number(_)) => Some(Furniture::PageNumber),
            Some(Separator::Break | Separator::Counted(_) | Separator::Sign) => {
                Some(Furniture::Separator)
            }
            None => goes_on.then_some(Furniture::Separator),
        };
    }
}

/// A date that is set with signs is the month of a cover beside a title alone: the axes of
/// charts have such dates too.
///
/// Forced by `fixtures/titles-in-other-orders`.
fn dates_beside_titles(looks: &[Look], found: &mut [Option<Furniture>]) {
    const FURTHEST: usize = 4;
    let is_title = |at: usize, found: &[Option<Furniture>]| {
        let text = looks[at].text.text();
        found[at] == Some(Furniture::Title) && (text.contains('告') || text.contains("eport"))
    };
    for at in 0..looks.len() {
        let text = looks[at].text.text();
        let is_date = is_of_dates(text)
            && text.contains(['/', '.', '-'])
            && text.bytes().filter(u8::is_ascii_digit).count() >= 5;
        let is_whole = || {
            let bare = text.trim_matches(['（', '）', '(', ')']);
            let mut parts = bare.split(['/', '.', '-']);
            let lengths = [parts.next(), parts.next(), parts.next()];
            let lengths = lengths.map(|part| part.map_or(0, str::len));
            matches!(lengths, [4, 1..=2, 0..=2])
        };
        if found[at].is_some() || !is_date || !is_whole() {
            continue;
        }
        let near = at.saturating_sub(FURTHEST)..looks.len().min(at + FURTHEST + 1);
        let is_text = |&line: &usize| line != at && !looks[line].is_blank();
        let above = (near.start..at).rev().find(is_text);
        let below = (at + 1..near.end).find(is_text);
        let mut beside = above.into_iter().chain(below);
        if beside.any(|line| is_title(line, found)) {
            found[at] = Some(Furniture::Title);
        }
    }
}

/// A date or the publisher alone on a line may also be what a wrapped sentence
/// leaves to a line; then prose stands beside it.
///
/// Forced by `fixtures/wrapped-sources`.
fn unmark_wrapped(looks: &[Look], found: &mut [Option<Furniture>]) {
    for at in 0..looks.len() {
        if found[at].is_none() {
            continue;
        }
        let text = looks[at].text.text();
        let is_weak = !text.contains(['告', '络', '絡']) && text.contains(is_han);
        let beside = [at.checked_sub(1), Some(at + 1)];
        // Where the layout shows paragraphs, only their lines are wrapped.
        let is_apart = |at: usize| {
            looks
                .get(at)
                .is_none_or(|look| look.line.follows == Some(false))
        };
        // A cover without blank lines: right below the title, and above no sentence.
        let is_under_title = at.checked_sub(1).is_some_and(|above| {
            found[above] == Some(Furniture::Title) && looks[above].text.text().contains('告')
        }) && looks.get(at + 1).is_some_and(|below| {
            pattern::numbered(below.text.text()).is_some()
                || pattern::is_title(below.text.text()) && below.hashes > 0
        });
        let is_wrapped = !(is_under_title || is_apart(at) && is_apart(at + 1))
            && beside.into_iter().flatten().any(|near| {
                looks.get(near).is_some_and(|look| {
                    !look.is_blank()
                        && found[near].is_none()
                        && look.line.page == looks[at].line.page
                })
            });
        // The publisher may be the last of several sources.
        let mut above = (0..at).rev().take_while(|&line| {
            found[line].is_none()
                && looks[line].line.page == looks[at].line.page
                && pattern::ends_amid(looks[line].text.text())
        });
        let ends_list =
            !text.contains('告') && above.any(|line| looks[line].text.text().contains("来源"));
        if is_weak && is_wrapped || ends_list {
            found[at] = None;
        }
    }
}

/// A cover may set the title on as many lines as it likes, from 第N次 to 报告.
///
/// Forced by `fixtures/title-on-lines`.
fn titles_on_lines(looks: &[Look], found: &mut [Option<Furniture>]) {
    const MOST: usize = 6;
    /// Blank lines count.
    const FURTHEST: usize = 16;
    for first in 0..looks.len() {
        let text = looks[first].text.text();
        if !text.starts_with('第') || text.contains('章') {
            continue;
        }
        let page = looks[first].line.page;
        let lines = (first..looks.len())
            .take(FURTHEST)
            .filter(|&at| !looks[at].is_blank() && looks[at].line.page == page);
        let mut whole = String::new();
        let mut taken = Vec::new();
        for at in lines.take(MOST) {
            whole.push_str(looks[at].text.text());
            taken.push(at);
            if whole.ends_with(['告', '》']) || whole.len() > 240 {
                break;
            }
        }
        // A wrapped sentence may name the report too.
        let is_free = |at: Option<usize>| {
            let near = at.and_then(|at| looks.get(at).zip(found.get(at)));
            near.is_none_or(|(look, found)| look.is_blank() || found.is_some())
        };
        let is_apart = is_free(first.checked_sub(1)) && is_free(taken.last().map(|last| last + 1));
        if is_apart && whole.ends_with(['告', '》']) && is_title(&whole) {
            for at in taken {
                found[at] = Some(Furniture::Title);
            }
        }
    }
}

/// Which lines are titles: each is read once, however many pages carry it.
#[derive(Default)]
struct Titles<'l> {
    read: HashMap<&'l str, bool>,
}

impl<'l> Titles<'l> {
    fn has(&mut self, line: &'l str) -> bool {
        may_be_title(line) && *self.read.entry(line).or_insert_with(|| is_title(line))
    }
}

/// What [`is_title`] needs, made in time.
pub fn prepare() {
    title();
}

/// Whether a cleaned line is made of parts of the report's title, its
/// publisher and its date alone.
fn is_title(line: &str) -> bool {
    /// All that the parts have, Latin letters and digits aside.
    const ALL: &str = "第一二三四五六七八九十百零〇○中国互联网络信息心发展状况调查统计报告次年元月日全文完整版简布《》（）()—|·-.,/'’： ";
    let may_have = |c: char| c.is_ascii_alphanumeric() || is_digit(c) || ALL.contains(c);
    if !may_be_title(line) || !line.chars().all(|c| is_han(c) || may_have(c)) {
        return false;
    }
    let line = wording().simplified_title(line);
    line.chars().all(may_have) && title().is_match(&line)
}

/// Whether a line begins as one of the parts of a title does, as few do: the pattern is
/// tried on those alone.
fn may_be_title(line: &str) -> bool {
    let may_begin = |c: char| match c {
        '《' | '第' | '中' | '发' | '發' | '（' | '(' | '一' | '二' | '１' | '２' => true,
        c => c.is_ascii_alphanumeric(),
    };
    line.len() < 240 && line.starts_with(may_begin)
}

/// Whether a line says when and nothing else.
fn is_of_dates(line: &str) -> bool {
    let is_of_date = |c| match c {
        '年' | '月' | '（' | '）' | '(' | ')' | '/' | '.' | '-' | ' ' => true,
        c => is_digit(c),
    };
    line.chars().all(is_of_date)
}

fn title() -> &'static Regex {
    static TITLE: LazyLock<Regex> = LazyLock::new(|| {
        let parts = [
            "《?第[0-9０-９一二三四五六七八九十百]+次《?中国互联网络?(?:信息中心)?(?:发展状况)?(?:调查)?(?:统计)?(?:调查)?(?:报告)?》?",
            "《?(?:中国互联网络?)?发展状况(?:调查)?(?:统计)?(?:调查)?报告》?",
            "中国互联网络信息中心(?:[（(]CNNIC[）)])?",
            "[（(]?第[0-9０-９一二三四五六七八九十百]+次[）)]?",
            r"[（(]?(?:20[0-9]{2}|[12１２][0-9０-９]{3})年[0-9０-９元]{1,2}月(?:[0-9０-９]{1,2}日)?[）)]?",
            "[（(]?[一二][九零〇○][零〇○一二三四五六七八九]{2}年[元一二三四五六七八九十]{1,2}月[）)]?",
            r"[（(][12][0-9]{3}[/.-][0-9]{1,2}[）)]",
            "[（(](?:全文|完整版|简版)[）)]",
            "(?:CNNIC|中国互联网络信息中心)(?:发布|：)",
            r"(?i:the )?\(?[0-9]+(?i:st|nd|rd|th)\)?",
            "(?i:statistical report|statistical survey report)",
            "(?i:on (?:the )?(?:china['’]s )?(?:the )?internet development(?: in china)?)",
            "(?i:on china['’]s|internet development)",
            "(?i:china internet network information center|CNNIC)",
            r"(?i:\(?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?),? (?:20|19)[0-9]{2}\)?)",
        ];
        let pattern = format!(
            "^(?:[0-9]{{1,3}}[ —|·-]{{0,3}})?(?:(?:{})[ —|·-]{{0,3}})+(?:[0-9]{{1,3}})?$",
            parts.join("|")
        );
        Regex::new(&pattern).expect("the pattern is a constant")
    });
    &TITLE
}

/// Indices of the lines with content that is no title, page by page.
fn pages(looks: &[Look], found: &[Option<Furniture>]) -> Vec<Vec<usize>> {
    let mut pages: Vec<Vec<usize>> = Vec::new();
    let mut last = None;
    for (at, look) in looks.iter().enumerate() {
        if look.is_blank() {
            continue;
        }
        if last.replace(look.line.page) != Some(look.line.page) {
            pages.push(Vec::new());
        }
        if let (None, Some(page)) = (found[at], pages.last_mut()) {
            page.push(at);
        }
    }
    pages
}

/// `— 8 —`, which nothing but a page number is.
fn is_dashed(line: &str) -> bool {
    let is_dash = |c: char| "-—–".contains(c);
    line.starts_with(is_dash) && line.ends_with(is_dash)
}

/// On a page the first or last line may be its number, if the numbers of the
/// pages grow as the pages do.
///
/// Of two pages forced by `fixtures/page-number-at-a-break`.
fn numbers_at_edges(looks: &[Look], pages: &[Vec<usize>], found: &mut [Option<Furniture>]) {
    let edges = |page: &Vec<usize>| [page.first().copied(), page.last().copied()];
    let number = |at: usize| page_number(looks[at].text.text());
    let offset = |page: usize, at: usize| {
        let number: i64 = number(at)?.parse().ok()?;
        Some(number - page as i64)
    };
    let mut votes: HashMap<i64, usize> = HashMap::new();
    for (index, page) in pages.iter().enumerate() {
        for at in edges(page).into_iter().flatten() {
            *votes
                .entry(offset(index, at).unwrap_or(i64::MAX))
                .or_default() += 1;
        }
    }
    for (index, page) in pages.iter().enumerate() {
        for at in edges(page).into_iter().flatten() {
            // Of two pages alone, the number at the break between them; others are too few to
            // agree with it or not.
            let at_break = if index == 0 {
                page.last()
            } else {
                page.first()
            };
            let is_lone = pages.len() == 2 && at_break == Some(&at);
            let is_number = match (number(at), offset(index, at)) {
                (None, _) => false,
                // A roman number, or a lone number where no pages agree.
                (Some(_), None) => true,
                (Some(_), _) if is_dashed(looks[at].text.text()) => true,
                (Some(_), Some(offset)) => {
                    votes[&offset] >= 2 || is_lone || votes.values().all(|&v| v < 3)
                }
            };
            if is_number {
                found[at] = Some(Furniture::PageNumber);
            }
        }
    }
}

/// A line at the top or bottom of three pages, its digits aside, is a running
/// head; where it is a heading, the first is not.
fn repeated_at_edges(
    looks: &[Look],
    pages: &[Vec<usize>],
    in_grid: &[bool],
    found: &mut [Option<Furniture>],
) {
    const DEEP: usize = 2;
    const OFTEN: usize = 3;
    let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
    for page in pages {
        let free: Vec<usize> = page
            .iter()
            .copied()
            .filter(|&at| found[at].is_none())
            .collect();
        let bottom = free.len().saturating_sub(DEEP).max(DEEP.min(free.len()));
        for &at in free.iter().take(DEEP).chain(&free[bottom..]) {
            if !in_grid[at] && can_repeat(&looks[at]) {
                let masked = looks[at].text.text().replace(is_digit, "0");
                seen.entry(masked).or_default().push(at);
            }
        }
    }
    for places in seen.into_values().filter(|places| places.len() >= OFTEN) {
        let heading = pattern::numbered(looks[places[0]].text.text()).is_some();
        for &at in &places[usize::from(heading)..] {
            found[at] = Some(Furniture::Title);
        }
    }
}

/// Rows and captions of tables repeat too, and so do phrases of prose and the
/// titles of sections in several chapters.
fn can_repeat(look: &Look) -> bool {
    let text = look.text.text();
    let heading = pattern::numbered(text);
    if heading.is_some_and(|heading| heading.form != pattern::HeadingForm::Chapter) {
        return false;
    }
    !look.source.contains(['\t', '|'])
        && !look.source.contains("  ")
        && !look.is_bullet()
        && text.chars().count() <= 40
        && !pattern::is_prose(text)
        && pattern::caption(text).is_none()
        && pattern::unit(text).is_none()
        && pattern::note(text).is_none()
        && pattern::source(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_lines_are_known() {
        for line in [
            "第55次中国互联网络发展状况统计报告",
            "第五十六次中国互联网络",
            "发展状况统计报告",
            "中国互联网络信息中心",
            "2025年1月",
            "The 55th",
            "Statistical Report",
            "on China's Internet Development",
            "THE 3RD STATISTICAL REPORT ON CHINA’S INTERNET DEVELOPMENT",
            "第55次中国互联网络发展状况统计报告The 55th Statistical Report on China's Internet Development",
            "第55次中国互联网络发展状况统计报告12",
            "January 2025",
        ] {
            assert!(is_title(line), "{line}");
        }
        for line in [
            "互联网络",
            "2024年",
            "55",
            "中国互联网络信息中心定期开展",
            "CNNIC在2005年",
        ] {
            assert!(!is_title(line), "{line}");
        }
    }
}
