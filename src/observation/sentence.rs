//! Facts of bullets and sentences to observations.

use std::ops::Range;

use super::abroad::Abroad;
use super::part::{self, Placed};
use super::unit::{counts_machines, may_be_in};
use super::{Observation, Observations, Origin, Status, Surroundings};
use super::{as_share, corrected_period, in_base_units, in_part, is_source};
use crate::catalog::{self, Codes, Phrase};
use crate::document::number::is_digit;
use crate::edition;
use crate::fact::{self, Fact, INFERRED, Measure, Moment, Paragraph, Remark};
use crate::footnote;
use crate::outline::section_of;
use crate::period::Period;
use crate::problem::{Problem, ProblemKind};
use crate::statement::Statement;

/// Reads the facts of the statements of one paragraph, which hand on their
/// period; the first of them is at `first` of all.
pub fn paragraph_to_observations(
    first: usize,
    statements: &[Statement],
    surroundings: &Surroundings,
    read: &mut Observations,
) {
    let mut paragraph = Paragraph::default();
    let mut is_of_survey = false;
    let mut survey = Survey::default();
    let mut counted = None;
    for (at, statement) in (first..).zip(statements) {
        let section = section_of(surroundings.sections, statement.block);
        if section.is_some_and(|section| section.is_method) {
            continue;
        }
        if let Some(script) = fact::unread(statement.text.text()) {
            let message = "a sentence is in a script or language whose facts are not read";
            let place = statement.text.whole();
            let problem = Problem::new(ProblemKind::ScriptNotRead, message, place);
            read.problems
                .push(problem.between("simplified Chinese", script));
            continue;
        }
        let remarks = remarks(statement, surroundings);
        let edition = surroundings.edition.period;
        let text = statement.text.text();
        let reading = fact::read(text, &remarks, edition, &mut paragraph);
        is_of_survey |= speaks_of_respondents(text) || speaks_of_users(text, edition);
        let is_sourced = remarks.iter().any(|remark| remark.is_source);
        survey.begin(is_of_survey && !is_sourced, text);
        survey
            .days
            .extend(reading.facts.iter().filter_map(survey_day));
        let bare = reading
            .facts
            .iter()
            .filter(|fact| fact.unit_printed.is_none());
        let numbers = bare.map(|fact| &fact.number).chain(&reading.broken);
        let may_be_mark = |number: &&Range<usize>| {
            surroundings.may_be_mark(&statement.text.spans((*number).clone()))
        };
        let mut doubted: Vec<Range<usize>> = match surroundings.doubtful {
            [] => Vec::new(),
            _ => numbers.filter(may_be_mark).cloned().collect(),
        };
        doubted.sort_unstable_by_key(|mark| mark.start);
        let mut broken = reading.broken;
        let mut undated = Vec::new();
        let mut placed = Vec::new();
        for fact in reading.facts {
            let number = fact.number.clone();
            let is_undated = fact.moment.is_none() && !survey.abroad.has(number.start);
            let base = fact.base;
            match observation(at, statement, fact, &mut survey, edition) {
                // Of what 增长57 is, and what is behind it in its clause, nobody knows.
                Some(_) if is_behind_mark(text, &doubted, &number) => broken.push(number),
                // 34¹1 台
                Some(_) if is_parted(statement, &number) => broken.push(number),
                Some(observation) => {
                    undated.extend(is_undated.then_some((read.observations.len(), base)));
                    placed.push(Placed {
                        number,
                        at: read.observations.len(),
                        is_undated,
                    });
                    read.observations.push(observation);
                }
                None => broken.push(number),
            }
        }
        part::date_alike(&mut read.observations, &undated, edition);
        if !survey.names_others {
            part::date_parts(&mut read.observations, &placed, text, counted);
        }
        let mut levels = placed.iter().rev().map(|placed| placed.at);
        counted = levels.find(|&at| read.observations[at].measure == Measure::Level);
        for (range, class) in reading.claims {
            let spans = statement.text.spans(range).into_iter();
            read.claims.extend(spans.map(|span| (span, class)));
        }
        for range in reading.spelled {
            let message = "an amount in words is no value";
            let found = text[range.clone()].to_owned();
            let problem = Problem::new(
                ProblemKind::AmountInWords,
                message,
                statement.text.spans(range),
            )
            .between("a number in digits", found);
            read.problems.push(problem);
        }
        for range in broken {
            let message = "a number in a sentence could not be understood";
            let found = text[range.start..].chars().take(12).collect::<String>();
            let spans = statement.text.spans(range);
            let problem = Problem::new(ProblemKind::NumberNotUnderstood, message, spans)
                .between("a number with its unit and what it is of", found);
            read.problems.push(problem);
        }
    }
}

/// Whether a number may be the mark of a footnote, or stands behind such a number in its
/// clause, which parts it from what it is of: 用户10使用率为21%.
///
/// Forced by `fixtures/footnotes-close-to-numbers`.
fn is_behind_mark(text: &str, doubted: &[Range<usize>], number: &Range<usize>) -> bool {
    /// No clause is longer.
    const FURTHEST: usize = 240;
    let next = doubted.partition_point(|mark| mark.start <= number.start);
    let Some(mark) = doubted[..next].last() else {
        return false;
    };
    let is_same_clause = text.get(mark.end..number.start).is_some_and(|between| {
        between.len() <= FURTHEST && !between.contains(['，', '；', '。', '！', '？'])
    });
    mark == number || is_same_clause
}

/// Whether the mark of a footnote stands among the digits of a number, which it parts.
fn is_parted(statement: &Statement, number: &Range<usize>) -> bool {
    let text = statement.text.text();
    let mut marks = statement.text.marks().iter();
    marks.any(|mark| {
        let is_inside = number.start < mark.at && mark.at < number.end;
        is_inside && text[..mark.at].ends_with(is_digit) && text[mark.at..].starts_with(is_digit)
    })
}

/// What a sentence and its paragraph say of the survey of the edition.
#[derive(Default)]
struct Survey {
    /// Whether the sentence is about those whom it asks.
    is_own: bool,
    /// Whether it names others than those whom the survey asks: 据某机构统计, 美国.
    names_others: bool,
    /// Whether a share of this sentence is of the survey: then all are.
    has_share: bool,
    /// What this sentence counts at the time of the edition.
    counted: Option<&'static str>,
    /// Which of its numbers are of other countries.
    abroad: Abroad,
    /// Days that it is told to be of: 截至 2007 年 12 月 31 日，网民….
    days: Vec<Period>,
}

impl Survey {
    fn begin(&mut self, is_own: bool, text: &str) {
        self.is_own = is_own;
        self.names_others = catalog::wording().survey.others.are_in(text);
        self.abroad = Abroad::new(text);
        self.has_share = false;
        self.counted = None;
    }
}

/// The day that a number of the survey is told to be of.
fn survey_day(fact: &Fact) -> Option<Period> {
    let said = fact.moment.as_ref()?.period;
    let day = said.filter(|said| matches!(said, Period::Day(..)))?;
    let is_counted = phrase(fact).is_some_and(|phrase| !phrase.indicator.of_day);
    is_counted.then_some(day)
}

/// Whether a text is about those whom the survey of the edition asks.
fn speaks_of_respondents(text: &str) -> bool {
    let words = &catalog::wording().survey;
    let is_of_firms = || words.firms.are_in(text) && !words.others.are_in(text);
    words.words.are_in(text) || is_of_firms()
}

/// The same of the first editions, where those are called users.
fn speaks_of_users(text: &str, edition: Option<Period>) -> bool {
    let words = &catalog::wording().survey;
    let last = edition::period_of(words.users_until);
    let is_early = edition
        .zip(last)
        .is_some_and(|(edition, last)| edition <= last);
    is_early && words.users.are_in(text) && !words.others.are_in(text)
}

/// What the footnotes of a statement say of its numbers.
fn remarks(statement: &Statement, surroundings: &Surroundings) -> Vec<Remark> {
    let marks = statement.text.marks().iter();
    marks
        .filter_map(|mark| {
            let number: u32 = mark.name.parse().ok()?;
            let footnote = footnote::referred(surroundings.footnotes, number, mark.span.start)?;
            let text = footnote.text.text();
            Some(Remark {
                at: mark.at,
                period: corrected_period(text),
                is_source: is_source(text),
            })
        })
        .collect()
}

fn observation(
    at: usize,
    statement: &Statement,
    fact: Fact,
    survey: &mut Survey,
    edition: Option<Period>,
) -> Option<Observation> {
    let is_abroad = survey.abroad.has(fact.number.start);
    let whole = fact.share_of.as_ref().or(fact.changed_share_of.as_ref());
    let phrase = phrase(&fact).map(|phrase| in_part(phrase, whole.map(String::as_str)));
    let phrase = phrase.filter(|phrase| {
        let needs = phrase.indicator.needs.as_ref();
        !is_abroad && needs.is_none_or(|dimension| phrase.dimensions.contains_key(dimension))
    });
    let indicator = phrase.as_ref().map(|phrase| phrase.indicator);
    let is_mistaken = indicator.is_some_and(|indicator| !may_be_in(indicator, &fact));
    let moment = moment(&fact, phrase.as_ref(), survey, edition);
    // A year before no known period is none.
    let base = fact
        .base
        .filter(|_| moment.period.is_some() || !fact.is_base_relative)
        .map(|base| match moment.period {
            Some(Period::Month(..)) if base.closes_month() => base.last_month(),
            _ => base,
        });
    // 2 个百分点/年: what is printed, where the catalog does not know it.
    let unknown = fact.unit_printed.as_deref().filter(|_| fact.unit.is_none());
    let unknown = unknown.map(|printed| catalog::units().multiplier(printed).1.trim_start());
    let unknown = unknown.filter(|unit| !unit.is_empty()).map(str::to_owned);
    let unit = match fact.unit {
        Some(unit) => unit.to_owned(),
        None if let Some(unit) = &unknown => unit.clone(),
        None if fact.measure == Measure::Ratio => "ratio".to_owned(),
        None => indicator
            .filter(|_| !is_mistaken)
            .map(|indicator| indicator.unit)
            .or_else(|| catalog::units().of_label(&fact.label))
            .unwrap_or("item")
            .to_owned(),
    };
    let is_multiple = unit == "multiple" && fact.measure == Measure::Level;
    Some(Observation {
        spans: statement.text.spans(fact.range),
        number: statement.text.spans(fact.number),
        // 网民规模是 2017 年的 2.5 倍 is no number of users.
        indicator: indicator.filter(|_| !is_multiple && !is_mistaken && unknown.is_none()),
        dimensions: match phrase {
            Some(phrase) => phrase.dimensions,
            None => area(&fact.label),
        },
        label: fact.label,
        measure: fact.measure,
        value: Some(in_base_units(fact.value, fact.power)?),
        upper: match fact.upper {
            Some(upper) => Some(in_base_units(upper, fact.power)?),
            None => None,
        },
        denominator: fact.denominator,
        unit,
        unit_printed: fact.unit_printed,
        power: fact.power,
        printed: fact.printed,
        approximation: fact.approximation,
        status: if fact.is_forecast {
            Status::Forecast
        } else {
            Status::Normal
        },
        period: moment.period,
        period_note: moment.note,
        base,
        share_of: fact.share_of,
        origin: Origin::Statement(at),
        correction: None,
    })
}

/// Whether a month is that of an earlier edition's survey.
fn is_earlier_survey(month: Period, edition: Period) -> bool {
    let surveys = (1..).map_while(edition::period_of);
    let mut earlier = surveys.take_while(|survey| *survey < edition);
    earlier.any(|survey| survey == month)
}

/// Whether a month is that of an edition's survey, or the same of an earlier
/// year.
fn is_survey_month(month: Period, edition: Period) -> bool {
    let years = edition.year() - month.year();
    years >= 0 && month.shifted(years) == edition
}

/// What the catalog knows a fact as. The change of a share in points is of
/// the share: 网民规模占比 is of what 网民规模 is a share. A share of a part, 北京的备案数量占比,
/// is of what is counted.
fn phrase(fact: &Fact) -> Option<Phrase> {
    let whole = fact.share_of.as_deref();
    let counts_people = fact.unit == Some("person") && fact.measure != Measure::Share;
    if let Some(phrase) = catalog::phrase(&fact.label) {
        // 手机上网 1.18 亿人: those who do.
        if counts_people && phrase.indicator.unit == "percent" {
            let users = catalog::phrase(&format!("{}网民", fact.label));
            return users.or(Some(phrase));
        }
        // 专线上网 141 万台: the machines that do.
        if phrase.indicator.unit == "person" && counts_machines(fact) {
            let machine = catalog::wording().survey.machine;
            return catalog::phrase(&format!("{}{machine}", fact.label)).or(Some(phrase));
        }
        return match fact.measure {
            Measure::Share => Some(as_share(phrase, whole)),
            _ => Some(phrase),
        };
    }
    if let Some((whole, part)) = fact::among(&fact.label) {
        let known = catalog::phrase(part).filter(|phrase| phrase.indicator.wholes.contains(&whole));
        return known.or_else(|| part_of(part, whole));
    }
    let is_part = fact.measure == Measure::Share && catalog::code_of_any(&fact.label).is_some();
    if is_part && let Some(phrase) = whole.and_then(|whole| part_of(&fact.label, whole)) {
        return Some(phrase);
    }
    // 网络购物 2.71 亿: where an application alone is counted, its users are.
    let is_of_people = matches!(fact.unit, None | Some("person")) && fact.unit_printed.is_some();
    let is_share = fact.measure == Measure::Share;
    if (is_of_people || is_share) && catalog::code("application", &fact.label).is_some() {
        let users = catalog::phrase(&format!("{}用户", fact.label))?;
        // 全国支付交易中，支付占 2%: of what, only the words before say.
        return match is_share {
            true => known_share(users, Some(whole?)),
            false => Some(users),
        };
    }
    let is_points = fact.unit == Some("percentage_point");
    // 10-19 岁网民所占比例
    let shares = &catalog::wording().subject.shares;
    let counted = shares.strip_suffix(&fact.label)?;
    let phrase = catalog::phrase(counted)?;
    match fact.measure {
        Measure::Share if !phrase.dimensions.is_empty() => known_share(phrase, whole),
        _ if is_points => known_share(phrase, fact.changed_share_of.as_deref()),
        _ => None,
    }
}

/// The share of a phrase in a whole. Where the catalog has what the shares of
/// an indicator are and it is none of them, nothing: 游戏 of all apps is no
/// number of users.
fn known_share(phrase: Phrase, whole: Option<&str>) -> Option<Phrase> {
    let counted = phrase.indicator;
    let share = as_share(phrase, whole);
    (share.indicator.id != counted.id || counted.as_share.is_empty()).then_some(share)
}

/// 男性 of 网民: the share that those whom both words name are of the whole.
fn part_of(part: &str, whole: &str) -> Option<Phrase> {
    // 网民中 30-39 岁人群占比, 老年群体占非网民总体的比例
    let subject = &catalog::wording().subject;
    let share = subject.shares.strip_suffix(part).unwrap_or(part);
    let share = share.trim_end_matches('的');
    let group = subject.part.strip_suffix(share).unwrap_or(share);
    let people = ["总体", "整体", "总数"]
        .iter()
        .find_map(|all| whole.strip_suffix(all))
        .unwrap_or(whole);
    let parts = [part, share, group].into_iter();
    let mut named = parts.flat_map(|part| [whole, people].map(|whole| format!("{part}{whole}")));
    let named = named.find_map(|named| catalog::phrase(&named))?;
    let counted = named.indicator.id.to_owned();
    let share = as_share(named, Some(whole));
    (share.indicator.id != counted && !share.dimensions.is_empty()).then_some(share)
}

/// The region that a label begins with the full name of: 浙江省涉企问题办结率.
fn area(label: &str) -> Codes {
    const FULL: [&str; 4] = ["省", "市", "自治区", "的"];
    const LONGEST: usize = 8;
    let ends = label.char_indices().map(|(at, c)| at + c.len_utf8());
    let ends = ends.take(LONGEST).filter(|&end| {
        let name = &label[..end];
        FULL.iter().any(|full| name.ends_with(full))
    });
    let codes = ends.filter_map(|end| {
        let name = label[..end].trim_end_matches('的');
        catalog::code("area", name).filter(|_| end < label.len())
    });
    let code = codes
        .last()
        .map(|code| ("area".to_owned(), code.into_owned()));
    code.into_iter().collect()
}

/// Whether a label is of several that the catalog knows: 网络音乐、网络直播等应用的用户规模.
fn is_of_known_list(label: &str) -> bool {
    let Some((items, last)) = label.rsplit_once('、') else {
        return false;
    };
    let mut measures = catalog::wording().survey.measures.iter();
    measures.any(|measure| {
        let is_known = |item: &str| catalog::phrase(&format!("{item}{measure}")).is_some();
        last.ends_with(measure) && items.split('、').all(is_known)
    })
}

/// The period of a fact. What says none is of the edition, when the survey
/// or the catalog answers for it: an indicator of the catalog, or a share of
/// those whom the survey asks, without another publisher.
fn moment(
    fact: &Fact,
    phrase: Option<&Phrase>,
    survey: &mut Survey,
    edition: Option<Period>,
) -> Moment {
    let is_share = matches!(fact.unit, Some("percent" | "percentage_point"))
        && fact.measure != Measure::GrowthRate;
    // 92.5% of licences is no answer of a survey.
    let is_of_people = fact.share_of.as_ref().is_none_or(|whole| {
        let mut people = catalog::wording().survey.people.iter();
        people.any(|people| whole.contains(people))
    });
    let is_of_known = |whole: &String| catalog::phrase(whole).is_some();
    let is_of_survey = survey.is_own || fact.share_of.as_ref().is_some_and(is_of_known);
    let words = &catalog::wording().survey;
    let counts_asked = fact.measure == Measure::Level && words.asked.begin(&fact.label);
    let is_answer =
        survey.is_own && !survey.names_others && (counts_asked || words.measures.end(&fact.label));
    // 域名总量达 3200 万个，其中 60% 的域名是“.CN”域名: of those just counted.
    let whole = fact.share_of.as_deref().and_then(catalog::phrase);
    let is_of_counted = whole.is_some_and(|whole| survey.counted == Some(whole.indicator.id));
    let is_of_share =
        is_share && (is_of_people && is_of_survey || is_of_counted || survey.has_share);
    // 诈骗占比…，较 2020 年 12 月下降…: what the edition compares with an earlier time is of
    // its own.
    // But 某公司员工…, 全球出货量…, 据某机构统计… compare with the same months.
    let is_of_net = survey.is_own || words.resources.are_in(&fact.label);
    let is_compared = is_of_net
        && !survey.names_others
        && (fact.is_base_months
            || !fact.is_base_relative
                && fact.base.is_some_and(|base| {
                    edition.is_some_and(|edition| is_earlier_survey(base, edition))
                }));
    let is_known = phrase.is_some()
        || is_of_share
        || is_answer
        || is_compared
        || is_of_known_list(&fact.label);
    let is_own = is_known && !survey.abroad.has(fact.number.start);
    survey.has_share |= fact.moment.is_none() && is_of_share;
    let counts = phrase.filter(|_| fact.moment.is_none() && fact.measure == Measure::Level);
    survey.counted = counts.map(|of| of.indicator.id).or(survey.counted);
    // 与此同时，…: the time that all of the edition is of holds on.
    let is_of_edition = |said: &Moment| edition.is_some() && said.period == edition;
    let is_said = !fact.is_apart || is_own || fact.moment.as_ref().is_some_and(is_of_edition);
    let Some(moment) = fact.moment.clone().filter(|_| is_said) else {
        return Moment {
            note: edition.filter(|_| is_own).map(|_| INFERRED.to_owned()),
            period: edition.filter(|_| is_own),
        };
    };
    // 截至 2007 年 12 月 31 日 is the month of the edition's own survey.
    let of_month = |period: Period| match edition {
        Some(edition)
            if period.closes_month()
                && is_survey_month(period.last_month(), edition)
                && (phrase.is_some_and(|phrase| !phrase.indicator.of_day)
                    || phrase.is_none()
                        && (survey.days.contains(&period)
                            || speaks_of_respondents(&fact.label))) =>
        {
            period.last_month()
        }
        _ => period,
    };
    Moment {
        period: moment.period.map(of_month),
        ..moment
    }
}
