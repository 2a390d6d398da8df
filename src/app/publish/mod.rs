//! Sheets as files: in which format, under which name, whether it is safe to print them, and what was printed.

pub mod calendar_file;
pub mod format;
pub mod print_log;
pub mod print_safety;
pub mod rendered;

use std::path::{Path, PathBuf};

use crate::plan::{Answer, Computer, Id, Plan};
use crate::sheets::{self, SheetKind};

/// What a page is called: its kind, and the number of the one it is for. Where the person the plan is about can open this
/// computer, or nobody said so, the kind is a number too: a name such as *overdose* would tell what the folder is about.
pub fn file_name(kind: SheetKind, reader: Option<&Id>, plan: &Plan) -> String {
    let number = sheets::readers(plan).into_iter().find(|(_, id)| Some(id) == reader);
    let name = match &plan.visit.computer {
        Answer::Unasked | Answer::Given(Computer::OnlyMe | Computer::OthersNotThem) => kind.code().to_string(),
        _ => format!(
            "page-{}",
            1 + SheetKind::ALL.iter().take_while(|other| **other != kind).count()
        ),
    };
    match number {
        Some((number, _)) => format!("{name}-{number}"),
        None => name,
    }
}

/// The first free name: `person-2.html`, `person-2-again-2.html` and so on.
pub fn unused_path(folder: &Path, name: &str, ending: &str) -> PathBuf {
    let names = (2..).map(|n| format!("{name}-again-{n}.{ending}"));
    let mut names = std::iter::once(format!("{name}.{ending}"))
        .chain(names)
        .map(|name| folder.join(name));
    names.find(|path| path.symlink_metadata().is_err()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::words::Words;

    #[test]
    fn where_the_person_can_open_the_computer_no_name_of_a_page_tells_what_it_is_about() {
        let mut plan: Plan = serde_json::from_str(Words::load("en", None).unwrap().example).unwrap();
        let names = |plan: &Plan| -> Vec<String> {
            let every = sheets::every(plan).into_iter();
            every
                .map(|(kind, reader)| file_name(kind, reader.as_ref(), plan))
                .collect()
        };
        assert!(names(&plan).contains(&SheetKind::Overdose.code().to_string()));
        for answer in [Answer::Given(Computer::They), Answer::Left] {
            plan.visit.computer = answer;
            let named = names(&plan);
            let plain = |name: &String| {
                name.replace("page-", "")
                    .chars()
                    .all(|c| c.is_ascii_digit() || c == '-')
            };
            assert!(named.iter().all(plain), "{named:?}");
            assert_eq!(
                named.iter().collect::<BTreeSet<_>>().len(),
                named.len(),
                "each has its own"
            );
        }
    }
}
