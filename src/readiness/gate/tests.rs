//! Tests of the gate: each reason, what opens it again, and what nobody opens.

use super::*;
use crate::plan::Answer;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

/// A plan in which every safety question was put and none asks or closes.
fn calm() -> Plan {
    let mut plan = Plan::default();
    plan.person.ages = Answer::Given(Ages::Both);
    plan.person.substances = Answer::Given(vec![Substance::Heroin]);
    plan.person.recent = Answer::Given(vec![Recent::Nothing]);
    plan.safety.means = Answer::Given(Means::No);
    plan.safety.heard.harm = Answer::Given(Harm::No);
    plan.safety.heard.suicide = Answer::Given(Suicide::No);
    plan.safety.heard.pregnant = Answer::Given(YesNo::No);
    for field in Safety::UNKEPT {
        plan.safety.note_asked(field, today());
    }
    plan
}

#[test]
fn open_when_all_was_put_and_nothing_asks() {
    assert_eq!(gate(&calm()), Gate::Open);
    assert!(reasons(&calm()).is_empty());
}

/// The state and the reasons of a calm plan with one change.
fn after(change: fn(&mut Plan)) -> (Gate, Vec<Reason>) {
    let mut plan = calm();
    change(&mut plan);
    (gate(&plan), reasons(&plan))
}

#[test]
fn each_reason_that_closes_has_its_state() {
    let closed = |reason| (Gate::Closed, vec![reason]);
    assert_eq!(
        after(|p| p.safety.heard.harm = Answer::Given(Harm::ToThem)),
        closed(Reason::Harm)
    );
    assert_eq!(
        after(|p| p.safety.heard.harm = Answer::Given(Harm::ByThem)),
        closed(Reason::Harm)
    );
    assert_eq!(
        after(|p| p.safety.heard.suicide = Answer::Given(Suicide::Yes)),
        closed(Reason::Suicide)
    );
    assert_eq!(
        after(|p| p.person.ages = Answer::Given(Ages::PersonUnder)),
        closed(Reason::PersonUnder18)
    );
    assert_eq!(
        after(|p| p.person.ages = Answer::Given(Ages::PlannerUnder)),
        closed(Reason::PlannerUnder18)
    );
}

#[test]
fn each_reason_to_ask_first_has_its_state() {
    fn recent(plan: &mut Plan, what: Recent) {
        plan.person.recent = Answer::Given(vec![what]);
    }
    let first = |reason| (Gate::AskFirst, vec![reason]);
    assert_eq!(after(|p| recent(p, Recent::Overdose)), first(Reason::Overdose));
    assert_eq!(after(|p| recent(p, Recent::Alone)), first(Reason::UsesAlone));
    assert_eq!(after(|p| recent(p, Recent::StoppingNow)), first(Reason::StoppingNow));
    assert_eq!(
        after(|p| p.person.substances = Answer::Given(vec![Substance::Alcohol])),
        first(Reason::Mixing)
    );
    assert_eq!(
        after(|p| p.person.substances = Answer::Given(vec![Substance::Heroin, Substance::Cocaine])),
        first(Reason::Mixing)
    );
    assert_eq!(
        after(|p| p.safety.heard.suicide = Answer::Given(Suicide::Before)),
        first(Reason::EarlierAttempt)
    );
    assert_eq!(
        after(|p| p.safety.heard.pregnant = Answer::Given(YesNo::Yes)),
        first(Reason::Pregnancy)
    );
    assert_eq!(
        after(|p| p.safety.means = Answer::Given(Means::Pills)),
        first(Reason::Means)
    );
    assert_eq!(
        after(|p| p.safety.heard.suicide = Answer::Given(Suicide::NotSure)),
        first(Reason::NotSure)
    );
    assert_eq!(after(|p| p.safety.heard.harm = Answer::Left), first(Reason::NotSure));
    assert_eq!(after(|p| p.safety.asked.clear()), first(Reason::NotPut));
    assert_eq!(after(|p| p.person.ages = Answer::Unasked), first(Reason::NotPut));
    assert_eq!(after(|p| p.person.substances = Answer::Unasked), first(Reason::NotPut));
}

#[test]
fn substances_that_nobody_knows_ask_first() {
    let unknown = [
        Answer::Left,
        Answer::Given(vec![]),
        Answer::Given(vec![Substance::Heroin, Substance::NotSure]),
        Answer::Given(vec![Substance::RatherNot]),
        Answer::Given(vec![Substance::Other("new".into())]),
    ];
    for substances in unknown {
        let mut plan = calm();
        plan.person.substances = substances;
        assert_eq!((gate(&plan), reasons(&plan)), (Gate::AskFirst, vec![Reason::NotSure]));
    }
}

#[test]
fn a_professional_who_advises_against_closes_it() {
    let mut plan = calm();
    let at = plan.add(crate::plan::List::Professionals);
    plan.professionals[at].agrees_meeting_is_safe = Answer::Given(Agrees::Against);
    assert_eq!(gate(&plan), Gate::Closed);
}

#[test]
fn a_state_of_an_earlier_visit_holds_until_all_was_put_again() {
    let mut plan = calm();
    plan.safety.heard = Default::default();
    plan.safety.before = Some(Gate::Closed);
    assert_eq!(gate(&plan), Gate::Closed);
    assert_eq!(reasons(&plan), vec![Reason::Earlier]);
    plan.safety.heard.harm = Answer::Given(Harm::No);
    assert_eq!(gate(&plan), Gate::Closed, "one answer alone does not open it");
    plan.safety.heard.suicide = Answer::Given(Suicide::No);
    plan.safety.heard.pregnant = Answer::Given(YesNo::No);
    assert_eq!(gate(&plan), Gate::Open);
}

#[test]
fn only_a_given_no_lifts_the_state_of_an_earlier_visit() {
    let vague: &[fn(&mut Plan)] = &[
        |p| p.safety.heard.harm = Answer::Given(Harm::RatherNot),
        |p| p.safety.heard.harm = Answer::Given(Harm::NotSure),
        |p| p.safety.heard.harm = Answer::Left,
        |p| p.safety.heard.suicide = Answer::Given(Suicide::NotSure),
        |p| p.safety.heard.suicide = Answer::Given(Suicide::RatherNot),
        |p| {
            p.safety.heard.suicide = Answer::Later(crate::plan::Later {
                owner: crate::plan::Id::planner(),
            })
        },
        |p| p.safety.heard.pregnant = Answer::Left,
    ];
    for (at, change) in vague.iter().enumerate() {
        let mut plan = calm();
        plan.safety.before = Some(Gate::Closed);
        change(&mut plan);
        assert_eq!(gate(&plan), Gate::Closed, "{at}");
        assert!(reasons(&plan).contains(&Reason::LeftOpen), "{at}");
        settle(&mut plan, today());
        assert_eq!(plan.safety.gate, Some(Gate::Closed), "{at}: at the next visit too");
    }
    // An attempt of long ago says as clearly as a no that it was not in the last weeks.
    let mut plan = calm();
    plan.safety.before = Some(Gate::Closed);
    plan.safety.heard.suicide = Answer::Given(Suicide::Before);
    assert_eq!(gate(&plan), Gate::AskFirst);
}

#[test]
fn a_yes_that_is_taken_back_with_less_than_a_no_stays_a_yes() {
    type Told = (fn(&mut Plan), Gate);
    let told: &[Told] = &[
        (|p| p.safety.heard.harm = Answer::Given(Harm::ToThem), Gate::Closed),
        (|p| p.safety.heard.suicide = Answer::Given(Suicide::Yes), Gate::Closed),
        (|p| p.safety.heard.pregnant = Answer::Given(YesNo::Yes), Gate::AskFirst),
    ];
    for (tell, state) in told {
        let mut plan = calm();
        tell(&mut plan);
        settle(&mut plan, today());
        let no = calm().safety.heard;
        plan.safety.heard = Default::default();
        assert_eq!(gate(&plan), state.clone());
        plan.safety.heard = crate::plan::Told {
            harm: Answer::Left,
            ..no.clone()
        };
        assert_eq!(gate(&plan), state.clone());
        plan.safety.heard = no;
        assert_eq!(gate(&plan), Gate::Open);
    }
}

/// A calm plan with a professional who agrees on the day of the last safety answer.
fn agreed() -> Plan {
    let mut plan = calm();
    plan.changed = Some(today());
    let at = plan.add(crate::plan::List::Professionals);
    let pro = &mut plan.professionals[at];
    pro.r#type = Answer::Given(ProType::Counselor);
    pro.status = Answer::Given(ProStatus::Have);
    pro.name = Answer::Given(crate::plan::Text::new("Linden"));
    pro.agrees_meeting_is_safe = Answer::Given(Agrees::Yes);
    pro.agreed_on = Answer::Given(today());
    pro.conditions = Answer::Given(crate::plan::Text::new("At my office."));
    plan
}

#[test]
fn a_named_professional_who_was_told_opens_it_again() {
    let reasons_of: &[fn(&mut Plan)] = &[
        |p| p.safety.heard.harm = Answer::Given(Harm::BothWays),
        |p| p.safety.heard.suicide = Answer::Given(Suicide::Yes),
        |p| p.person.recent = Answer::Given(vec![Recent::Overdose, Recent::Alone]),
        |p| p.safety.means = Answer::Given(Means::Gun),
        |p| {
            p.safety.heard = Default::default();
            p.safety.before = Some(Gate::Closed);
        },
    ];
    for change in reasons_of {
        let mut plan = agreed();
        change(&mut plan);
        assert_eq!((gate(&plan), reasons(&plan)), (Gate::Open, vec![]));
        // What is written is what the answers say: without the agreement it closes again, on a later visit too.
        settle(&mut plan, today());
        assert_ne!(plan.safety.gate, Some(Gate::Open));
        plan.safety.take_up();
        assert_eq!(gate(&plan), Gate::Open);
        plan.professionals[0].agrees_meeting_is_safe = Answer::Given(Agrees::NotYet);
        assert_ne!(gate(&plan), Gate::Open);
    }
}

#[test]
fn an_agreement_without_its_parts_opens_nothing() {
    let missing: &[fn(&mut Plan)] = &[
        |p| p.professionals[0].name = Answer::Left,
        |p| p.professionals[0].name = Answer::Given(crate::plan::Text::new(" ")),
        |p| p.professionals[0].conditions = Answer::Unasked,
        |p| p.professionals[0].agreed_on = Answer::Unasked,
        |p| p.professionals[0].agreed_on = Answer::Given(today().pred_opt().unwrap()),
        |p| p.professionals[0].status = Answer::Given(ProStatus::Looking),
        |p| p.professionals[0].agrees_meeting_is_safe = Answer::Given(Agrees::NotAsked),
        |p| p.safety.on = today().succ_opt(),
        |p| p.professionals[0].agreed_on = Answer::Given(today().succ_opt().unwrap()),
        |p| p.changed = None,
        |p| p.professionals[0].r#type = Answer::Unasked,
        |p| p.professionals[0].r#type = Answer::Given(ProType::Lawyer),
        |p| p.professionals[0].r#type = Answer::Given(ProType::Peer),
        |p| p.professionals[0].r#type = Answer::Given(ProType::Faith),
        |p| p.professionals[0].r#type = Answer::Given(ProType::NotSure),
        |p| p.professionals[0].r#type = Answer::Given(ProType::Another),
        |p| p.professionals[0].r#type = Answer::Given(ProType::Interventionist),
    ];
    for (at, change) in missing.iter().enumerate() {
        let mut plan = agreed();
        plan.safety.heard.harm = Answer::Given(Harm::ToThem);
        change(&mut plan);
        assert_eq!(gate(&plan), Gate::Closed, "{at}");
    }
}

#[test]
fn an_interventionist_whose_license_was_looked_up_opens_it() {
    let mut plan = agreed();
    plan.safety.heard.harm = Answer::Given(Harm::ToThem);
    plan.professionals[0].r#type = Answer::Given(ProType::Interventionist);
    plan.professionals[0].licence_checked = Answer::Given(Checked::NotAsked);
    assert_eq!(gate(&plan), Gate::Closed);
    plan.professionals[0].licence_checked = Answer::Given(Checked::Yes);
    assert_eq!(gate(&plan), Gate::Open);
}

#[test]
fn a_person_under_18_needs_a_youth_professional_who_is_known_and_named() {
    let mut plan = calm();
    plan.person.ages = Answer::Given(Ages::PersonUnder);
    plan.person.guardian = Answer::Given(Known::Yes);
    let at = plan.add(crate::plan::List::Professionals);
    plan.professionals[at].r#type = Answer::Given(ProType::Youth);
    for (status, name, state) in [
        (ProStatus::Looking, "Linden", Gate::Closed),
        (ProStatus::NotYet, "Linden", Gate::Closed),
        (ProStatus::Have, " ", Gate::Closed),
        (ProStatus::Have, "Linden", Gate::Open),
    ] {
        plan.professionals[at].status = Answer::Given(status);
        plan.professionals[at].name = Answer::Given(crate::plan::Text::new(name));
        assert_eq!(gate(&plan), state);
    }
}

#[test]
fn what_lasts_is_opened_by_nobody() {
    type Case = (fn(&mut Plan), Gate, Reason);
    let lasting: &[Case] = &[
        (
            |p| p.person.ages = Answer::Given(Ages::PlannerUnder),
            Gate::Closed,
            Reason::PlannerUnder18,
        ),
        (
            |p| p.person.ages = Answer::Given(Ages::PersonUnder),
            Gate::Closed,
            Reason::PersonUnder18,
        ),
        (
            |p| {
                let at = p.add(crate::plan::List::Professionals);
                p.professionals[at].agrees_meeting_is_safe = Answer::Given(Agrees::Against);
            },
            Gate::Closed,
            Reason::AdvisedAgainst,
        ),
        (|p| p.safety.means = Answer::Left, Gate::AskFirst, Reason::NotSure),
        (|p| p.safety.asked.clear(), Gate::AskFirst, Reason::NotPut),
    ];
    for (change, state, reason) in lasting {
        let mut plan = agreed();
        plan.safety.heard.harm = Answer::Given(Harm::ToThem);
        change(&mut plan);
        assert_eq!((gate(&plan), reasons(&plan)), (state.clone(), vec![*reason]));
    }
}

#[test]
fn a_professional_who_comes_round_does_not_make_their_own_word_too_old() {
    let mut plan = agreed();
    let (told, agreed_on) = (today(), today().succ_opt().unwrap());
    plan.safety.heard.harm = Answer::Given(Harm::ToThem);
    plan.professionals[0].agrees_meeting_is_safe = Answer::Given(Agrees::Against);
    settle(&mut plan, told);
    plan.professionals[0].agrees_meeting_is_safe = Answer::Given(Agrees::Yes);
    plan.professionals[0].agreed_on = Answer::Given(agreed_on);
    plan.changed = Some(agreed_on + chrono::Days::new(3));
    settle(&mut plan, agreed_on + chrono::Days::new(3));
    assert_eq!((plan.safety.on, gate(&plan)), (Some(told), Gate::Open));
}

#[test]
fn settle_writes_the_state_and_not_the_reason() {
    let mut plan = calm();
    plan.safety.heard.harm = Answer::Given(Harm::ByThem);
    settle(&mut plan, today());
    let json = serde_json::to_string(&plan.safety).unwrap();
    assert!(json.contains("closed") && !json.contains("by_them"), "{json}");
}

#[test]
fn settle_writes_open_only_when_all_was_put() {
    let mut plan = calm();
    settle(&mut plan, today());
    assert_eq!(plan.safety.gate, Some(Gate::Open));
    plan.safety.asked.pop();
    settle(&mut plan, today());
    assert_eq!(plan.safety.gate, None);
    plan.person.recent = Answer::Given(vec![Recent::Overdose]);
    settle(&mut plan, today());
    assert_eq!(plan.safety.gate, Some(Gate::AskFirst));
}
