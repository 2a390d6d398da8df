//! What stands in braces in a sentence.

use std::collections::BTreeSet;

/// The placeholders of a sentence.
///
/// # Errors
/// What is wrong with its braces.
pub fn placeholders(sentence: &str) -> Result<BTreeSet<&str>, &'static str> {
    let mut found = BTreeSet::new();
    let mut rest = sentence;
    while let Some(at) = rest.find(['{', '}']) {
        if rest[at..].starts_with('}') {
            return Err("a brace closes what was never opened");
        }
        let end = rest[at + 1..].find(['{', '}']).map(|end| at + 1 + end);
        match end {
            Some(end) if rest[end..].starts_with('}') => {
                found.insert(&rest[at + 1..end]);
                rest = &rest[end + 1..];
            }
            _ => return Err("a brace is never closed"),
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn a_stray_brace_is_seen() {
        for stray in ["a } b", "a { b", "a {b {c}"] {
            assert!(placeholders(stray).is_err(), "{stray}");
        }
        assert_eq!(placeholders("{a} {b} {a}").unwrap().len(), 2);
    }
}
