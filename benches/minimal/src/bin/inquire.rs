//! The same six questions with inquire.

use inquire::{MultiSelect, Select, Text};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let pick = |question: &str, choices: &[&'static str]| Select::new(question, choices.to_vec()).raw_prompt();
    let danger = pick("Is anyone in danger right now?", &["No, or not that I know of", "Yes", "I'm not sure"])?.index;
    let length = pick("How much time is there now?", &["Ten minutes", "An hour for the plan", "Everything"])?.index;
    let planner = Text::new("What is your first name?").prompt()?;
    let name = Text::new("What do you call them?").prompt()?;
    let relation = pick("Who are they to you?", &["My child", "My partner", "A friend", "Somebody else"])?.index;
    let used = MultiSelect::new(
        "What do they use, as far as you know?",
        vec!["Heroin", "Fentanyl", "Pills", "Alcohol", "Not sure"],
    )
    .raw_prompt()?;
    let used: Vec<usize> = used.iter().map(|one| one.index).collect();
    std::fs::write("minimal.json", format!("{danger} {length} {planner} {name} {relation} {used:?}\n"))?;
    Ok(())
}
