//! What is said about keeping the plan: its versions, its copies, and what is in the way of a save.

use serde::Deserialize;

/// `keeping.toml`. Each key is a sentence, a label or a name; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SavingWords {
    pub when: String,
    /// What is changed when a task is ticked.
    pub the_list: String,
    /// What a copy is called that holds what was typed here.
    pub typed_here: String,
    /// What a copy is called that holds what somebody else wrote.
    pub other_one: String,
    /// What a copy is called that a second window goes on in.
    pub copy: String,
    pub unlocked: String,
    pub made_private: String,
    /// A save takes longer than a second.
    pub slow: String,
    /// A signal ended the visit in a save, or while one would not work.
    pub left_unsaved: String,
    /// The same where the plan is not what was last kept here, or not there any more.
    pub left_changed: String,
    pub elsewhere: String,
    pub where_ask: String,
    pub where_why: String,
    pub where_prompt: String,
    pub no_folder: String,
    pub moved: String,
    pub conflict: ConflictWords,
    pub second: SecondWords,
    pub vanished: VanishedWords,
    pub damaged: DamagedWords,
}

/// The plan is not there, and its versions are.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct VanishedWords {
    pub said: String,
    pub newest: String,
    pub begin: String,
    pub go_on: String,
}

/// Somebody else wrote the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ConflictWords {
    pub said: String,
    /// The same where the plan is under a passphrase now that is not known here.
    pub locked: String,
    /// Said after it where the copy is not locked.
    pub ours_open: String,
    /// A signal ended the visit while this was asked.
    pub left: String,
    pub ask: String,
    pub mine: String,
    pub theirs: String,
    pub leave: String,
    pub mine_done: String,
}

/// Another window works on the plan.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SecondWords {
    pub said: String,
    pub look: String,
    pub again: String,
    pub copy: String,
    pub leave: String,
    pub copied: String,
}

/// The plan cannot be read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DamagedWords {
    pub newest: String,
    pub copied_before: String,
    pub go_on: String,
    pub copy: String,
    pub leave: String,
    pub begun: String,
}
