//! The next character of a text that may be one of few.
//!
//! Three bytes in a row are one Chinese character: what is not looked for is stepped over
//! whole, as its first byte shows it.

/// How far it is to the next character from one that a byte begins; 0 where it may be what
/// is looked for.
pub type Steps = [u8; 256];

/// The steps to the characters that these bytes begin.
pub const fn steps_to(begins: &[u8]) -> Steps {
    let mut steps = [1; 256];
    let mut byte = 0xc0;
    while byte < steps.len() {
        steps[byte] = match byte {
            ..0xe0 => 2,
            0xe0..0xf0 => 3,
            _ => 4,
        };
        byte += 1;
    }
    let mut at = 0;
    while at < begins.len() {
        steps[begins[at] as usize] = 0;
        at += 1;
    }
    steps
}

/// The next place, from one on, at which a character begins that may be what is looked for.
pub fn next(text: &str, mut at: usize, steps: &Steps) -> Option<usize> {
    loop {
        let byte = *text.as_bytes().get(at)?;
        match steps[usize::from(byte)] {
            0 => return Some(at),
            step => at += usize::from(step),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_is_found_behind_characters_of_all_lengths() {
        const TO_STOP: Steps = steps_to("。".as_bytes().first_chunk::<1>().unwrap());
        let text = "aé网🀄。b、";
        let found = |at| next(text, at, &TO_STOP).map(|at| &text[at..]);
        assert_eq!(found(0), Some("。b、"));
        assert_eq!(found("aé网🀄。".len()), Some("、"));
        assert_eq!(found(text.len()), None);
    }
}
