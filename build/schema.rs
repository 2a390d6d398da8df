//! What the files themselves do not say of the types: which tables go by codes, which types have names of their own,
//! and which are written by hand in the room that uses them.
//!
//! A path is the file and the keys, with dots between; `*` is any one step, and an item of a list is one.

/// Tables whose keys are codes of the program. Each is a `Map`; every other table is a struct.
const BY_CODE: &[&str] = &[
    "*.step.q",
    "*.step.q.*.by_use",
    "*.step.list",
    "boundaries.kind",
    "call.say",
    "call.say_insurer",
    "call.say_professional",
    "call.listen",
    "call.next",
    "call.missing",
    "choices.labels",
    "choices.labels.*",
    "choices.note",
    "choices.note.*",
    "coach.firmness",
    "coach.hint",
    "gain.step",
    "help.command",
    "help.option",
    "help.value",
    "help.topic",
    "home.after_change",
    "home.gate",
    "home.outcome",
    "home.reason",
    "lines.about",
    "lines.country",
    "lines.hours",
    "lines.language",
    "lines.more",
    "lines.name",
    "lines.region",
    "lines.send",
    "lines.who",
    "lines.whom",
    "lines.without",
    "lines.without.*",
    "local.said",
    "local.said.*",
    "options.option_note",
    "options.start",
    "options.start_heard",
    "pages.plan.how",
    "pages.weeks.short",
    "ready.level",
    "ready.rule",
    "sheet.kind",
    "sheet.label",
    "sheet.left_out",
    "sheet.missing",
    "sources.card",
    "sources.level",
    "sources.page",
    "sources.review",
    "sources.rule",
    "tasks.find_out",
    "tasks.phase",
    "tasks.phase_without_day",
    "tasks.role",
    "tasks.task",
    "terms.term",
    "words.objection",
];

/// Types that several tables share, or that code names. Every other is named after its path: `HomeRowsWords`.
const NAMES: &[(&str, &str)] = &[
    ("*.step", "StepWords"),
    ("*.step.q.*", "QuestionWords"),
    ("*.step.q.*.by_use.*", "QuestionByUse"),
    ("*.step.list.*", "ListWords"),
    ("boundaries.kind.*", "KindWords"),
    ("coach", "CoachSentences"),
    ("coach.hint.*", "HintWords"),
    ("country.*", "CountryWords"),
    ("danger.card", "Cards"),
    ("danger.card.*", "Card"),
    ("danger.other.*", "OtherSteps"),
    ("disclaimers", "DisclaimerWords"),
    ("faults.cause", "CauseWords"),
    ("faults.remedy", "CauseWords"),
    ("help.topic.*", "Topic"),
    ("keeping", "SavingWords"),
    ("pages.cards.yes", "AnsweredWords"),
    ("pages.cards.no", "AnsweredWords"),
    ("pages.cards.not_yet", "AnsweredWords"),
    ("pages.cards.walks_out", "AnsweredWords"),
    ("pages.cards.unsafe_now", "AnsweredWords"),
    ("pages.clinic.part.*", "LinesWords"),
    ("ready.rule.*", "RuleWords"),
    ("tasks.task.*", "TaskSentences"),
    ("terms.term.*", "TermWords"),
    ("words.objection.*", "ObjectionWords"),
    // By hand.
    ("ask", "crate::prompt::Phrases"),
    ("ask.everyday.*", "crate::prompt::EverydayWords"),
    ("ask.menu", "crate::prompt::Menu"),
    ("ask.menu.*", "crate::prompt::MenuRow"),
    ("ask.signs", "crate::prompt::Shortcuts"),
    ("dates", "crate::plan::when::DateWords"),
    ("dates.time", "crate::plan::when::TimeWords"),
    ("help_lines.*", "crate::words::HelpLines"),
    ("help_lines.*.line.*", "crate::words::HelpLine"),
];

/// What code reads by itself: the rules of the coach are phrases in a grammar of their own.
const SKIPPED: &[&str] = &["coach.rules"];

/// Keys that are no names in Rust, or hard to read there.
const FIELDS: &[(&str, &str)] = &[("for", "serves"), ("where", "r#where")];

/// Folders whose files go by codes, as in [`BY_CODE`].
pub const FOLDERS_BY_CODE: &[&str] = &["country"];

/// The steps of a path in a file: `pages/plan` is two.
pub fn path_of(file: &str) -> Vec<String> {
    file.split('/').map(String::from).collect()
}

fn fits(pattern: &str, path: &[String]) -> bool {
    let steps: Vec<&str> = pattern.split('.').collect();
    steps.len() == path.len() && steps.iter().zip(path).all(|(step, own)| *step == "*" || step == own)
}

/// True for a table whose keys are codes.
pub fn is_by_code(path: &[String]) -> bool {
    BY_CODE.iter().any(|pattern| fits(pattern, path))
}

/// True for what is not turned into words.
pub fn is_skipped(path: &[String]) -> bool {
    SKIPPED.iter().any(|pattern| fits(pattern, path))
}

/// The type of a table.
pub fn type_name(path: &[String]) -> String {
    if let Some((_, name)) = NAMES.iter().find(|(pattern, _)| fits(pattern, path)) {
        return (*name).into();
    }
    let large = |word: &str| word[..1].to_uppercase() + &word[1..];
    let words = path.iter().flat_map(|step| step.split(['_', '.', '-']));
    words.map(large).collect::<String>() + "Words"
}

/// True for a type that is written by hand. In it, a text that not every table has is an `Option`.
pub fn is_by_hand(type_name: &str) -> bool {
    type_name.contains("::")
}

/// The name of a field.
pub fn field_name(key: &str) -> &str {
    FIELDS.iter().find(|(own, _)| *own == key).map_or(key, |(_, name)| name)
}
