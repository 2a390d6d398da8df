//! Six questions and a file, with the crates that Steadfast asks with: what that costs at the least.

use dialoguer::{MultiSelect, Select};
use rustyline::DefaultEditor;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let pick = |question: &str, choices: &[&str]| {
        Select::new().with_prompt(question).items(choices).default(0).interact()
    };
    let danger = pick("Is anyone in danger right now?", &["No, or not that I know of", "Yes", "I'm not sure"])?;
    let length = pick("How much time is there now?", &["Ten minutes", "An hour for the plan", "Everything"])?;
    let mut editor = DefaultEditor::new()?;
    let planner = editor.readline("What is your first name? ")?;
    let name = editor.readline("What do you call them? ")?;
    let relation = pick("Who are they to you?", &["My child", "My partner", "A friend", "Somebody else"])?;
    let used = MultiSelect::new()
        .with_prompt("What do they use, as far as you know?")
        .items(&["Heroin", "Fentanyl", "Pills", "Alcohol", "Not sure"])
        .interact()?;
    std::fs::write("minimal.json", format!("{danger} {length} {planner} {name} {relation} {used:?}\n"))?;
    Ok(())
}
