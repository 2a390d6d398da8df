//! Bytes as a terminal sends them, all at once, cut into keys as console cuts them: for tests of what reads the keys.

use std::time::Instant;

use console::Key;

use super::keys::{KeyReader, SILENCE, Stroke};

/// The keys that console makes of these bytes. Behind Esc it takes each byte for a letter.
pub(super) fn keys_of(bytes: &[u8]) -> Vec<Key> {
    let mut bytes = bytes.iter().copied().peekable();
    let mut keys = Vec::new();
    while let Some(byte) = bytes.next() {
        let more = match byte {
            0xc0..=0xdf => 1,
            0xe0..=0xef => 2,
            0xf0..=0xf7 => 3,
            _ => 0,
        };
        keys.push(match byte {
            0x1b => behind_esc(&mut bytes),
            0x03 => Key::CtrlC,
            b'\r' | b'\n' => Key::Enter,
            0x7f | 0x08 => Key::Backspace,
            b'\t' => Key::Tab,
            0x01 => Key::Home,
            0x05 => Key::End,
            _ => {
                let whole: Vec<u8> = std::iter::once(byte).chain(bytes.by_ref().take(more)).collect();
                match std::str::from_utf8(&whole) {
                    Ok(letter) => letter.chars().next().map_or(Key::Unknown, Key::Char),
                    Err(_) if more == 0 => Key::Char(char::from(byte)),
                    Err(_) => Key::Unknown,
                }
            }
        });
    }
    keys
}

fn behind_esc(bytes: &mut impl Iterator<Item = u8>) -> Key {
    let mut next = || bytes.next().map(char::from);
    let Some(first) = next() else { return Key::Escape };
    if first != '[' {
        return Key::UnknownEscSeq(vec![first]);
    }
    match next() {
        Some('A') => Key::ArrowUp,
        Some('B') => Key::ArrowDown,
        Some('C') => Key::ArrowRight,
        Some('D') => Key::ArrowLeft,
        Some('H') => Key::Home,
        Some('F') => Key::End,
        Some('Z') => Key::BackTab,
        Some(second) => match (second, next()) {
            ('1' | '7', Some('~')) => Key::Home,
            ('4' | '8', Some('~')) => Key::End,
            ('2', Some('~')) => Key::Insert,
            ('3', Some('~')) => Key::Del,
            ('5', Some('~')) => Key::PageUp,
            ('6', Some('~')) => Key::PageDown,
            (second, third) => Key::UnknownEscSeq([first, second].into_iter().chain(third).collect()),
        },
        None => Key::UnknownEscSeq(vec![first]),
    }
}

/// Reads bytes that nobody thought of. True if none of them came to a letter that steers a terminal, and if behind them,
/// after a moment's silence, Esc and Ctrl-C are heard.
pub fn keys_survive(bytes: &[u8]) -> bool {
    let mut keys = KeyReader::default();
    let strokes: Vec<Stroke> = keys_of(bytes)
        .into_iter()
        .filter_map(|key| keys.read_key(key))
        .collect();
    let steers = strokes.iter().any(|stroke| match stroke {
        Stroke::Letter(letter) => letter.is_control(),
        _ => false,
    });
    let later = Instant::now() + SILENCE;
    let heard = [Key::Escape, Key::CtrlC].map(|key| keys.read_key_at(key, later));
    !steers && heard == [Some(Stroke::Esc), Some(Stroke::Interrupt)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_random_bytes_stop_the_reader_or_take_esc_and_ctrl_c_away() {
        let pieces: [&[u8]; 18] = [
            b"\x1b",
            b"[",
            b"O",
            b"]",
            b"P",
            b"~",
            b";",
            b"5",
            b"200~",
            b"201~",
            b"\x1b[200~",
            b"\x1b]11;",
            b"\x1b\\",
            b"\x07",
            b"\r",
            b"\x03",
            b"y",
            "\u{e9}".as_bytes(),
        ];
        let mut seed = 7_u64;
        let mut next = || {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (seed >> 33) as usize
        };
        for _ in 0..20_000 {
            let mut bytes = Vec::new();
            for _ in 0..next() % 24 {
                match next() % 3 {
                    0 => bytes.push(next() as u8),
                    _ => bytes.extend(pieces[next() % pieces.len()]),
                }
            }
            assert!(keys_survive(&bytes), "{bytes:?}");
        }
    }
}
