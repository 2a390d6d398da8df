//! The gate over every combination of what it depends on, held against rules written by hand.

use chrono::NaiveDate;

use super::*;
use crate::plan::{Ages, Answer, Checked, Harm, List, Means, ProStatus, ProType, Recent, Substance, Suicide, Text};

/// What a professional says.
#[derive(Clone, Copy, PartialEq, Debug)]
enum ProfessionalWord {
    None,
    Licensed,
    Unlicensed,
    NotYet,
    Against,
}

/// One combination.
#[derive(Debug)]
struct GateCase {
    harm: Option<Harm>,
    suicide: Suicide,
    means: Means,
    overdose: bool,
    ages: Ages,
    word: ProfessionalWord,
    /// A safety answer came after the professional's word, on the same day.
    later: bool,
}

impl GateCase {
    /// By hand, and as carefully as can be: closed, ask first, or open.
    fn expected(&self) -> Gate {
        let harmed = matches!(&self.harm, Some(harm) if !matches!(harm, Harm::No | Harm::NotSure));
        let under = self.ages != Ages::Both;
        let no = self.word == ProfessionalWord::Against;
        let closes = harmed || self.suicide == Suicide::Yes || under || no;
        let unclear = matches!(self.harm, None | Some(Harm::NotSure))
            || self.suicide == Suicide::NotSure
            || self.means == Means::NotSure;
        let asks = unclear
            || self.suicide == Suicide::Before
            || self.means == Means::Gun
            || self.overdose
            || self.word == ProfessionalWord::NotYet;
        let agreed = !self.later
            && (self.word == ProfessionalWord::Licensed || (self.word == ProfessionalWord::Unlicensed && !closes));
        match (agreed, closes, asks) {
            // A yes lifts what was answered, and never an age or a question that is open.
            (true, ..) if under => Gate::Closed,
            (true, ..) if unclear => Gate::AskFirst,
            (true, ..) => Gate::Open,
            (false, true, _) => Gate::Closed,
            (false, false, true) => Gate::AskFirst,
            (false, false, false) => Gate::Open,
        }
    }

    fn plan(&self) -> Plan {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut plan = Plan {
            changed: Some(day),
            ..Plan::default()
        };
        plan.person.ages = Answer::Given(self.ages.clone());
        plan.person.substances = Answer::Given(vec![Substance::Heroin]);
        let recent = if self.overdose {
            Recent::Overdose
        } else {
            Recent::Nothing
        };
        plan.person.recent = Answer::Given(vec![recent]);
        plan.safety.means = Answer::Given(self.means.clone());
        plan.safety.this_session.harm = self.harm.clone().map_or(Answer::Left, Answer::Given);
        plan.safety.this_session.suicide = Answer::Given(self.suicide.clone());
        plan.safety.this_session.pregnant = Answer::Given(YesNo::No);
        for field in Safety::PRIVATE_QUESTIONS {
            plan.safety.note_asked(field, day);
        }
        plan.safety.end_private_questions();
        if self.word != ProfessionalWord::None {
            let id = plan.add(List::Professionals);
            let pro = &mut plan.professionals[&id];
            pro.status = Answer::Given(ProStatus::Have);
            pro.r#type = Answer::Given(ProType::Doctor);
            pro.name = Answer::Given(Text::new("Linden"));
            pro.conditions = Answer::Given(Text::new("At my office."));
            pro.agreed_on = Answer::Given(day);
            pro.agrees_meeting_is_safe = Answer::Given(match self.word {
                ProfessionalWord::NotYet => Agrees::NotYet,
                ProfessionalWord::Against => Agrees::Against,
                _ => Agrees::Yes,
            });
            let licence = if self.word == ProfessionalWord::Licensed {
                Checked::Yes
            } else {
                Checked::NotAsked
            };
            pro.licence_checked = Answer::Given(licence);
            plan.note_professional(Field::ProAgrees, &id);
            plan.professionals[&id].knows_answers = Answer::Given(YesNo::Yes);
            plan.note_professional(Field::ProKnows, &id);
        }
        if self.later {
            plan.safety.note_asked(Field::Suicide, day);
        }
        plan
    }
}

#[test]
fn every_combination_is_as_careful_as_the_rules_written_by_hand() {
    let harms = [
        None,
        Some(Harm::No),
        Some(Harm::ByThem),
        Some(Harm::ToThem),
        Some(Harm::BothWays),
        Some(Harm::NotSure),
        Some(Harm::Other("?".into())),
    ];
    let suicides = [Suicide::No, Suicide::Before, Suicide::Yes, Suicide::NotSure];
    let words = [
        ProfessionalWord::None,
        ProfessionalWord::Licensed,
        ProfessionalWord::Unlicensed,
        ProfessionalWord::NotYet,
        ProfessionalWord::Against,
    ];
    let mut tried = 0;
    for harm in harms {
        for suicide in &suicides {
            for means in [Means::No, Means::Gun, Means::NotSure] {
                for ages in [Ages::Both, Ages::PersonUnder, Ages::PlannerUnder] {
                    for word in words {
                        for (overdose, later) in [(false, false), (true, false), (false, true), (true, true)] {
                            let case = GateCase {
                                harm: harm.clone(),
                                suicide: suicide.clone(),
                                means: means.clone(),
                                overdose,
                                ages: ages.clone(),
                                word,
                                later,
                            };
                            let mut plan = case.plan();
                            assert_eq!(gate(&plan), case.expected(), "{case:?}");
                            // What is kept and read again is never less careful.
                            let day = plan.changed.unwrap();
                            update_gate(&mut plan, day);
                            let again: Plan = serde_json::from_value(serde_json::to_value(&plan).unwrap()).unwrap();
                            assert!(gate(&again) >= case.expected(), "read again: {case:?}");
                            tried += 1;
                        }
                    }
                }
            }
        }
    }
    assert_eq!(tried, 7 * 4 * 3 * 3 * 5 * 4);
}
