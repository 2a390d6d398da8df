//! The words of the home page and of what stands around it (design#return).

use std::collections::BTreeMap;

use serde::Deserialize;

/// `home.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct HomeWords {
    pub neutral: String,
    pub neutral_prompt: String,
    pub suicide_after: String,
    pub suicide_yes: String,
    pub harm_yes: String,
    pub harm_yes_no_line: String,
    pub closed: String,
    pub changed_ask: String,
    pub changed_why: String,
    pub next: String,
    pub next_one: String,
    pub due_today: String,
    pub nothing_due: String,
    pub steps_done: String,
    pub steps_begun: String,
    pub steps_open: String,
    pub met_ask: String,
    /// What follows from how the day went.
    pub outcome: BTreeMap<String, String>,
    pub next_day: String,
    pub after_yes_ask: String,
    pub after_yes_why: String,
    pub after_yes_keep: String,
    pub after_yes_take: String,
    pub paper_said: String,
    pub hidden_line: String,
    pub not_cleared: String,
    pub on_device: String,
    pub on_paper: String,
    pub on_paper_pdf: String,
    pub on_paper_no_pdf: String,
    pub paper_place_ask: String,
    pub paper_place_why: String,
    pub paper_place: String,
    pub first_country: String,
    pub no_country: String,
    pub country_ask: String,
    pub country_without: String,
    /// The last row of danger there: "not sure" alone would be about the country.
    pub country_danger: String,
    pub steps_ask: String,
    pub steps_back: String,
    pub home_ask: String,
    pub prompt: String,
    pub changed_yes: String,
    pub changed_no: String,
    pub page_saved: String,
    pub page_failed: String,
    pub paper_ask: String,
    pub paper_yes: String,
    pub paper_no: String,
    pub take_back: String,
    pub taken_back: String,
    pub died: String,
    pub put_away: String,
    pub all_open: String,
    pub done_line: DoneLine,
    pub rows: HomeRows,
    pub big_change: BigChange,
    pub after_change: BTreeMap<String, String>,
    pub gate: BTreeMap<String, String>,
    pub opens: OpensWords,
    pub reason: BTreeMap<String, String>,
}

/// How a closed plan opens.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpensWords {
    /// Above the safety questions that were put.
    pub asked: String,
    /// `{question}`: one of them.
    pub row: String,
    /// Below them.
    pub again: String,
    /// What opens it.
    pub by_whom: String,
    /// `{who}` agreed on `{when}`, before the last safety answer of `{on}`.
    pub older: String,
    /// It has opened.
    pub now_open: String,
}

/// What the family has done so far.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DoneLine {
    pub none: String,
    pub one: String,
    pub many: String,
    pub naloxone_one: String,
    pub naloxone_many: String,
}

/// The rows of the home page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct HomeRows {
    pub go_on: String,
    pub steps: String,
    pub review: String,
    pub checklist: String,
    pub save_page: String,
    pub length: String,
    pub changed_big: String,
    pub outcome: String,
    pub country: String,
    pub leave: String,
}

/// The question after something big has changed (design#return).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BigChange {
    /// The question.
    pub ask: String,
    /// What follows from an answer.
    pub why: String,
}
