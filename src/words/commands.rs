//! What the commands say beside their errors.

use serde::Deserialize;

use super::formatting::Count;

/// `commands.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CommandWords {
    pub check: CheckWords,
    #[serde(rename = "where")]
    pub places: PlaceWords,
    pub delete: DeleteWords,
    pub hide: HideWords,
    pub show: ShowWords,
    pub forget: ForgetWords,
    pub give: GiveWords,
    pub history: HistoryWords,
}

/// What every command says that writes a page to a path.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct GiveWords {
    pub written: String,
    pub unlocked: String,
}

/// `steadfast check`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CheckWords {
    pub none: String,
}

/// `steadfast where`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlaceWords {
    pub plan: String,
    pub page: String,
    pub unfinished: String,
    pub relative: String,
    pub others: String,
    pub stranger: String,
    pub open_to_others: String,
    pub link: String,
    pub copy: String,
    pub versions: String,
    pub lock: String,
    pub beside: String,
    pub key: String,
    pub locked: String,
    pub none: String,
}

/// `steadfast hide`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct HideWords {
    pub cannot: String,
    /// In the program `screen`.
    pub kept_above: String,
}

/// `steadfast delete`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DeleteWords {
    pub title: String,
    pub removes: String,
    pub versions: Count,
    pub reach: String,
    pub stays: String,
    pub pages: String,
    pub locked: String,
    pub watched: String,
    pub ask: String,
    pub prompt: String,
    /// What is to be typed.
    pub word: String,
    pub help: String,
    pub gone_one: String,
    pub gone_many: String,
    pub kept: String,
}

/// `steadfast show`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ShowWords {
    pub title: String,
    pub private: String,
    pub private_kept: String,
    pub row: String,
    /// An answer that was given and has nothing in it, such as no days at all.
    pub nothing: String,
    /// Told beside the page, where answers stay off it.
    pub left_out: String,
    pub unread: String,
}

/// `steadfast forget`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ForgetWords {
    pub which: String,
    pub row: String,
    pub one: String,
    pub many: String,
    pub none: String,
    pub versions: Count,
    /// Older copies that could not be searched.
    pub unread: Count,
    /// Said beside an answer about safety.
    pub careful: String,
    pub pages: String,
    /// Said above other plans and copies.
    pub copies: String,
    pub unknown: String,
    pub unknown_near: String,
    pub no_item: String,
    /// The question is about no list, or the list is empty.
    pub no_items: String,
}

/// `steadfast history`, `undo` and `restore`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct HistoryWords {
    pub none: String,
    pub row: String,
    pub row_plain: String,
    pub row_damaged: String,
    pub how: String,
    pub nothing: String,
    pub no_version: String,
    pub undone: String,
    pub undone_plain: String,
    pub restored: String,
    pub back: String,
    /// The safety questions are put again.
    pub careful: String,
}
