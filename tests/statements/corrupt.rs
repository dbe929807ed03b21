//! Numbers that a scan or a typesetter broke: invented sentences.

use cnnic::report::Problem;

use crate::forms::read;

#[test]
fn a_corrupt_number_is_a_problem_and_no_value() {
    for (said, number) in [
        ("用户增幅为2.了%", "2"),
        ("使用率提升18.了个百分点", "18"),
        ("新增用户0608万人", "0608"),
        ("退改签率为2.%", "2"),
        ("产量达50.万台", "50"),
        ("产量达21..85万台", "21"),
        ("产量达1了5.02万台", "1"),
        ("产量达5〇.81万台", "5"),
        ("产量达10□58万台", "10"),
        ("产量达18.5.2万台", "18.5.2"),
        ("产量达18:52万台", "18"),
        ("产量达18·52万", "18"),
        ("产量达15，02万", "15"),
        ("产量达.05万台", "05"),
        ("产量达15.02s万台", "15.02"),
        // The mark of a footnote among its digits.
        ("产量达34¹1台", "34"),
    ] {
        let report = read(&format!("截至2025年6月，网民规模达11.23亿人，{said}。"));
        assert_eq!(report.observations.len(), 1, "{said}");
        let found = |problem: &Problem| {
            let found = problem.found.as_deref();
            found.is_some_and(|found| found.starts_with(number))
        };
        assert!(report.problems.iter().any(found), "{:?}", report.problems);
        assert_eq!(report.ledger.unexplained[0].text, number);
    }
}

/// Hundreds of numbers that are handed out at once are no sentence, and none is a value.
#[test]
fn a_list_without_an_end_is_a_problem() {
    let names = ('一'..).step_by(7).take(200);
    let names: Vec<String> = names.map(|name| format!("业务{name}")).collect();
    let shares: Vec<String> = (0..200).map(|at| format!("{}.1%", at % 90)).collect();
    let (names, shares) = (names.join("、"), shares.join("、"));
    let report = read(&format!("2024年，{names}的占比分别为{shares}。"));
    assert_eq!(report.observations.len(), 0);
    assert_eq!(report.ledger.unexplained.len(), 200);
}
