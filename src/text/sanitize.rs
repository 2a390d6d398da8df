//! The one sanitiser, for what comes in and for what goes out.
//!
//! Used at input, so that a plan is stored clean, and again at output, because a plan may come from
//! another machine. It takes out what a terminal would obey or a reader could not see, and leaves
//! every letter as it was typed.

use unicode_width::UnicodeWidthChar;

/// The most combining marks (and joiners) kept on one base letter.
const MARKS_A_BASE: usize = 8;

/// The most joiners kept in one chain; the longest emoji in use has four.
const JOINS_A_CHAIN: usize = 8;

const ESCAPE: char = '\u{1B}';
const JOINER: char = '\u{200D}';

/// The text as one safe line: line breaks and tabs, with the spaces around them, become one space;
/// both ends are trimmed. Never fails, and cleaning twice changes nothing more.
pub fn sanitize_line(raw: &str) -> String {
    let swept = remove_unsafe(raw);
    let parts: Vec<&str> = swept
        .split(['\n', '\t'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" ")
}

/// The text as safe lines, parted by `\n` whatever the breaks were; a tab becomes a space, and
/// blank space at the very end is trimmed. Never fails, and cleaning twice changes nothing more.
pub fn sanitize_text(raw: &str) -> String {
    remove_unsafe(raw).trim_end().replace('\t', " ")
}

/// Everything but the layout: afterwards `\n` and `\t` are the only controls left.
fn remove_unsafe(raw: &str) -> String {
    // What nearly every sentence is has nothing to take out.
    if raw.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return raw.to_owned();
    }
    let mut kept = String::with_capacity(raw.len());
    let mut piles = CombiningMarks::default();
    let mut rest = raw;
    while let Some(letter) = rest.chars().next() {
        if let Some(length) = escape_sequence_len(rest) {
            rest = &rest[length..];
            continue;
        }
        rest = &rest[letter.len_utf8()..];
        let letter = match letter {
            '\r' => {
                rest = rest.strip_prefix('\n').unwrap_or(rest);
                '\n'
            }
            '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            other => other,
        };
        if !is_unsafe(letter) && piles.admit(letter) {
            kept.push(letter);
        }
    }
    kept
}

/// Characters that steer a terminal, turn the reading direction or cannot be seen.
fn is_unsafe(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        // Soft hyphen; Arabic letter mark; zero-width space; left-to-right and right-to-left marks.
        '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' => true,
        // Bidirectional embeddings, overrides and isolates.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        // Word joiner and the invisible operators; byte order mark.
        '\u{2060}'..='\u{2064}' | '\u{FEFF}' => true,
        // Fillers and blanks that look like nothing: combining grapheme joiner, Hangul, Khmer, Mongolian, Braille.
        '\u{34F}' | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{2800}' => true,
        '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' => true,
        // What turns the reading direction and the shape of figures, from long ago.
        '\u{2065}' | '\u{206A}'..='\u{206F}' => true,
        // Variants of a letter that no font here knows; letters that only one program knows.
        '\u{E0080}'..='\u{E0FFF}' | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}' => true,
        // Interlinear annotation and what is set aside beside it; marks of shorthand and of music that steer what is drawn.
        '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' => true,
        // Tags, which can carry a whole hidden message.
        '\u{E0000}'..='\u{E007F}' => true,
        other => other.is_control(),
    }
}

/// Counts what is piled on one letter, so that a pile cannot run over the lines around it.
#[derive(Default)]
struct CombiningMarks {
    marks: usize,
    joins: usize,
    joined: bool,
}

impl CombiningMarks {
    /// Whether this character still fits; only characters that fit are counted, which is what
    /// makes a second cleaning see the same piles as the first.
    fn admit(&mut self, letter: char) -> bool {
        if letter.is_whitespace() || letter.width() != Some(0) {
            if letter.is_whitespace() || !self.joined {
                self.joins = 0;
            }
            self.marks = 0;
            self.joined = false;
            return true;
        }
        let join = letter == JOINER;
        if self.marks == MARKS_A_BASE || (join && self.joins == JOINS_A_CHAIN) {
            return false;
        }
        self.marks += 1;
        self.joins += usize::from(join);
        self.joined = join;
        true
    }
}

/// The length in bytes of the terminal sequence that `text` begins with, if it begins with one.
///
/// The two-letter introducers (`ESC [`) and their one-letter forms (U+009B) are the same to a
/// terminal, so they are the same here.
fn escape_sequence_len(text: &str) -> Option<usize> {
    let mut letters = text.chars();
    let first = letters.next()?;
    if first != ESCAPE {
        return match first {
            '\u{9B}' => Some(2 + control_sequence_len(&text[2..])),
            '\u{90}' | '\u{98}' | '\u{9D}' | '\u{9E}' | '\u{9F}' => {
                Some(2 + control_string_len(&text[2..]).unwrap_or(0))
            }
            _ => None,
        };
    }
    match letters.next() {
        Some('[') => Some(2 + control_sequence_len(&text[2..])),
        Some('P' | 'X' | ']' | '^' | '_') => Some(2 + control_string_len(&text[2..]).unwrap_or(0)),
        _ => Some(1 + short_sequence_len(&text[1..])),
    }
}

/// The length of a control sequence after its introducer: parameters, intermediates, final letter.
fn control_sequence_len(text: &str) -> usize {
    let parameters = run(text, '0'..='?');
    let between = parameters + run(&text[parameters..], ' '..='/');
    between + last(&text[between..], '@'..='~')
}

/// The length of a plain escape after the escape itself, as in `ESC ( B`.
fn short_sequence_len(text: &str) -> usize {
    let between = run(text, ' '..='/');
    between + last(&text[between..], '0'..='~')
}

/// The length of a control string with its end, or nothing when it has none: then only its
/// introducer is dropped, so that one stray byte cannot swallow the rest of a letter.
fn control_string_len(text: &str) -> Option<usize> {
    let end = text.find(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))?;
    let rest = &text[end..];
    ["\u{7}", "\u{9C}", "\u{1B}\\"]
        .iter()
        .find(|terminator| rest.starts_with(**terminator))
        .map(|terminator| end + terminator.len())
}

fn run(text: &str, range: std::ops::RangeInclusive<char>) -> usize {
    text.find(|c: char| !range.contains(&c)).unwrap_or(text.len())
}

fn last(text: &str, range: std::ops::RangeInclusive<char>) -> usize {
    usize::from(text.starts_with(|c: char| range.contains(&c)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 11] = [
        "محمد الأمين",
        "مُحَمَّد",
        "می\u{200C}خواهم",
        "सुनीता शर्मा",
        "क्\u{200D}ष",
        "Nguyễn Thị Ánh",
        "Nguye\u{302}\u{303}n Thi\u{323} A\u{301}nh",
        "김민준",
        "\u{1100}\u{1161}\u{11A8}",
        "👨\u{200D}👩\u{200D}👧\u{200D}👦",
        "👩🏻\u{200D}❤\u{FE0F}\u{200D}💋\u{200D}👨🏼 O'Brien-Šmíd",
    ];

    #[test]
    fn names_survive() {
        for name in NAMES {
            assert_eq!(sanitize_line(name), name);
            assert_eq!(sanitize_text(name), name);
        }
    }

    #[test]
    fn whole_sequences_go() {
        for (raw, clean) in [
            ("a\u{1B}[31mb\u{1B}[0m", "ab"),
            ("a\u{1B}[200~b\u{1B}[201~", "ab"),
            ("a\u{9B}31mb", "ab"),
            ("a\u{1B}]0;title\u{7}b", "ab"),
            ("a\u{1B}]52;c;aGk=\u{1B}\\b", "ab"),
            ("a\u{9D}8;;http://x.org\u{9C}b", "ab"),
            ("a\u{1B}Pq#0\n#1\u{1B}\\b", "ab"),
            ("a\u{1B}_x\u{1B}\\\u{1B}^y\u{1B}\\\u{1B}Xz\u{1B}\\b", "ab"),
            ("a\u{1B}(B\u{1B}cb", "ab"),
            ("a\u{1B}\u{1B}[1mb", "ab"),
            ("a\u{1B}", "a"),
            ("a\u{1B}[31", "a"),
            ("a\u{1B}[3é", "aé"),
        ] {
            assert_eq!(sanitize_line(raw), clean, "{raw:?}");
        }
    }

    #[test]
    fn a_string_without_an_end_swallows_nothing() {
        assert_eq!(sanitize_line("a\u{1B}]we love you"), "awe love you");
        assert_eq!(sanitize_line("a\u{9D}we\u{1B}[1m love you"), "awe love you");
    }

    #[test]
    fn unseen_characters_go() {
        let unseen = "\u{0}\u{4}\u{8}\u{B}\u{C}\u{7F}\u{80}\u{9F}\u{AD}\u{61C}\u{200B}\u{200E}\u{200F}\
                      \u{202A}\u{202E}\u{2060}\u{2064}\u{2066}\u{2069}\u{FEFF}\u{FFF9}\u{FFFB}\u{E0041}\u{E007F}\
                      \u{206A}\u{206F}\u{34F}\u{115F}\u{1160}\u{17B4}\u{180E}\u{3164}\u{FFA0}\u{2800}\u{E0100}\
                      \u{E000}\u{F8FF}\u{F0000}\u{10FFFD}\u{FFF0}\u{1BCA0}\u{1D173}";
        for letter in unseen.chars() {
            assert_eq!(sanitize_text(&format!("a{letter}b")), "ab", "{letter:?}");
        }
    }

    #[test]
    fn breaks_and_tabs() {
        let raw = "one\r\ntwo\rthree\u{2028}four\u{2029}five\u{85}six\tseven \n\n \t";
        assert_eq!(sanitize_text(raw), "one\ntwo\nthree\nfour\nfive\nsix seven");
        assert_eq!(sanitize_line(raw), "one two three four five six seven");
        assert_eq!(sanitize_line(" \n a  b \n\n\t c "), "a  b c");
        assert_eq!(sanitize_text("\n  a\n\n b \nc"), "\n  a\n\n b \nc");
        assert_eq!(sanitize_line(" \n"), "");
    }

    #[test]
    fn piles_are_capped() {
        let pile = "\u{301}".repeat(50);
        let marks = |text: &str| text.chars().filter(|c| *c == '\u{301}').count();
        assert_eq!(marks(&sanitize_line(&format!("a{pile}b{pile}"))), 16);
        assert_eq!(sanitize_line(&format!("a{}", "\u{200D}".repeat(50))).len(), 1 + 8 * 3);
        let crowd = sanitize_line(&"👩\u{200D}".repeat(50));
        let longest = crowd.split("👩👩").map(|c| c.matches('\u{200D}').count());
        assert_eq!(longest.max(), Some(8));
    }

    fn nasty() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => any::<char>().prop_map(String::from),
            2 => (0u32..0xA0).prop_map(|n| char::from_u32(n).map(String::from).unwrap_or_default()),
            3 => prop::sample::select(vec![
                "\u{1B}", "[", "]", "\\", "m", ";", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{200C}", "👩", " ",
                "\r", "\n", "\t", "\u{85}", "\u{202E}", "\u{9B}", "\u{9C}", "\u{7}",
                "\u{301}\u{301}\u{301}\u{301}\u{301}", "👩\u{200D}👩\u{200D}👩\u{200D}👩\u{200D}",
            ])
            .prop_map(String::from),
        ];
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn no_control_is_left(raw in nasty()) {
            prop_assert!(!sanitize_line(&raw).contains(char::is_control));
            prop_assert!(!sanitize_text(&raw).contains(|c: char| c.is_control() && c != '\n'));
            prop_assert!(!sanitize_text(&raw).contains(is_unsafe));
        }

        #[test]
        fn cleaning_twice_changes_nothing(raw in nasty()) {
            let (one, many) = (sanitize_line(&raw), sanitize_text(&raw));
            prop_assert_eq!(sanitize_line(&one), one);
            prop_assert_eq!(sanitize_text(&many), many);
        }

        #[test]
        fn names_survive_among_rubbish(at in 0..NAMES.len(), tail in "[\u{202A}-\u{202E}\u{200B}\u{0}-\u{8}]{0,5}") {
            prop_assert_eq!(sanitize_line(&format!("{}{tail}", NAMES[at])), NAMES[at]);
        }
    }
}
