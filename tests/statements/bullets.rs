//! The facts of the core data of the real report, read one by one against the
//! bullets that print them.

use super::annotated;
use super::forms;

#[test]
fn facts_of_the_bullets_are_all_there_and_no_more() {
    let Some((report, _)) = annotated::report() else {
        return;
    };
    let bullets = report.observations.iter();
    let bullets = bullets.filter(|observation| observation.origin.kind == "bullet");
    let found: Vec<String> = bullets
        .map(|observation| {
            let codes = observation.dimensions.iter();
            let codes = codes.map(|(dimension, code)| format!(" {dimension}={code}"));
            let indicator = observation.indicator.as_deref().unwrap_or("-");
            let codes: String = codes.collect();
            format!("{} | {indicator}{codes}", forms::line(observation))
        })
        .collect();
    let expected = include_str!("../expected/cnnic-55/bullet_facts.txt");
    assert_eq!(found, expected.lines().collect::<Vec<_>>());
}
