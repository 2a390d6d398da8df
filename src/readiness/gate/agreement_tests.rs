//! Tests of the agreement: what it opens, what ends it, and what nobody opens.

use chrono::NaiveDate;

use super::tests::{calm, today};
use super::*;
use crate::plan::{Ages, Answer, Checked, Gate, Harm, Known, Means, ProStatus, ProType, Recent, Suicide};

/// A calm plan with a professional who agrees on the day of the last safety answer.
fn agreed() -> Plan {
    let mut plan = calm();
    plan.changed = Some(today());
    let id = plan.add(crate::plan::List::Professionals);
    let pro = &mut plan.professionals[&id];
    pro.r#type = Answer::Given(ProType::Counselor);
    pro.status = Answer::Given(ProStatus::Have);
    pro.name = Answer::Given(crate::plan::Text::new("Linden"));
    pro.agrees_meeting_is_safe = Answer::Given(Agrees::Yes);
    pro.agreed_on = Answer::Given(today());
    pro.conditions = Answer::Given(crate::plan::Text::new("At my office."));
    pro.licence_checked = Answer::Given(Checked::Yes);
    pro.knows_answers = Answer::Given(YesNo::Yes);
    plan.note_professional(Field::ProKnows, &id);
    plan
}

// Holds R-23 (silent)
#[test]
fn a_named_professional_who_was_told_opens_it_again() {
    let reasons_of: &[fn(&mut Plan)] = &[
        |p| p.safety.this_session.harm = Answer::Given(Harm::BothWays),
        |p| p.safety.this_session.suicide = Answer::Given(Suicide::Yes),
        |p| p.person.recent = Answer::Given(vec![Recent::Overdose, Recent::Alone]),
        |p| p.safety.means = Answer::Given(Means::Gun),
        |p| {
            p.safety.this_session = Default::default();
            p.safety.floor = Some(Gate::Closed);
        },
    ];
    for change in reasons_of {
        let mut plan = agreed();
        change(&mut plan);
        assert_eq!((gate(&plan), reasons(&plan)), (Gate::Open, vec![]));
        // What is written is what the answers say: without the agreement it closes again, on a later visit too.
        update_gate(&mut plan, today());
        assert_ne!(plan.safety.gate, Some(Gate::Open));
        assert_eq!(gate(&plan), Gate::Open);
        plan.professionals[0].agrees_meeting_is_safe = Answer::Given(Agrees::NotAsked);
        assert_ne!(gate(&plan), Gate::Open);
    }
}

#[test]
fn a_professional_who_says_not_yet_holds_the_day_whatever_another_agrees_to() {
    let mut plan = agreed();
    assert_eq!(gate(&plan), Gate::Open);
    let id = plan.add(crate::plan::List::Professionals);
    plan.professionals[&id].agrees_meeting_is_safe = Answer::Given(Agrees::NotYet);
    assert_eq!((gate(&plan), reasons(&plan)), (Gate::AskFirst, vec![Reason::NotYet]));
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
        |p| p.professionals[0].licence_checked = Answer::Given(Checked::NotAsked),
        |p| p.professionals[0].knows_answers = Answer::Given(YesNo::No),
        |p| p.professionals[0].knows_answers = Answer::Unasked,
        |p| p.safety.told_to.clear(),
        |p| p.safety.answers += 1,
    ];
    for (at, change) in missing.iter().enumerate() {
        let mut plan = agreed();
        plan.safety.this_session.harm = Answer::Given(Harm::ToThem);
        change(&mut plan);
        assert_eq!(gate(&plan), Gate::Closed, "{at}");
    }
}

#[test]
fn a_coach_or_an_interventionist_counts_only_with_a_license_and_others_need_one_only_where_it_is_closed() {
    for (kind, licence, closed, first) in [
        (ProType::Craft, Checked::NotAsked, Gate::Closed, Gate::AskFirst),
        (ProType::Craft, Checked::Yes, Gate::Open, Gate::Open),
        (ProType::Interventionist, Checked::No, Gate::Closed, Gate::AskFirst),
        (ProType::Interventionist, Checked::Yes, Gate::Open, Gate::Open),
        (ProType::Doctor, Checked::NotAsked, Gate::Closed, Gate::Open),
        (ProType::Doctor, Checked::Yes, Gate::Open, Gate::Open),
    ] {
        let mut plan = agreed();
        plan.professionals[0].r#type = Answer::Given(kind.clone());
        plan.professionals[0].licence_checked = Answer::Given(licence);
        plan.safety.means = Answer::Given(Means::Gun);
        assert_eq!(gate(&plan), first, "{kind:?}");
        plan.safety.this_session.harm = Answer::Given(Harm::ToThem);
        assert_eq!(gate(&plan), closed, "{kind:?}");
    }
}

// Holds R-17
#[test]
fn a_person_under_18_needs_a_youth_professional_who_is_known_named_and_told() {
    let mut plan = calm();
    plan.person.ages = Answer::Given(Ages::PersonUnder);
    plan.person.guardian = Answer::Given(Known::Yes);
    let id = plan.add(crate::plan::List::Professionals);
    plan.professionals[&id].r#type = Answer::Given(ProType::Youth);
    for (status, name, told, state) in [
        (ProStatus::Looking, "Linden", YesNo::Yes, Gate::Closed),
        (ProStatus::NotYet, "Linden", YesNo::Yes, Gate::Closed),
        (ProStatus::Have, " ", YesNo::Yes, Gate::Closed),
        (ProStatus::Have, "Linden", YesNo::No, Gate::Closed),
        (ProStatus::Have, "Linden", YesNo::Yes, Gate::Open),
    ] {
        plan.professionals[&id].status = Answer::Given(status);
        plan.professionals[&id].name = Answer::Given(crate::plan::Text::new(name));
        plan.professionals[&id].knows_answers = Answer::Given(told);
        assert_eq!(gate(&plan), state);
    }
}

#[test]
fn what_lasts_is_opened_by_nobody() {
    type AgreementCase = (fn(&mut Plan), Gate, Reason);
    let lasting: &[AgreementCase] = &[
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
                let id = p.add(crate::plan::List::Professionals);
                p.professionals[&id].agrees_meeting_is_safe = Answer::Given(Agrees::Against);
            },
            Gate::Closed,
            Reason::AdvisedAgainst,
        ),
        (|p| p.safety.means = Answer::Left, Gate::AskFirst, Reason::NotSure),
    ];
    for (change, state, reason) in lasting {
        let mut plan = agreed();
        plan.safety.means = Answer::Given(Means::Gun);
        change(&mut plan);
        assert_eq!((gate(&plan), reasons(&plan)), (state.clone(), vec![*reason]));
    }
}

#[test]
fn a_professional_who_comes_round_does_not_make_their_own_word_too_old() {
    let mut plan = agreed();
    let linden = plan.professionals[0].id.clone();
    let (told, agreed_on) = (today(), today().succ_opt().unwrap());
    let says = |plan: &mut Plan, word| {
        plan.professionals[0].agrees_meeting_is_safe = Answer::Given(word);
        plan.note_professional(Field::ProAgrees, &linden);
    };
    plan.safety.this_session.harm = Answer::Given(Harm::ToThem);
    says(&mut plan, Agrees::Against);
    update_gate(&mut plan, told);
    says(&mut plan, Agrees::Yes);
    plan.professionals[0].agreed_on = Answer::Given(agreed_on);
    plan.changed = Some(agreed_on + chrono::Days::new(3));
    assert_eq!(gate(&plan), Gate::Closed, "whether they were told is asked again");
    plan.professionals[0].knows_answers = Answer::Given(YesNo::Yes);
    plan.note_professional(Field::ProKnows, &linden);
    update_gate(&mut plan, agreed_on + chrono::Days::new(3));
    assert_eq!((plan.safety.on, gate(&plan)), (Some(told), Gate::Open));
}

#[test]
fn a_no_is_lifted_by_another_who_was_told_of_it_and_by_nobody_else() {
    let mut plan = agreed();
    let linden = plan.professionals[0].id.clone();
    let id = plan.add(crate::plan::List::Professionals);
    plan.professionals[&id].agrees_meeting_is_safe = Answer::Given(Agrees::Against);
    plan.note_professional(Field::ProAgrees, &id);
    assert_eq!(reasons(&plan), [Reason::AdvisedAgainst]);
    // Told of the answers after the no, but not of the no.
    plan.note_professional(Field::ProKnows, &linden);
    assert_eq!(reasons(&plan), [Reason::AdvisedAgainst]);
    plan.professionals[0].knows_of_no = Answer::Given(YesNo::No);
    assert_eq!(reasons(&plan), [Reason::AdvisedAgainst]);
    plan.professionals[0].knows_of_no = Answer::Given(YesNo::Yes);
    assert_eq!((gate(&plan), reasons(&plan)), (Gate::Open, Vec::new()));
    plan.professionals[0].licence_checked = Answer::Given(Checked::No);
    assert_eq!(
        reasons(&plan),
        [Reason::AdvisedAgainst],
        "a closed plan needs a license that was looked up"
    );
    plan.professionals[0].licence_checked = Answer::Given(Checked::Yes);
    // Another no is another matter.
    plan.note_professional(Field::ProAgrees, &id);
    assert_eq!(reasons(&plan), [Reason::AdvisedAgainst]);
}

/// An answer to a question about safety, given now.
fn told_later(plan: &mut Plan, day: NaiveDate, tell: fn(&mut Plan)) {
    tell(plan);
    plan.safety.note_asked(Field::Suicide, day);
    plan.changed = Some(day);
    update_gate(plan, day);
}

#[test]
fn a_later_answer_ends_an_agreement_on_the_same_day_too() {
    let yes: fn(&mut Plan) = |plan| plan.safety.this_session.suicide = Answer::Given(Suicide::Yes);
    for days in [0, 1, 30] {
        let mut plan = agreed();
        told_later(&mut plan, today() + chrono::Days::new(days), yes);
        assert_eq!(
            gate(&plan),
            Gate::Closed,
            "agreed at ten, told at six, {days} days later"
        );
        assert!(outdated_agreement(&plan).is_some());
        // It stays closed on every later day, and where the plan is read again.
        let again: Plan = serde_json::from_str(&serde_json::to_string(&plan).unwrap()).unwrap();
        assert_eq!(gate(&again), Gate::Closed);
    }
    // One that was put off, passed over or not sure ends it too, where something else asks.
    for left in [Answer::Left, Answer::Given(Means::NotSure)] {
        let mut plan = agreed();
        plan.person.recent = Answer::Given(vec![Recent::Overdose]);
        assert_eq!(gate(&plan), Gate::Open);
        plan.safety.means = left;
        plan.safety.note_left(Field::Means);
        assert_eq!(gate(&plan), Gate::AskFirst);
    }
}

#[test]
fn saying_that_nothing_has_changed_leaves_an_agreement_and_asking_again_ends_it() {
    let mut plan = agreed();
    plan.safety.means = Answer::Given(Means::Gun);
    plan.safety.unchanged_on = today().succ_opt();
    plan.changed = today().succ_opt();
    assert_eq!(gate(&plan), Gate::Open);
    plan.safety.ask_again();
    assert_eq!(gate(&plan), Gate::AskFirst);
    assert!(opening_agreement(&plan).is_none());
}

#[test]
fn an_older_plan_does_not_bring_an_agreement_back() {
    let older = agreed();
    let mut newer = older.clone();
    told_later(&mut newer, today(), |plan| {
        plan.safety.this_session.suicide = Answer::Given(Suicide::Yes)
    });
    let read = |plan: &Plan| serde_json::from_str::<Plan>(&serde_json::to_string(plan).unwrap()).unwrap();
    // Undone, restored, or a copy that is gone on with.
    for mut back in [older.clone(), read(&older)] {
        assert!(raise_to_match(&mut back, &newer));
        assert_eq!(gate(&back), Gate::Closed);
        update_gate(&mut back, today());
        assert_eq!(gate(&read(&back)), Gate::Closed);
    }
}

#[test]
fn a_yes_that_an_agreement_covers_counts_once_the_agreement_is_gone() {
    type Taken = (fn(&mut Plan), fn(&mut Plan), Gate);
    let taken_back: &[Taken] = &[
        (
            |p| p.safety.this_session.harm = Answer::Given(Harm::ToThem),
            |p| p.safety.this_session.harm = Answer::Left,
            Gate::Closed,
        ),
        (
            |p| p.safety.this_session.suicide = Answer::Given(Suicide::Yes),
            |p| p.safety.this_session.suicide = Answer::Given(Suicide::RatherNot),
            Gate::Closed,
        ),
        (
            |p| p.safety.this_session.pregnant = Answer::Given(crate::plan::YesNo::Yes),
            |p| p.safety.this_session.pregnant = Answer::Left,
            Gate::AskFirst,
        ),
    ];
    for (say, take_back, state) in taken_back {
        let mut plan = agreed();
        say(&mut plan);
        update_gate(&mut plan, today());
        assert_eq!(gate(&plan), Gate::Open, "the one who agrees was told of it");
        take_back(&mut plan);
        update_gate(&mut plan, today());
        plan.professionals.clear();
        assert_eq!(gate(&plan), state.clone());
        update_gate(&mut plan, today());
        assert_eq!(plan.safety.gate, Some(state.clone()), "at the next visit too");
    }
}

#[test]
fn an_older_plan_does_not_forget_that_a_question_was_left_open() {
    let mut newer = agreed();
    newer.safety.left = true;
    let mut back: Plan = serde_json::from_str(&serde_json::to_string(&agreed()).unwrap()).unwrap();
    assert_eq!(gate(&back), Gate::Open);
    raise_to_match(&mut back, &newer);
    assert!(back.safety.left);
    assert_eq!((gate(&back), reasons(&back)), (Gate::AskFirst, vec![Reason::NotSure]));
}
