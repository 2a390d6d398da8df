//! `checklist`: prints what is to be done, by whom and by when.

use crate::cli::Format;
use crate::error::Error;
use crate::sheets;

use super::{Errand, Exit, open};

/// Prints the checklist as text for people or as JSON for programs.
///
/// # Errors
/// As [`open`]; nobody takes what is printed.
pub fn checklist(format: Format, errand: &mut Errand) -> Result<Exit, Error> {
    let (_, plan, _) = open(errand)?;
    let text = match format {
        Format::Text => sheets::text(&sheets::checklist(&plan, errand.words, errand.today)),
        Format::Json => sheets::json(&plan, errand.words, errand.today),
    };
    errand.print(&text)?;
    Ok(Exit::Done)
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
    fn only_tasks_have_a_key_id() {
        let mut trial = Trial::new();
        trial.write_example(|_| {});
        trial.run(|errand| checklist(Format::Json, errand)).unwrap();
        let list: serde_json::Value = serde_json::from_str(&trial.printed()).unwrap();
        let tasks = list["tasks"].as_array().unwrap().len();
        assert_eq!(trial.printed().matches("\"id\":").count(), tasks);
    }
}
