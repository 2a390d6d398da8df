//! One whole long story, in parts that can each be gone on with after an interruption.

use steadfast::plan::*;

use super::script::{Deed, Go, Script};

/// Replies that belong together: interrupted inside, all of them are given again.
pub struct Part {
    /// How one comes back to it from the open question, where it does not begin there.
    pub way: Script,
    pub says: Script,
    /// Asked only after "can anyone else see this screen?", once a visit.
    pub private: bool,
}

impl Part {
    /// The answer is not kept before the last of its kind was given.
    fn is_unkept(&self) -> bool {
        let unkept = ["person.recent", "safety.harm", "safety.suicide"];
        self.says.steps.iter().any(|(id, _)| unkept.contains(&id.as_str()))
    }
}

/// A visit from nothing to the last page.
pub struct Story(pub Vec<Part>);

impl Story {
    fn new() -> Self {
        Self(Vec::new())
    }

    /// Each reply is a part of its own.
    fn each(mut self, script: Script) -> Self {
        for step in script.steps {
            let says = Script { steps: vec![step] };
            self.0.push(Part {
                way: Script::new(),
                says,
                private: false,
            });
        }
        self
    }

    fn whole(self, says: Script) -> Self {
        self.under(Script::new(), says)
    }

    fn under(mut self, way: Script, says: Script) -> Self {
        self.0.push(Part {
            way,
            says,
            private: false,
        });
        self
    }

    fn private(mut self, says: Script) -> Self {
        self.0.push(Part {
            way: Script::new(),
            says,
            private: true,
        });
        self
    }

    /// What is said from a part on, to the end of the visit.
    pub fn from(&self, part: usize) -> Script {
        let again = self.again(part);
        Self::say(again.into_iter().chain(&self.0[part..]))
    }

    /// One part, said in a visit of its own; the private questions are one sitting.
    pub fn one(&self, part: usize) -> Script {
        let again = self.again(part);
        Self::say(again.into_iter().chain(&self.0[part..=part]))
    }

    /// The private questions that were answered before a part and are put again there, since not all of them were.
    fn again(&self, part: usize) -> Vec<&Part> {
        let last = self.0.iter().rposition(Part::is_unkept).unwrap();
        let before = self.0[..part].iter().filter(|part| part.is_unkept());
        before.filter(|_| part <= last).collect()
    }

    /// What is said in a visit with these parts.
    pub fn say<'a>(parts: impl IntoIterator<Item = &'a Part>) -> Script {
        let mut script = Script::new();
        let mut alone = false;
        for part in parts {
            if part.private && !alone {
                alone = true;
                script = script.alone();
            }
            if script.steps.is_empty() {
                script = script.then(part.way.clone());
            }
            script = script.then(part.says.clone());
        }
        script
    }

    /// The part in which the reply with this number is given.
    pub fn part_of(&self, reply: usize) -> usize {
        let mut alone = false;
        let mut end = 0;
        for (at, part) in self.0.iter().enumerate() {
            end += part.says.steps.len() + usize::from(part.private && !alone);
            alone |= part.private;
            if reply < end {
                return at;
            }
        }
        self.0.len()
    }
}

/// Everything, with every list, dates with one and with two readings, ticks, put-off and left-open answers, a removed
/// attendee, *more about this one* and a change in the review.
pub fn long_story() -> Story {
    use Field as F;
    let story = Story::new()
        .each(Script::new().greeted())
        .each(Script::new().pick(F::Computer, Computer::OthersNotThem))
        .each(Script::new().pick(F::Length, Length::Everything).who())
        .each(
            Script::new()
                .tick(F::Signs, &[Sign::Sleepy, Sign::Told])
                .pick(F::Naloxone, Naloxone::NotHere),
        )
        .private(Script::new().pick(F::Harm, Harm::No))
        .each(Script::new().pick(F::Means, Means::No))
        .private(Script::new().pick(F::Suicide, Suicide::No))
        .each(person())
        .whole(
            Script::new()
                .add(List::Professionals)
                .pick(F::ProStatus, ProStatus::Have),
        )
        .each(
            Script::new()
                .line(F::ProName, "Linden")
                .pick(F::ProType, ProType::Counselor)
                .line(F::ProPhone, "555-0110")
                .pick(F::ProAgrees, Agrees::Yes),
        )
        .whole(Script::new().day(F::ProAgreedOn, "13 November 2026", 0))
        .each(
            Script::new()
                .line(F::ProConditions, "An invitation, no surprise.")
                .pick(F::ProKnows, YesNo::Yes)
                .pick(F::ProLicence, Checked::Yes),
        );
    let more = Script::new().deal(List::Professionals, 0, Deed::More);
    let story = story
        .whole(more.seen_enough())
        .each(Script::new().all(List::Professionals))
        .each(
            Script::new()
                .pick(F::Way, Way::Invited)
                .line(F::Invitation, "Will you come?"),
        );
    after(lists(attendees(story)))
        .whole(Script::new().row("browse", 3).line(F::PlannerName, "June"))
        .each(Script::new().seen_enough().enter("read").go(Go::Leave))
}

fn person() -> Script {
    use Field as F;
    Script::new()
        .pick(F::Children, Children::Yes)
        .line(F::CalmAdult, "Hazel, next door")
        .line(F::Tell, "Clover")
        .line(F::Love, "How Robin sings.")
        .line(F::Hopes, "The boat yard.")
        .skip(F::Fears)
        .line(F::HelpedBefore, "A nurse, each week.")
        .later(F::WhyNow)
        .line(F::Trusts, "Alder")
        .pick(F::Asked, Asked::Listened)
        .pick(F::Home, Home::WithUs)
        .pick(F::Work, Work::Works)
        .line(F::Strain, "Sleep.")
        .line(F::OwnCare, "The lake.")
}

/// The planner, two in the room, a letter writer with a reader, and one who is taken off again.
fn attendees(story: Story) -> Story {
    use Field as F;
    let list = List::Attendees;
    story
        .each(Script::new().pick(F::AttTakesPart, TakesPart::InTheRoom).tick(
            F::AttParts,
            &[steadfast::plan::Part::Second, steadfast::plan::Part::Safety],
        ))
        .whole(Script::new().add(list).line(F::AttName, "Alder"))
        .each(
            Script::new()
                .pick(F::AttAdult, YesNo::Yes)
                .pick(F::AttTakesPart, TakesPart::InTheRoom)
                .tick(F::AttParts, &[steadfast::plan::Part::Chair]),
        )
        .whole(Script::new().add(list).line(F::AttName, "Sorrel"))
        .each(
            Script::new()
                .later(F::AttAdult)
                .pick(F::AttTakesPart, TakesPart::Letter)
                .row(F::AttReader, 1),
        )
        .whole(Script::new().add(list).line(F::AttName, "Moss"))
        .each(
            Script::new()
                .skip(F::AttAdult)
                .pick(F::AttTakesPart, TakesPart::NotPart),
        )
        .whole(Script::new().remove(list, 3))
        .each(Script::new().all(list))
}

fn lists(story: Story) -> Story {
    use Field as F;
    let change = Script::new().deal(List::Options, 0, Deed::Change);
    story
        .whole(Script::new().add(List::Options).line(F::OptName, "Birch Street"))
        .each(
            Script::new()
                .pick(F::OptKind, OptionKind::Office)
                .line(F::OptPhone, "555-0150")
                .pick(F::OptMedication, Checked::Yes),
        )
        .whole(Script::new().day(F::OptSoonest, "12/5", 1))
        .whole(Script::new().add(List::Options).line(F::OptName, "Harbor House"))
        .each(
            Script::new()
                .pick(F::OptKind, OptionKind::Residential)
                .later(F::OptPhone)
                .pick(F::OptMedication, Checked::NotAsked)
                .skip(F::OptSoonest),
        )
        .whole(change.clone().row("browse", 3).line(F::OptPhone, "555-0151"))
        .under(change, Script::new().seen_enough())
        .each(Script::new().all(List::Options).pick(F::Insurance, Known::Yes))
        .whole(
            Script::new()
                .add(List::SupportGroups)
                .pick(F::GroupKind, GroupKind::Craft),
        )
        .each(
            Script::new()
                .line(F::GroupName, "Tuesday group")
                .row(F::GroupWho, 0)
                .line(F::GroupWhen, "Tuesdays at 6")
                .all(List::SupportGroups),
        )
        .whole(Script::new().add(List::Boundaries).row(F::BouPerson, 0))
        .each(
            Script::new()
                .pick(F::BouKind, BoundaryKind::OwnLife)
                .enter(F::BouWill)
                .enter(F::BouStays)
                .all(List::Boundaries),
        )
        .whole(Script::new().add(List::Statements).row(F::StaPerson, 1))
        .each(
            Script::new()
                .line(F::StaLove, "You sang.")
                .line(F::StaIllness, "It can be treated.")
                .line(F::StaEvents, "On the stairs.")
                .line(F::StaFeeling, "I was scared.")
                .line(F::StaUnderstanding, "It helps you.")
                .line(F::StaAsk, "Will you come?")
                .line(F::StaOffer, "I will sit with you.")
                .skip(F::StaBoundary)
                .later(F::StaHope)
                .all(List::Statements),
        )
        .whole(
            Script::new()
                .add(List::Objections)
                .pick(F::ObjKind, ObjectionKind::Cost),
        )
        .each(
            Script::new()
                .pick(F::ObjTrue, YesNo::Yes)
                .enter(F::ObjAnswer)
                .row(F::ObjSpeaker, 2)
                .all(List::Objections),
        )
}

fn after(story: Story) -> Story {
    use Field as F;
    let read_back = |field: F| format!("{}.read_back", field.code());
    story
        .whole(Script::new().day(F::Date, "12 December", 0))
        .each(Script::new().line(F::Place, "The office").line(F::Time, "10"))
        .whole(
            Script::new()
                .line(F::BadDays, "5 December, 12/6")
                .row(read_back(F::BadDays).as_str(), 0)
                .row(read_back(F::BadDays).as_str(), 0),
        )
        .each(Script::new().line(F::ClearTime, "Late morning").later(F::Rehearsal))
        .each(
            Script::new()
                .line(F::Opening, "Thank you for coming.")
                .line(F::Closing, "The offer stays.")
                .line(F::StopWord, "Lighthouse")
                .line(F::Transport, "Alder drives.")
                .line(F::HomeCare, "Hazel.")
                .row(F::GoesAlong, 1)
                .line(F::NotYet, "One phone call.")
                .line(F::IfNo, "We love you.")
                .row(F::Tonight, 0)
                .row(F::Tomorrow, 2)
                .row(F::NaloxoneWith, 0)
                .line(F::IfReturns, "We call."),
        )
        .whole(Script::new().add(List::FollowUps).line(F::FolWhat, "How each of us is"))
        .whole(Script::new().day(F::FolOn, "in 4 weeks", 0))
        .each(Script::new().row(F::FolWho, 1).all(List::FollowUps))
}
