//! Nothing is asked that another answer already holds. Each question says what it holds; of two that hold the same, the
//! later one is not asked, or what is known stands there to be kept with Enter.

mod holds;
mod rules;

use std::collections::{BTreeMap, BTreeSet};

use crate::common::home::{Home, date, words};
use crate::common::story::long_story;
use steadfast::journey::{QuestionAt, Tier};
use steadfast::plan::*;
use steadfast::prompt::{PromptKind, PromptSeen, Prompter, Scripted, ScriptedReply};
use steadfast::session::Session;
use steadfast::steps;

use holds::HOLDS;
use rules::{RULES, Rule, Then, WORD, plan};

fn question(field: Field, id: &Id, plan: &Plan) -> QuestionAt {
    let item = (*id != Id::NONE).then_some(id);
    steps::entry(field, item, plan).unwrap().here
}

/// Puts one question, and gives back what was seen.
fn answer(plan: &mut Plan, field: Field, id: &Id, reply: ScriptedReply) -> PromptSeen {
    let here = question(field, id, plan);
    let mut script = Scripted::new(vec![reply]);
    let mut keep = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
    let mut session = Session::new(&mut script, words(), date("2026-11-21"), &mut keep);
    // An answer that is refused ends here: there is no other reply.
    drop(here.ask(plan, &mut session));
    let seen = script.transcript().iter().find(|seen| seen.id == field.code());
    seen.unwrap_or_else(|| panic!("{field:?} was not put")).clone()
}

fn kept(plan: &Plan, field: Field, id: &Id) -> String {
    let here = question(field, id, plan);
    match here.state(plan) {
        AnswerState::Given => here.recap(plan, words()),
        _ => String::new(),
    }
}

#[test]
fn every_question_says_what_it_holds_and_of_two_that_hold_the_same_one_is_known_by_a_rule() {
    let mut holders: BTreeMap<&str, Vec<Field>> = BTreeMap::new();
    for field in Field::ALL {
        let mut rows = HOLDS.iter().filter(|(code, _)| *code == field.code());
        let (_, holds) = rows
            .next()
            .unwrap_or_else(|| panic!("{} does not say what it holds", field.code()));
        assert!(rows.next().is_none(), "{} says it twice", field.code());
        holders.entry(holds).or_default().push(*field);
    }
    assert_eq!(HOLDS.len(), Field::ALL.len(), "a row is of no question");
    let mut owed = Vec::new();
    for (holds, fields) in &holders {
        for (at, one) in fields.iter().enumerate() {
            owed.extend(fields[at + 1..].iter().map(|other| (*holds, *one, *other)));
        }
    }
    let has_rule = |one: Field, other: Field| {
        let pair = |(first, then, ..): &&Rule| [(one, other), (other, one)].contains(&(*first, *then));
        RULES.iter().any(|rule| pair(&rule))
    };
    for (holds, one, other) in owed {
        assert!(
            has_rule(one, other),
            "{one:?} and {other:?} both hold \"{holds}\", and no rule says how one knows"
        );
    }
    for (first, then, ..) in RULES {
        let holds = |field: &Field| HOLDS.iter().find(|(code, _)| *code == field.code()).unwrap().1;
        assert_eq!(holds(first), holds(then), "a rule for two that hold other things");
    }
}

#[test]
fn what_is_known_is_not_asked_or_is_kept_with_enter() {
    for (known, asked, without, with, how) in RULES {
        let (mut bare, mut told) = (plan(), plan());
        let (id, same) = (without(&mut bare), with(&mut told));
        let (open, here) = (question(*asked, &id, &bare), question(*asked, &same, &told));
        assert!(open.is_asked(&bare, Tier::OnRequest), "{asked:?} is asked of nobody");
        if *how == Then::NotAsked {
            assert!(
                !here.is_asked(&told, Tier::OnRequest),
                "{known:?} is known, and {asked:?} is asked"
            );
            continue;
        }
        answer(&mut bare, *asked, &id, ScriptedReply::Enter);
        let nothing = kept(&bare, *asked, &id);
        let seen = answer(&mut told, *asked, &same, ScriptedReply::Enter);
        assert!(
            !seen.before.is_empty() || !seen.suggestion.is_empty(),
            "{known:?}: {asked:?} is empty"
        );
        let kept = kept(&told, *asked, &same);
        assert!(
            !kept.is_empty() && kept != nothing,
            "{known:?}: Enter at {asked:?} keeps {kept:?}"
        );
        assert!(
            [WORD, "555-0111", "Alder", "Yes"]
                .iter()
                .any(|known| kept.contains(known)),
            "{known:?}: Enter at {asked:?} keeps {kept:?}"
        );
    }
}

/// A whole story in which a doctor was named at the beginning, and what is known is kept with Enter.
#[test]
fn in_a_whole_visit_no_question_of_the_plan_is_put_twice_and_who_was_named_is_named_once() {
    let mut script = long_story().from(0);
    let phone = Field::ProPhone.code();
    script.steps.retain(|(id, _)| id != phone);
    for (id, reply) in &mut script.steps {
        match Field::from_code(id) {
            Some(Field::CareContact) => *reply = ScriptedReply::Line("Quillfeather 555-0111".into()),
            Some(Field::ProName) => *reply = ScriptedReply::Enter,
            _ => {}
        }
    }
    let house = Home::new();
    let seen = house.visit(script).seen;
    let plan = house.plan();
    let pro = &plan.professionals[0];
    assert_eq!((pro.name.words(), pro.phone.words()), (WORD, "555-0111"));
    let of_the_plan = |seen: &&PromptSeen| {
        let field = Field::from_code(&seen.id).filter(|field| *field != Field::Review);
        let in_a_list = |field: &Field| {
            List::ALL
                .iter()
                .any(|list| seen.id.starts_with(list.field().code()) && *field != list.field())
        };
        seen.kind != PromptKind::Say
            && field.is_some_and(|field| !in_a_list(&field) && List::ALL.iter().all(|list| list.field() != field))
    };
    let mut put: BTreeSet<&str> = BTreeSet::new();
    for seen in seen.iter().filter(of_the_plan) {
        let is_new = put.insert(&seen.id);
        assert!(is_new || !seen.before.is_empty(), "{} is put again, and empty", seen.id);
    }
    assert!(put.len() > 35, "{}", put.len());
}

/// Questions that read alike, and hold something else.
const ALIKE: &[(&str, &str, &str)] = &[
    (
        "planner.tell",
        "professionals.next_appointment",
        "somebody near, and a professional",
    ),
    (
        "planner.tell",
        "afterwards.follow_ups.what",
        "whom to tell now, and what a later talk is about",
    ),
    (
        "insurer.if_it_says_no",
        "afterwards.if_no",
        "a no of the insurance, and one of the person",
    ),
    (
        "treatment_options.if_someone_uses_again",
        "afterwards.if_use_returns",
        "what a place does then, and what the family does",
    ),
];

fn subject(field: Field) -> &'static str {
    let (_, holds) = HOLDS.iter().find(|(code, _)| *code == field.code()).unwrap();
    holds.split(':').next().unwrap()
}

/// About one item of a list, or about the insurance, which is none.
fn is_of_an_item(field: Field) -> bool {
    field.code().starts_with("insurer.")
        || steps::item_lists().any(|list| list.questions.iter().any(|one| one.field == field))
}

/// The words of a question that say what it is about.
fn content(field: Field) -> BTreeSet<String> {
    const SMALL: &str = " a an the is are was do does did you your they them their theirs it its i in on at to of for with and or \
        if what's it's who what which when how where would will can could be has have this that there any after by from as not \
        many much all ";
    let question = words().question(field);
    let said = format!("{} {}", question.ask, question.short).to_lowercase();
    let said = said.replace("{name}", "").replace("{item}", "");
    let pieces = said.split(|c: char| !c.is_alphanumeric() && c != '\'');
    pieces
        .filter(|word| !word.is_empty() && !SMALL.contains(&format!(" {word} ")))
        .map(|word| word.trim_end_matches('s').to_string())
        .collect()
}

#[test]
fn two_questions_that_read_alike_hold_the_same_or_say_why_not() {
    let (mut found, mut used) = (Vec::new(), 0);
    for (at, one) in Field::ALL.iter().enumerate() {
        for other in &Field::ALL[at + 1..] {
            let (these, those) = (content(*one), content(*other));
            let both = these.intersection(&those).count();
            let alike = both > 1 && both * 2 >= these.union(&those).count();
            // What two different people or places are asked is asked of two.
            let alike = alike && (subject(*one) == subject(*other) || !is_of_an_item(*one) || !is_of_an_item(*other));
            let is_rule = |(first, then, ..): &&Rule| [(*one, *other), (*other, *one)].contains(&(*first, *then));
            let pair = (one.code(), other.code());
            let why = ALIKE.iter().any(|(one, other, _)| (*one, *other) == pair);
            used += usize::from(alike && why);
            if alike && !RULES.iter().any(|rule| is_rule(&rule)) && !why {
                found.push(format!("    (\"{}\", \"{}\", \"\"),", pair.0, pair.1));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert_eq!(used, ALIKE.len(), "one of these no longer reads like the other");
}
