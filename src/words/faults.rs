//! A sentence for everything that can fail outside: what is so, and what to do.
//!
//! Names of files and what was typed are shown through [`text::sanitize_line`]: a name can hold anything.

use std::io::ErrorKind;
use std::path::Path;

use crate::error::{BrowserFault, Error, FileOperation, WordsFault};
use crate::text;

use super::catalog::CauseWords;
use super::{LANGUAGES, Words, display_path, fill_placeholders};

impl Words {
    /// What is so, and what to do. `command` is what to type to go on with the plan at hand.
    pub fn error(&self, error: &Error, command: &str) -> String {
        let say = |sentence: &str, path: &Path| {
            fill_placeholders(sentence, &[("path", &display_path(path)), ("command", command)])
        };
        let faults = &self.faults;
        match error {
            Error::Io { what, path, kind } => self.refused(*what, path, *kind),
            Error::Missing(path) => say(faults.missing, path),
            Error::DeadLink(path) => say(faults.dead_link, path),
            Error::NotAFile(path) => say(faults.not_a_file, path),
            Error::AlreadyThere(path) => say(faults.already_there, path),
            Error::IsThePlan(path) => say(faults.is_the_plan, path),
            Error::IsAPlan(path) => say(faults.is_a_plan, path),
            Error::Damaged { path, damage } => self.damage(path, damage),
            Error::Gone(path) => say(faults.gone, path),
            Error::OnlyVersions(path) => say(faults.only_versions, path),
            Error::ChangedUnderneath(path) => say(faults.changed, path),
            Error::BothKept { path, ours } => {
                let ours = display_path(ours);
                fill_placeholders(faults.both_kept, &[("path", &display_path(path)), ("ours", &ours)])
            }
            Error::InUse(path) => say(faults.in_use, path),
            Error::Locked(path) => say(faults.locked.plan, path),
            Error::WrongPassphrase => faults.locked.wrong.into(),
            Error::NoPassphrase(path) => say(faults.locked.no_passphrase, path),
            Error::LongPassphrase { path, limit } => fill_placeholders(
                faults.locked.long_passphrase,
                &[("path", &display_path(path)), ("limit", &limit.to_string())],
            ),
            Error::UntypablePassphrase(path) => say(faults.locked.untypable, path),
            Error::NoRoom { megabytes } => {
                fill_placeholders(faults.locked.no_room, &[("limit", &megabytes.to_string())])
            }
            Error::NoEncryption => faults.locked.no_encryption.into(),
            Error::NoKey(path) => say(faults.locked.no_key, path),
            Error::OtherKey(path) => say(faults.locked.other_key_there, path),
            Error::Hidden => self.home.hidden_line.into(),
            Error::NoHome => faults.no_home.into(),
            Error::Unexpanded(path) => say(faults.unexpanded, path),
            Error::NoInput => faults.no_input.into(),
            Error::Terminal(_) => fill_placeholders(faults.terminal, &[("command", command)]),
            Error::NoBrowser { named: None } => self.browser(faults.browser.none, Path::new(""), 0),
            Error::NoBrowser { named: Some(path) } => self.browser(faults.browser.not_there, path, 0),
            Error::Browser { path, what } => match *what {
                BrowserFault::NotStarted(_) => self.browser(faults.browser.not_started, path, 0),
                BrowserFault::TooLong { seconds } => self.browser(faults.browser.too_long, path, seconds),
                BrowserFault::NoPage => self.browser(faults.browser.no_page, path, 0),
            },
            Error::Words { file, line, key, what } => self.words_fault(file, *line, key.as_deref(), what),
        }
    }

    fn browser(&self, sentence: &str, path: &Path, seconds: u64) -> String {
        let seconds = seconds.to_string();
        let said = fill_placeholders(sentence, &[("path", &display_path(path)), ("seconds", &seconds)]);
        format!("{said} {}", self.faults.browser.remedy)
    }

    fn refused(&self, what: FileOperation, path: &Path, kind: ErrorKind) -> String {
        let doing = &self.faults.doing;
        let sentence = match what {
            FileOperation::Reading | FileOperation::ReadingPassphrase => &doing.reading,
            FileOperation::Saving => &doing.saving,
            FileOperation::MakingFolder => &doing.making_folder,
            FileOperation::Comparing => &doing.comparing,
            FileOperation::SyncingFolder => &doing.settling,
            FileOperation::Removing => &doing.removing,
            FileOperation::WritingOutput => &doing.giving,
        };
        let pick = |words: &CauseWords| {
            match kind {
                ErrorKind::PermissionDenied => &words.denied,
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => &words.full,
                ErrorKind::ReadOnlyFilesystem => &words.read_only,
                ErrorKind::NotFound => &words.gone,
                ErrorKind::NotADirectory | ErrorKind::AlreadyExists => &words.no_folder,
                ErrorKind::InvalidFilename => &words.long,
                _ => &words.other,
            }
            .to_string()
        };
        let (cause, remedy) = (pick(&self.faults.cause), pick(&self.faults.remedy));
        let said = fill_placeholders(sentence, &[("path", &display_path(path)), ("cause", &cause)]);
        let option = match what {
            FileOperation::WritingOutput => "--out",
            FileOperation::ReadingPassphrase => "--passphrase-file",
            _ => "--plan",
        };
        format!("{said} {}", fill_placeholders(&remedy, &[("option", option)]))
    }

    fn words_fault(&self, file: &Path, line: Option<usize>, key: Option<&str>, what: &WordsFault) -> String {
        let words = &self.faults.words;
        let file = display_path(file);
        let place = match line {
            Some(line) => fill_placeholders(words.place, &[("file", &file), ("line", &line.to_string())]),
            None => file,
        };
        let key = text::sanitize_line(key.unwrap_or_default());
        let say = |sentence: &str| fill_placeholders(sentence, &[("place", &place), ("key", &key)]);
        match what {
            WordsFault::NoFile => say(words.no_file),
            WordsFault::Unreadable => say(words.unreadable),
            WordsFault::NoLanguage => {
                let codes: Vec<&str> = LANGUAGES.iter().map(|language| language.code).collect();
                fill_placeholders(
                    words.no_language,
                    &[("place", &place), ("languages", &codes.join(", "))],
                )
            }
            WordsFault::Misfit { message } => fill_placeholders(
                words.misfit,
                &[("place", &place), ("message", &text::sanitize_line(message))],
            ),
            WordsFault::MissingKey => say(words.missing_key),
            WordsFault::UnknownKey => say(words.unknown_key),
            WordsFault::Protected => say(words.protected),
            WordsFault::Contact => say(words.contact),
            WordsFault::Harmful { word } => fill_placeholders(
                words.harmful,
                &[("place", &place), ("key", &key), ("word", &text::sanitize_line(word))],
            ),
        }
    }
}

#[cfg(test)]
#[path = "faults_tests.rs"]
mod tests;
