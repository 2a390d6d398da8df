//! A passphrase that stands in a file, as an editor wrote it.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::app::Context;
use crate::error::{Error, FileOperation};
use crate::store;
use crate::words::{fill_placeholders, quote_path};

/// No passphrase is longer than this, in bytes: what is longer is another file.
const LONGEST: u64 = 4096;

/// What some editors put before a text; nobody types it.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The same for a plan that is to be locked: a letter that is refused where a passphrase is typed would shut out
/// whoever types it.
///
/// # Errors
/// As [`passphrase_from_file`]; [`Error::UntypablePassphrase`].
pub fn passphrase_to_lock_from_file(path: &Path) -> Result<SecretString, Error> {
    let passphrase = passphrase_from_file(path)?;
    match passphrase.expose_secret().contains(char::is_control) {
        true => Err(Error::UntypablePassphrase(path.into())),
        false => Ok(passphrase),
    }
}

/// The first line of a file; `-` is stdin, where answers may follow. It may be in UTF-8, in the UTF-16 that says so at its
/// beginning, or in the old letters of a Windows computer.
///
/// # Errors
/// [`Error::NoPassphrase`] where the line is empty or no text; [`Error::LongPassphrase`]; [`Error::NotAFile`] for a
/// folder; the file cannot be read.
pub fn passphrase_from_file(path: &Path) -> Result<SecretString, Error> {
    // The marks around it are not counted: those of a text's beginning, and of the end of a line.
    let most = LONGEST + (MARK.len() + "\r\n".len()) as u64;
    let mut line = Zeroizing::new(Vec::with_capacity(most as usize + 1));
    let read = if path == Path::new("-") {
        read_line(&mut io::stdin().lock().take(most), &mut line)
    } else {
        let file = File::open(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Error::NoPassphrase(path.into()),
            _ => Error::io(FileOperation::ReadingPassphrase, path, &error),
        })?;
        // Unbuffered words would be cleaner in memory, and a pipe would be read a letter at a time.
        read_line(&mut BufReader::new(file.take(most)), &mut line)
    };
    read.map_err(|error| match error.kind() {
        io::ErrorKind::IsADirectory => Error::NotAFile(path.into()),
        _ => Error::io(FileOperation::ReadingPassphrase, path, &error),
    })?;
    let text = text_of(&line).map(|text| {
        let text = text.strip_suffix('\n').unwrap_or(&text);
        Zeroizing::new(text.strip_suffix('\r').unwrap_or(text).to_owned())
    });
    match text {
        Some(text) if text.len() as u64 > LONGEST => Err(Error::LongPassphrase {
            path: path.into(),
            limit: LONGEST,
        }),
        Some(text) if !text.is_empty() => Ok(SecretString::from(text.as_str())),
        _ => Err(Error::NoPassphrase(path.into())),
    }
}

/// Says so where other logins can read the passphrase.
///
/// # Errors
/// The terminal failed.
pub fn warn_if_open(path: &Path, context: &mut Context) -> Result<(), Error> {
    if path.is_file() && store::is_open_to_others(path) {
        let open = context.words.lock.file_open;
        context.print_notice(&fill_placeholders(open, &[("path", &quote_path(path))]))?;
    }
    Ok(())
}

/// A line with its end. In UTF-16 that is two bytes, of which half may be part of a letter.
fn read_line(from: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<()> {
    loop {
        let before = line.len();
        from.read_until(b'\n', line)?;
        let ends = match utf16(line) {
            None => true,
            Some(true) if line.len() % 2 == 1 => {
                from.take(1).read_to_end(line)?;
                line.ends_with(b"\n\0")
            }
            Some(true) => false,
            Some(false) => line.len().is_multiple_of(2) && line.ends_with(b"\0\n"),
        };
        if ends || line.len() == before {
            return Ok(());
        }
    }
}

/// Whether these bytes begin as UTF-16, and with the small half of each letter first.
fn utf16(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xff, 0xfe, ..] => Some(true),
        [0xfe, 0xff, ..] => Some(false),
        _ => None,
    }
}

fn text_of(bytes: &[u8]) -> Option<Zeroizing<String>> {
    let Some(little) = utf16(bytes) else {
        let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
        let text = std::str::from_utf8(bytes).map(str::to_owned).ok();
        return text
            .or_else(|| bytes.iter().map(|byte| windows_letter(*byte)).collect())
            .map(Zeroizing::new);
    };
    if bytes.len() % 2 == 1 {
        return None;
    }
    let unit = |two: &[u8]| match little {
        true => u16::from_le_bytes([two[0], two[1]]),
        false => u16::from_be_bytes([two[0], two[1]]),
    };
    let units = Zeroizing::new(bytes[2..].chunks(2).map(unit).collect::<Vec<u16>>());
    String::from_utf16(&units).ok().map(Zeroizing::new)
}

/// The letters from 0x80 on that old Windows programs write, where they are others than in Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// What a byte is in an old Windows text; some are nothing.
fn windows_letter(byte: u8) -> Option<char> {
    let letter = match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        byte => char::from(byte),
    };
    Some(letter).filter(|letter| *letter != '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read from a file that holds this, to open a plan and to lock one.
    fn read(content: &[u8]) -> [Result<String, Error>; 2] {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), content).unwrap();
        let said = |found: Result<SecretString, Error>| found.map(|words| words.expose_secret().to_string());
        [
            passphrase_from_file(file.path()),
            passphrase_to_lock_from_file(file.path()),
        ]
        .map(said)
    }

    #[test]
    fn the_marks_around_a_passphrase_are_no_part_of_it() {
        for content in [
            "calm rivers",
            "calm rivers\n",
            "\u{feff}calm rivers\r\n",
            "calm rivers\nand more",
        ] {
            for found in read(content.as_bytes()) {
                assert_eq!(found.unwrap(), "calm rivers", "{content:?}");
            }
        }
        for found in [
            b"\xef\xbb\xbf\n".as_slice(),
            b"",
            b"\n",
            b"\xff\xfec",
            b"\xff\xfe\n\0",
            b"calm \x81",
        ]
        .map(read)
        .into_iter()
        .flatten()
        {
            assert!(matches!(found, Err(Error::NoPassphrase(_))), "{found:?}");
        }
    }

    #[test]
    fn what_editors_write_is_the_same_passphrase() {
        // U+0A0A and U+010A hold the byte of a line's end.
        let words = "caf\u{e9} \u{a0a}\u{10a} river";
        let utf16 = |bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            let line = format!("\u{feff}{words}\r\nmore\n");
            line.encode_utf16().flat_map(bytes).collect()
        };
        for content in [
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
            format!("{words}\n").into_bytes(),
        ] {
            for found in read(&content) {
                assert_eq!(found.unwrap(), words);
            }
        }
        for found in read(b"caf\xe9 \x96 river\r\n") {
            assert_eq!(found.unwrap(), "caf\u{e9} \u{2013} river");
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_refused_and_not_cut() {
        let longest = "a".repeat(LONGEST as usize);
        for end in ["", "\n", "\r\n"] {
            for found in read(format!("\u{feff}{longest}{end}").as_bytes()) {
                assert_eq!(found.unwrap(), longest, "{end:?}");
            }
            for found in read(format!("{longest}b{end}").as_bytes()) {
                assert!(matches!(found, Err(Error::LongPassphrase { .. })), "{end:?}");
            }
        }
    }

    #[test]
    fn what_nobody_can_type_locks_nothing_and_a_folder_is_no_passphrase() {
        let [open, lock] = read(b"calm\trivers\n");
        assert_eq!(open.unwrap(), "calm\trivers");
        assert!(matches!(lock, Err(Error::UntypablePassphrase(_))));
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(passphrase_from_file(folder.path()), Err(Error::NotAFile(_))));
    }
}
