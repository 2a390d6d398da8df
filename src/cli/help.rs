//! The help that clap draws of the command line, in the words of the language that was asked for.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ValueHint};

use super::definition;

/// The sentences of the help, by the ids of the definition.
pub trait Descriptions {
    /// What the program is, in one sentence.
    fn about(&self) -> &str;
    /// What a command does.
    fn command(&self, name: &str) -> &str;
    /// What an option or an argument is.
    fn option(&self, id: &str) -> &str;
    /// What its value is called.
    fn value(&self, id: &str) -> &str;
    /// What can be typed there, if that is known; empty if anything can.
    fn choices(&self, id: &str) -> Vec<String>;
    /// What stands above each part of the help.
    fn headings(&self) -> HelpHeadings;
}

/// What stands above each part of the help.
#[derive(Clone, Copy, Debug)]
pub struct HelpHeadings {
    /// Above what is typed.
    pub usage: &'static str,
    /// Above the commands.
    pub commands: &'static str,
    /// Above the words that a command takes.
    pub arguments: &'static str,
    /// Above the options of a command.
    pub options: &'static str,
    /// Above those of every command.
    pub common: &'static str,
}

/// What the program is called.
pub(super) const NAME: &str = "steadfast";

/// The names of the commands, in order.
pub fn commands() -> Vec<String> {
    definition()
        .get_subcommands()
        .map(|verb| verb.get_name().into())
        .collect()
}

/// The help of a command in lines of so many columns, with `first` below what the command does; without a name, that of
/// the program. `None` if no command has this name.
pub fn help(name: Option<&str>, first: String, words: &dyn Descriptions, columns: usize) -> Option<String> {
    let title = words.headings();
    let template = format!("{{about}}\n\n{{before-help}}{}: {{usage}}\n\n{{all-args}}", title.usage);
    let common = if name.is_some() { title.common } else { title.options };
    let under = |arg: Arg| match () {
        () if arg.is_global_set() => arg.help_heading(common),
        () if arg.is_positional() => arg.help_heading(title.arguments),
        () => arg.help_heading(title.options),
    };
    let draw = |command: clap::Command| command.help_template(template.clone()).before_help(first.clone());
    let mut whole = described(words)
        .term_width(columns)
        .subcommand_help_heading(title.commands)
        .mut_args(under)
        .mut_subcommands(|verb| {
            let usage = verb.get_positionals().map(|arg| format!(" {arg}"));
            let usage = usage.fold(format!("{NAME} {}", verb.get_name()), |line, arg| line + &arg);
            draw(verb.mut_args(under).override_usage(usage))
        });
    whole = draw(whole).override_usage(format!("{NAME} [{}]", words.value("command")));
    whole.build();
    let command = match name {
        None => &mut whole,
        Some(name) => whole.find_subcommand_mut(name)?,
    };
    Some(command.render_help().to_string())
}

/// The command line with its words.
pub(super) fn described(words: &dyn Descriptions) -> clap::Command {
    let command = definition()
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.about().to_string())
        .mut_args(|arg| describe(arg, words));
    command.mut_subcommands(|verb| {
        let said = words.command(verb.get_name()).to_string();
        verb.about(said).mut_args(|arg| describe(arg, words))
    })
}

fn describe(arg: Arg, words: &dyn Descriptions) -> Arg {
    let id = arg.get_id().to_string();
    let arg = arg.help(words.option(&id).to_string());
    let value = arg.get_value_names().and_then(|names| names.first()).cloned();
    let Some(value) = value.filter(|_| arg.get_action().takes_values()) else {
        return arg;
    };
    let hint = match value.as_str() {
        "file" | "path" => ValueHint::FilePath,
        "folder" => ValueHint::DirPath,
        _ => ValueHint::Unknown,
    };
    // What the source says of a value is for whoever reads the source.
    let values = arg.get_possible_values();
    let mut choices: Vec<String> = values.iter().map(|value| value.get_name().to_string()).collect();
    choices.extend(words.choices(&id));
    let arg = arg.value_name(words.value(&value).to_string()).value_hint(hint);
    match choices.is_empty() {
        true => arg,
        false => arg
            .value_parser(PossibleValuesParser::new(choices))
            .hide_possible_values(true)
            .hide_default_value(true),
    }
}
