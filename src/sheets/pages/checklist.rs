//! The checklist: this week on one side, with an owner, a date and a reason on every task; then the weeks to
//! come, and what is done. What one person alone has to finish is on their own page.

use chrono::{Days, NaiveDate};

use crate::plan::{Change, Id, Plan};
use crate::tasks::{self, Owner, Phase, Role, Task, Timeframe};
use crate::words::{Words, fill_placeholders};

use super::super::may_name;
use super::frame::{
    OverdoseDetail, TaskDetail, after_a_death, day_line, first_words, never_block, page, signs_to_call, steps,
    task_block, three, what_is_known,
};
use super::numbers::lines;
use super::{Block, Page};

/// The checklist of this plan, as of `today`, beside the pages of those who help.
pub fn checklist(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    all_of_it(plan, words, today, OverdoseDetail::Short, &on_their_pages(plan))
}

/// The same where no other page lies beside it: on a screen, and for a family that has one file of paper.
pub fn whole_list(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    all_of_it(plan, words, today, OverdoseDetail::Whole, &|_| false)
}

/// This week, what comes later, and what is done. Of what is `elsewhere` the number stands here.
fn all_of_it(
    plan: &Plan,
    words: &Words,
    today: NaiveDate,
    how: OverdoseDetail,
    elsewhere: &dyn Fn(&Task) -> bool,
) -> Page {
    of_tasks(plan, words, today, |words| {
        let list = TaskSheet::new(plan, today);
        let (now, later) = tasks::this_week(&list.tasks, today);
        let mut blocks = list.first_side(plan, words, &now);
        for (title, tasks) in by_week(plan, words, today, &later) {
            let (there, here): (Vec<&Task>, Vec<&Task>) = tasks.into_iter().partition(|task| elsewhere(task));
            blocks.push(Block::Heading(title));
            blocks.extend(whole(plan, words, &here));
            blocks.extend(by_number(plan, words, &there));
        }
        blocks.extend(done_so_far(plan, words, &list.tasks));
        blocks.extend(never_block(plan, words));
        blocks.extend(steps(plan, words, how));
        let more = how == OverdoseDetail::Short && plan.may_be_opioids();
        blocks.extend(more.then(|| Block::Words(words.checklist.every_step.into())));
        blocks.push(signs_to_call(plan, words));
        blocks.extend(lines(plan, words));
        blocks.push(Block::Blank(words.checklist.notes_title.into(), 1));
        (blocks, vec![what_is_known(plan, words)])
    })
}

/// What waits for an answer is on the pages of those who do it, while there is a day to print them for. What keeps alive
/// is on the list as well.
fn on_their_pages(plan: &Plan) -> impl Fn(&Task) -> bool {
    let waits = tasks::speaks_of_the_day(plan) && plan.outcome().is_none();
    let readers = may_name::grown_readers(plan);
    move |task| {
        let has_page = |id: &Id| readers.contains(id);
        let has_page = match &task.owner {
            Owner::Person(id) => has_page(id),
            Owner::Several => task.shares.iter().all(|share| has_page(&share.person)),
            Owner::Role(Role::Everyone) => !readers.is_empty(),
            Owner::Role(_) => has_page(&Id::planner()),
        };
        let of_an_answer = matches!(task.phase, Phase::IfYes | Phase::IfNo) && task.number.is_some();
        waits && has_page && of_an_answer && !tasks::keeps_alive(task)
    }
}

/// The numbers of tasks that are on other pages, by who does them.
fn by_number(plan: &Plan, words: &Words, tasks: &[&Task]) -> Option<Block> {
    let mut owned: Vec<(String, Vec<String>)> = Vec::new();
    for task in tasks {
        let number = task.number.map(|number| number.to_string());
        let who = words.task_owner(task, plan);
        match owned.iter_mut().find(|(known, _)| *known == who) {
            Some((_, numbers)) => numbers.extend(number),
            None => owned.push((who, number.into_iter().collect())),
        }
    }
    let each = owned
        .iter()
        .map(|(who, numbers)| format!("{} ({who})", numbers.join(", ")));
    let each = each.collect::<Vec<_>>().join("; ");
    (!tasks.is_empty()).then(|| Block::Words(fill_placeholders(words.checklist.own_pages, &[("tasks", &each)])))
}

/// The first side of it alone, with how much comes later: what is read on a screen.
pub fn this_week(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    of_tasks(plan, words, today, |words| {
        let list = TaskSheet::new(plan, today);
        let (now, later) = tasks::this_week(&list.tasks, today);
        let rest = (!later.is_empty()).then(|| Block::Words(words.checklist.rest_can_wait.of(later.len())));
        (
            list.first_side(plan, words, &now).into_iter().chain(rest).collect(),
            vec![],
        )
    })
}

/// What matters most of it, with how much more there is: one screen, for the end of a length and for whoever wants to see
/// what they will get.
pub fn in_short(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    of_tasks(plan, words, today, |words| {
        let tasks = tasks::derive(plan, today);
        let open = tasks.iter().filter(|task| !task.is_done()).count();
        let more = open.saturating_sub(tasks::top_three(plan, &tasks).len());
        let day = day_line(plan, words).filter(|_| tasks::speaks_of_the_day(plan));
        let blocks = [
            Some(three(plan, words, &tasks)),
            day.map(Block::Words),
            (more > 0).then(|| Block::Words(words.checklist.more_on_the_list.of(more))),
        ];
        (blocks.into_iter().flatten().collect(), vec![])
    })
}

/// A page of tasks, with what stands first at its foot; after a death, what is there in its place.
fn of_tasks(
    plan: &Plan,
    words: &Words,
    today: NaiveDate,
    tasks: impl FnOnce(&Words) -> (Vec<Block>, Vec<String>),
) -> Page {
    let words = &words.spoken_in(&plan.country).printed_on(today);
    let (blocks, foot) = match plan.change() {
        Some(Change::Died) => (after_a_death(plan, words, today), vec![]),
        _ => tasks(words),
    };
    let mut page = page(plan, words, today, words.checklist.title.into(), blocks);
    page.foot.splice(0..0, foot);
    page
}

/// The tasks of the family, and what one person alone has to finish.
struct TaskSheet {
    tasks: Vec<Task>,
    theirs: usize,
}

impl TaskSheet {
    fn new(plan: &Plan, today: NaiveDate) -> TaskSheet {
        let all = tasks::derive(plan, today);
        let (theirs, tasks): (Vec<Task>, Vec<Task>) = all.into_iter().partition(tasks::is_one_persons);
        TaskSheet {
            tasks,
            theirs: theirs.len(),
        }
    }

    /// The three that matter most, the day, and this week.
    fn first_side(&self, plan: &Plan, words: &Words, now: &[&Task]) -> Vec<Block> {
        let own = &words.checklist;
        let day = day_line(plan, words).filter(|_| tasks::speaks_of_the_day(plan));
        let theirs = (self.theirs > 0).then(|| words.tasks.on_their_pages.of(self.theirs));
        [Block::Words(own.done_line.into()), three(plan, words, &self.tasks)]
            .into_iter()
            .chain(day.map(Block::Words))
            .chain(under(plan, words, own.this_week, now))
            .chain(theirs.map(Block::Words))
            .collect()
    }
}

/// Tasks under their heading; nothing where there are none.
fn under(plan: &Plan, words: &Words, title: &str, tasks: &[&Task]) -> Vec<Block> {
    let heading = (!tasks.is_empty()).then(|| Block::Heading(title.into()));
    heading.into_iter().chain(whole(plan, words, tasks)).collect()
}

/// Tasks with who, when and why.
fn whole<'a>(plan: &'a Plan, words: &'a Words, tasks: &'a [&Task]) -> impl Iterator<Item = Block> + 'a {
    tasks
        .iter()
        .map(|task| task_block(plan, words, task, TaskDetail::Whole))
}

/// What is done, in a short list without boxes: nothing of it is left to do. What an answer settled begins with what its
/// question is called, and is open again where the answer goes.
fn done_so_far(plan: &Plan, words: &Words, tasks: &[Task]) -> Option<Block> {
    let line = |task: &Task| {
        let said = first_words(&words.task_text(task, plan));
        let said = task.number.map_or(said.clone(), |number| format!("{said} ({number})"));
        match words.settled_by(task, plan) {
            Some(answer) => fill_placeholders(words.checklist.settled, &[("answer", &answer), ("task", &said)]),
            None => said,
        }
    };
    let lines: Vec<String> = tasks.iter().filter(|task| task.is_done()).map(line).collect();
    (!lines.is_empty()).then(|| Block::points(words.checklist.done_title, lines))
}

/// What comes later: before the day by its weeks, then by its phases.
fn by_week<'a>(plan: &Plan, words: &Words, today: NaiveDate, later: &[&'a Task]) -> Vec<(String, Vec<&'a Task>)> {
    let spoken = tasks::speaks_of_the_day(plan);
    let title = |task: &Task| match (task.phase, task.due) {
        (Phase::Today | Phase::Weeks | Phase::Days, Some(due)) => match (due - today).num_days() / 7 {
            ..=0 => words.checklist.soon.into(),
            weeks => {
                let from = today
                    .checked_add_days(Days::new(weeks.unsigned_abs() * 7))
                    .unwrap_or(due);
                fill_placeholders(words.checklist.week_of, &[("date", &words.short_date(from))])
            }
        },
        (_, None) if matches!(task.when, Timeframe::ThisWeek | Timeframe::WhenPlacesOpen) => {
            words.checklist.soon.into()
        }
        (phase, _) => words.phase(phase, spoken),
    };
    let mut weeks: Vec<(String, Vec<&Task>)> = Vec::new();
    for task in later {
        let title = title(task);
        match weeks.iter_mut().find(|(known, _)| *known == title) {
            Some((_, tasks)) => tasks.push(task),
            None => weeks.push((title, vec![task])),
        }
    }
    weeks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Met, YesNo};
    use crate::sheets::{SheetKind, compose, readers, text};

    fn example() -> Plan {
        serde_json::from_str(include_str!("../../../prompts/en/example.json")).unwrap()
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
    }

    /// A page as one line of words.
    fn flat(page: &Page) -> String {
        text(page).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn printed(plan: &Plan) -> String {
        flat(&checklist(plan, &Words::load("en", None).unwrap(), today()))
    }

    #[test]
    fn what_an_answer_settled_is_done_by_that_answer_and_open_again_where_it_goes() {
        let mut plan = example();
        let open = "[ ] 33. Agree on how Robin will be asked";
        let settled = "- Which way: Agree on how Robin will be asked (33)";
        let page = printed(&plan);
        assert!(page.contains(settled) && !page.contains(open), "{page}");
        // What somebody did names no answer.
        plan.task_record("agree_way").done = Some(today());
        let page = printed(&plan);
        assert!(
            page.contains("- Agree on how Robin will be asked (33)") && !page.contains(settled),
            "{page}"
        );
        plan.tasks.retain(|mark| mark.id != "agree_way");
        plan.way.kind = Answer::Unasked;
        let page = printed(&plan);
        assert!(page.contains(open) && !page.contains("(33)"), "{page}");
    }

    /// The numbers of what the list leaves to other pages.
    fn left_to_pages(plan: &Plan) -> Vec<u16> {
        let elsewhere = on_their_pages(plan);
        let tasks = tasks::derive(plan, today());
        tasks
            .iter()
            .filter(|task| elsewhere(task))
            .filter_map(|task| task.number)
            .collect()
    }

    #[test]
    fn what_waits_for_an_answer_is_on_a_page_of_those_who_do_it_and_its_number_on_the_list() {
        let words = Words::load("en", None).unwrap();
        let mut minor = example();
        minor.attendees[2].adult = Answer::Given(YesNo::No);
        let mut nobody = example();
        nobody.attendees.truncate(2);
        for plan in [example(), minor, nobody] {
            let left = left_to_pages(&plan);
            assert!(left.len() > 5, "{left:?}");
            let pages = readers(&plan).into_iter().map(|(_, id)| {
                flat(
                    &compose(SheetKind::Person, Some(&id), &plan, &words, today())
                        .ok()
                        .unwrap(),
                )
            });
            let (pages, list) = (pages.collect::<String>(), printed(&plan));
            for number in left {
                let open = format!("[ ] {number}. ");
                assert!(pages.contains(&open) && !list.contains(&open), "{number}: {list}");
                assert!(
                    [" ", ", "]
                        .iter()
                        .any(|mark| list.contains(&format!("{mark}{number} ("))
                            || list.contains(&format!("{mark}{number}, "))),
                    "{number}: {list}"
                );
            }
            let alive = tasks::derive(&plan, today()).into_iter().filter(tasks::keeps_alive);
            for task in alive.filter(|task| !task.is_done()) {
                assert!(
                    list.contains(&format!("[ ] {}. ", task.number.unwrap())),
                    "{:?}",
                    task.kind
                );
            }
        }
    }

    #[test]
    fn once_there_is_an_answer_and_where_nobody_has_a_page_of_a_day_the_list_has_all_of_it() {
        let (mut told, mut closed) = (example(), example());
        told.visit.met = Answer::Given(Met::No);
        told.visit.met_day = told.day.date.given().copied();
        closed.safety.floor = Some(crate::plan::Gate::Closed);
        closed.safety.asked.clear();
        for plan in [told, closed] {
            assert_eq!(left_to_pages(&plan), [0; 0]);
        }
        let whole = flat(&whole_list(&example(), &Words::load("en", None).unwrap(), today()));
        assert!(
            left_to_pages(&example())
                .iter()
                .all(|number| whole.contains(&format!("[ ] {number}. ")))
        );
    }
}
