//! The signs of typesetting, and those of a keyboard: what a letter or a mail makes of an apostrophe, a hyphen or a figure.

use icu_normalizer::ComposingNormalizerBorrowed;

/// The same words in the letters and signs of a keyboard: figures and letters of full width are plain ones, every
/// apostrophe and every hyphen is one, and a blank is a blank.
pub fn plain_signs(text: &str) -> String {
    let plain = |letter: char| match letter {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bc}' | '\u{b4}' | '`' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        blank if blank.is_whitespace() && !blank.is_control() => ' ',
        letter => letter,
    };
    ComposingNormalizerBorrowed::new_nfkc()
        .normalize(text)
        .chars()
        .map(plain)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_is_alike() {
        for (typed, plain) in [
            ("O\u{2019}Brien", "O'Brien"),
            ("2026\u{2011}12\u{2011}20", "2026-12-20"),
            ("\u{ff12}\u{ff10}\u{a0}x", "20 x"),
            ("cafe\u{301}", "caf\u{e9}"),
            ("\u{c548}\u{b155} \u{6f22}", "\u{c548}\u{b155} \u{6f22}"),
        ] {
            assert_eq!(plain_signs(typed), plain);
        }
    }
}
