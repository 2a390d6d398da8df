//! A plan of nine people, and the shapes it can take: every pair of a country, what is used, ages, the gate and a
//! change.

use steadfast::plan::{
    Ages, Answer, Attendee, Boundary, Change, ChangeNote, Gate, Harm, Id, ObjectionKind, Plan, Recent, Safety,
    Statement, Substance, TakesPart, Text, YesNo,
};

use crate::common::home::{date, words};

pub const COUNTRIES: [&str; 7] = ["us", "ca", "gb", "ie", "au", "nz", "xx"];

/// What is used: opioids, alcohol alone, stimulants alone, calming pills alone, nobody knows.
pub const USED: [&[Substance]; 5] = [
    &[Substance::Heroin],
    &[Substance::Alcohol],
    &[Substance::Meth, Substance::Cocaine],
    &[Substance::Benzodiazepines],
    &[Substance::NotSure],
];

pub const AGES: [Ages; 3] = [Ages::Both, Ages::PersonUnder, Ages::PlannerUnder];

/// Open, ask first, closed in this visit, closed in an earlier one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Door {
    Open,
    AskFirst,
    Closed,
    ClosedBefore,
}

pub const DOORS: [Door; 4] = [Door::Open, Door::AskFirst, Door::Closed, Door::ClosedBefore];

pub const CHANGES: [Option<Change>; 8] = [
    None,
    Some(Change::InCare),
    Some(Change::InHospital),
    Some(Change::InJail),
    Some(Change::CannotFind),
    Some(Change::FoundPlan),
    Some(Change::Stopping),
    Some(Change::Died),
];

/// One shape of the plan, as places in the tables above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shape(pub [usize; 5]);

/// Every pair of two of these, the others as in the first of each table; each shape once.
pub fn shapes() -> Vec<Shape> {
    let sizes = [COUNTRIES.len(), USED.len(), AGES.len(), DOORS.len(), CHANGES.len()];
    let mut found = Vec::new();
    for one in 0..sizes.len() {
        for other in one + 1..sizes.len() {
            for (at, beside) in (0..sizes[one]).flat_map(|at| (0..sizes[other]).map(move |beside| (at, beside))) {
                let mut shape = [0; 5];
                (shape[one], shape[other]) = (at, beside);
                found.push(Shape(shape));
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

impl Shape {
    pub fn used(self) -> &'static [Substance] {
        USED[self.0[1]]
    }

    pub fn door(self) -> Door {
        DOORS[self.0[3]]
    }

    pub fn change(self) -> Option<&'static Change> {
        CHANGES[self.0[4]].as_ref()
    }

    /// An opioid is used, or may be: only then is anything said of its medicines.
    pub fn opioids(self) -> bool {
        self.used().contains(&Substance::Heroin) || self.used().contains(&Substance::NotSure)
    }

    /// Nothing of a meeting may stand on any page.
    pub fn has_no_day(self) -> bool {
        matches!(self.door(), Door::Closed | Door::ClosedBefore) || self.change().is_some() || self.0[2] != 0
    }

    pub fn plan(self, nine: &Plan) -> Plan {
        let mut plan = nine.clone();
        plan.country = COUNTRIES[self.0[0]].into();
        plan.person.substances = Answer::Given(self.used().to_vec());
        plan.person.ages = Answer::Given(AGES[self.0[2]].clone());
        match self.door() {
            Door::Open => {}
            Door::AskFirst => plan.person.recent = Answer::Given(vec![Recent::Overdose]),
            Door::Closed => plan.safety.this_session.harm = Answer::Given(Harm::ByThem),
            Door::ClosedBefore => {
                plan.safety.gate = Some(Gate::Closed);
                plan.safety.floor = Some(Gate::Closed);
            }
        }
        if self.door() != Door::Open {
            plan.professionals.clear();
        }
        if !self.opioids() {
            // What the family itself expects to hear is its own.
            plan.objections.retain(|one| !one.kind.is(&ObjectionKind::Medicine));
        }
        let on = date("2026-11-16");
        plan.visit
            .changes
            .extend(self.change().map(|kind| ChangeNote { kind: kind.clone(), on }));
        plan
    }
}

fn typed(words: String) -> Answer<Text> {
    Answer::Given(Text::new(&words))
}

/// The example with nine people, each with words, a boundary and a support that nobody else has. One of them takes no
/// part, one is under 18, and one helps from outside.
pub fn nine() -> Plan {
    let mut plan: Plan = serde_json::from_str(words().example).unwrap();
    plan.statements.clear();
    plan.boundaries.clear();
    for (at, how) in [
        TakesPart::InTheRoom,
        TakesPart::NotPart,
        TakesPart::InTheRoom,
        TakesPart::Letter,
    ]
    .into_iter()
    .enumerate()
    {
        plan.attendees.push(Attendee {
            id: Id::new(&format!("a{}", at + 5)),
            name: typed(["Aster", "Bramble", "Clary", "Dill"][at].into()),
            takes_part: Answer::Given(how),
            adult: Answer::Given(if at == 2 { YesNo::No } else { YesNo::Yes }),
            ..Attendee::default()
        });
    }
    for (at, one) in plan.attendees.iter_mut().enumerate() {
        let id = one.id.clone();
        let mark = mark(&id);
        one.own_support = typed(format!("support {mark}"));
        plan.statements.push(Statement {
            id: Id::new(&format!("s{}", at + 50)),
            person: Answer::Given(id.clone()),
            love: typed(format!("love {mark}")),
            ask: typed(format!("ask {mark}")),
            boundary: typed(format!("eighth {mark}")),
            ..Statement::default()
        });
        // By turns only after a no, and whatever the answer is.
        let only_no = if at % 2 == 0 { YesNo::Yes } else { YesNo::No };
        plan.boundaries.push(Boundary {
            id: Id::new(&format!("b{}", at + 50)),
            person: Answer::Given(id),
            i_will: typed(format!("I will {mark}")),
            what_stays: typed(format!("I will still {mark}")),
            only_if_answer_is_no: Answer::Given(only_no),
            ..Boundary::default()
        });
    }
    for option in &mut plan.treatment_options {
        option.notes = typed("zznotes".into());
        // So that what is asked of a medicine is asked, where it may be.
        option.medications = Answer::Unasked;
        option.medication_offered = Answer::Unasked;
    }
    // A day that no place has for itself.
    plan.day.date = Answer::Given(date("2026-12-19"));
    plan.safety.this_session = plan.safety.saved.clone();
    plan.safety.floor = None;
    for field in Safety::PRIVATE_QUESTIONS {
        plan.safety.note_asked(field, date("2026-11-16"));
    }
    plan
}

/// Stands in all words of one of them and in nobody else's.
pub fn mark(id: &Id) -> String {
    format!("zz{}zz", id.as_str())
}
