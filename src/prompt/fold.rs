//! What makes two typed texts the same: small letters, no signs, and one slip in a long word.

/// The same words; in a word of five letters or more, one letter may be wrong.
pub(super) fn is_alike(known: &str, typed: &str) -> bool {
    known == typed
        || known.chars().count().min(typed.chars().count()) >= 5
            && !known.contains(' ')
            && strsim::osa_distance(known, typed) <= 1
}

/// Small letters and figures, with one space between words; apostrophes are gone, and so are other signs.
pub(super) fn fold(text: &str) -> String {
    let apostrophe = |c: char| matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' | '\u{b4}');
    let lower = text.chars().filter(|c| !apostrophe(*c)).flat_map(char::to_lowercase);
    let spaced: String = lower.map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
