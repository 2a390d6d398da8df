//! `call`: one call, with a phone in the hand.

use crate::ask::Asker;
use crate::error::Error;
use crate::plan::Plan;
use crate::steps::call;
use crate::text;
use crate::walk::{Desk, End};
use crate::words::fill;

use super::drawer::Drawer;
use super::{Errand, Exit, open_to_write, stamp};

/// Calls the option that is meant, or asks which; each answer is kept at once. An option nobody knows changes nothing.
///
/// # Errors
/// As [`open_to_write`] and [`Drawer::keep`]; the terminal failed.
pub fn call(option: Option<&str>, errand: &mut Errand) -> Result<Exit, Error> {
    let (store, mut plan, _) = open_to_write(errand)?;
    let (words, today) = (errand.words, errand.today);
    let command = errand.command_on("call");
    let at = match option.map(|typed| (typed, call::find(&plan, typed))) {
        None => None,
        Some((_, Some(at))) => Some(at),
        Some((typed, None)) => {
            let said = unknown(typed, &plan, &command, words);
            errand.tell(&said)?;
            return Ok(Exit::Failed);
        }
    };
    store.check_writable()?;
    let saved = fill(&words.engine.saved, &[("command", &command)]);
    let mut asker = errand.asker()?;
    let farewell = errand.farewell.clone();
    farewell.set(saved.clone());
    let mut drawer = Drawer::new(store, words, today, command, &farewell);
    let mut keeping = |plan: &mut Plan, asker: &mut dyn Asker| {
        stamp(plan, words, today);
        drawer.keep(plan, asker)
    };
    let mut desk = Desk::new(asker.as_mut(), words, today, &mut keeping);
    let end = match at {
        Some(at) => call::call(&mut plan, at, &mut desk)?,
        None => call::pick(&mut plan, &mut desk)?,
    };
    if end == End::Hide {
        desk.asker.hide()?;
        return Ok(Exit::Done);
    }
    if drawer.kept {
        errand.tell(&saved)?;
    }
    Ok(Exit::Done)
}

/// The place is not in the plan: the one that looks like it, or where the list is.
fn unknown(typed: &str, plan: &Plan, command: &str, words: &crate::words::Words) -> String {
    let own = &words.call;
    let shown = text::line(typed);
    let alike = |name: &str| strsim::normalized_damerau_levenshtein(&name.to_lowercase(), &typed.to_lowercase());
    let names = plan.treatment_options.iter().map(|option| option.name.words());
    let nearest = names
        .filter(|name| alike(name) > 0.5)
        .max_by(|one, other| alike(one).total_cmp(&alike(other)));
    match nearest {
        Some(name) => fill(
            &own.no_option_near,
            &[("typed", &shown), ("nearest", &text::line(name))],
        ),
        None => fill(&own.no_option, &[("typed", &shown), ("command", command)]),
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;
    use crate::ask::{Answered, Scripted, Wish};

    fn ran(trial: &mut Trial, option: Option<&str>, answers: Vec<Answered>) -> Exit {
        trial.asker = Some(Box::new(Scripted::new(answers)));
        trial.run(|errand| call(option, errand)).unwrap()
    }

    fn option(trial: &Trial, at: usize) -> serde_json::Value {
        let plan: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(trial.path()).unwrap()).unwrap();
        plan["treatment_options"][at].clone()
    }

    const PLAN: &str = "{\"format\": 1, \"treatment_options\": [{\"id\": \"o1\", \"name\": \"Near Clinic\"}]}";

    #[test]
    fn an_answer_is_on_disk_before_the_next_question_and_the_call_goes_on_there() {
        let mut trial = Trial::new();
        trial.write(PLAN);
        let line = |text: &str| Answered::Line(text.into());
        assert_eq!(ran(&mut trial, Some("1"), vec![line("Fern"), line("R-7")]), Exit::Done);
        let kept = option(&trial, 0);
        assert_eq!(
            (kept["spoke_with"].as_str(), kept["reference_number"].as_str()),
            (Some("Fern"), Some("R-7"))
        );
        assert_eq!(kept["date_checked"], "2026-11-21");
        assert!(trial.told().contains("steadfast call"), "{}", trial.told());
        // The same person; then the license.
        ran(&mut trial, Some("near"), vec![Answered::Pick(0), Answered::Pick(0)]);
        assert_eq!(option(&trial, 0)["licensed"], "yes");
    }

    #[test]
    fn a_new_place_is_named_first() {
        let mut trial = Trial::new();
        trial.write(PLAN);
        let new = vec![
            Answered::Pick(1),
            Answered::Line("Hill House".into()),
            Answered::Line("555-0199".into()),
            Answered::Line("Moss".into()),
        ];
        ran(&mut trial, None, new);
        let kept = option(&trial, 1);
        assert_eq!(
            (kept["name"].as_str(), kept["spoke_with"].as_str()),
            (Some("Hill House"), Some("Moss"))
        );
        // Nothing said, nothing kept.
        trial.write(PLAN);
        ran(&mut trial, None, vec![Answered::Pick(1), Answered::Wish(Wish::Back)]);
        assert!(option(&trial, 1).is_null());
    }

    #[test]
    fn a_place_nobody_knows_changes_nothing() {
        for (typed, piece) in [
            ("Near Clinik", "Near Clinic"),
            ("9", "steadfast call"),
            ("", "steadfast call"),
        ] {
            let mut trial = Trial::new();
            trial.write(PLAN);
            trial.asker = Some(Box::new(Scripted::default()));
            assert_eq!(trial.run(|errand| call(Some(typed), errand)).unwrap(), Exit::Failed);
            assert!(trial.told().contains(piece), "{}", trial.told());
            assert_eq!(std::fs::read_to_string(trial.path()).unwrap(), PLAN);
        }
    }

    #[test]
    fn away_at_once_says_nothing() {
        let mut trial = Trial::new();
        trial.write(PLAN);
        ran(
            &mut trial,
            Some("o1"),
            vec![Answered::Line("Fern".into()), Answered::Wish(Wish::Hide)],
        );
        assert_eq!((trial.told(), trial.printed()), (String::new(), String::new()));
    }
}
