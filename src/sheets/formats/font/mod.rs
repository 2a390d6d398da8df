//! The letters of a page, within it: Atkinson Hyperlegible, made by the Braille Institute so that no letter is taken for
//! another. Its license, beside this file, allows it in any document. With it a page breaks the same way on every
//! computer; what letters it lacks come from the system.

use maud::PreEscaped;

const LATIN: &str = include_str!("latin.css");
const EXTENDED: &str = include_str!("latin_extended.css");

/// The letters that a page with these words needs, as rules of style: those of most languages of Europe only if one
/// of them is there.
pub(super) fn faces(words: &str) -> PreEscaped<String> {
    let is_extended = |letter: char| matches!(letter, '\u{100}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    let extended = words.contains(is_extended).then_some(EXTENDED);
    PreEscaped(format!("{LATIN}{}", extended.unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_letters_it_needs_and_no_more() {
        let sizes = ["Robin", "Zoë", "Łukasz"].map(|name| faces(name).0.len());
        assert!(sizes[0] == sizes[1] && sizes[1] < sizes[2], "{sizes:?}");
        for part in [LATIN, EXTENDED] {
            assert_eq!(
                part.matches("url(").count(),
                part.matches("url(data:font/woff2;base64,").count()
            );
            assert!(!part.contains('<'));
        }
    }
}
