//! The examples of `docs/observations.md` are what the program gives.

use super::forms;

#[test]
fn examples_of_the_documentation_hold() {
    let page = include_str!("../../docs/observations.md");
    let mut blocks = page.split("```text\n").skip(1);
    let mut examples = 0;
    while let Some((block, _)) = blocks.next().and_then(|rest| rest.split_once("```")) {
        let mut lines = block.lines().peekable();
        while let Some(sentence) = lines.next() {
            let mut expected = Vec::new();
            while let Some(fact) = lines.next_if(|line| line.starts_with("  ")) {
                expected.push(fact.trim());
            }
            forms::assert_forms(&[(sentence, &expected)]);
            examples += 1;
        }
    }
    assert!(examples > 0);
}
