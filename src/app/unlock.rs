//! The way to the key of a locked plan: the passphrase of a person, or of a file.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::error::{Error, FileOperation};
use crate::prompt::{Message, Prompt, Prompter};
use crate::store::{self, Key};

use crate::app::Context;
use crate::app::plan_of_country;
use crate::session::{Dialog, answer_in_command};

/// No passphrase is longer than this, in bytes: what is longer is another file.
const LONGEST: u64 = 4096;

/// What some editors put before a text; nobody types it.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The key of the plan at `path`, if that is locked; it is asked for once. `None` if the plan is not.
///
/// # Errors
/// [`Error::Locked`] where no passphrase was given, [`Error::Hidden`] where the person went away at once;
/// [`Error::WrongPassphrase`] from a file; the key file is missing or damaged.
pub fn plan_key(path: &Path, context: &mut Context) -> Result<Option<Key>, Error> {
    if !store::is_encrypted(path)? {
        return Ok(None);
    }
    required_key(path, context).map(Some)
}

/// The same if it is known that a key is needed.
///
/// # Errors
/// As [`plan_key`].
pub fn required_key(path: &Path, context: &mut Context) -> Result<Key, Error> {
    if let Some((of, key)) = &context.key
        && (of == path || opens(path, key))
    {
        return Ok(key.clone());
    }
    let key = match context.passphrase.clone() {
        Some(file) => store::key(path, &passphrase_from_file(&file)?)?,
        None => {
            let mut prompter = context.open_prompter()?;
            let asked = ask_passphrase(path, context, prompter.as_mut());
            context.prompter = Some(prompter);
            asked?
        }
    };
    context.key = Some((path.to_path_buf(), key.clone()));
    Ok(key)
}

/// Whether this key is that of a plan too: a copy beside has the same.
fn opens(path: &Path, key: &Key) -> bool {
    store::plain_bytes(path, Some(key)).is_ok()
}

/// The same for a command that does not need the plan: nobody is asked.
///
/// # Errors
/// As [`plan_key`].
pub fn key_unasked(path: &Path, context: &Context) -> Result<Option<Key>, Error> {
    if !store::is_encrypted(path)? {
        return Ok(None);
    }
    match (&context.key, &context.passphrase) {
        (Some((of, key)), _) if of == path => Ok(Some(key.clone())),
        (_, Some(file)) if file != Path::new("-") => store::key(path, &passphrase_from_file(file)?).map(Some),
        _ => Err(Error::Locked { path: path.into() }),
    }
}

/// Asks until the passphrase fits, as often as it takes: whoever has the files can try elsewhere as often as they like.
fn ask_passphrase(path: &Path, context: &Context, prompter: &mut dyn Prompter) -> Result<Key, Error> {
    let own = &context.words.lock;
    let plan = plan_of_country(context);
    let dialog = Dialog {
        help: own.help,
        ..Dialog::new(&plan, context.words, context.today)
    };
    let mut above = Vec::new();
    let mut misses = 0;
    loop {
        let prompt = Prompt {
            above: std::mem::take(&mut above),
            ..Prompt::new("passphrase", own.ask, own.prompt)
        };
        match answer_in_command(dialog.secret(prompt, prompter))? {
            Some(passphrase) => match store::key(path, &passphrase) {
                Err(Error::WrongPassphrase) => {
                    misses += 1;
                    let said = if misses < 2 { &own.wrong } else { &own.wrong_again };
                    above.push(Message::strong(*said));
                }
                key => return key,
            },
            None => return Err(Error::Locked { path: path.into() }),
        }
    }
}

/// The same for a plan that is to be locked: a letter that is refused where a passphrase is typed would shut out
/// whoever types it.
///
/// # Errors
/// As [`passphrase_from_file`]; [`Error::UntypablePassphrase`].
pub fn passphrase_to_lock_from_file(path: &Path) -> Result<SecretString, Error> {
    let passphrase = passphrase_from_file(path)?;
    match passphrase.expose_secret().contains(char::is_control) {
        true => Err(Error::UntypablePassphrase { path: path.into() }),
        false => Ok(passphrase),
    }
}

/// The first line of a file; `-` is stdin, where answers may follow.
///
/// # Errors
/// [`Error::NoPassphrase`] where the line is empty or no text; [`Error::LongPassphrase`]; [`Error::NotAFile`] for a
/// folder; the file cannot be read.
pub fn passphrase_from_file(path: &Path) -> Result<SecretString, Error> {
    // The marks around it are not counted: those of a text's beginning, and of the end of a line.
    let most = LONGEST + (MARK.len() + "\r\n".len()) as u64;
    let mut line = Zeroizing::new(Vec::with_capacity(most as usize + 1));
    let read = if path == Path::new("-") {
        io::stdin().lock().take(most).read_until(b'\n', &mut line)
    } else {
        let file = File::open(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => Error::NoPassphrase { path: path.into() },
            _ => Error::io(FileOperation::ReadingPassphrase, path, &error),
        })?;
        // Unbuffered words would be cleaner in memory, and a pipe would be read a letter at a time.
        BufReader::new(file.take(most)).read_until(b'\n', &mut line)
    };
    read.map_err(|error| match error.kind() {
        io::ErrorKind::IsADirectory => Error::NotAFile { path: path.into() },
        _ => Error::io(FileOperation::ReadingPassphrase, path, &error),
    })?;
    if line.last() == Some(&b'\n') {
        line.pop();
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    let line = line.strip_prefix(MARK).unwrap_or(&line);
    if line.len() as u64 > LONGEST {
        return Err(Error::LongPassphrase {
            path: path.into(),
            limit: LONGEST,
        });
    }
    match std::str::from_utf8(line) {
        Ok(words) if !words.is_empty() => Ok(SecretString::from(words)),
        _ => Err(Error::NoPassphrase {
            path: PathBuf::from(path),
        }),
    }
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
        for found in [b"\xef\xbb\xbf\n".as_slice(), b"", b"\n", b"\xff\xfec"]
            .map(read)
            .into_iter()
            .flatten()
        {
            assert!(matches!(found, Err(Error::NoPassphrase { .. })), "{found:?}");
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
        assert!(matches!(lock, Err(Error::UntypablePassphrase { .. })));
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(
            passphrase_from_file(folder.path()),
            Err(Error::NotAFile { .. })
        ));
    }
}
