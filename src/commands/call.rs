//! `call`: one call, with a phone in the hand.

use crate::error::Error;
use crate::plan::Plan;
use crate::session::{Destination, Session, Stop};
use crate::steps::call;
use crate::text;
use crate::words::fill_placeholders;

use crate::app::autosave::Autosave;
use crate::app::{Context, Exit, open_to_write};

/// Calls the option that is meant, or asks which; each answer is kept at once. An option nobody knows changes nothing.
///
/// # Errors
/// As [`open_to_write`] and [`save()`](crate::app::save()); the terminal failed.
pub fn call(option: Option<&str>, context: &mut Context) -> Result<Exit, Error> {
    let (store, mut plan, _) = open_to_write(context)?;
    let (words, today) = (context.words, context.today);
    let command = context.command_on("call");
    let place = match option.map(|typed| (typed, call::find(&plan, typed))) {
        None => None,
        Some((_, Some(id))) => Some(id),
        Some((typed, None)) => {
            let said = unknown(typed, &plan, &command, words);
            return context.end(Exit::Failed, &said);
        }
    };
    store.check_writable()?;
    let saved = fill_placeholders(words.engine.saved, &[("command", &command)]);
    let mut prompter = context.open_prompter()?;
    let exit_message = context.exit_message.clone();
    exit_message.set(saved.clone());
    let mut autosave = Autosave::new(store, words, today, command, &exit_message);
    let mut session = Session::new(prompter.as_mut(), words, today, &mut autosave);
    let end = match place {
        Some(id) => call::call(&mut plan, &id, &mut session),
        None => call::choose_place(&mut plan, &mut session),
    };
    match end {
        Err(Stop::Go(Destination::Hide)) => return Ok(Exit::Done),
        Err(Stop::Failed(error)) => return Err(error),
        Ok(_) | Err(Stop::Go(_)) => {}
    }
    if autosave.kept {
        context.print_notice(&saved)?;
    }
    Ok(Exit::Done)
}

/// The place is not in the plan: the one that looks like it, or where the list is.
fn unknown(typed: &str, plan: &Plan, command: &str, words: &crate::words::Words) -> String {
    let own = &words.call;
    let shown = text::sanitize_line(typed);
    let alike = |name: &str| strsim::normalized_damerau_levenshtein(&name.to_lowercase(), &typed.to_lowercase());
    let names = plan.treatment_options.iter().map(|option| option.name.words());
    let nearest = names
        .filter(|name| alike(name) > 0.5)
        .max_by(|one, other| alike(one).total_cmp(&alike(other)));
    match nearest {
        Some(name) => fill_placeholders(
            own.no_option_near,
            &[("typed", &shown), ("nearest", &text::sanitize_line(name))],
        ),
        None => fill_placeholders(own.no_option, &[("typed", &shown), ("command", command)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;
    use crate::prompt::{Action, Scripted, ScriptedReply};

    fn ran(trial: &mut TestContext, option: Option<&str>, answers: Vec<ScriptedReply>) -> Exit {
        trial.prompter = Some(Box::new(Scripted::new(answers)));
        trial.run(|context| call(option, context)).unwrap()
    }

    fn option(trial: &TestContext, at: usize) -> serde_json::Value {
        let plan: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(trial.path()).unwrap()).unwrap();
        plan["treatment_options"][at].clone()
    }

    const PLAN: &str = "{\"format\": 1, \"treatment_options\": [{\"id\": \"o1\", \"name\": \"Near Clinic\"}]}";

    #[test]
    fn an_answer_is_on_disk_before_the_next_question_and_the_call_goes_on_there() {
        let mut trial = TestContext::new();
        trial.write(PLAN);
        let pick = ScriptedReply::Pick;
        let line = |text: &str| ScriptedReply::Line(text.into());
        assert_eq!(
            ran(&mut trial, Some("1"), vec![pick(1), pick(0), line("the family")]),
            Exit::Done
        );
        let kept = option(&trial, 0);
        assert_eq!(
            (kept["takes_new_people"].as_str(), kept["who_must_call"].as_str()),
            (Some("yes"), Some("the family"))
        );
        assert_eq!(kept["date_checked"], "2026-11-21");
        assert!(trial.stderr().contains("steadfast call"), "{}", trial.stderr());
        // The same person, the whole call; then the soonest start.
        ran(&mut trial, Some("near"), vec![pick(0), pick(1), line("walk-in")]);
        assert_eq!(option(&trial, 0)["soonest_start"], "walk_in");
    }

    #[test]
    fn a_new_place_is_named_first() {
        let mut trial = TestContext::new();
        trial.write(PLAN);
        let new = vec![
            ScriptedReply::Pick(1),
            ScriptedReply::Line("Hill House".into()),
            ScriptedReply::Line("555-0199".into()),
            ScriptedReply::Pick(1),
            ScriptedReply::Pick(2),
            ScriptedReply::Line("Moss".into()),
        ];
        ran(&mut trial, None, new);
        let kept = option(&trial, 1);
        assert_eq!(
            (kept["name"].as_str(), kept["who_must_call"].as_str()),
            (Some("Hill House"), Some("Moss"))
        );
        // Nothing said, nothing kept.
        trial.write(PLAN);
        ran(
            &mut trial,
            None,
            vec![ScriptedReply::Pick(1), ScriptedReply::Action(Action::Back)],
        );
        assert!(option(&trial, 1).is_null());
    }

    #[test]
    fn a_place_nobody_knows_changes_nothing() {
        for (typed, piece) in [
            ("Near Clinik", "Near Clinic"),
            ("9", "steadfast call"),
            ("", "steadfast call"),
        ] {
            let mut trial = TestContext::new();
            trial.write(PLAN);
            trial.prompter = Some(Box::new(Scripted::default()));
            assert_eq!(trial.run(|context| call(Some(typed), context)).unwrap(), Exit::Failed);
            assert!(trial.stderr().contains(piece), "{}", trial.stderr());
            assert_eq!(std::fs::read_to_string(trial.path()).unwrap(), PLAN);
        }
    }

    #[test]
    fn away_at_once_says_nothing() {
        let mut trial = TestContext::new();
        trial.write(PLAN);
        ran(
            &mut trial,
            Some("o1"),
            vec![ScriptedReply::Pick(1), ScriptedReply::Action(Action::Hide)],
        );
        assert_eq!((trial.stderr(), trial.stdout()), (String::new(), String::new()));
    }
}
