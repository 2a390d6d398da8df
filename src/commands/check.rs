//! `check`: every fault of a plan file, each with its path.

use crate::error::{Error, Fault, FaultKind};
use crate::plan::{dangling_references, unknown_safety_codes};
use crate::store::{self, FileRole, PlanFile, Store, is_open_to_others};
use crate::words::{display_path, fill_placeholders};

use super::places::row;
use crate::app::{Context, Exit, open};

/// Tells every fault, one a line. What is merely open is none.
///
/// # Errors
/// As [`open`].
pub fn check(context: &mut Context) -> Result<Exit, Error> {
    let (store, plan, mut faults) = open(context)?;
    faults.extend(dangling_references(&plan).iter().map(|path| Fault {
        path: store.path_in_file(path),
        kind: FaultKind::UnknownReference,
    }));
    faults.extend(unknown_safety_codes(&plan).iter().map(|path| Fault {
        path: store.path_in_file(path),
        kind: FaultKind::UnknownWord,
    }));
    name_oddities(&store, context)?;
    if faults.is_empty() {
        let none = &context.words.commands.check.none;
        let said = fill_placeholders(none, &[("path", &display_path(store.path()))]);
        context.print(&format!("{said}\n"))?;
        return Ok(Exit::Done);
    }
    let places = store.places_in_file(faults.iter().map(|fault| fault.path.as_str()));
    for (fault, place) in faults.iter().zip(places) {
        let said = context.words.fault(fault, place, &plan);
        context.print_notice(&said)?;
    }
    Ok(Exit::Found)
}

/// What lies about the plan and should not, or is open to others: no fault of the plan itself, and worth a look.
fn name_oddities(store: &Store, context: &mut Context) -> Result<(), Error> {
    let usual = [
        FileRole::Plan,
        FileRole::Link,
        FileRole::Versions,
        FileRole::Key,
        FileRole::Lock,
        FileRole::Beside,
    ];
    let is_open = |file: &PlanFile| !matches!(file.role, FileRole::Link) && is_open_to_others(&file.path);
    for file in store::files(store.path())? {
        if !usual.contains(&file.role) || is_open(&file) {
            let row = row(&file, store.path(), &context.words.commands.r#where);
            context.print_notice(row.trim_end())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;

    #[test]
    fn the_example_has_no_faults() {
        let mut trial = TestContext::new();
        trial.write_example(|_| {});
        assert_eq!(trial.run(check).unwrap(), Exit::Done);
        assert_eq!(trial.stderr(), "");
    }

    #[test]
    fn a_word_about_safety_that_is_no_answer_is_named() {
        for (change, path) in [
            (("/safety/gate", "Closed"), "safety.gate"),
            (("/safety/means", "None"), "safety.means"),
            (("/person/ages", "Both"), "person.ages"),
            (
                ("/professionals/0/agrees_meeting_is_safe", "no"),
                "professionals[0].agrees_meeting_is_safe",
            ),
            (("/person/recent/0", "overdosed"), "person.recent[0]"),
            (("/country", "Frannce"), "country"),
        ] {
            let mut trial = TestContext::new();
            trial.write_example(|plan| *plan.pointer_mut(change.0).unwrap() = change.1.into());
            assert_eq!(trial.run(check).unwrap(), Exit::Found, "{path}");
            assert!(trial.stderr().contains(path), "{path}: {}", trial.stderr());
        }
    }

    #[test]
    fn every_fault_is_told_with_its_path_in_the_file() {
        let mut trial = TestContext::new();
        trial.write_example(|plan| {
            plan["attendees"][1]["name"] = 5.into();
            // An attendee that cannot be read moves every later one up in the plan, not in the file.
            plan["treatment_options"].as_array_mut().unwrap().insert(0, 7.into());
            plan["treatment_options"][1]["who_goes_along"] = "nobody".into();
            plan["day"]["date"] = "2026-02-30".into();
            plan["person"]["hopes"] = serde_json::json!({"later": {"owner": "a99"}});
        });
        assert_eq!(trial.run(check).unwrap(), Exit::Found);
        let told = trial.stderr();
        for path in [
            "attendees[1].name: ",
            "treatment_options[0]: ",
            "treatment_options[1].who_goes_along: ",
            "day.date: ",
            "person.hopes.later.owner: ",
        ] {
            let path = path.trim_end_matches(": ");
            assert!(
                told.lines().any(|line| line.contains(path) && line.contains("line ")),
                "{path} {told}"
            );
        }
        assert_eq!(told.lines().count(), 5, "{told}");
        assert_eq!(trial.stdout(), "");
    }
}
