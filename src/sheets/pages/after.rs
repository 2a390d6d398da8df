//! The first four weeks and the talks after the day (evidence#cards). It is there too while they are in care: then it
//! is needed most.

use chrono::NaiveDate;

use crate::plan::{Change, FollowUp, Gate, Plan};
use crate::readiness::{self, BoundaryStart};
use crate::tasks::{self, Phase, Task, TaskKind};
use crate::words::{Words, fill_placeholders, lines_of};

use super::super::may_name::{self, name};
use super::frame::{
    OverdoseDetail, TaskDetail, advocate, day, emergencies, left_out, page, sentences_of_tasks, spoken, task_block,
};
use super::numbers::lines;
use super::{Block, LeftOut, Page};

/// The first weeks. A closed plan keeps what is about staying alive and the family's own support.
pub fn after(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.after;
    let closed = readiness::gate(plan) == Gate::Closed;
    let tasks = tasks::derive(plan, today);
    let mut blocks = vec![summary(plan, words, &tasks)];
    blocks.extend(advocate(plan, words, &tasks));
    blocks.extend(debrief(plan, words));
    blocks.extend(dates(plan, words));
    if !closed && matches!(plan.change(), None | Some(Change::InCare | Change::InHospital)) {
        let more = own.weeks_opioids.iter().filter(|_| plan.may_be_opioids());
        let lines = own.weeks_away.iter().chain(more).chain(own.weeks_home);
        blocks.push(Block::points(
            own.weeks_title,
            lines.map(|line| words.fill_names(line, plan, "")),
        ));
    }
    // What keeps alive is said while the gate is closed too.
    blocks.extend(
        plan.uses_an_opioid()
            .then(|| Block::points(own.medicine_title, spoken(plan, words, own.medicine))),
    );
    blocks.extend(to_do(plan, words, &tasks));
    let returns = &plan.afterwards.if_use_returns;
    if let (Some(said), false) = (returns.given(), closed) {
        let label = words.fill_names(own.returns_title, plan, "");
        blocks.push(Block::Facts(vec![(label, said.as_str().into())]));
    }
    blocks.extend(support(plan, words));
    // While there is a day to speak of, the fridge has what to do in an emergency, and the person's page the numbers.
    if !tasks::speaks_of_the_day(plan) {
        blocks.extend(emergencies(plan, words, OverdoseDetail::Short));
        blocks.extend(lines(plan, words));
    }
    let mut page = page(plan, words, today, own.title.into(), blocks);
    let kept = may_name::talks_kept_back(plan) + usize::from(closed && returns.given().is_some());
    page.left_out = left_out(&[(LeftOut::Closed, kept)]);
    page
}

/// Lost tolerance; where no opioid is used, the first of the rest that holds. Then where the steps of an emergency
/// are.
fn summary(plan: &Plan, words: &Words, tasks: &[Task]) -> Block {
    let tolerance = words.tasks.task.get(TaskKind::Tolerance.code());
    let tolerance = tolerance
        .filter(|_| plan.may_be_opioids())
        .map(|task| words.fill_names(task.text, plan, ""));
    let kinds = [TaskKind::MedicineGoesOn, TaskKind::IfUseReturns, TaskKind::OwnSupport];
    let said = sentences_of_tasks(plan, words, tasks, &kinds);
    let first = tolerance.into_iter().chain(said).take(1);
    let own = &words.pages.after;
    let fridge = tasks::speaks_of_the_day(plan).then(|| own.fridge_line.to_string());
    Block::summary(own.top_title, vec![first.chain(fridge).collect::<Vec<_>>().join(" ")])
}

/// How the day went, in the family's own words, and which boundaries start (design#return). Whether everybody was safe that
/// night is kept nowhere.
fn debrief(plan: &Plan, words: &Words) -> Vec<Block> {
    let own = &words.pages.after.debrief;
    let (Some(met), true) = (plan.visit.met.given(), tasks::speaks_of_the_day(plan)) else {
        return Vec::new();
    };
    let after = &plan.afterwards;
    let told = |label: &str, said: String| (!said.is_empty()).then(|| (label.to_string(), said));
    // The day that was spoken of is over: only a later one is a day to ask.
    let next = plan.day.date.given().filter(|_| plan.outcome().is_none());
    let rows = [
        told(own.went, words.label(met)),
        told(own.next, next.map(|date| words.long_date(*date)).unwrap_or_default()),
        told(own.better, after.better.words().into()),
        told(own.rests, name(plan, &after.rests)),
    ];
    let mut blocks = vec![Block::Heading(own.title.into())];
    if let Some(said) = after.they_said.given() {
        blocks.push(Block::Said(vec![said.as_str().into()]));
    }
    blocks.push(Block::Facts(rows.into_iter().flatten().collect()));
    let starts = may_name::boundaries_after(plan, words)
        .into_iter()
        .map(|(who, one, start)| {
            let said = match (start, one.starts.given()) {
                (BoundaryStart::WaitsForTalk, _) => own.talk,
                (_, Some(_)) => own.from,
                _ => own.now,
            };
            fill_placeholders(said, &[("who", &who), ("date", &day(words, &one.starts))])
        });
    let lines: Vec<String> = starts.collect();
    blocks.extend((!lines.is_empty()).then(|| Block::points(own.starts_title, lines)));
    blocks
}

/// The talks the family has set, and lines for the days nobody knows yet.
fn dates(plan: &Plan, words: &Words) -> Vec<Block> {
    let own = &words.pages.after;
    let talks = may_name::talks(plan);
    let name = may_name::names(plan);
    let row = |talk: &FollowUp| {
        let on = talk.on.given().map(|date| words.short_date(*date)).unwrap_or_default();
        let who = name(&talk.person);
        vec![talk.what.words().to_string(), on, who]
    };
    let blank = |label: &&str| Block::Blank(words.fill_names(label, plan, ""), 1);
    if readiness::gate(plan) == Gate::Closed {
        return vec![blank(&own.visit)];
    }
    let first = if talks.is_empty() {
        Block::Blank(own.talks.into(), 3)
    } else {
        Block::Table {
            title: own.dates_title.into(),
            heads: lines_of(&[own.what, own.day, own.who]),
            rows: talks.iter().map(row).collect(),
        }
    };
    let lines = [&own.visit, &own.home];
    std::iter::once(first).chain(lines.into_iter().map(blank)).collect()
}

/// What is elsewhere on the page: the talks above, one's own support below, once for everybody; and the first weeks
/// above while there is a day.
fn is_elsewhere(task: &Task, spoken: bool) -> bool {
    match task.kind {
        TaskKind::FollowUp | TaskKind::KeepSupport => true,
        TaskKind::FirstWeeks | TaskKind::MedicineWeeks => spoken,
        _ => false,
    }
}

/// The tasks of the weeks after the day. What a yes or a no asks for is on the page of whoever does it.
fn to_do(plan: &Plan, words: &Words, tasks: &[Task]) -> Vec<Block> {
    let spoken = tasks::speaks_of_the_day(plan);
    let here = |task: &&Task| task.phase == Phase::After && !is_elsewhere(task, spoken);
    let title = words.phase(Phase::After, spoken);
    let tasks: Vec<Block> = tasks
        .iter()
        .filter(here)
        .map(|task| task_block(plan, words, task, TaskDetail::Ours))
        .collect();
    let heading = (!tasks.is_empty()).then_some(Block::Heading(title));
    heading.into_iter().chain(tasks).collect()
}

/// What holds the family up: the groups it knows, or room to write. Whose each is stays with them.
fn support(plan: &Plan, words: &Words) -> Vec<Block> {
    let own = &words.pages.after;
    let keep = words
        .tasks
        .task
        .get(TaskKind::KeepSupport.code())
        .map(|task| task.text.to_string());
    let group = |group: &crate::plan::SupportGroup| {
        let parts = [words.item_name(&group.id, plan), group.when.words().into()];
        parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let groups = may_name::groups(plan).iter().map(group);
    let groups: Vec<String> = groups.filter(|said| !said.is_empty()).collect();
    let blank = groups.is_empty().then(|| Block::Blank(own.support_blank.into(), 1));
    let points = Block::points(own.support_title, keep.into_iter().chain(groups));
    std::iter::once(points).chain(blank).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, ChangeNote, Met, Substance, Text, YesNo};
    use crate::sheets::{SheetKind as Sheet, WhyMissing, compose, text};

    fn example() -> Plan {
        serde_json::from_str(include_str!("../../../prompts/en/example.json")).unwrap()
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
    }

    fn composed(plan: &Plan) -> Result<Page, WhyMissing> {
        compose(Sheet::After, None, plan, &Words::load("en", None).unwrap(), today())
    }

    fn drawn(plan: &Plan) -> String {
        let page = text(&composed(plan).unwrap());
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn changed(kind: Change) -> Plan {
        let mut plan = example();
        plan.visit.changes.push(ChangeNote { kind, on: today() });
        plan
    }

    #[test]
    fn lost_tolerance_stands_first_on_every_one_that_may_be_about_opioids() {
        for plan in [
            Plan::default(),
            example(),
            changed(Change::InCare),
            changed(Change::InJail),
        ] {
            let first =
                "The weeks in short After a few days without using or without medicine, the usual amount can kill.";
            assert!(drawn(&plan).contains(first));
        }
        let mut plan = example();
        plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
        assert!(!drawn(&plan).contains("the usual amount can kill"));
    }

    #[test]
    fn the_talks_stand_with_their_days_and_as_lines_where_none_is_known() {
        let mut plan = example();
        let page = drawn(&plan);
        assert!(page.contains("How we all are, by phone Day: Sun, Dec 13 "), "{page}");
        assert!(!page.contains("Talk again:"), "once is enough");
        assert!(!page.contains("boundaries you said aloud"), "that is for the day");
        assert!(page.contains(plan.afterwards.if_use_returns.words()));
        plan.afterwards.follow_ups.clear();
        assert!(drawn(&plan).contains("The days we talk again ____"));
    }

    #[test]
    fn once_the_day_was_told_it_says_how_it_went_and_which_boundaries_start() {
        let mut plan = example();
        let own = &Words::load("en", None).unwrap().pages.after.debrief;
        assert!(!drawn(&plan).contains(own.title));
        plan.visit.met = Answer::Given(Met::No);
        plan.visit.met_day = plan.day.date.given().copied();
        plan.afterwards.they_said = Answer::Given(Text::new("Not this month."));
        plan.afterwards.rests = Answer::Given(plan.attendees[0].id.clone());
        plan.boundaries[0].said_aloud = Answer::Given(YesNo::Yes);
        let page = drawn(&plan);
        for there in [own.title, "Not this month.", own.rests, own.starts_title, "November 24"] {
            assert!(page.contains(there), "{there}: {page}");
        }
        assert!(!page.contains(own.next), "the day that was spoken of is over");
        plan.visit.met_day = plan.visit.met_day.and_then(|day| day.pred_opt());
        assert!(drawn(&plan).contains(own.next));
        plan.safety.floor = Some(Gate::Closed);
        plan.safety.asked.clear();
        let closed = drawn(&plan);
        assert!(!closed.contains(own.title) && !closed.contains("Not this month."));
    }

    #[test]
    fn it_is_there_in_care_without_a_day_of_the_plan() {
        let plan = changed(Change::InCare);
        let page = drawn(&plan);
        assert!(page.contains("The day Robin comes home") && page.contains("Ask the place if medicine continues"));
        assert!(
            !page.contains("December ") && !page.contains("If the answer is"),
            "{page}"
        );
        assert_eq!(composed(&plan).unwrap().left_out, [(LeftOut::Closed, 3)]);
        assert_eq!(composed(&changed(Change::Died)).err(), Some(WhyMissing::Died));
    }

    #[test]
    fn a_closed_plan_keeps_safety_and_support_alone() {
        let mut plan = example();
        plan.safety.floor = Some(Gate::Closed);
        plan.safety.asked.clear();
        let page = drawn(&plan);
        for gone in [
            "December ",
            "coming home",
            "If the answer is",
            plan.afterwards.if_use_returns.words(),
        ] {
            assert!(!page.contains(gone), "{gone}");
        }
        for kept in [
            "Keep going to your own group",
            "They will not wake",
            "The first two weeks on methadone",
            "an advocate helps you make a safety plan",
        ] {
            assert!(page.contains(kept), "{kept}: {page}");
        }
        assert_eq!(composed(&plan).unwrap().left_out, [(LeftOut::Closed, 4)]);
    }

    #[test]
    fn whose_support_it_is_stays_with_them() {
        let page = drawn(&example());
        assert!(page.contains("Tuesday family group (made up), Tuesdays at 6"), "{page}");
        assert!(!page.contains("A counselor of my own"));
    }
}
