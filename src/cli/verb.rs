//! The commands as they are typed, and what each becomes.

use std::path::PathBuf;

use clap::Subcommand;

use super::{CalendarOptions, Command, ContactsOptions, Format, ListFormat, PrintOptions, Shell};

// Of the commands, only the one that was typed is made with its options.
#[derive(Subcommand)]
#[command(defer = true)]
pub(super) enum CliCommand {
    Plan(PlanArgument),
    Checklist {
        #[command(flatten)]
        file: PlanArgument,
        #[command(flatten)]
        printing: PrintOptions,
    },
    Sheet {
        #[arg(value_name = "kind")]
        kind: Option<String>,
        #[command(flatten)]
        file: PlanArgument,
        #[arg(long = "for", value_name = "who")]
        reader: Option<String>,
        #[command(flatten)]
        printing: PrintOptions,
    },
    Ready(ListArguments),
    Done {
        #[arg(value_name = "number")]
        ids: Vec<String>,
        #[arg(long)]
        undo: bool,
    },
    Calendar {
        #[command(flatten)]
        file: PlanArgument,
        #[command(flatten)]
        options: CalendarOptions,
    },
    Contacts {
        #[command(flatten)]
        file: PlanArgument,
        #[command(flatten)]
        options: ContactsOptions,
    },
    Call {
        #[arg(value_name = "option")]
        option: Option<String>,
    },
    After(PlanArgument),
    Lines {
        #[arg(long, value_name = "country")]
        country: Option<String>,
        #[command(flatten)]
        printing: ListFormat,
    },
    Show(ListArguments),
    History(ListArguments),
    Undo(PlanArgument),
    Restore {
        #[arg(value_name = "number")]
        number: Option<String>,
        #[command(flatten)]
        file: PlanArgument,
    },
    Forget {
        #[arg(value_name = "question")]
        question: Option<String>,
        #[arg(long, value_name = "ids")]
        item: Option<String>,
    },
    Sources(ListFormat),
    Example,
    Check(PlanArgument),
    Where(ListArguments),
    Lock {
        #[command(flatten)]
        file: PlanArgument,
        #[arg(long, conflicts_with = "change")]
        off: bool,
        #[arg(long)]
        change: bool,
    },
    Delete(PlanArgument),
    Hide,
    Words {
        #[arg(long, value_name = "folder")]
        export: Option<PathBuf>,
        #[arg(long)]
        force: bool,
    },
    Completions {
        #[arg(value_enum, ignore_case = true, value_name = "shell")]
        shell: Option<Shell>,
    },
    Man {
        #[arg(id = "man_out", long = "out", value_name = "folder")]
        out: Option<PathBuf>,
        #[arg(long)]
        force: bool,
    },
    Help {
        #[arg(value_name = "topic")]
        topic: Option<String>,
    },
}

#[derive(clap::Args)]
pub(super) struct PlanArgument {
    #[arg(value_name = "file")]
    file: Option<PathBuf>,
}

#[derive(clap::Args)]
pub(super) struct ListArguments {
    #[command(flatten)]
    file: PlanArgument,
    #[command(flatten)]
    printing: ListFormat,
}

impl ListArguments {
    /// As `command`, and the plan file.
    fn split(self, command: fn(Format) -> Command) -> (Command, Option<PathBuf>) {
        (command(self.printing.format), self.file.file)
    }
}

impl CliCommand {
    /// The command, and the plan file that was named after it.
    pub(super) fn split(self) -> (Command, Option<PathBuf>) {
        match self {
            CliCommand::Plan(it) => (Command::Plan, it.file),
            CliCommand::Checklist { file, printing } => (Command::Checklist(printing), file.file),
            CliCommand::Sheet {
                kind,
                file,
                reader,
                printing,
            } => (Command::Sheet { kind, reader, printing }, file.file),
            CliCommand::Ready(it) => it.split(|format| Command::Ready { format }),
            CliCommand::Done { ids, undo } => (Command::Done { ids, undo }, None),
            CliCommand::Calendar { file, options } => (Command::Calendar(options), file.file),
            CliCommand::Contacts { file, options } => (Command::Contacts(options), file.file),
            CliCommand::Call { option } => (Command::Call { option }, None),
            CliCommand::After(it) => (Command::After, it.file),
            CliCommand::Lines { country, printing } => {
                let format = printing.format;
                (Command::Lines { country, format }, None)
            }
            CliCommand::Forget { question, item } => (Command::Forget { question, item }, None),
            CliCommand::Sources(it) => (Command::Sources { format: it.format }, None),
            CliCommand::Show(it) => it.split(|format| Command::Show { format }),
            CliCommand::History(it) => it.split(|format| Command::History { format }),
            CliCommand::Undo(it) => (Command::Undo, it.file),
            CliCommand::Restore { number, file } => (Command::Restore { number }, file.file),
            CliCommand::Example => (Command::Example, None),
            CliCommand::Check(it) => (Command::Check, it.file),
            CliCommand::Where(it) => it.split(|format| Command::Where { format }),
            CliCommand::Lock { file, off, change } => (Command::Lock { off, change }, file.file),
            CliCommand::Delete(it) => (Command::Delete, it.file),
            CliCommand::Hide => (Command::Hide, None),
            CliCommand::Words { export, force } => (Command::Words { export, force }, None),
            CliCommand::Completions { shell } => (Command::Completions { shell }, None),
            CliCommand::Man { out, force } => (Command::Man { out, force }, None),
            CliCommand::Help { topic } => (Command::Help { topic }, None),
        }
    }

    /// What `--help` after this command is about.
    pub(super) fn name(&self) -> &'static str {
        match self {
            CliCommand::Plan(_) => "plan",
            CliCommand::Checklist { .. } => "checklist",
            CliCommand::Sheet { .. } => "sheet",
            CliCommand::Ready(_) => "ready",
            CliCommand::Done { .. } => "done",
            CliCommand::Calendar { .. } => "calendar",
            CliCommand::Contacts { .. } => "contacts",
            CliCommand::Call { .. } => "call",
            CliCommand::After(_) => "after",
            CliCommand::Lines { .. } => "lines",
            CliCommand::Forget { .. } => "forget",
            CliCommand::Sources(_) => "sources",
            CliCommand::Show(_) => "show",
            CliCommand::History(_) => "history",
            CliCommand::Undo(_) => "undo",
            CliCommand::Restore { .. } => "restore",
            CliCommand::Example => "example",
            CliCommand::Check(_) => "check",
            CliCommand::Where(_) => "where",
            CliCommand::Lock { .. } => "lock",
            CliCommand::Delete(_) => "delete",
            CliCommand::Hide => "hide",
            CliCommand::Words { .. } => "words",
            CliCommand::Completions { .. } => "completions",
            CliCommand::Man { .. } => "man",
            CliCommand::Help { .. } => "help",
        }
    }
}
