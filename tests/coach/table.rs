//! A table of sentences: what a family should write passes, and what it should not gets a hint.

use steadfast::coach::{BoundaryContext, boundary, invitation, objection, statement, what_stays};
use steadfast::plan::{Answer, BoundaryKind, CodedChoice, Plan, Statement, Text};
use steadfast::words::StepWords;

use super::words;

/// Kind, threat, boundary, what stays. The quotes around a sentence are the table's own and are left out.
const TABLE: [[&str; 4]; 17] = [
    [
        "money",
        "You'll never see a cent again.",
        "Starting Friday, I will not give cash or send money by app.",
        "I will buy groceries with you, and I will pay for treatment visits.",
    ],
    [
        "bills / rent help",
        "I'm done paying.",
        "Starting with the July rent, I will pay the landlord or the clinic directly.",
        "phone contact",
    ],
    [
        "use in the home",
        "Do that here and you're out.",
        "Starting tonight, I will not have drugs used or kept in our home. If I find them, I will leave the room and call [name].",
        "You can come for dinner on Sundays.",
    ],
    [
        "living at home",
        "Get out.",
        "Starting today, I will keep your room while you are in treatment or waiting for a place. If there is violence, I will ask you to stay elsewhere, and I will help you find where.",
        "bed, food, address for mail",
    ],
    [
        "asking to move",
        "You have an hour.",
        "Starting [date, weeks away], I will no longer share my home. Until then I will help you look for a place.",
        "contact, mail, visits",
    ],
    [
        "car",
        "Give me those keys or I call the police.",
        "Starting today, I will keep the car keys. I will drive you to work and to appointments.",
        "rides to care",
    ],
    [
        "phone",
        "I'm cutting you off.",
        "Starting today, I will end calls that are abusive and try again the next day. I will keep paying for the phone so we can reach each other.",
        "phone line",
    ],
    [
        "childcare / grandchildren",
        "You'll never see them.",
        "Starting now, I will keep the children with me on days you have used. I will be there for visits when you are well.",
        "safe visits",
    ],
    [
        "bail, fines, lawyer",
        "Rot in jail.",
        "Starting now, I will not pay bail or fines. I will come to court and tell them about the treatment place.",
        "presence",
    ],
    [
        "covering at work or school",
        "I'll tell your boss.",
        "Starting Monday, I will not call in sick for you. I will help you fill in the leave form.",
        "help with FMLA",
    ],
    [
        "lying to family",
        "I'll tell everyone.",
        "Starting now, I will not lie if someone asks me. I will say you are not well and ask them to talk with you.",
        "privacy",
    ],
    [
        "abusive talk / late calls",
        "Block you.",
        "Starting tonight, I will end the call when there is shouting, and call back at noon the next day.",
        "the call back",
    ],
    [
        "theft / valuables",
        "Thief!",
        "Starting tonight, I will lock up medicines and valuables.",
        "home",
    ],
    [
        "debts, dealers",
        "Let them come.",
        "Starting now, I will not pay anyone you owe. If someone threatens us I will call the police.",
        "home, meals",
    ],
    [
        "tuition",
        "No more college.",
        "Starting next term, I will pay when a doctor or program says you are ready.",
        "application help",
    ],
    [
        "holidays",
        "Don't come.",
        "Starting this holiday, I will drive you home if you have used, and see you the next day. I would love you there.",
        "invitation",
    ],
    [
        "my own life",
        "-",
        "Starting this Tuesday, I will go to my family group, and I will not cancel it.",
        "-",
    ],
];

// Holds R-24 (silent)
#[test]
fn every_boundary_of_the_table_passes_with_what_stays() {
    let words = words();
    for [kind, _, text, stays] in TABLE {
        let own_life = (stays == "-").then_some(BoundaryKind::OwnLife);
        // Beside a kind that ends housing its danger was said already.
        let housing = ["living at home", "asking to move"].contains(&kind);
        let kind_of = housing.then_some(BoundaryKind::MovingOut);
        let stays = if stays == "-" { "" } else { stays };
        let around = BoundaryContext {
            kind: kind_of.as_ref(),
            ..BoundaryContext::default()
        };
        assert_eq!(boundary(text, around, words.coach_rules()), [], "{kind}");
        assert_eq!(
            what_stays(text, stays, own_life.as_ref(), words.coach_rules()),
            [],
            "{kind}"
        );
    }
}

// Holds R-24 (speaks)
#[test]
fn every_threat_of_the_table_gets_a_hint_for_its_own_words() {
    let words = words();
    let around = BoundaryContext {
        has_review: true,
        ..BoundaryContext::default()
    };
    for [kind, threat, _, _] in TABLE.iter().filter(|row| row[1] != "-") {
        assert_ne!(boundary(threat, around, words.coach_rules()), [], "{kind}");
        // Not only because it lacks a part: in a sentence that says from when, its words still make a threat of it.
        let whole = format!("Starting today, {threat} I will still help.");
        let heard = boundary(&whole, around, words.coach_rules());
        assert_eq!(heard.first().map(|hint| hint.code()), Some("threat"), "{kind}");
    }
}

#[test]
fn every_calm_answer_of_the_words_passes() {
    let words = words();
    assert!(words.words.objection.keys().count() > 18);
    for (kind, own) in words.words.objection.iter() {
        assert_eq!(objection(own.answer, words.coach_rules()), [], "{kind}");
    }
}

#[test]
fn what_each_kind_of_boundary_begins_with_passes() {
    let words = words();
    for (code, kind) in words.boundaries.kind.iter() {
        if kind.i_will.is_empty() {
            continue;
        }
        let known = BoundaryKind::all()
            .into_iter()
            .find(|kind| kind.code() == code)
            .unwrap();
        let around = BoundaryContext {
            kind: Some(&known),
            has_review: true,
            ..BoundaryContext::default()
        };
        assert_eq!(boundary(kind.i_will, around, words.coach_rules()), [], "{code}");
        let heard = what_stays(kind.i_will, kind.what_stays, Some(&known), words.coach_rules());
        assert_eq!(heard, [], "{code}");
    }
}

// Holds R-28 (silent)
#[test]
fn what_the_words_begin_with_passes() {
    let words = words();
    let start = |step: &StepWords, field: &str| step.q[field].start.to_string();
    assert_eq!(
        invitation(&start(&words.way.step, "way.invitation"), words.coach_rules()),
        []
    );
    let part = |name: &str| Answer::Given(Text::new(&start(&words.words.step, &format!("statements.{name}"))));
    let parts = Statement {
        love: part("love"),
        illness: part("illness"),
        events: part("events"),
        feeling: part("feeling"),
        understanding: part("understanding"),
        ask: part("ask"),
        offer: part("offer"),
        boundary: part("boundary"),
        hope: part("hope"),
        ..Statement::default()
    };
    assert_eq!(statement(&parts, words.coach_rules()), []);
}

#[test]
fn the_example_plan_passes() {
    let words = words();
    let plan: Plan = serde_json::from_str(words.example).unwrap();
    assert!(!plan.statements.is_empty() && !plan.boundaries.is_empty() && !plan.objections.is_empty());
    for said in &plan.statements {
        assert_eq!(statement(said, words.coach_rules()), [], "{}", said.id.as_str());
    }
    for own in &plan.boundaries {
        let around = BoundaryContext {
            kind: own.kind.given(),
            has_review: own.review_date.given().is_some(),
            ..BoundaryContext::default()
        };
        let (text, stays) = (own.i_will.words(), own.what_stays.words());
        assert_eq!(boundary(text, around, words.coach_rules()), [], "{}", own.id.as_str());
        assert_eq!(
            what_stays(text, stays, around.kind, words.coach_rules()),
            [],
            "{}",
            own.id.as_str()
        );
    }
    for answered in &plan.objections {
        assert_eq!(
            objection(answered.answer.words(), words.coach_rules()),
            [],
            "{}",
            answered.id.as_str()
        );
    }
    assert_eq!(invitation(plan.way.invitation.words(), words.coach_rules()), []);
}
