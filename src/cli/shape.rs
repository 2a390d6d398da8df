//! What each command takes, for its help.

use clap::{Arg, ArgAction};

use super::definition;

/// What a command takes, for its help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandShape {
    /// The words it takes, in order.
    pub arguments: Vec<ArgumentShape>,
    /// Its own options.
    pub options: Vec<ArgumentShape>,
    /// The options of every command.
    pub common: Vec<ArgumentShape>,
}

/// One argument or option. Its id and its value name sentences in the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArgumentShape {
    /// What it is known by.
    pub id: String,
    /// Its letter.
    pub short: Option<char>,
    /// Its name; an argument has none.
    pub long: Option<String>,
    /// What it takes.
    pub value: Option<String>,
    /// True if it can be given more than once.
    pub many: bool,
}

impl ArgumentShape {
    fn of(arg: &Arg) -> ArgumentShape {
        let names = arg.get_value_names().unwrap_or_default();
        ArgumentShape {
            id: arg.get_id().to_string(),
            short: arg.get_short(),
            long: arg.get_long().map(String::from),
            value: names
                .first()
                .filter(|_| arg.get_action().takes_values())
                .map(|name| name.to_string()),
            many: matches!(arg.get_action(), ArgAction::Append),
        }
    }
}

/// The names of the commands, in order.
pub fn commands() -> Vec<String> {
    definition()
        .get_subcommands()
        .map(|verb| verb.get_name().into())
        .collect()
}

/// What a command takes; without a name, what every command takes.
pub fn shape(command: Option<&str>) -> Option<CommandShape> {
    let whole = definition();
    let own: Vec<ArgumentShape> = match command {
        None => Vec::new(),
        Some(name) => {
            let own = whole.find_subcommand(name)?.get_arguments();
            own.filter(|arg| !arg.is_global_set()).map(ArgumentShape::of).collect()
        }
    };
    let (options, arguments) = own.into_iter().partition(|part| part.long.is_some());
    Some(CommandShape {
        arguments,
        options,
        common: whole.get_arguments().map(ArgumentShape::of).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shape_of_a_command_parts_its_own_options_from_those_of_all() {
        let shape = shape(Some("checklist")).unwrap();
        assert_eq!(shape.arguments[0].id, "file");
        assert_eq!(shape.options[0].value.as_deref(), Some("format"));
        assert!(shape.common.iter().any(|part| part.short == Some('h')));
        assert!(super::shape(Some("done")).unwrap().arguments[0].many);
        assert!(super::shape(Some("bogus")).is_none());
        assert_eq!(commands().len(), 26);
    }
}
