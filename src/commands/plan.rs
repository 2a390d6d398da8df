//! `steadfast`, `steadfast plan` and `steadfast after`: opens the plan, walks the visit, and says how to go on.

use std::path::Path;

use crate::cli::Format;
use crate::error::Error;
use crate::plan::Field;
use crate::prompt::{self, HalfTyped, terminal_guard};
use crate::store::{self, Locked, Store};
use crate::words::{Words, fill_placeholders};

use crate::app::autosave::{Autosave, AutosaveEnd};
use crate::app::recovery::{self, AfterRecovery};
use crate::app::{Context, Exit, OpenedPlan, country_of, open_or_begin, take_over};
use crate::visit::blank_pages;
use crate::visit::{VisitEnd, VisitSetup, visit};

use super::show;

/// One visit to the plan that is meant; one begins if there is none yet. What is in the way is asked about
/// first: a damaged plan, and another window.
///
/// # Errors
/// As [`open_or_begin`]; the terminal failed, or the disk did and the person chose to stop.
pub fn plan(context: &mut Context) -> Result<Exit, Error> {
    visits(false, context)
}

/// The same, and straight to how the day went. A plan that is not there is not begun.
///
/// # Errors
/// [`Error::Missing`]; as [`plan`].
pub fn after(context: &mut Context) -> Result<Exit, Error> {
    visits(true, context)
}

fn visits(to_outcome: bool, context: &mut Context) -> Result<Exit, Error> {
    loop {
        let way = match open_or_begin(context) {
            Ok((store, None)) if to_outcome => {
                return Err(Error::Missing(store.path().into()));
            }
            Err(error) => recovery::recover_damaged(error, context)?,
            Ok((store, None)) if !store::versions(store.path())?.is_empty() => recovery::recover_vanished(context)?,
            Ok((mut store, found)) => {
                store.check_writable()?;
                match store.lock() {
                    Locked::Elsewhere => recovery::second_window(&store, context)?,
                    locked => {
                        if locked == Locked::CannotLock {
                            context.print_notice(context.words.keeping.unlocked)?;
                        }
                        bring_back_typed(&store);
                        one_visit(store, found, to_outcome, context)?
                    }
                }
            }
        };
        match way {
            AfterRecovery::Again => {}
            AfterRecovery::LookOnly => return show::show(Format::Text, context),
            AfterRecovery::End(exit) => return Ok(exit),
        }
    }
}

/// One visit at a plan that this window works on.
fn one_visit(
    mut store: Store,
    found: Option<OpenedPlan>,
    to_outcome: bool,
    context: &mut Context,
) -> Result<AfterRecovery, Error> {
    let mut notice = Vec::new();
    if let Some((plan, _)) = &found {
        notice.extend(take_over(&mut store, plan, context)?);
    }
    notice.extend(found.as_ref().map(|found| unread_notice(found, &store, context)));
    notice.retain(|said| !said.is_empty());
    let notice = notice.join("\n\n");
    let plan = found.map(|(plan, _)| plan);
    let mut prompter = context.open_prompter()?;
    let (words, today, command) = (context.words, context.today, context.command());
    let country = country_of(context.locale.as_deref());
    let begun = plan.is_some();
    let exit_message = context.exit_message.clone();
    let mut autosave = Autosave::new(store, words, today, command.clone(), &exit_message);
    let needs = VisitSetup {
        saver: &mut autosave,
        folder: context.plan_path()?.parent().unwrap_or(Path::new(".")).to_path_buf(),
        browser: None,
        prompter: prompter.as_mut(),
        words,
        today,
        exit_message: &exit_message,
        command,
        notice,
        country: country.clone(),
        to_outcome,
    };
    let stays = clears_at_end(context);
    let ended = visit(needs, plan);
    let lost = prompt::lose_unfinished();
    // However it ended, nothing of the talk stays behind on the screen.
    terminal_guard::clear();
    let ended = match (ended, autosave.left) {
        (Ok(ended), left) if left != Some(AutosaveEnd::Hidden) => ended,
        (Err(_), Some(AutosaveEnd::ForTheOther)) => {
            context.prompter = Some(prompter);
            return Ok(AfterRecovery::Again);
        }
        (_, Some(AutosaveEnd::Hidden)) => {
            context.print_notice(words.home.hidden_line)?;
            return Ok(AfterRecovery::End(Exit::Failed));
        }
        (Err(error), _) => return Err(error),
        (Ok(ended), _) => ended,
    };
    drop(prompter);
    let saved = (begun || autosave.kept).then(|| saved_line(autosave.command(), lost, words));
    say_goodbye(ended, saved, &country, context)?;
    // Who hides wants nothing said: what cannot be cleared was told before the first question.
    if !stays.is_empty() && ended != VisitEnd::Hidden {
        context.print_notice(stays)?;
    }
    Ok(AfterRecovery::End(Exit::Done))
}

/// What was being typed when the last visit ended is there again, and this one keeps what it leaves: with the plan, and as
/// locked as that.
fn bring_back_typed(store: &Store) {
    let (path, key) = (store.path().to_path_buf(), store.key().cloned());
    let before = store::take_typed(&path, key.as_ref()).and_then(|text| serde_json::from_str(&text).ok());
    prompt::keep_unfinished_with(before.unwrap_or_default(), move |words| {
        let kept: Vec<&HalfTyped> = words.iter().filter(|typed| may_outlast(&typed.question)).collect();
        let text = serde_json::to_string(&kept).unwrap_or_default();
        !kept.is_empty() && store::keep_typed(&path, &text, key.as_ref()) && kept.len() == words.len()
    });
}

/// Whether what was typed at this question may be on the disk before it is given: an answer, and none about somebody's
/// safety.
fn may_outlast(question: &str) -> bool {
    Field::from_code(question).is_some_and(|field| !field.takes_a_row_only())
}

/// From now on every way out clears the window. What is said where it cannot be cleared; empty if it can, or is
/// none.
fn clears_at_end<'a>(context: &Context<'a>) -> &'a str {
    let clears = prompt::can_clear(context.plain, &context.surroundings);
    terminal_guard::clear_at_end(clears);
    let stays = match context.surroundings.stderr_tty {
        true if !clears => context.words.home.not_cleared,
        true if context.surroundings.in_screen => context.words.commands.hide.kept_above,
        _ => "",
    };
    context.exit_message.set_behind(stays);
    context.exit_message.set_unfinished(context.words.engine.half_typed);
    stays
}

/// That answers are saved and how to go on; `lost`: what was being typed is not.
fn saved_line(command: &str, lost: bool, words: &Words) -> String {
    let saved = fill_placeholders(words.engine.saved, &[("command", command)]);
    match lost {
        true => format!("{}\n{saved}", words.engine.half_typed),
        false => saved,
    }
}

/// What is said and printed after a visit. `saved` says so and how to go on, where something was kept.
fn say_goodbye(ended: VisitEnd, saved: Option<String>, country: &str, context: &mut Context) -> Result<(), Error> {
    let words = context.words;
    match ended {
        VisitEnd::Hidden => context.print_notice(words.home.hidden_line),
        VisitEnd::Elsewhere => {
            context.print_notice(&words.help_lines(country).fill_placeholders(words.home.on_device, words))
        }
        VisitEnd::OnPaper => blank_pages(country, context),
        VisitEnd::Left => match saved {
            Some(saved) => context.print_notice(&saved),
            None => context.print_notice(&fill_placeholders(
                words.engine.nothing_saved,
                &[("command", &context.command())],
            )),
        },
    }
}

/// So many faults are told on one screen; `check` tells them all.
const TOLD: usize = 5;

/// What of the file could not be read, to be told before anything is asked. Empty where everything could.
fn unread_notice((plan, faults): &OpenedPlan, store: &Store, context: &Context) -> String {
    if faults.is_empty() {
        return String::new();
    }
    let told = &faults[..faults.len().min(TOLD)];
    let places = store.places_in_file(told.iter().map(|fault| fault.path.as_str()));
    let told = told.iter().zip(places);
    let told = told.map(|(fault, place)| context.words.fault(fault, place, plan));
    let command = context.command_for("check");
    let all = fill_placeholders(context.words.commands.show.unread, &[("command", &command)]);
    told.chain([all]).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_half_typed_about_safety_or_at_no_question_of_the_plan_do_not_outlast_a_visit() {
        for question in ["person.love", "planner.name", "statements.love"] {
            assert!(may_outlast(question), "{question}");
        }
        let safety = [
            "person.recent",
            "safety.harm",
            "safety.suicide",
            "safety.means",
            "person.ages",
        ];
        let professional = ["professionals.advice_given", "professionals.conditions"];
        for question in safety.iter().chain(&professional).chain(&["home", "danger", ""]) {
            assert!(!may_outlast(question), "{question}");
        }
        for question in safety.iter().chain(&professional) {
            assert!(Field::from_code(question).is_some(), "{question} is a question");
        }
    }
}
