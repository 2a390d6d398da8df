//! The commands as they are typed, and what each becomes.

use std::path::PathBuf;

use clap::Subcommand;

use super::{CalendarOptions, Command, ContactsOptions, Format, PrintOptions};

#[derive(Subcommand)]
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
    Ready {
        #[command(flatten)]
        file: PlanArgument,
        #[arg(long, value_enum, ignore_case = true, default_value_t, value_name = "format")]
        format: Format,
    },
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
    },
    Show(PlanArgument),
    History(PlanArgument),
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
    Sources,
    Example,
    Check(PlanArgument),
    Where(PlanArgument),
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
            CliCommand::Ready { file, format } => (Command::Ready { format }, file.file),
            CliCommand::Done { ids, undo } => (Command::Done { ids, undo }, None),
            CliCommand::Calendar { file, options } => (Command::Calendar(options), file.file),
            CliCommand::Contacts { file, options } => (Command::Contacts(options), file.file),
            CliCommand::Call { option } => (Command::Call { option }, None),
            CliCommand::After(it) => (Command::After, it.file),
            CliCommand::Lines { country } => (Command::Lines { country }, None),
            CliCommand::Forget { question, item } => (Command::Forget { question, item }, None),
            CliCommand::Sources => (Command::Sources, None),
            CliCommand::Show(it) => (Command::Show, it.file),
            CliCommand::History(it) => (Command::History, it.file),
            CliCommand::Undo(it) => (Command::Undo, it.file),
            CliCommand::Restore { number, file } => (Command::Restore { number }, file.file),
            CliCommand::Example => (Command::Example, None),
            CliCommand::Check(it) => (Command::Check, it.file),
            CliCommand::Where(it) => (Command::Where, it.file),
            CliCommand::Lock { file, off, change } => (Command::Lock { off, change }, file.file),
            CliCommand::Delete(it) => (Command::Delete, it.file),
            CliCommand::Hide => (Command::Hide, None),
            CliCommand::Help { topic } => (Command::Help { topic }, None),
        }
    }

    /// What `--help` after this command is about.
    pub(super) fn name(&self) -> &'static str {
        match self {
            CliCommand::Plan(_) => "plan",
            CliCommand::Checklist { .. } => "checklist",
            CliCommand::Sheet { .. } => "sheet",
            CliCommand::Ready { .. } => "ready",
            CliCommand::Done { .. } => "done",
            CliCommand::Calendar { .. } => "calendar",
            CliCommand::Contacts { .. } => "contacts",
            CliCommand::Call { .. } => "call",
            CliCommand::After(_) => "after",
            CliCommand::Lines { .. } => "lines",
            CliCommand::Forget { .. } => "forget",
            CliCommand::Sources => "sources",
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
            CliCommand::Help { .. } => "help",
        }
    }
}
