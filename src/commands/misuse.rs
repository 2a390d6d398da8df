//! The sentence for a command line that was not understood.

use crate::cli::Misuse;
use crate::text;
use crate::words::{Words, fill_placeholders};

/// What is so, and what to type instead.
pub fn misuse(misuse: &Misuse, words: &Words) -> String {
    let usage = &words.faults.usage;
    let typed_is = |sentence: &str, typed: &str| fill_placeholders(sentence, &[("typed", &text::sanitize_line(typed))]);
    let near = |plain: &str, sentence: &str, typed: &str, nearest: &Option<String>| match nearest {
        None => typed_is(plain, typed),
        Some(nearest) => fill_placeholders(
            sentence,
            &[("typed", &text::sanitize_line(typed)), ("nearest", nearest)],
        ),
    };
    let option_is =
        |sentence: &str, option: &str| fill_placeholders(sentence, &[("option", &text::sanitize_line(option))]);
    match misuse {
        Misuse::UnknownCommand { typed, nearest } => {
            near(usage.unknown_command, usage.unknown_command_near, typed, nearest)
        }
        Misuse::UnknownOption { typed, nearest } => {
            near(usage.unknown_option, usage.unknown_option_near, typed, nearest)
        }
        Misuse::MissingValue { option } => option_is(usage.missing_value, option),
        Misuse::NeedlessValue { option } => option_is(usage.needless_value, option),
        Misuse::BadDay { typed } => typed_is(usage.bad_day, typed),
        Misuse::BadChoice { typed, offered } => fill_placeholders(
            usage.bad_choice,
            &[("typed", &text::sanitize_line(typed)), ("offered", &offered.join(", "))],
        ),
        Misuse::TooMuch { typed } => typed_is(usage.too_much, typed),
        Misuse::Twice { option } => option_is(usage.twice, option),
        Misuse::TwoFiles => usage.two_files.into(),
        Misuse::NotText => usage.not_text.into(),
        Misuse::Unclear => usage.unclear.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_shown_cleaned_and_no_gap_is_left() {
        let words = Words::load("en", None).unwrap();
        let typed = || "a\u{1b}[2Jb".to_string();
        let all = [
            Misuse::UnknownCommand {
                typed: typed(),
                nearest: None,
            },
            Misuse::UnknownCommand {
                typed: typed(),
                nearest: Some("show".into()),
            },
            Misuse::UnknownOption {
                typed: typed(),
                nearest: None,
            },
            Misuse::UnknownOption {
                typed: typed(),
                nearest: Some("--plan".into()),
            },
            Misuse::MissingValue { option: typed() },
            Misuse::NeedlessValue { option: typed() },
            Misuse::BadDay { typed: typed() },
            Misuse::BadChoice {
                typed: typed(),
                offered: vec!["text".into()],
            },
            Misuse::TooMuch { typed: typed() },
            Misuse::Twice { option: typed() },
            Misuse::TwoFiles,
            Misuse::NotText,
            Misuse::Unclear,
        ];
        for one in all {
            let said = misuse(&one, &words);
            assert!(!said.contains(['{', '}', '\u{1b}']), "{said}");
        }
    }
}
