//! The commands as they are typed, and what each becomes.

use std::path::PathBuf;

use clap::Subcommand;

use super::{Command, Format, Printing};

#[derive(Subcommand)]
pub(super) enum Verb {
    Plan(File),
    Checklist {
        #[command(flatten)]
        file: File,
        #[command(flatten)]
        printing: Printing,
    },
    Sheet {
        #[arg(value_name = "kind")]
        kind: Option<String>,
        #[command(flatten)]
        file: File,
        #[arg(long = "for", value_name = "who")]
        reader: Option<String>,
        #[command(flatten)]
        printing: Printing,
    },
    Ready {
        #[command(flatten)]
        file: File,
        #[arg(long, value_enum, default_value_t, value_name = "format")]
        format: Format,
    },
    Done {
        #[arg(value_name = "ids")]
        ids: Vec<String>,
        #[arg(long)]
        undo: bool,
    },
    Calendar {
        #[command(flatten)]
        file: File,
        #[arg(long, value_name = "path")]
        out: Option<PathBuf>,
        #[arg(long)]
        plain_titles: bool,
        #[arg(long)]
        force: bool,
    },
    Call {
        #[arg(value_name = "option")]
        option: Option<String>,
    },
    Lines {
        #[arg(long, value_name = "country")]
        country: Option<String>,
    },
    Show(File),
    History(File),
    Undo(File),
    Restore {
        #[arg(value_name = "number")]
        number: Option<String>,
        #[command(flatten)]
        file: File,
    },
    Forget {
        #[arg(value_name = "question")]
        question: Option<String>,
        #[arg(long, value_name = "ids")]
        item: Option<String>,
    },
    Sources,
    Example,
    Check(File),
    Where(File),
    Lock {
        #[command(flatten)]
        file: File,
        #[arg(long)]
        off: bool,
    },
    Delete(File),
    Hide,
    Help {
        #[arg(value_name = "topic")]
        topic: Option<String>,
    },
}

#[derive(clap::Args)]
pub(super) struct File {
    #[arg(value_name = "file")]
    file: Option<PathBuf>,
}

impl Verb {
    /// The command, and the plan file that was named after it.
    pub(super) fn split(self) -> (Command, Option<PathBuf>) {
        match self {
            Verb::Plan(it) => (Command::Plan, it.file),
            Verb::Checklist { file, printing } => (Command::Checklist(printing), file.file),
            Verb::Sheet {
                kind,
                file,
                reader,
                printing,
            } => (Command::Sheet { kind, reader, printing }, file.file),
            Verb::Ready { file, format } => (Command::Ready { format }, file.file),
            Verb::Done { ids, undo } => (Command::Done { ids, undo }, None),
            Verb::Calendar {
                file,
                out,
                plain_titles,
                force,
            } => {
                let calendar = Command::Calendar {
                    out,
                    plain_titles,
                    force,
                };
                (calendar, file.file)
            }
            Verb::Call { option } => (Command::Call { option }, None),
            Verb::Lines { country } => (Command::Lines { country }, None),
            Verb::Forget { question, item } => (Command::Forget { question, item }, None),
            Verb::Sources => (Command::Sources, None),
            Verb::Show(it) => (Command::Show, it.file),
            Verb::History(it) => (Command::History, it.file),
            Verb::Undo(it) => (Command::Undo, it.file),
            Verb::Restore { number, file } => (Command::Restore { number }, file.file),
            Verb::Example => (Command::Example, None),
            Verb::Check(it) => (Command::Check, it.file),
            Verb::Where(it) => (Command::Where, it.file),
            Verb::Lock { file, off } => (Command::Lock { off }, file.file),
            Verb::Delete(it) => (Command::Delete, it.file),
            Verb::Hide => (Command::Hide, None),
            Verb::Help { topic } => (Command::Help { topic }, None),
        }
    }

    /// What `--help` after this command is about.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Verb::Plan(_) => "plan",
            Verb::Checklist { .. } => "checklist",
            Verb::Sheet { .. } => "sheet",
            Verb::Ready { .. } => "ready",
            Verb::Done { .. } => "done",
            Verb::Calendar { .. } => "calendar",
            Verb::Call { .. } => "call",
            Verb::Lines { .. } => "lines",
            Verb::Forget { .. } => "forget",
            Verb::Sources => "sources",
            Verb::Show(_) => "show",
            Verb::History(_) => "history",
            Verb::Undo(_) => "undo",
            Verb::Restore { .. } => "restore",
            Verb::Example => "example",
            Verb::Check(_) => "check",
            Verb::Where(_) => "where",
            Verb::Lock { .. } => "lock",
            Verb::Delete(_) => "delete",
            Verb::Hide => "hide",
            Verb::Help { .. } => "help",
        }
    }
}
