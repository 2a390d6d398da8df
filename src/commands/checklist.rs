//! `checklist`: prints what is to be done, by whom and by when.

use crate::ask::{Choice, Put, Reply};
use crate::cli::Format;
use crate::error::Error;
use crate::plan::Gate;
use crate::{readiness, sheets};

use super::{Errand, Exit, open};

/// Prints the checklist as text for people or as JSON for programs.
///
/// # Errors
/// As [`open`]; nobody takes what is printed.
pub fn checklist(format: Format, errand: &mut Errand) -> Result<Exit, Error> {
    let (_, plan, _) = open(errand)?;
    if format == Format::Text && readiness::gate(&plan) == Gate::Closed && !is_safe_on_paper(errand)? {
        return Ok(Exit::Done);
    }
    let text = match format {
        Format::Text => sheets::text(&sheets::checklist(&plan, errand.words, errand.today)),
        Format::Json => sheets::json(&plan, errand.words, errand.today),
    };
    errand.print(&text)?;
    Ok(Exit::Done)
}

/// Before a page of a closed plan is printed: is it safe to have this on paper? Asked where somebody can answer, else
/// said (visit 9).
fn is_safe_on_paper(errand: &mut Errand) -> Result<bool, Error> {
    let home = &errand.words.home;
    if !(errand.around.stdin_tty && errand.around.stderr_tty) {
        errand.tell(&home.paper_said)?;
        return Ok(true);
    }
    let rows = [Choice::new(&home.paper_no), Choice::new(&home.paper_yes)];
    let reply = errand
        .asker()?
        .pick(&Put::new("paper", &home.paper_ask, ">"), &rows, None)?;
    Ok(reply == Reply::Given(1))
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;

    #[test]
    fn the_example_has_at_least_45_open_tasks_the_first_among_them() {
        let mut trial = Trial::new();
        trial.write_example(|_| {});
        assert_eq!(trial.run(|errand| checklist(Format::Json, errand)).unwrap(), Exit::Done);
        let list: serde_json::Value = serde_json::from_str(&trial.printed()).unwrap();
        let tasks = list["tasks"].as_array().unwrap();
        let open = tasks.iter().filter(|task| task["done"] == false).count();
        assert!(open >= 45 && tasks[0]["done"] == false, "{open}");
    }

    #[test]
    fn a_closed_plan_asks_whether_paper_is_safe_or_says_it_once() {
        use crate::ask::{Answered, Scripted};
        let closed = |plan: &mut serde_json::Value| plan["safety"]["gate"] = "closed".into();
        let mut trial = Trial::new();
        trial.write_example(closed);
        trial.run(|errand| checklist(Format::Text, errand)).unwrap();
        assert!(!trial.printed().is_empty() && !trial.told().is_empty());
        for (answer, printed) in [(0, false), (1, true)] {
            let mut trial = Trial::new();
            trial.write_example(closed);
            trial.asker = Some(Box::new(Scripted::new(vec![Answered::Pick(answer)])));
            trial
                .run(|errand| {
                    (errand.around.stdin_tty, errand.around.stderr_tty) = (true, true);
                    checklist(Format::Text, errand)
                })
                .unwrap();
            assert_eq!(!trial.printed().is_empty(), printed);
        }
    }

    #[test]
    fn only_tasks_have_a_key_id() {
        let mut trial = Trial::new();
        trial.write_example(|_| {});
        trial.run(|errand| checklist(Format::Json, errand)).unwrap();
        let list: serde_json::Value = serde_json::from_str(&trial.printed()).unwrap();
        let tasks = list["tasks"].as_array().unwrap().len();
        assert_eq!(trial.printed().matches("\"id\":").count(), tasks);
    }
}
