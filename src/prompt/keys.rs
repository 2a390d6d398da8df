//! What a key means in a list. A terminal sends more than keys: a paste, reports of a mouse, and keys in pieces on a
//! slow line. Here they become one stroke each, or none.

use std::time::{Duration, Instant};

use console::Key;

/// The most letters of a paste that are kept: a list has no longer words.
const PASTE: usize = 200;

/// How long nothing comes of a paste that is over though its end never came.
pub(super) const SILENCE: Duration = Duration::from_secs(1);

/// How long nothing came before a key that was pressed by itself: Ctrl-C and Esc are no part of a paste then.
pub(super) const ALONE: Duration = Duration::from_millis(100);

/// What somebody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stroke {
    Up,
    Down,
    First,
    Last,
    PageUp,
    PageDown,
    Enter,
    Esc,
    /// Backspace.
    Erase,
    Letter(char),
    /// All of a paste, its line breaks as spaces.
    Pasted(String),
    /// Ctrl-C.
    Interrupt,
}

/// The keys as they come, with what is under way.
#[derive(Default)]
pub(super) struct KeyReader {
    /// What came of a sequence, without its Esc.
    sequence: Option<String>,
    /// What came of a paste, and when the last of it came.
    paste: Option<(String, Instant)>,
    /// A late answer of the terminal is under way (its color, its version), and when the last of it came.
    string: Option<Instant>,
    /// How many bytes are still to come of a letter behind an Esc.
    rest: usize,
}

impl KeyReader {
    /// An Esc came that was the beginning of something.
    pub(super) fn begin(&mut self) {
        self.sequence = Some(String::new());
    }

    /// The next key. `None`: nothing was meant, or it is not whole yet.
    pub(super) fn read_key(&mut self, key: Key) -> Option<Stroke> {
        self.read_key_at(key, Instant::now())
    }

    pub(super) fn read_key_at(&mut self, key: Key, now: Instant) -> Option<Stroke> {
        if let Some((_, last)) = &mut self.paste {
            let silent = now.saturating_duration_since(*last);
            let alone = matches!(key, Key::CtrlC | Key::Escape) && silent >= ALONE;
            if alone || silent >= SILENCE {
                self.paste = None;
            } else {
                *last = now;
            }
        }
        if let Some(last) = self.string.take() {
            let over = key == Key::Char('\x07') || matches!(&key, Key::UnknownEscSeq(it) if it.first() == Some(&'\\'));
            let goes_on = now.saturating_duration_since(last) < ALONE && key != Key::CtrlC;
            if goes_on {
                self.string = (!over).then_some(now);
                return None;
            }
        }
        let rest = std::mem::take(&mut self.rest);
        match key {
            Key::Char('\u{80}'..='\u{bf}') if rest > 0 => {
                self.rest = rest - 1;
                None
            }
            Key::UnknownEscSeq(letters) => {
                self.rest = bytes_to_come(&letters);
                self.begin();
                letters.into_iter().find_map(|letter| self.add_letter(letter))
            }
            Key::Char(letter) if self.sequence.is_some() => self.add_piece(letter),
            key => {
                self.sequence = None;
                self.stroke_of(key)
            }
        }
    }

    /// One of the letters that came behind an Esc at once: of its sequence, or of what came behind that.
    fn add_letter(&mut self, letter: char) -> Option<Stroke> {
        match letter {
            '\x1b' => {
                self.begin();
                None
            }
            letter if self.sequence.is_some() => self.add_piece(letter),
            '\r' | '\n' => self.stroke_of(Key::Enter),
            '\x03' => self.stroke_of(Key::CtrlC),
            letter => self.stroke_of(Key::Char(letter)),
        }
    }

    /// One more letter of a sequence; nothing if it is over.
    fn add_piece(&mut self, letter: char) -> Option<Stroke> {
        let mut sequence = self.sequence.take()?;
        let begins = sequence.is_empty();
        sequence.push(letter);
        if begins && matches!(letter, ']' | 'P' | 'X' | '^' | '_') && self.paste.is_none() {
            self.string = Some(Instant::now());
            return None;
        }
        if begins && matches!(letter, '[' | 'O') || !begins && !('\x40'..='\x7e').contains(&letter) {
            self.sequence = Some(sequence);
            return None;
        }
        match sequence.as_str() {
            "[200~" => {
                self.paste = Some((String::new(), Instant::now()));
                None
            }
            "[201~" => self.paste.take().map(|(words, _)| Stroke::Pasted(words)),
            _ if self.paste.is_some() => None,
            known => stroke_of_sequence(known),
        }
    }

    fn stroke_of(&mut self, key: Key) -> Option<Stroke> {
        if let Some((paste, _)) = &mut self.paste {
            let letter = match key {
                Key::Char(letter) => letter,
                Key::Enter | Key::Tab => ' ',
                _ => return None,
            };
            if paste.len() < PASTE {
                paste.push(letter);
            }
            return None;
        }
        Some(match key {
            Key::ArrowUp | Key::BackTab => Stroke::Up,
            Key::ArrowDown | Key::Tab => Stroke::Down,
            Key::Home => Stroke::First,
            Key::End => Stroke::Last,
            Key::PageUp => Stroke::PageUp,
            Key::PageDown => Stroke::PageDown,
            Key::Enter => Stroke::Enter,
            Key::Escape => Stroke::Esc,
            Key::Backspace => Stroke::Erase,
            Key::CtrlC => Stroke::Interrupt,
            Key::Char(letter) if !letter.is_control() => Stroke::Letter(letter),
            _ => return None,
        })
    }
}

/// How many bytes are missing of the letter at the end of a sequence: behind an Esc console takes each byte for a letter.
fn bytes_to_come(letters: &[char]) -> usize {
    let first = letters
        .iter()
        .rposition(|letter| ('\u{c0}'..='\u{f7}').contains(letter));
    let whole = |at: usize| match letters[at] {
        ..='\u{df}' => 2,
        ..='\u{ef}' => 3,
        _ => 4,
    };
    first.map_or(0, |at| (at + whole(at)).saturating_sub(letters.len()))
}

/// A whole sequence: its last letter says which key it is, whatever was held down with it.
fn stroke_of_sequence(sequence: &str) -> Option<Stroke> {
    let (at, _) = sequence.char_indices().next_back()?;
    let (figures, last) = sequence.split_at(at);
    let number = figures.trim_start_matches(['[', 'O']).split(';').next();
    Some(match (last, number) {
        ("A", _) => Stroke::Up,
        ("B", _) => Stroke::Down,
        // The keys of the number pad, where a program before left it so.
        ("M", Some("")) if sequence == "OM" => Stroke::Enter,
        (digit, Some("")) if sequence.starts_with('O') && ("p"..="y").contains(&digit) => {
            Stroke::Letter(char::from(digit.as_bytes()[0] - b'p' + b'0'))
        }
        ("H", _) | ("~", Some("1" | "7")) => Stroke::First,
        ("F", _) | ("~", Some("4" | "8")) => Stroke::Last,
        ("~", Some("5")) => Stroke::PageUp,
        ("~", Some("6")) => Stroke::PageDown,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prompt::typed_bytes::keys_of;

    /// What these bytes come to.
    fn heard(typed: &str) -> Vec<Stroke> {
        let mut keys = KeyReader::default();
        let typed = keys_of(typed.as_bytes());
        typed.into_iter().filter_map(|key| keys.read_key(key)).collect()
    }

    #[test]
    fn an_arrow_is_an_arrow_in_one_piece_in_two_and_with_other_keys_held() {
        let mut keys = KeyReader::default();
        assert_eq!(keys.read_key(Key::ArrowUp), Some(Stroke::Up));
        keys.begin();
        assert_eq!(keys.read_key(Key::Char('[')), None);
        assert_eq!(keys.read_key(Key::Char('B')), Some(Stroke::Down));
        assert_eq!(heard("\x1b[1;5A\x1bOB"), [Stroke::Up, Stroke::Down]);
        assert_eq!(heard("\x1b[6;2~"), [Stroke::PageDown]);
    }

    #[test]
    fn each_key_that_moves_is_heard_as_every_terminal_sends_it() {
        let keys: [(&[&str], Stroke); 11] = [
            (&["\x1b[A", "\x1bOA", "\x1b[Z", "\x1b[1;2A"], Stroke::Up),
            (&["\x1b[B", "\x1bOB", "\t", "\x1b[1;5B"], Stroke::Down),
            (
                &["\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~", "\x1b[1;5H", "\x01"],
                Stroke::First,
            ),
            (
                &["\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~", "\x1b[1;5F", "\x05"],
                Stroke::Last,
            ),
            (&["\x1b[5~", "\x1b[5;2~"], Stroke::PageUp),
            (&["\x1b[6~", "\x1b[6;2~"], Stroke::PageDown),
            (&["\r", "\n", "\x1bOM"], Stroke::Enter),
            (&["\x7f", "\x08"], Stroke::Erase),
            (&["7", "\x1bOw"], Stroke::Letter('7')),
            (&["/"], Stroke::Letter('/')),
            (&["\x03"], Stroke::Interrupt),
        ];
        for (sent, stroke) in keys {
            for bytes in sent {
                assert_eq!(heard(bytes), std::slice::from_ref(&stroke), "{bytes:?}");
            }
        }
    }

    #[test]
    fn a_report_leaves_no_letters_and_the_next_key_counts() {
        for report in [
            "\x1b[<0;10;10M",
            "\x1b[15;2~",
            "\x1b[?1;2c",
            "\x1bx",
            "\x1b[I\x1b[O\x1b[I",
            "\x1b]11;rgb:ffff/ffff/ffff\x07",
            "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
            "\x1bP>|xterm(390)\x1b\\",
        ] {
            assert_eq!(heard(&format!("{report}y")), [Stroke::Letter('y')], "{report:?}");
        }
    }

    #[test]
    fn a_paste_is_one_stroke_and_no_enter_and_no_ctrl_c() {
        let pasted = heard("\x1b[200~yes\rno\x03\x1b[1A!\x1b[201~\r");
        assert_eq!(pasted, [Stroke::Pasted("yes no!".to_owned()), Stroke::Enter]);
        let long = heard(&format!("\x1b[200~{}\x1b[201~", "a".repeat(10_000)));
        assert_eq!(long, [Stroke::Pasted("a".repeat(PASTE))]);
    }

    #[test]
    fn a_paste_without_an_end_takes_no_key_away() {
        for (key, silence, stroke) in [
            (Key::CtrlC, ALONE, Stroke::Interrupt),
            (Key::Escape, ALONE, Stroke::Esc),
            (Key::ArrowDown, SILENCE, Stroke::Down),
        ] {
            let now = Instant::now();
            let mut keys = KeyReader {
                paste: Some(("calm".to_owned(), now)),
                ..KeyReader::default()
            };
            assert_eq!(keys.read_key_at(key.clone(), now), None);
            assert_eq!(keys.read_key_at(key, now + silence), Some(stroke));
        }
    }

    #[test]
    fn no_bytes_stop_the_reader() {
        for letter in ('\u{0}'..='\u{24f}').chain(['\u{e000}', '\u{1f600}', '\u{10ffff}']) {
            heard(&format!("\x1b{letter}y"));
            heard(&format!("\x1b[{letter}y"));
        }
    }

    #[test]
    fn the_number_pad_is_heard() {
        let pad = heard("\x1bOq\x1bOy\x1bOM");
        assert_eq!(pad, [Stroke::Letter('1'), Stroke::Letter('9'), Stroke::Enter]);
        assert_eq!(heard("\x1b[1;1My"), [Stroke::Letter('y')]);
    }

    #[test]
    fn an_answer_without_an_end_takes_no_key_away() {
        for (key, silence, stroke) in [
            (Key::CtrlC, Duration::ZERO, Stroke::Interrupt),
            (Key::ArrowDown, ALONE, Stroke::Down),
        ] {
            let now = Instant::now();
            let mut keys = KeyReader {
                string: Some(now),
                ..KeyReader::default()
            };
            assert_eq!(keys.read_key_at(key, now + silence), Some(stroke));
        }
    }

    #[test]
    fn alt_and_a_letter_is_nothing() {
        for letter in ["\u{e9}", "\u{4e2d}", "\u{1f600}"] {
            assert_eq!(heard(&format!("\x1b{letter}y")), [Stroke::Letter('y')], "{letter}");
        }
    }

    #[test]
    fn a_key_that_is_no_letter_types_none() {
        assert_eq!(heard("\x04\x15\u{80}"), []);
        assert_eq!(heard("\x03"), [Stroke::Interrupt]);
    }
}
