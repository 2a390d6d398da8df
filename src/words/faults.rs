//! A sentence for everything that can fail outside: what is so, and what to do.
//!
//! Names of files and what was typed are shown through [`text::line`]: a name can hold anything.

use std::io::ErrorKind;
use std::path::Path;

use serde::Deserialize;

use crate::error::{BrowserFault, Damage, Error, Fault, FaultKind, Kind, SyntaxKind, What, WordsFault};
use crate::plan::{Field, List, Plan};
use crate::text;

use super::lock::LockedWords;
use super::{LANGUAGES, Words, fill};

/// `faults.toml`. Each key is a sentence; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct FaultWords {
    pub missing: String,
    pub dead_link: String,
    pub not_a_file: String,
    pub already_there: String,
    pub is_the_plan: String,
    pub changed: String,
    pub both_kept: String,
    pub in_use: String,
    pub no_home: String,
    pub terminal: String,
    pub panic: String,
    pub browser: BrowserWords,
    pub locked: LockedWords,
    pub doing: DoingWords,
    pub cause: CauseWords,
    pub remedy: CauseWords,
    pub damage: DamageWords,
    pub fault: OneFaultWords,
    pub kind: KindNames,
    pub words: WordsFaultWords,
    pub usage: UsageWords,
}

/// Why no PDF could be made, and the way out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct BrowserWords {
    pub none: String,
    pub not_there: String,
    pub not_started: String,
    pub too_long: String,
    pub no_page: String,
    pub remedy: String,
}

/// What was being done.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DoingWords {
    pub reading: String,
    pub saving: String,
    pub making_folder: String,
    pub comparing: String,
    pub settling: String,
    pub removing: String,
    pub giving: String,
}

/// Why the system refused, or what helps against it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CauseWords {
    pub denied: String,
    pub full: String,
    pub read_only: String,
    pub gone: String,
    pub other: String,
}

/// Why a file is no plan that can be opened.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DamageWords {
    pub empty: String,
    pub truncated: String,
    pub syntax: String,
    pub too_deep: String,
    pub twice: String,
    pub not_a_plan: String,
    pub newer: String,
    pub not_text: String,
    pub utf16: String,
    pub long_list: String,
    pub long_text: String,
    pub too_large: String,
}

/// What is the matter with one value.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OneFaultWords {
    /// The path, the line and the column.
    pub place: String,
    pub wrong_kind: String,
    pub wrong_kind_unsure: String,
    pub unfit: String,
    pub same_id: String,
    pub too_many: String,
    pub unknown_reference: String,
}

/// The kinds of values.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct KindNames {
    pub text: String,
    pub number: String,
    pub list: String,
    pub object: String,
    pub true_or_false: String,
    pub nothing: String,
}

/// What is the matter with a file of words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct WordsFaultWords {
    pub place: String,
    pub no_file: String,
    pub unreadable: String,
    pub no_language: String,
    pub misfit: String,
    pub missing_key: String,
    pub unknown_key: String,
    pub protected: String,
    pub contact: String,
    pub harmful: String,
}

/// A command line that was not understood; the command line itself knows which of these fits.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct UsageWords {
    pub unknown_command: String,
    pub unknown_command_near: String,
    pub unknown_option: String,
    pub unknown_option_near: String,
    pub missing_value: String,
    pub needless_value: String,
    pub bad_day: String,
    pub bad_choice: String,
    pub too_much: String,
    pub twice: String,
    pub two_files: String,
    pub not_text: String,
    pub unclear: String,
}

/// A path as it can be shown.
pub fn shown(path: &Path) -> String {
    text::line(&path.to_string_lossy())
}

impl Words {
    /// What is so, and what to do. `command` is what to type to go on with the plan at hand.
    pub fn error(&self, error: &Error, command: &str) -> String {
        let say = |sentence: &str, path: &Path| fill(sentence, &[("path", &shown(path)), ("command", command)]);
        let faults = &self.faults;
        match error {
            Error::Io { what, path, kind } => self.refused(*what, path, *kind),
            Error::Missing { path } => say(&faults.missing, path),
            Error::DeadLink { path } => say(&faults.dead_link, path),
            Error::NotAFile { path } => say(&faults.not_a_file, path),
            Error::AlreadyThere { path } => say(&faults.already_there, path),
            Error::IsThePlan { path } => say(&faults.is_the_plan, path),
            Error::Damaged { path, damage } => self.damage(path, *damage),
            Error::ChangedUnderneath { path } => say(&faults.changed, path),
            Error::BothKept { path, ours } => {
                let ours = shown(ours);
                fill(&faults.both_kept, &[("path", &shown(path)), ("ours", &ours)])
            }
            Error::InUse { path } => say(&faults.in_use, path),
            Error::Locked { path } => say(&faults.locked.plan, path),
            Error::WrongPassphrase => faults.locked.wrong.clone(),
            Error::NoPassphrase { path } => say(&faults.locked.no_passphrase, path),
            Error::NoKey { path } => say(&faults.locked.no_key, path),
            Error::OtherKey { path } => say(&faults.locked.other_key_there, path),
            Error::Hidden => self.home.hidden_line.clone(),
            Error::NoHome => faults.no_home.clone(),
            Error::Terminal(_) => fill(&faults.terminal, &[("command", command)]),
            Error::NoBrowser { named: None } => self.browser(&faults.browser.none, Path::new(""), 0),
            Error::NoBrowser { named: Some(path) } => self.browser(&faults.browser.not_there, path, 0),
            Error::Browser { path, what } => match *what {
                BrowserFault::NotStarted(_) => self.browser(&faults.browser.not_started, path, 0),
                BrowserFault::TooLong { seconds } => self.browser(&faults.browser.too_long, path, seconds),
                BrowserFault::NoPage => self.browser(&faults.browser.no_page, path, 0),
            },
            Error::Words { file, line, key, what } => self.words_fault(file, *line, key.as_deref(), what),
        }
    }

    /// What is the matter with one value of a plan file: which answer it is, where it stands, and what to do. `place` is
    /// its line and column.
    pub fn fault(&self, fault: &Fault, place: Option<(usize, usize)>, plan: &Plan) -> String {
        let words = &self.faults.fault;
        let sentence = match fault.kind {
            FaultKind::WrongKind {
                found,
                expected: Some(expected),
            } => fill(
                &words.wrong_kind,
                &[("found", self.kind(found)), ("expected", self.kind(expected))],
            ),
            FaultKind::WrongKind { found, expected: None } => {
                fill(&words.wrong_kind_unsure, &[("found", self.kind(found))])
            }
            FaultKind::Unfit { found } => fill(&words.unfit, &[("found", self.kind(found))]),
            FaultKind::SameId => words.same_id.clone(),
            FaultKind::TooMany => words.too_many.clone(),
            FaultKind::UnknownReference => words.unknown_reference.clone(),
        };
        let path = text::line(&fault.path);
        let place = match place {
            Some((line, column)) => fill(
                &words.place,
                &[
                    ("path", &path),
                    ("line", &line.to_string()),
                    ("column", &column.to_string()),
                ],
            ),
            None => path,
        };
        match self.answer_at(&fault.path, plan) {
            Some(name) => format!("{name} ({place}): {sentence}"),
            None => format!("{place}: {sentence}"),
        }
    }

    /// Which answer stands at a path of the file: "Person 2, First name". `None` for what is no answer.
    fn answer_at(&self, path: &str, plan: &Plan) -> Option<String> {
        let (mut code, mut numbers) = (String::new(), Vec::new());
        for part in path.split(['.', '[']).filter(|part| !part.is_empty()) {
            match part.strip_suffix(']').and_then(|index| index.parse::<usize>().ok()) {
                Some(index) => numbers.push((code.clone(), index + 1)),
                None if code.is_empty() => code = part.into(),
                None => code = format!("{code}.{part}"),
            }
        }
        let short = |field| self.speak(&self.question(field).short, plan, "");
        let item = numbers.iter().find_map(|(list, number)| {
            let list = List::ALL.into_iter().find(|known| known.field().code() == *list)?;
            Some((format!("{} {number}", self.list_words(list.field()).name), list.field()))
        });
        // What stands below an answer is called as the answer is.
        let ends = code.match_indices('.').map(|(at, _)| at).chain([code.len()]);
        let mut fields = ends.filter_map(|end| Field::from_code(&code[..end]));
        let field = fields.next_back();
        match (item, field) {
            (Some((item, list)), Some(field)) if field != list => Some(format!("{item}, {}", short(field))),
            (Some((item, _)), _) => Some(item),
            (None, field) => field.map(short),
        }
    }

    fn kind(&self, kind: Kind) -> &str {
        let names = &self.faults.kind;
        match kind {
            Kind::Text => &names.text,
            Kind::Number => &names.number,
            Kind::List => &names.list,
            Kind::Object => &names.object,
            Kind::TrueOrFalse => &names.true_or_false,
            Kind::Nothing => &names.nothing,
        }
    }

    fn browser(&self, sentence: &str, path: &Path, seconds: u64) -> String {
        let seconds = seconds.to_string();
        let said = fill(sentence, &[("path", &shown(path)), ("seconds", &seconds)]);
        format!("{said} {}", self.faults.browser.remedy)
    }

    fn refused(&self, what: What, path: &Path, kind: ErrorKind) -> String {
        let doing = &self.faults.doing;
        let sentence = match what {
            What::Reading => &doing.reading,
            What::Saving => &doing.saving,
            What::MakingFolder => &doing.making_folder,
            What::Comparing => &doing.comparing,
            What::Settling => &doing.settling,
            What::Removing => &doing.removing,
            What::Giving => &doing.giving,
        };
        let pick = |words: &CauseWords| {
            match kind {
                ErrorKind::PermissionDenied => &words.denied,
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => &words.full,
                ErrorKind::ReadOnlyFilesystem => &words.read_only,
                ErrorKind::NotFound | ErrorKind::NotADirectory => &words.gone,
                _ => &words.other,
            }
            .clone()
        };
        let (cause, remedy) = (pick(&self.faults.cause), pick(&self.faults.remedy));
        let said = fill(sentence, &[("path", &shown(path)), ("cause", &cause)]);
        let option = if what == What::Giving { "--out" } else { "--plan" };
        format!("{said} {}", fill(&remedy, &[("option", option)]))
    }

    fn damage(&self, path: &Path, damage: Damage) -> String {
        let words = &self.faults.damage;
        let path = shown(path);
        let plain = |sentence: &str| fill(sentence, &[("path", &path)]);
        let at = |sentence: &str, line: usize, column: usize| {
            let (line, column) = (line.to_string(), column.to_string());
            fill(sentence, &[("path", &path), ("line", &line), ("column", &column)])
        };
        match damage {
            Damage::Empty => plain(&words.empty),
            Damage::Syntax { line, column, kind } => match kind {
                SyntaxKind::Truncated => at(&words.truncated, line, column),
                SyntaxKind::TooDeep => at(&words.too_deep, line, column),
                SyntaxKind::Other => at(&words.syntax, line, column),
            },
            Damage::DuplicateKey { line, column } => at(&words.twice, line, column),
            Damage::NotAPlan => plain(&words.not_a_plan),
            Damage::Newer { format } => fill(&words.newer, &[("path", &path), ("format", &format.to_string())]),
            Damage::NotText { line, column } => at(&words.not_text, line, column),
            Damage::Utf16 => plain(&words.utf16),
            Damage::LongList { limit, line, column } => self.too_long(&words.long_list, &path, (limit, line, column)),
            Damage::LongText { limit, line, column } => self.too_long(&words.long_text, &path, (limit, line, column)),
            Damage::Altered => plain(&self.faults.locked.altered),
            Damage::OtherKey => plain(&self.faults.locked.other_key),
            Damage::NotAKey => plain(&self.faults.locked.not_a_key),
            Damage::TooLarge { limit } => fill(&words.too_large, &[("path", &path), ("limit", &limit.to_string())]),
        }
    }

    fn too_long(&self, sentence: &str, path: &str, (limit, line, column): (usize, usize, usize)) -> String {
        let [limit, line, column] = [limit, line, column].map(|number| number.to_string());
        let facts = [("path", path), ("limit", &limit), ("line", &line), ("column", &column)];
        fill(sentence, &facts)
    }

    fn words_fault(&self, file: &Path, line: Option<usize>, key: Option<&str>, what: &WordsFault) -> String {
        let words = &self.faults.words;
        let file = shown(file);
        let place = match line {
            Some(line) => fill(&words.place, &[("file", &file), ("line", &line.to_string())]),
            None => file,
        };
        let key = text::line(key.unwrap_or_default());
        let say = |sentence: &str| fill(sentence, &[("place", &place), ("key", &key)]);
        match what {
            WordsFault::NoFile => say(&words.no_file),
            WordsFault::Unreadable => say(&words.unreadable),
            WordsFault::NoLanguage => {
                let codes: Vec<&str> = LANGUAGES.iter().map(|(code, _)| *code).collect();
                fill(
                    &words.no_language,
                    &[("place", &place), ("languages", &codes.join(", "))],
                )
            }
            WordsFault::Misfit { message } => {
                fill(&words.misfit, &[("place", &place), ("message", &text::line(message))])
            }
            WordsFault::MissingKey => say(&words.missing_key),
            WordsFault::UnknownKey => say(&words.unknown_key),
            WordsFault::Protected => say(&words.protected),
            WordsFault::Contact => say(&words.contact),
            WordsFault::Harmful { word } => fill(
                &words.harmful,
                &[("place", &place), ("key", &key), ("word", &text::line(word))],
            ),
        }
    }
}

#[cfg(test)]
#[path = "faults_tests.rs"]
mod tests;
