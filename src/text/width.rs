//! How many columns a text takes on a terminal or in a monospaced sheet, and how to fit it.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands for the part that was cut; three ASCII dots, so that it is read aloud and shown
/// on any terminal.
const CUT: &str = "...";

/// The columns a text takes; wide letters take two, combining marks none. One line of clean text
/// is expected (see [`crate::text::sanitize_line`]).
pub fn width(text: &str) -> usize {
    match text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        true => text.len(),
        false => UnicodeWidthStr::width(text),
    }
}

/// The text in at most `columns` columns: whole if it fits, else its beginning, cut between
/// letters as a reader sees them, and `...`. Below three columns only dots are left.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let Some(for_text) = columns.checked_sub(CUT.len()) else {
        return CUT[..columns].to_owned();
    };
    let kept = &text[..fitting_prefix(text, for_text)];
    format!("{}{CUT}", kept.trim_end())
}

/// The text in at most `columns` columns: whole if it fits, else `...` and its end. For words that are being typed.
pub fn last_columns(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(CUT.len());
    let mut ends = text.grapheme_indices(true).map(|(at, _)| &text[at..]);
    let kept = ends.find(|end| width(end) <= room).unwrap_or_default();
    format!("{CUT}{}", kept.trim_start())
}

/// The text with spaces after it up to `columns` columns; a wider text stays as it is.
pub fn pad(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// The longest beginning of `text`, in bytes, that ends between two letters and takes at most
/// `room` columns. The beginning is measured as a whole: some letters join and are narrower together.
pub(super) fn fitting_prefix(text: &str, room: usize) -> usize {
    text.grapheme_indices(true)
        .map(|(at, letter)| at + letter.len())
        .take_while(|end| width(&text[..*end]) <= room)
        .last()
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FAMILY: &str = "👨\u{200D}👩\u{200D}👧";

    #[test]
    fn columns() {
        for (text, columns) in [
            ("", 0),
            ("Anna", 4),
            ("Zoe\u{308}", 3),
            ("김민준", 6),
            (FAMILY, 2),
            ("सु", 1),
        ] {
            assert_eq!(width(text), columns, "{text}");
        }
    }

    #[test]
    fn cut_by_columns() {
        for (text, columns, shown) in [
            ("Anna", 4, "Anna"),
            ("Annabel", 6, "Ann..."),
            ("Ann abel", 7, "Ann..."),
            ("김민준", 6, "김민준"),
            ("김민준", 5, "김..."),
            ("Zoe\u{308}bel", 6, "Zoe\u{308}bel"),
            ("Zoe\u{308}belle", 6, "Zoe\u{308}..."),
            ("Annabel", 3, "..."),
            ("Annabel", 2, ".."),
            ("Annabel", 0, ""),
        ] {
            assert_eq!(cut(text, columns), shown, "{text} {columns}");
        }
        assert_eq!(cut(&format!("{FAMILY}{FAMILY}{FAMILY}"), 5), format!("{FAMILY}..."));
    }

    #[test]
    fn the_end_by_columns() {
        for (text, columns, shown) in [
            ("Annabel", 7, "Annabel"),
            ("Annabel", 6, "...bel"),
            ("Ann abel", 8, "Ann abel"),
            ("Anna bel", 7, "...bel"),
            ("김민준", 5, "...준"),
            ("Annabel", 3, "..."),
        ] {
            assert_eq!(last_columns(text, columns), shown, "{text} {columns}");
        }
    }

    #[test]
    fn padded() {
        assert_eq!(pad("김", 4), "김  ");
        assert_eq!(pad("Annabel", 4), "Annabel");
    }

    proptest! {
        #[test]
        fn a_cut_fits(raw in "\\PC{0,30}", room in 0usize..40) {
            let text = crate::text::sanitize_line(&raw);
            prop_assert!(width(&cut(&text, room)) <= room);
            prop_assert!(width(&pad(&text, room)) >= room);
        }
    }
}
