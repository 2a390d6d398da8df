//! What is on every page, and the blocks that several of them share.

use chrono::NaiveDate;

use crate::plan::{Answer, Change, CodedChoice, Gate, Plan, Substance, Text};
use crate::readiness;
use crate::tasks::{self, Phase, Task, TaskKind};
use crate::text;
use crate::words::{Words, fill_placeholders, lines_of};

use super::super::may_name;
use super::super::terms::terms;
use super::numbers;
use super::{Block, Drawing, Illustration, LeftOut, Number, Page, Paper};

/// A page with what is on every one: private, the day it was printed, the emergency line, the disclaimer
///
pub(super) fn page(plan: &Plan, words: &Words, today: NaiveDate, title: String, blocks: Vec<Block>) -> Page {
    let own = &words.checklist;
    let lines = words.help_lines(&plan.country);
    let country = words.lines.country.get(lines.country);
    let call = Number {
        words: words.fill_names(own.emergency, plan, ""),
        dial: numbers::dialled(
            ["emergency", "suicide"]
                .into_iter()
                .filter_map(|id| lines.nationwide(id)),
        ),
    };
    let place = country.map(|name| fill_placeholders(own.country_line, &[("country", name)]));
    // Where no country is known, every page has room for the number.
    let blank = country.is_none().then(|| Number {
        words: words.lines.unlisted_blank.into(),
        dial: Vec::new(),
    });
    // When the numbers were read is said where there is a list of them.
    let listed = |block: &Block| matches!(block, Block::Numbers { title, .. } if *title == own.lines_title);
    let read = blocks
        .iter()
        .any(listed)
        .then(|| lines.last_checked(words, today))
        .flatten();
    let mut page = Page {
        language: text::sanitize_line(&plan.language),
        paper: Paper::of(lines.paper),
        title,
        under: vec![
            own.private.into(),
            fill_placeholders(own.printed, &[("date", &words.date_with_year(today))]),
        ],
        number: own.page_number.into(),
        boxes: [own.box_ticked.into(), own.box_open.into()],
        emergency: std::iter::once(call).chain(blank).collect(),
        blocks,
        foot: place
            .into_iter()
            .chain(read)
            .chain([words.fill_names(own.disclaimer, plan, "")])
            .collect(),
        codes: own.codes.into(),
        left_out: Vec::new(),
        shown_first: Vec::new(),
    };
    page.foot.splice(0..0, terms(&page, words));
    page
}

/// How much of a task is printed.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum TaskDetail {
    /// Who, when and, where there is one, why.
    Whole,
    /// When, on the page of the one who does it: the list says why.
    Mine,
    /// Who and when.
    Ours,
    /// Nothing more: the heading says when it holds.
    Bare,
}

/// One task as it is printed. Those who share a task have a box each.
pub(super) fn task_block(plan: &Plan, words: &Words, task: &Task, shown: TaskDetail) -> Block {
    let said = |sentence: &str, key, value: String| fill_placeholders(sentence, &[(key, &value)]);
    let own = &words.checklist;
    let who = || (task.shares.len() < 2).then(|| said(own.owner, "who", words.task_owner(task, plan)));
    let when = || Some(said(own.when, "when", words.task_when(task)));
    let why = || Some(words.task_why(task, plan)).filter(|why| !why.is_empty());
    let why = || why().map(|why| said(own.why, "why", why));
    let (first, then) = match shown {
        TaskDetail::Whole => (joined(who(), when()), why()),
        TaskDetail::Mine => (Some(format!("{}.", when_due(words, task))), None),
        TaskDetail::Ours => (joined(who(), when()), None),
        TaskDetail::Bare => (None, None),
    };
    let several = task.shares.len() > 1;
    let on_the_list = matches!(shown, TaskDetail::Whole | TaskDetail::Ours);
    Block::Task {
        done: task.is_done(),
        // On a page of one's own it is only how the list names what waits for an answer.
        number: task
            .number
            .filter(|_| on_the_list || matches!(task.phase, Phase::IfYes | Phase::IfNo)),
        text: words.task_text(task, plan),
        shares: if several {
            words.task_shares(task, plan)
        } else {
            Vec::new()
        },
        lines: first.into_iter().chain(then).collect(),
    }
}

/// When it is to be done; that it was moved is for the list.
fn when_due(words: &Words, task: &Task) -> String {
    words.task_when(&Task {
        moved: false,
        ..task.clone()
    })
}

/// The first sentence of a task, where the list says the rest or it is done.
pub(super) fn first_sentence(text: &str) -> String {
    let end = [". ", "? "].iter().filter_map(|end| text.find(end)).min();
    end.map_or(text, |end| &text[..=end]).trim_end_matches('.').to_string()
}

/// The first words of a task, up to where it goes into detail: enough to know it again once it is done.
pub(super) fn first_words(text: &str) -> String {
    let said = first_sentence(text);
    let goes_on = |end: &usize| said[end + 2..].starts_with(char::is_lowercase);
    let ends = [", ", ": "]
        .iter()
        .flat_map(|end| said.match_indices(end))
        .map(|(at, _)| at);
    ends.filter(goes_on)
        .min()
        .map_or(said.as_str(), |end| &said[..end])
        .to_string()
}

/// Two labels in one line.
fn joined(one: Option<String>, next: Option<String>) -> Option<String> {
    let both: Vec<String> = one.into_iter().chain(next).collect();
    (!both.is_empty()).then(|| both.join(" "))
}

/// After a death: what is left of the list as lines and no boxes, and whom to call.
pub(super) fn after_a_death(plan: &Plan, words: &Words, today: NaiveDate) -> Vec<Block> {
    let left = tasks::derive(plan, today).into_iter();
    let said = left.map(|task| Block::Words(words.task_text(&task, plan)));
    said.chain(numbers::lines(plan, words)).collect()
}

/// How much of an overdose is said.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum OverdoseDetail {
    /// Every step.
    Whole,
    /// What matters most, on a page whose reader has practiced and that holds much else; the fridge has the rest.
    Short,
}

/// What to do for each thing that may be used, and when to call (evidence#card-overdose and evidence#card-all). After a
/// death nothing.
pub(super) fn emergencies(plan: &Plan, words: &Words, how: OverdoseDetail) -> Vec<Block> {
    let mut blocks = steps(plan, words, how);
    blocks.extend((plan.change() != Some(&Change::Died)).then(|| signs_to_call(plan, words)));
    blocks
}

/// What is known of what helps, and what nobody can know.
pub(super) fn what_is_known(plan: &Plan, words: &Words) -> String {
    let own = &words.checklist;
    match plan.uses_an_opioid() {
        true => format!("{} {}", own.known_medicine, own.not_known),
        false => own.not_known.into(),
    }
}

/// What to do for each thing that may be used, without the signs.
pub(super) fn steps(plan: &Plan, words: &Words, how: OverdoseDetail) -> Vec<Block> {
    if plan.change() == Some(&Change::Died) {
        return Vec::new();
    }
    let (card, other) = (&words.danger.card.overdose, &words.danger.other);
    let title = words.fill_names(card.title, plan, "");
    let overdose = match how {
        OverdoseDetail::Whole => overdose_steps(title, plan, words),
        OverdoseDetail::Short => Block::steps(title, spoken(plan, words, card.short)),
    };
    let overdose = plan.may_be_opioids().then_some(overdose);
    let uppers = plan.uses(Substance::Cocaine) || plan.uses(Substance::Meth);
    let parts = [
        (uppers, &other.uppers.title, &other.uppers.steps),
        (
            plan.uses(Substance::Alcohol),
            &other.alcohol.title,
            &other.alcohol.steps,
        ),
    ];
    let shown = parts.into_iter().filter(|(holds, ..)| *holds);
    let steps =
        shown.map(|(_, title, steps)| Block::steps(words.fill_names(title, plan, ""), spoken(plan, words, steps)));
    overdose.into_iter().chain(steps).collect()
}

/// Every step in an overdose, with its drawings.
pub(super) fn overdose_steps(title: String, plan: &Plan, words: &Words) -> Block {
    use Drawing::*;
    let shows = [
        (3, HeadBack),
        (4, Spray),
        (5, Injection),
        (6, Breaths),
        (7, Presses),
        (9, OnTheSide),
    ];
    drawn(
        title,
        spoken(plan, words, words.danger.card.overdose.steps),
        &shows,
        words,
    )
}

/// What matters most in an overdose, with its drawings.
pub(super) fn overdose_in_short(title: String, plan: &Plan, words: &Words) -> Block {
    use Drawing::*;
    let shows = [(2, Spray), (3, Breaths), (4, Presses), (5, OnTheSide)];
    drawn(
        title,
        spoken(plan, words, words.danger.card.overdose.short),
        &shows,
        words,
    )
}

/// Steps, some with what shows them, by their numbers.
fn drawn(title: String, steps: Vec<String>, shows: &[(usize, Drawing)], words: &Words) -> Block {
    let shown = |at: usize| {
        shows
            .iter()
            .find(|(step, _)| *step == at)
            .map(|(_, drawing)| shown(*drawing, words))
    };
    Block::Steps {
        title,
        steps: (1..).zip(steps).map(|(at, step)| (step, shown(at))).collect(),
    }
}

/// A drawing with its words.
fn shown(drawing: Drawing, words: &Words) -> Illustration {
    let own = &words.pages.overdose.drawing;
    let says = match drawing {
        Drawing::HeadBack => own.head_back,
        Drawing::Spray => own.spray,
        Drawing::Injection => own.injection,
        Drawing::Breaths => own.breaths,
        Drawing::Presses => own.presses,
        Drawing::OnTheSide => own.on_the_side,
    };
    Illustration {
        drawing,
        says: says.into(),
    }
}

/// Sentences with the names of the plan, and the numbers and the words of its country.
pub(super) fn spoken(plan: &Plan, words: &Words, said: &[&str]) -> Vec<String> {
    said.iter().map(|line| words.fill_names(line, plan, "")).collect()
}

/// When to call (evidence#card-all).
pub(super) fn signs_to_call(plan: &Plan, words: &Words) -> Block {
    Block::points(
        words.fill_names(words.checklist.signs_title, plan, ""),
        lines_of(words.danger.signs_to_call),
    )
}

/// What is never withdrawn, beside the boundaries: nothing of them is printed while the gate is closed.
pub(super) fn never_block(plan: &Plan, words: &Words) -> Option<Block> {
    let closed = readiness::gate(plan) == Gate::Closed || plan.change() == Some(&Change::Died);
    (!closed && may_name::counted(plan).bounds > 0).then(|| still_true_block(plan, words))
}

/// What stays whatever else changes.
pub(super) fn still_true_block(plan: &Plan, words: &Words) -> Block {
    let stays = &words.boundaries.never_withdraw;
    Block::points(words.checklist.never_title, spoken(plan, words, stays))
}

/// What the tasks of these kinds say, where they hold for this plan.
pub(super) fn sentences_of_tasks(plan: &Plan, words: &Words, tasks: &[Task], kinds: &[TaskKind]) -> Vec<String> {
    let one = |kind: &TaskKind| tasks.iter().find(|task| task.kind == *kind);
    kinds
        .iter()
        .filter_map(one)
        .map(|task| words.task_text(task, plan))
        .collect()
}

/// Whom to call who is afraid, on every page of a closed plan that is not a list of tasks; worded for anybody, so that
/// it tells nothing of why the plan is closed (design#gate and design#pages).
pub(super) fn advocate(plan: &Plan, words: &Words, tasks: &[Task]) -> Option<Block> {
    let closed = readiness::gate(plan) == Gate::Closed;
    let said = sentences_of_tasks(plan, words, tasks, &[TaskKind::IfAfraid]);
    (closed && !said.is_empty()).then(|| Block::Words(said.join(" ")))
}

/// The box with the three things that matter most today.
pub(super) fn three(plan: &Plan, words: &Words, tasks: &[Task]) -> Block {
    let three = tasks::top_three(plan, tasks).into_iter();
    Block::summary(words.checklist.top_title, three.map(|task| words.task_text(task, plan)))
}

/// The day, marked while no professional has agreed to it; nothing if there is none.
pub(super) fn the_day(plan: &Plan, words: &Words) -> String {
    let date = day(words, &plan.day.date);
    match readiness::gate(plan) {
        _ if date.is_empty() => date,
        Gate::Open => date,
        _ => format!("{date} ({})", words.checklist.unagreed),
    }
}

/// The same as a line of its own, where there is a day.
pub(super) fn day_line(plan: &Plan, words: &Words) -> Option<String> {
    let date = the_day(plan, words);
    (!date.is_empty()).then(|| fill_placeholders(words.checklist.day, &[("date", &date)]))
}

/// What is known, each with its label; what is not known is left away.
pub(super) fn facts(rows: &[(&str, String)]) -> Block {
    let known = rows.iter().filter(|(_, value)| !value.is_empty());
    Block::Facts(known.map(|(label, value)| (label.to_string(), value.clone())).collect())
}

/// Facts under a heading, or nothing where none is known.
pub(super) fn unless_empty(title: &str, facts: Block) -> Vec<Block> {
    match &facts {
        Block::Facts(rows) if rows.is_empty() => Vec::new(),
        _ => vec![Block::Heading(title.into()), facts],
    }
}

/// The label of a choice; nothing where none was made.
pub(super) fn chosen<C: CodedChoice>(words: &Words, answer: &Answer<C>) -> String {
    answer.given().map(|choice| words.label(choice)).unwrap_or_default()
}

/// A date as it is written; nothing if there is none.
pub(super) fn day(words: &Words, answer: &Answer<NaiveDate>) -> String {
    answer.given().map(|date| words.long_date(*date)).unwrap_or_default()
}

/// What a page leaves out, for the one who prints: nothing is not told.
pub(super) fn left_out(all: &[(LeftOut, usize)]) -> Vec<(LeftOut, usize)> {
    all.iter().filter(|(_, count)| *count > 0).copied().collect()
}

/// Somebody to call: a name, what they are, and the number as it was typed.
pub(super) fn phone(name: &str, what: &str, number: &Answer<Text>) -> Number {
    let parts: Vec<&str> = [name, what, number.words()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    Number {
        words: parts.join(", "),
        dial: Some(number.words().to_string())
            .filter(|typed| !typed.is_empty())
            .into_iter()
            .collect(),
    }
}
