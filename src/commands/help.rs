//! `help`: the commands, one command, or a topic, from the words.

use crate::cli::{self, Descriptions, HelpHeadings};
use crate::error::Error;
use crate::plan::Field;
use crate::sheets::{self, Block, SheetKind};
use crate::text;
use crate::words::{COUNTRIES, HelpExample, HelpWords, Topic, fill_placeholders};

use crate::app::{Context, Exit};

/// Prints help on a command or a topic; without one, on everything.
///
/// # Errors
/// stdout is closed.
pub fn help(topic: Option<&str>, context: &mut Context) -> Result<Exit, Error> {
    let words = context.words.help;
    let columns = context.columns();
    let shown = cli::help(topic, examples(topic, words), &Described(words), columns);
    let below = match topic {
        None => topics(words),
        // A command goes before a topic of the same name; the topic then is under it.
        Some(name) => words.topic.get(name).map(about).unwrap_or_default(),
    };
    if shown.is_none() && below.is_empty() {
        let typed = text::sanitize_line(topic.unwrap_or_default());
        let names = topic_names(words);
        return context.end(
            Exit::Usage,
            &fill_placeholders(words.no_topic, &[("topic", &typed), ("topics", &names)]),
        );
    }
    let below = sheets::text_of_blocks(&below, columns);
    let parts = [shown.as_deref().unwrap_or_default(), &below].map(str::trim_end);
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    context.print_public(&format!("{}\n", parts.join("\n\n")))?;
    Ok(Exit::Done)
}

fn topic_names(words: &HelpWords) -> String {
    words.topic.keys().collect::<Vec<_>>().join(", ")
}

/// Which topics there are.
fn topics(words: &HelpWords) -> Vec<Block> {
    let rows = words.topic.iter().map(|(name, topic)| (name.into(), topic.line.into()));
    let more = fill_placeholders(words.more, &[("topics", &topic_names(words))]);
    vec![
        Block::Words(format!("{}:", words.topics)),
        Block::Facts(rows.collect()),
        Block::Words(more),
    ]
}

fn about(topic: &Topic) -> Vec<Block> {
    let text = topic.text.iter().map(|said| Block::Words((*said).into()));
    [Block::Heading(topic.title.into())].into_iter().chain(text).collect()
}

/// What to type stands alone on its line, so that it can be copied.
fn examples(command: Option<&str>, words: &HelpWords) -> String {
    let Some(examples) = command.and_then(|name| words.example.get(name)) else {
        return words.long_about.join("\n\n");
    };
    let lines = examples
        .iter()
        .map(|HelpExample { to, line }| format!("\n  {to}:\n      {line}"));
    format!("{}:{}", words.examples, lines.collect::<String>())
}

/// The words of the help, as the definition of the command line asks for them.
pub(super) struct Described(pub(super) &'static HelpWords);

impl Descriptions for Described {
    fn about(&self) -> &str {
        self.0.about
    }

    fn command(&self, name: &str) -> &str {
        self.0.command.said(name)
    }

    fn option(&self, id: &str) -> &str {
        self.0.option.said(id)
    }

    fn value(&self, id: &str) -> &str {
        self.0.value.said(id)
    }

    fn choices(&self, id: &str) -> Vec<String> {
        let owned = |codes: &[&str]| codes.iter().map(|code| code.to_string()).collect::<Vec<_>>();
        match id {
            "kind" => {
                let kinds = SheetKind::ALL.iter().map(|kind| kind.code().to_string());
                kinds.chain(owned(&["all", "stale", "blank"])).collect()
            }
            "topic" => {
                let mut topics = owned(&self.0.topic.keys().collect::<Vec<_>>());
                topics.extend(
                    cli::commands()
                        .into_iter()
                        .filter(|name| self.0.topic.get(name).is_none()),
                );
                topics
            }
            "country" => COUNTRIES.iter().map(|(code, _)| code.to_uppercase()).collect(),
            "question" => owned(&Field::ALL.iter().map(|field| field.code()).collect::<Vec<_>>()),
            _ => Vec::new(),
        }
    }

    fn headings(&self) -> HelpHeadings {
        HelpHeadings {
            usage: self.0.usage,
            commands: self.0.commands,
            arguments: self.0.arguments,
            options: self.0.options,
            common: self.0.common,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::collections::BTreeSet;

    use super::*;
    use crate::app::COLUMNS;
    use crate::app::test_context::TestContext;
    use crate::words::Words;

    /// The ids and the values that the help of every command asked for.
    struct Asked(RefCell<BTreeSet<String>>, Described);

    impl Asked {
        fn note<'a>(&self, what: &str, id: &str, said: &'a str) -> &'a str {
            assert!(!said.is_empty(), "{what} {id}");
            self.0.borrow_mut().insert(format!("{what} {id}"));
            said
        }
    }

    impl Descriptions for Asked {
        fn about(&self) -> &str {
            self.1.about()
        }

        fn command(&self, name: &str) -> &str {
            self.note("command", name, self.1.command(name))
        }

        fn option(&self, id: &str) -> &str {
            self.note("option", id, self.1.option(id))
        }

        fn value(&self, id: &str) -> &str {
            self.note("value", id, self.1.value(id))
        }

        fn choices(&self, id: &str) -> Vec<String> {
            self.1.choices(id)
        }

        fn headings(&self) -> HelpHeadings {
            self.1.headings()
        }
    }

    #[test]
    fn everything_the_command_line_takes_has_its_words_and_nothing_else_has() {
        let words = Words::load("en", None).unwrap().help;
        let asked = Asked(RefCell::default(), Described(words));
        cli::help(None, String::new(), &asked, COLUMNS).unwrap();
        let of = |what: &str, ids: Vec<&str>| ids.into_iter().map(|id| format!("{what} {id}")).collect::<Vec<_>>();
        let there = [
            of("command", words.command.keys().collect()),
            of("option", words.option.keys().collect()),
            of("value", words.value.keys().collect()),
        ];
        assert_eq!(there.concat(), asked.0.into_inner().into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn each_command_has_an_example_and_each_example_is_that_command() {
        let words = Words::load("en", None).unwrap().help;
        let mut names = cli::commands();
        names.sort();
        assert!(words.example.keys().eq(names.iter().map(String::as_str)), "{names:?}");
        for (name, example) in words
            .example
            .iter()
            .flat_map(|(name, all)| all.iter().map(move |one| (name, one)))
        {
            // What a shell does with the rest is not the program's.
            let typed = example.line.split(" > ").next().unwrap_or_default();
            let args: Vec<_> = typed.split_whitespace().map(Into::into).collect();
            assert_eq!(args[0], "steadfast");
            let read = cli::parse(&args).unwrap_or_else(|refused| panic!("{typed}: {refused:?}"));
            let own = typed.split_whitespace().nth(1) == Some(name);
            // What one example makes, the next may open.
            assert!(own || matches!(read.command, cli::Command::Plan(_)), "{typed}");
        }
        let mut trial = TestContext::new();
        trial.run(|context| help(Some("sheet"), context)).unwrap();
        let (page, example) = (trial.stdout(), words.example["sheet"][0].line);
        let place = |piece: &str| page.lines().position(|line| line.trim_start().starts_with(piece));
        assert!(
            place(example).is_some() && place(example) < place(words.usage),
            "{page}"
        );
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

    // Holds R-35
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
