//! `check`: every fault of a plan file, each with its path.

use crate::error::{Error, Fault, FaultKind};
use crate::plan::{dangling_references, unknown_codes};
use crate::store::{self, FileRole, PlanFile, Store, is_open_to_others};
use crate::words::{display_path, fill_placeholders};

use super::places::row;
use crate::app::{Context, Exit, open};

/// Tells every fault, one a line. What is merely open is none.
///
/// # Errors
/// As [`open()`].
pub fn check(context: &mut Context) -> Result<Exit, Error> {
    let (store, plan, mut faults) = open(context)?;
    faults.extend(dangling_references(&plan).iter().map(|path| Fault {
        path: store.path_in_file(path),
        kind: FaultKind::UnknownReference,
    }));
    faults.extend(unknown_codes(&plan).iter().map(|path| Fault {
        path: store.path_in_file(path),
        kind: FaultKind::UnknownWord,
    }));
    name_oddities(&store, context)?;
    if faults.is_empty() {
        let none = &context.words.commands.check.none;
        let said = fill_placeholders(none, &[("path", &display_path(store.path()))]);
        context.print_lines(&format!("{said}\n"))?;
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
        FileRole::HalfTyped,
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
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::app::test_context::TestContext;
    use crate::plan::{Plan, Text, choice_sets};

    #[test]
    fn the_example_has_no_faults() {
        let mut trial = TestContext::new();
        trial.write_example(|_| {});
        assert_eq!(trial.run(check).unwrap(), Exit::Done);
        assert_eq!(trial.stderr(), "");
    }

    /// Replaces the codes of a file one by one; `see` is told the path of each and has the plan with it.
    fn each_code_replaced(file: &Value, codes: &BTreeSet<String>, see: &mut dyn FnMut(&str, Plan)) {
        fn walk(value: &Value, pointer: &str, path: &str, see: &mut dyn FnMut(&str, &str, &str)) {
            match value {
                Value::String(word) => see(word, pointer, path),
                Value::Array(items) => items
                    .iter()
                    .enumerate()
                    .for_each(|(at, item)| walk(item, &format!("{pointer}/{at}"), &format!("{path}[{at}]"), see)),
                Value::Object(keys) => keys.iter().for_each(|(key, value)| {
                    let dot = if path.is_empty() { "" } else { "." };
                    walk(value, &format!("{pointer}/{key}"), &format!("{path}{dot}{key}"), see);
                }),
                _ => {}
            }
        }
        walk(file, "", "", &mut |word, pointer, path| {
            if codes.contains(word) {
                let mut changed = file.clone();
                *changed.pointer_mut(pointer).unwrap() = "no such code".into();
                see(path, serde_json::from_value(changed).unwrap());
            }
        });
    }

    #[test]
    fn every_code_of_the_example_is_named_when_it_is_none() {
        let mut file: Value = serde_json::from_str(TestContext::new().run(|context| context.words.example)).unwrap();
        file["safety"]["gate"] = "ask_first".into();
        file["safety"]["told"] = serde_json::json!({"harm": "no", "suicide": "before", "pregnant": "yes"});
        file["visit"]["changes"] = serde_json::json!([{"kind": "stopping", "on": "2026-11-01"}]);
        let codes: BTreeSet<String> = choice_sets().into_iter().flat_map(|(_, codes)| codes).collect();
        let mut tried = 0;
        each_code_replaced(&file, &codes, &mut |path, plan| {
            let mut is_text = false;
            plan.answers(&mut |at, answer| is_text |= at.to_string() == path && answer.of::<Text>().is_some());
            if is_text {
                return;
            }
            assert_eq!(unknown_codes(&plan), [path]);
            tried += 1;
        });
        assert!(tried > 100, "{tried}");
    }

    #[cfg(unix)]
    #[test]
    fn a_plan_that_others_can_read_is_named() {
        use std::os::unix::fs::PermissionsExt;
        let mut trial = TestContext::new();
        trial.write_example(|_| {});
        std::fs::set_permissions(trial.path(), std::fs::Permissions::from_mode(0o644)).unwrap();
        assert_eq!(trial.run(check).unwrap(), Exit::Done);
        let told = trial.stderr();
        assert!(told.contains("plan.json") && told.contains("other logins"), "{told}");
    }

    #[test]
    fn a_word_that_is_no_answer_is_told_with_its_path() {
        let mut trial = TestContext::new();
        trial.write_example(|plan| plan["person"]["recent"][0] = "overdosed".into());
        assert_eq!(trial.run(check).unwrap(), Exit::Found);
        assert!(trial.stderr().contains("person.recent[0]"), "{}", trial.stderr());
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
