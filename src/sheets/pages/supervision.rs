//! The plan for a case discussion: made-up names, weeks instead of days, choices and counts, and not one word that was
//! typed.
//!
//! No answer to a safety question is on it, nor what a professional said of a meeting: from those the gate could be
//! read (design#gate and design#pages). It may be left on a table.

use chrono::NaiveDate;

use crate::plan::{Answer, Attendee, CodedChoice, Field, Gate, Plan, Professional, SoonestStart, TreatmentOption};
use crate::readiness::{self, Level, Rule};
use crate::tasks::{self, Phase};
use crate::words::{PagesSupervisionWords, Plural, Words, fill_placeholders, lines_of};

use super::super::may_name::{self, Audience};
use super::frame::{left_out, page, unless_empty};
use super::{Block, LeftOut, Page};

/// The plan as others may discuss it.
pub fn supervision(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.supervision;
    let case = CaseSummary {
        masked: may_name::masked(plan, own),
        plan,
        words,
        meets: tasks::speaks_of_the_day(plan),
        today,
    };
    let mut blocks = vec![Block::summary(own.top_title, lines_of(own.top))];
    blocks.extend(case.person());
    blocks.extend(case.the_day());
    blocks.extend(case.helpers());
    blocks.extend(case.professionals());
    blocks.extend(case.options());
    blocks.push(Block::NewPage);
    blocks.extend(case.gaps());
    blocks.extend(case.tasks());
    blocks.push(Block::Blank(own.questions.into(), 4));
    let mut page = page(plan, words, today, own.title.into(), blocks);
    let meeting = if case.meets {
        0
    } else {
        may_name::counted(plan).of_a_meeting
    };
    page.left_out = left_out(&[(LeftOut::Kept, plan.free_text_count()), (LeftOut::Closed, meeting)]);
    page
}

/// What the parts of the page are made from.
struct CaseSummary<'a> {
    plan: &'a Plan,
    masked: Plan,
    words: &'a Words,
    meets: bool,
    today: NaiveDate,
}

impl CaseSummary<'_> {
    fn own(&self) -> &PagesSupervisionWords {
        self.words.pages.supervision
    }

    /// What was picked of the person, safety left out.
    fn person(&self) -> Vec<Block> {
        let person = &self.plan.person;
        let rows = vec![
            self.fact(Field::Relation, self.picked(&person.relation)),
            self.fact(Field::Ages, self.picked(&person.ages)),
            self.fact(Field::Substances, self.all(&person.substances)),
            self.fact(Field::Care, self.picked(&person.care)),
            self.fact(Field::Home, self.picked(&person.home)),
            self.fact(Field::Work, self.picked(&person.work)),
            self.fact(Field::Children, self.picked(&person.children)),
            self.fact(Field::Insurance, self.picked(&person.insurance)),
            self.fact(Field::Asked, self.picked(&person.asked)),
            self.fact(Field::Naloxone, self.picked(&self.plan.safety.naloxone)),
        ];
        unless_empty(self.own().person_title, known(rows))
    }

    /// Which way and how many weeks; nothing of it where the plan does not speak of a day.
    fn the_day(&self) -> Vec<Block> {
        if !self.meets {
            return Vec::new();
        }
        let (own, plan) = (self.own(), self.plan);
        let agreed = readiness::gate(plan) == Gate::Open;
        let day = match plan.day.date.given() {
            None => own.no_day.into(),
            Some(_) if agreed => own.has_day.into(),
            Some(_) => format!("{} ({})", own.has_day, self.words.checklist.unagreed),
        };
        let counted = may_name::counted(plan);
        let count = |n: usize| if n == 0 { String::new() } else { n.to_string() };
        let rows = vec![
            self.fact(Field::Way, self.picked(&plan.way.kind)),
            self.fact(Field::Date, day),
            (own.met.into(), self.picked(&plan.visit.met)),
            (own.said.into(), count(counted.said)),
            self.fact(Field::Rehearsal, self.week(&plan.day.rehearsal)),
            self.fact(Field::Boundaries, count(counted.bounds)),
            self.fact(Field::Statements, count(counted.letters)),
            self.fact(Field::Objections, count(counted.answers)),
            self.fact(Field::FollowUps, count(counted.talks)),
        ];
        unless_empty(own.day_title, known(rows))
    }

    /// Who helps, how, and which parts they hold: never why.
    fn helpers(&self) -> Option<Block> {
        let heads = &self.words.pages.plan;
        let row = |one: &Attendee| {
            let how = one.takes_part.given().map(|how| heads.how.said(how.code()));
            vec![
                one.name.words().into(),
                how.unwrap_or_default().into(),
                self.all(&one.parts),
            ]
        };
        let rows: Vec<_> = may_name::taking_part(&self.masked).into_iter().map(row).collect();
        (self.meets && !rows.is_empty()).then(|| Block::Table {
            title: heads.people_title.into(),
            heads: lines_of(&[heads.person, heads.takes_part, heads.parts]),
            rows,
        })
    }

    fn professionals(&self) -> Option<Block> {
        let row = |one: &Professional| {
            vec![
                one.name.words().into(),
                self.picked(&one.r#type),
                self.picked(&one.status),
                self.week(&one.first_contact_date),
                self.week(&one.next_appointment),
            ]
        };
        let rows: Vec<_> = may_name::professionals(&self.masked).iter().map(row).collect();
        let fields = [Field::ProType, Field::ProStatus, Field::ProFirstContact, Field::ProNext];
        (!rows.is_empty()).then(|| Block::Table {
            title: self.short(Field::Professionals),
            heads: std::iter::once(self.short(Field::ProName))
                .chain(fields.map(|field| self.short(field)))
                .collect(),
            rows,
        })
    }

    fn options(&self) -> Option<Block> {
        let heads = &self.words.pages.plan;
        let treatment = match self.masked.uses_an_opioid() {
            true => heads.medicine.into(),
            false => self.short(Field::OptSuited),
        };
        let row = |one: &TreatmentOption| {
            vec![
                one.name.words().into(),
                self.picked(&one.kind),
                self.picked(&one.rank),
                self.picked(self.masked.treatment(one).1),
                self.start(&one.soonest_start),
            ]
        };
        let rows: Vec<_> = may_name::places(&self.masked, Audience::Asking)
            .into_iter()
            .map(row)
            .collect();
        (!rows.is_empty()).then(|| Block::Table {
            title: heads.options_title.into(),
            heads: lines_of(&[heads.option, heads.kind, heads.rank, &treatment, heads.soonest]),
            rows,
        })
    }

    /// What is in the way and what is missing, a list for each level. What rests on tonight's ticks is not said.
    fn gaps(&self) -> Vec<Block> {
        let gaps = readiness::gaps(self.plan, self.words.coach_rules(), self.today);
        let list = |level: &Level| {
            let here = gaps
                .iter()
                .filter(|gap| gap.level == *level && gap.rule != Rule::StoppingAlone);
            let said = here.map(|gap| {
                let on = gap.date.map(|date| self.weeks(date)).unwrap_or_default();
                self.words.gap_what_on(gap, &self.masked, &on)
            });
            let mut lines: Vec<String> = Vec::new();
            for line in said {
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
            (!lines.is_empty()).then(|| Block::points(self.words.ready.level[level.code()], lines))
        };
        let lists: Vec<Block> = Level::ALL.iter().filter_map(list).collect();
        match lists.is_empty() {
            true => vec![Block::Words(self.words.ready.nothing.into())],
            false => std::iter::once(Block::Heading(self.own().missing_title.into()))
                .chain(lists)
                .collect(),
        }
    }

    /// How many tasks of each phase are done.
    fn tasks(&self) -> Vec<Block> {
        let all = tasks::derive(self.plan, self.today);
        let row = |phase: &Phase| {
            let here = all.iter().filter(|task| task.phase == *phase);
            let (count, done) = here.fold((0, 0), |(count, done), task| {
                (count + 1, done + usize::from(task.is_done()))
            });
            let said = fill_placeholders(
                self.own().done,
                &[("done", &done.to_string()), ("n", &count.to_string())],
            );
            (count > 0).then(|| (self.words.phase(*phase, self.meets), said))
        };
        unless_empty(
            self.own().tasks_title,
            Block::Facts(Phase::ALL.iter().filter_map(row).collect()),
        )
    }

    fn short(&self, field: Field) -> String {
        self.words
            .fill_names(self.words.question(field).short, &self.masked, "")
    }

    fn fact(&self, field: Field, known: String) -> (String, String) {
        (self.short(field), known)
    }

    /// The label of a choice; nothing if it was not said. A code of a newer program has no label, and may be
    /// anything.
    fn picked<C: CodedChoice>(&self, answer: &Answer<C>) -> String {
        let said = answer.given().filter(|choice| speaks(*choice));
        said.map(|choice| self.words.label(choice)).unwrap_or_default()
    }

    fn all<C: CodedChoice>(&self, answer: &Answer<Vec<C>>) -> String {
        let said = answer.given().into_iter().flatten().filter(|choice| speaks(*choice));
        said.map(|choice| self.words.label(choice))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn week(&self, answer: &Answer<NaiveDate>) -> String {
        answer.given().map(|date| self.weeks(*date)).unwrap_or_default()
    }

    /// The soonest start: its day in weeks, or the way in that needs none.
    fn start(&self, answer: &Answer<SoonestStart>) -> String {
        let said = |start: &SoonestStart| start.day().map_or(self.words.start(*start), |day| self.weeks(day));
        answer.given().map(said).unwrap_or_default()
    }

    /// A date as weeks from the day; if there is none, from the day the plan began.
    fn weeks(&self, date: NaiveDate) -> String {
        let own = self.own();
        let day = self.plan.day.date.given().filter(|_| self.meets);
        let (from, before, after, same) = match day {
            Some(day) => (*day, &own.before_day, &own.after_day, &own.same_day),
            None => (
                self.plan.created.unwrap_or(self.today),
                &own.before_start,
                &own.after_start,
                &own.same_start,
            ),
        };
        let days = (date - from).num_days();
        let count = |words: &Plural| words.of(usize::try_from((days.abs() + 3) / 7).unwrap_or_default());
        match days {
            -3..=3 => same.to_string(),
            4.. => count(after),
            _ => count(before),
        }
    }
}

/// True for a choice that this program knows and that says something.
fn speaks<C: CodedChoice>(choice: &C) -> bool {
    C::all().contains(choice) && choice.code() != "rather_not"
}

fn known(mut rows: Vec<(String, String)>) -> Block {
    rows.retain(|(_, value)| !value.is_empty());
    Block::Facts(rows)
}
