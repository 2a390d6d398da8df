//! `forget`: takes an answer out of the plan.

use std::path::PathBuf;

use crate::error::Error;
use crate::journey::{ItemRef, QuestionAt};
use crate::plan::{AnswerState, Field, Id, LISTS, List, Plan};
use crate::readiness;
use crate::steps;
use crate::store::{self, Store, VersionsEdited, with_second_names};
use crate::text;
use crate::words::{Words, display_path, fill_placeholders};

use crate::app::belongings::Belongings;
use crate::app::publish::print_log;
use crate::app::{Context, Exit, open_to_write, save_forgetting};

/// How like a code must be before it is offered: less is a guess.
const ALIKE: f64 = 0.5;

/// Takes the answer to one question out of the plan, in every item of a list or in one, and says so. Without a question
/// it says which have an answer.
///
/// # Errors
/// As [`open_to_write`] and [`save_forgetting`].
pub fn forget(question: Option<&str>, item: Option<&str>, context: &mut Context) -> Result<Exit, Error> {
    let (mut store, mut plan, faults) = open_to_write(context)?;
    let words = context.words;
    let own = &words.commands.forget;
    let Some(typed) = question.map(str::trim) else {
        let list = answered(&plan, words);
        context.print_lines(&list)?;
        return Ok(Exit::Done);
    };
    let Some(field) = Field::from_code(typed) else {
        let said = unknown(typed, context);
        return context.end(Exit::Usage, &said);
    };
    let item = item.map(|id| Id::new(id.trim()));
    if let Some(id) = item.as_ref().filter(|id| entries_of(&plan, field, Some(id)).is_empty()) {
        let ids: Vec<String> = ids(&plan, field).iter().map(|id| id.as_str().into()).collect();
        let said = if ids.is_empty() { own.no_items } else { own.no_item };
        let ids = ids.join(", ");
        return context.end(
            Exit::Usage,
            &fill_placeholders(said, &[("id", id.as_str()), ("code", field.code()), ("ids", &ids)]),
        );
    }
    let mut states = Vec::new();
    if !faults.is_empty() {
        // What could not be read stays in the file until the plan says something else there.
        let mut open = plan.clone();
        if set_aside(&mut open, field, item.as_ref()) {
            states.push(open);
        }
    }
    // Where another name of the file still says it: before the file is another one.
    let second = with_second_names(store.path())?;
    let gone = remove_answer(&mut plan, field, item.as_ref());
    print_log::let_go_of_stale_marks(&mut plan, words);
    // It may say what is taken out.
    drop(store::take_typed(store.path(), store.key()));
    // The plan comes last: as long as it says it, whoever was cut off sees that it is not gone.
    let swept = remove_from_versions(&store, field, item.as_ref(), &plan)?;
    save_forgetting(&mut store, &states, &mut plan, context)?;
    let said = result_text(gone, swept, field, &plan, words);
    context.print_notice(&said)?;
    let belongings = Belongings::of(store.path(), Some(&plan));
    let pages = [belongings.pages, belongings.unfinished].concat();
    name_files(own.pages, pages, context)?;
    let others = store::files(store.path())?.into_iter().filter(|file| !file.role.goes());
    name_files(own.copies, others.map(|file| file.path).collect(), context)?;
    for path in second {
        let said = fill_placeholders(words.lock.second_names, &[("paths", &display_path(&path))]);
        context.print_notice(&said)?;
    }
    Ok(Exit::Done)
}

/// What is out of reach and may say what was taken out.
fn name_files(sentence: &str, files: Vec<PathBuf>, context: &mut Context) -> Result<(), Error> {
    if files.is_empty() {
        return Ok(());
    }
    let lines = files.iter().map(|file| format!("  {}", display_path(file)));
    let lines: Vec<String> = std::iter::once(sentence.to_string()).chain(lines).collect();
    context.print_notice(&lines.join("\n"))
}

/// Takes the answer out of every version and every copy, of what could be read and of what could not.
fn remove_from_versions(store: &Store, field: Field, item: Option<&Id>, now: &Plan) -> Result<VersionsEdited, Error> {
    let mut edit = |mut plan: Plan, unread: bool| {
        let mut states = Vec::new();
        if unread {
            // What could not be read stays in the file until the plan says something else there.
            let mut open = plan.clone();
            if set_aside(&mut open, field, item) {
                states.push(open);
            }
        }
        let gone = remove_answer(&mut plan, field, item);
        if gone > 0 || !states.is_empty() {
            print_log::let_go_of_other_marks(&mut plan, now);
            plan.safety.update_saved();
            states.push(plan);
        }
        states
    };
    store.edit_versions(LISTS, &mut edit)
}

/// Takes the answer to a question out of a plan: in every item of its list, or in the one that is named; a question
/// that is a list goes with everything in it. Says how many answers went. The gate never becomes less careful by it:
/// where it would, the safety questions are put again first (design#gate).
pub fn remove_answer(plan: &mut Plan, field: Field, item: Option<&Id>) -> usize {
    let gate = readiness::gate(plan);
    let list = List::ALL.into_iter().find(|list| list.field() == field);
    let mut gone = 0;
    match (list, item) {
        (Some(list), Some(id)) => {
            gone = usize::from(plan.has(list, id));
            plan.remove(list, id);
        }
        _ => {
            for here in entries_of(plan, field, item) {
                gone += match list {
                    Some(list) => plan.count(list),
                    None => usize::from(here.is_settled(plan)),
                };
                here.clear(plan);
            }
        }
    }
    readiness::raise_to(plan, gate);
    gone
}

/// Sets the question aside wherever it has no answer. False if it has one everywhere.
fn set_aside(plan: &mut Plan, field: Field, item: Option<&Id>) -> bool {
    let open: Vec<QuestionAt> = entries_of(plan, field, item)
        .into_iter()
        .filter(|here| !here.is_settled(plan) && here.question.kind.item_list().is_none())
        .collect();
    for here in &open {
        here.question.kind.skip(here, plan, None);
    }
    !open.is_empty()
}

/// Where a question is in this plan: once, or once in each item of its list.
fn entries_of(plan: &Plan, field: Field, item: Option<&Id>) -> Vec<QuestionAt> {
    if let Some(question) = steps::question(field) {
        let here = QuestionAt {
            question,
            item: ItemRef::PLAN,
        };
        let known = item.is_none_or(|id| ids(plan, field).contains(id));
        return if known { vec![here] } else { Vec::new() };
    }
    for group in steps::item_lists() {
        if let Some(question) = group.questions.iter().find(|question| question.field == field) {
            let mut ids = plan.ids(group.list);
            ids.retain(|id| item.is_none_or(|item| item == id));
            let here = |id| QuestionAt {
                question,
                item: group.item(id),
            };
            return ids.iter().map(here).collect();
        }
    }
    Vec::new()
}

/// The ids that can be named with a question.
fn ids(plan: &Plan, field: Field) -> Vec<Id> {
    let of_list = |list: List| {
        let within = field.code().strip_prefix(list.field().code());
        within.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    // `afterwards` has no list of its own; the longest code that fits is the list.
    let lists = List::ALL.into_iter().filter(|list| of_list(*list));
    lists
        .max_by_key(|list| list.field().code().len())
        .map(|list| plan.ids(list))
        .unwrap_or_default()
}

fn result_text(gone: usize, swept: VersionsEdited, field: Field, plan: &Plan, words: &Words) -> String {
    let own = &words.commands.forget;
    let short = words.fill_names(words.question(field).short, plan, "");
    let pairs = [("short", short.as_str()), ("code", field.code())];
    let mut said = match gone {
        0 => fill_placeholders(own.none, &pairs),
        _ => own.gone.with(gone, &pairs),
    };
    if swept.changed > 0 {
        said = format!("{said} {}", own.versions.of(swept.changed));
    }
    if !swept.unread.is_empty() {
        let paths: Vec<String> = swept.unread.iter().map(|path| display_path(path)).collect();
        let unread = own.unread.with(paths.len(), &[("paths", &paths.join(", "))]);
        said = format!("{said} {unread}");
    }
    if gone > 0 && (field.privacy().unkept || readiness::is_safety(field)) {
        said = format!("{said} {}", own.careful);
    }
    said
}

/// The codes of the questions that have an answer, one a line.
fn answered(plan: &Plan, words: &Words) -> String {
    let own = &words.commands.forget;
    let mut text = format!("{}\n", own.which);
    for field in Field::ALL {
        let given = entries_of(plan, *field, None)
            .iter()
            .any(|here| here.state(plan) != AnswerState::Unasked || here.question.kind.item_list().is_some());
        if given {
            let short = words.fill_names(words.question(*field).short, plan, "");
            let row = fill_placeholders(own.row, &[("code", field.code()), ("short", &short)]);
            text.push_str(&format!("{}\n", text::sanitize_line(&row)));
        }
    }
    text
}

fn unknown(typed: &str, context: &Context) -> String {
    let own = &context.words.commands.forget;
    let shown = text::sanitize_line(typed);
    match nearest(typed) {
        Some(field) => fill_placeholders(own.unknown_near, &[("typed", &shown), ("nearest", field.code())]),
        None => {
            let command = context.command_on("forget");
            fill_placeholders(own.unknown, &[("typed", &shown), ("command", &command)])
        }
    }
}

/// The question that was probably meant: the one that ends so, else the code that looks most like it.
fn nearest(typed: &str) -> Option<Field> {
    let typed = typed.to_lowercase();
    let ending = format!(".{typed}");
    let ends = Field::ALL.iter().find(|field| field.code().ends_with(&ending));
    let like = |field: &Field| strsim::normalized_damerau_levenshtein(field.code(), &typed);
    let nearest = || {
        let all = Field::ALL.iter().filter(|field| like(field) > ALIKE);
        all.max_by(|one, other| like(one).total_cmp(&like(other)))
    };
    ends.or_else(nearest).copied()
}

#[cfg(test)]
#[path = "forget_tests.rs"]
mod tests;
