//! `help`: the commands, one command, or a topic, from the words.

use crate::cli::{self, ArgumentShape, CommandShape};
use crate::error::Error;
use crate::text;
use crate::words::{HelpWords, Topic, fill_placeholders};

use crate::app::{Context, Exit};

/// The widest name that still has its sentence beside it.
const NAME: usize = 26;

/// Prints help on a command or a topic; without one, on everything.
///
/// # Errors
/// stdout is closed.
pub fn help(topic: Option<&str>, context: &mut Context) -> Result<Exit, Error> {
    let words = &context.words.help;
    let page = || HelpText {
        said: String::new(),
        columns: context.columns(),
    };
    let page = match topic {
        None => Some(overview(page(), words)),
        // A command goes before a topic of the same name; the topic then is under it.
        Some(name) => match (command(name, page(), words), words.topic.get(name)) {
            (None, None) => None,
            (Some(whole), None) => Some(whole),
            (whole, Some(topic)) => Some(whole.map_or_else(String::new, |whole| whole + "\n") + &about(topic, page())),
        },
    };
    match page {
        Some(page) => {
            context.print(&page)?;
            Ok(Exit::Done)
        }
        None => {
            let typed = text::sanitize_line(topic.unwrap_or_default());
            let said = fill_placeholders(words.no_topic, &[("topic", &typed), ("topics", &topics(words))]);
            context.print_notice(&said)?;
            Ok(Exit::Usage)
        }
    }
}

fn topics(words: &HelpWords) -> String {
    words.topic.keys().collect::<Vec<_>>().join(", ")
}

fn overview(mut page: HelpText, words: &HelpWords) -> String {
    page.paragraph(words.about);
    for said in words.long_about {
        page.paragraph(said);
    }
    page.paragraph(words.usage_line);
    let start = (String::from("steadfast"), words.command["start"]);
    let rows = cli::commands().into_iter().filter_map(|name| {
        let shape = cli::shape(Some(&name))?;
        let said = words.command.get(&name)?;
        Some((with_arguments(&name, &shape, words), *said))
    });
    page.rows(words.commands, std::iter::once(start).chain(rows));
    if let Some(shape) = cli::shape(None) {
        page.options(&shape.options, words);
    }
    let rows = words.topic.iter().map(|(name, topic)| (name.into(), topic.line));
    page.rows(words.topics, rows);
    page.paragraph(&fill_placeholders(words.more, &[("topics", &topics(words))]));
    page.said
}

fn command(name: &str, mut page: HelpText, words: &HelpWords) -> Option<String> {
    let shape = cli::shape(Some(name))?;
    page.paragraph(words.command.get(name)?);
    let usage = format!("{} steadfast {}", words.usage, with_arguments(name, &shape, words));
    page.paragraph(&usage);
    if !shape.arguments.is_empty() {
        let rows = shape
            .arguments
            .iter()
            .map(|part| (label(part, words), sentence(part, words)));
        page.rows(words.arguments, rows);
    }
    page.options(&shape.options, words);
    Some(page.said)
}

fn about(topic: &Topic, mut page: HelpText) -> String {
    page.paragraph(topic.title);
    for said in topic.text {
        page.paragraph(said);
    }
    page.said
}

/// `plan [FILE]`, `done [NUMBER...]`.
fn with_arguments(name: &str, shape: &CommandShape, words: &HelpWords) -> String {
    let arguments = shape.arguments.iter().map(|part| {
        let more = if part.many { "..." } else { "" };
        format!(" [{}{more}]", label(part, words))
    });
    arguments.fold(name.to_string(), |line, argument| line + &argument)
}

/// "-h, --help", "--plan FILE", "FILE".
fn label(part: &ArgumentShape, words: &HelpWords) -> String {
    let value = part
        .value
        .iter()
        .filter_map(|value| words.value.get(value))
        .map(|value| value.to_string());
    let short = part.short.map(|letter| format!("-{letter},"));
    let long = part.long.as_ref().map(|name| format!("--{name}"));
    short.into_iter().chain(long).chain(value).collect::<Vec<_>>().join(" ")
}

fn sentence<'a>(part: &ArgumentShape, words: &'a HelpWords) -> &'a str {
    words.option.get(&part.id).copied().unwrap_or_default()
}

/// A page as it grows, with an empty line between its parts.
struct HelpText {
    said: String,
    columns: usize,
}

impl HelpText {
    fn paragraph(&mut self, said: &str) {
        self.part();
        self.lines(text::wrap(said, self.columns));
    }

    fn options(&mut self, options: &[ArgumentShape], words: &HelpWords) {
        let rows = options.iter().map(|part| (label(part, words), sentence(part, words)));
        self.rows(words.options, rows);
    }

    /// Names with what they mean beside them.
    fn rows<'a>(&mut self, title: &str, rows: impl Iterator<Item = (String, &'a str)>) {
        let rows: Vec<_> = rows.map(|(name, said)| (format!("  {name}  "), said)).collect();
        let widths = rows.iter().map(|(name, _)| text::width(name));
        // In a narrow window most names stand on a line of their own.
        let most = NAME.min(self.columns / 3);
        let column = widths.filter(|width| *width <= most).max().unwrap_or(most);
        self.part();
        self.lines(vec![title.to_string()]);
        for (name, said) in rows {
            let beside = text::width(&name) <= column;
            let indent = " ".repeat(column);
            let first = if beside {
                text::pad(&name, column)
            } else {
                self.lines(vec![name.trim_end().to_string()]);
                indent.clone()
            };
            self.lines(text::hanging(said, self.columns, &first, &indent));
        }
    }

    fn part(&mut self) {
        if !self.said.is_empty() {
            self.said.push('\n');
        }
    }

    fn lines(&mut self, lines: Vec<String>) {
        for line in lines {
            self.said.push_str(&line);
            self.said.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::app::COLUMNS;
    use crate::app::test_context::TestContext;
    use crate::words::Words;

    #[test]
    fn everything_the_command_line_takes_has_its_words() {
        let words = Words::load("en", None).unwrap().help;
        let mut names = cli::commands();
        names.push("start".into());
        names.sort();
        assert!(words.command.keys().eq(names.iter().map(String::as_str)), "{names:?}");
        let shapes = cli::commands().into_iter().map(Some).chain([None]);
        let (mut used, mut values) = (vec![], BTreeSet::new());
        for shape in shapes.filter_map(|name| cli::shape(name.as_deref())) {
            for part in shape.arguments.iter().chain(&shape.options) {
                assert!(!sentence(part, words).is_empty(), "{part:?}");
                values.extend(part.value.clone());
                used.push(part.id.clone());
            }
        }
        assert!(words.option.keys().all(|id| used.iter().any(|known| known == id)));
        assert!(words.value.keys().eq(values.iter().map(String::as_str)), "{values:?}");
    }

    #[test]
    fn no_line_is_wider_than_a_page_and_each_page_is_there() {
        let words = Words::load("en", None).unwrap().help;
        let all = cli::commands()
            .into_iter()
            .chain(words.topic.keys().map(String::from))
            .map(Some);
        for topic in all.chain([None]) {
            let mut trial = TestContext::new();
            let exit = trial.run(|context| help(topic.as_deref(), context)).unwrap();
            assert_eq!(exit, Exit::Done, "{topic:?}");
            let printed = trial.stdout();
            assert!(printed.len() > 100, "{topic:?}");
            for line in printed.lines() {
                assert!(text::width(line) <= COLUMNS, "{line}");
            }
        }
    }

    #[test]
    fn an_unknown_topic_is_refused_beside_the_results() {
        let mut trial = TestContext::new();
        let exit = trial.run(|context| help(Some("bogus"), context)).unwrap();
        assert_eq!(exit, Exit::Usage);
        assert!(trial.stdout().is_empty() && trial.stderr().contains("bogus"));
    }

    #[test]
    fn r_35_counselors_are_told_of_their_duties_and_no_claim_is_made() {
        let page = |topic: &str| {
            let mut trial = TestContext::new();
            trial.run(|context| help(Some(topic), context)).unwrap();
            trial.stdout().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let duties =
            "Do not enter identifiers. Your own duties (42 CFR Part 2, HIPAA, license) apply to anything you keep.";
        let said = page("counselor");
        assert!(said.contains(duties) && said.contains("makes no claim"));
        assert!(!said.to_lowercase().contains("complian"));
        assert!(!page("privacy").contains("HIPAA"));
    }
}
