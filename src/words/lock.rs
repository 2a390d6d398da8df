//! What is said about a passphrase.

use serde::Deserialize;

use super::{Count, Words};

/// `lock.toml`. Each key is a sentence or a row; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LockWords {
    pub ask: String,
    pub prompt: String,
    pub help: String,
    pub wrong: String,
    pub wrong_again: String,
    pub title: String,
    pub what: String,
    pub which_ask: String,
    pub choice: String,
    pub seven: String,
    pub mine: String,
    pub not_now: String,
    pub seven_here: String,
    pub type_it: String,
    pub not_the_words: String,
    pub mine_ask: String,
    pub mine_why: String,
    pub short: String,
    pub again: String,
    pub not_same: String,
    pub forgotten: String,
    pub show: String,
    pub lock_it: String,
    pub lock_help: String,
    pub page_ask: String,
    pub page_yes: String,
    pub page_no: String,
    pub page_saved: String,
    pub page_help: String,
    pub pages_ask: String,
    pub pages_remove: String,
    pub pages_keep: String,
    pub pages_help: String,
    pub pages_sure: String,
    pub pages_stay: String,
    pub locked: String,
    pub older_locked: Count,
    pub older_failed: String,
    pub second_names: String,
    pub relatives: String,
    /// Copies that others made.
    pub others: String,
    pub open_copies: Count,
    pub open_plan: String,
    pub open_beside_key: String,
    pub locked_again: String,
    pub reach: String,
    pub already: String,
    pub changed: String,
    pub not_changed: String,
    pub unchanged: String,
    pub off_ask: String,
    pub off_yes: String,
    pub off_no: String,
    pub off_help: String,
    pub off_done: String,
    pub not_locked: String,
    pub page: RecoveryPage,
}

/// The page that says how to open a locked plan without this program.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RecoveryPage {
    pub title: String,
    pub what: String,
    pub files: String,
    pub file_plan: String,
    pub file_key: String,
    pub copy: String,
    pub passphrase: String,
    pub forgotten: String,
    pub with: String,
    pub with_steps: Vec<String>,
    pub without: String,
    pub without_why: String,
    pub without_steps: Vec<String>,
}

/// A plan under a passphrase that does not open.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LockedWords {
    pub plan: String,
    pub wrong: String,
    pub no_passphrase: String,
    pub long_passphrase: String,
    pub untypable: String,
    pub no_room: String,
    pub no_key: String,
    pub other_key_there: String,
    pub altered: String,
    pub other_key: String,
    pub not_a_key: String,
}

/// The words of a passphrase in each language, with what is owed to whoever made the list.
const LISTS: &[(&str, &str)] = &[("en", include_str!("../../prompts/en/passphrase.txt"))];

/// The list of a language.
pub(super) fn list(language: &str) -> &'static str {
    let own = LISTS.iter().find(|(code, _)| *code == language);
    own.unwrap_or(&LISTS[0]).1
}

impl Words {
    /// The words a passphrase is made of.
    pub fn passphrase_words(&self) -> Vec<&'static str> {
        self.passphrases.lines().filter(|line| !line.starts_with('#')).collect()
    }
}
