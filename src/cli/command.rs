//! The commands: what each takes on the command line is what it is carried out with.

use std::path::PathBuf;

use clap::Subcommand;

use super::{CalendarOptions, ContactsOptions, Format, ListFormat, PrintOptions, Shell};

/// One command. Which plan it works on is in [`Invocation::plan`](super::Invocation::plan), wherever it was named.
#[derive(Subcommand, Clone, Debug, PartialEq, Eq)]
// Of the commands, only the one that was typed is made with its options.
#[command(defer = true)]
pub enum Command {
    /// Begins a plan or goes on with one: `plan`, and no command at all.
    Plan(PlanArgument),
    /// Prints the checklist.
    Checklist {
        /// The plan.
        #[command(flatten)]
        file: PlanArgument,
        /// How.
        #[command(flatten)]
        printing: PrintOptions,
    },
    /// Prints a page for somebody or for something; without a name, says which pages there are.
    Sheet {
        /// Which page, `all`, `stale` or `blank`.
        #[arg(value_name = "kind")]
        kind: Option<String>,
        /// The plan.
        #[command(flatten)]
        file: PlanArgument,
        /// For whom: a name or a number.
        #[arg(long = "for", value_name = "who")]
        reader: Option<String>,
        /// How.
        #[command(flatten)]
        printing: PrintOptions,
    },
    /// Says what stands between the plan and the day.
    Ready(ListArguments),
    /// Ticks tasks.
    Done {
        /// Which; none means that a list is offered.
        #[arg(value_name = "number")]
        ids: Vec<String>,
        /// Takes the tick away.
        #[arg(long)]
        undo: bool,
    },
    /// Makes a calendar of what has a date.
    Calendar {
        /// The plan.
        #[command(flatten)]
        file: PlanArgument,
        /// What is in it, and where it goes.
        #[command(flatten)]
        options: CalendarOptions,
    },
    /// Makes contacts of the numbers.
    Contacts {
        /// The plan.
        #[command(flatten)]
        file: PlanArgument,
        /// What they say, and where they go.
        #[command(flatten)]
        options: ContactsOptions,
    },
    /// Helps through a call to a place.
    Call {
        /// Its id, its number or its name.
        #[arg(value_name = "option")]
        option: Option<String>,
    },
    /// Asks how the day went.
    After(PlanArgument),
    /// Prints the help lines of a country.
    Lines {
        /// Two letters, as they were typed.
        #[arg(long, value_name = "country")]
        country: Option<String>,
        /// How.
        #[command(flatten)]
        printing: ListFormat,
    },
    /// Prints the review.
    Show(ListArguments),
    /// Lists the versions before.
    History(ListArguments),
    /// Takes the newest change back.
    Undo(PlanArgument),
    /// Goes back to a version.
    Restore {
        /// Its number; none means that the versions are listed.
        #[arg(value_name = "number")]
        number: Option<String>,
        /// The plan.
        #[command(flatten)]
        file: PlanArgument,
    },
    /// Takes an answer out of a plan.
    Forget {
        /// The code of the question.
        #[arg(value_name = "question")]
        question: Option<String>,
        /// The one item of a list that is meant.
        #[arg(long, value_name = "ids")]
        item: Option<String>,
    },
    /// Prints what the words rest on.
    Sources(ListFormat),
    /// Prints a fictional plan.
    Example,
    /// Looks for faults.
    Check(PlanArgument),
    /// Says which files there are.
    Where(ListArguments),
    /// Puts a plan under a passphrase.
    Lock {
        /// The plan.
        #[command(flatten)]
        file: PlanArgument,
        /// Takes the lock off.
        #[arg(long, conflicts_with = "change")]
        off: bool,
        /// Takes another passphrase.
        #[arg(long)]
        change: bool,
    },
    /// Removes a plan.
    Delete(PlanArgument),
    /// Clears the screen.
    Hide,
    /// Writes the words to be changed.
    Words {
        /// Into which folder; none means that the way is shown.
        #[arg(long, value_name = "folder")]
        export: Option<PathBuf>,
        /// Writes over what is there.
        #[arg(long)]
        force: bool,
    },
    /// Prints the completions for a shell.
    Completions {
        /// Which; none means that the way is shown.
        #[arg(value_enum, ignore_case = true, value_name = "shell")]
        shell: Option<Shell>,
    },
    /// Makes the pages of the manual.
    Man {
        /// Into which folder; none means that the program's own page is printed.
        #[arg(id = "man_out", long = "out", value_name = "folder")]
        out: Option<PathBuf>,
        /// Writes over what is there.
        #[arg(long)]
        force: bool,
    },
    /// Shows help, in every form it can be asked for.
    Help {
        /// A command or a topic.
        #[arg(value_name = "topic")]
        topic: Option<String>,
    },
    /// Shows the version: `--version`.
    #[command(skip)]
    Version,
}

/// The plan file, where it is named after the command.
#[derive(clap::Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanArgument {
    #[arg(value_name = "file")]
    file: Option<PathBuf>,
}

/// What a list is made of, and how it is printed.
#[derive(clap::Args, Clone, Debug, Default, PartialEq, Eq)]
pub struct ListArguments {
    #[command(flatten)]
    file: PlanArgument,
    #[command(flatten)]
    printing: ListFormat,
}

impl ListArguments {
    /// For people or for programs.
    pub fn format(&self) -> Format {
        self.printing.format
    }
}

impl Command {
    /// Takes the plan file out, if one is named after the command.
    pub(super) fn take_file(&mut self) -> Option<PathBuf> {
        match self {
            Command::Plan(plan)
            | Command::After(plan)
            | Command::Undo(plan)
            | Command::Check(plan)
            | Command::Delete(plan)
            | Command::Ready(ListArguments { file: plan, .. })
            | Command::Show(ListArguments { file: plan, .. })
            | Command::History(ListArguments { file: plan, .. })
            | Command::Where(ListArguments { file: plan, .. })
            | Command::Checklist { file: plan, .. }
            | Command::Sheet { file: plan, .. }
            | Command::Calendar { file: plan, .. }
            | Command::Contacts { file: plan, .. }
            | Command::Restore { file: plan, .. }
            | Command::Lock { file: plan, .. } => plan.file.take(),
            _ => None,
        }
    }

    /// `--out -` is the standard output, as it is without `--out`.
    pub(super) fn print_to_stdout(&mut self) {
        let out = match self {
            Command::Checklist { printing, .. } | Command::Sheet { printing, .. } => &mut printing.out,
            Command::Calendar { options, .. } => &mut options.out,
            Command::Contacts { options, .. } => &mut options.out,
            Command::Man { out, .. } => out,
            _ => return,
        };
        out.take_if(|path| path.as_os_str() == "-");
    }
}
