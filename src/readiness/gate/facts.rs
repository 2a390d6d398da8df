//! Reads the facts out of a plan. A word this program does not know is heard as the gravest one.

use crate::plan::{
    Ages, Agrees, Answer, AnswerState, Care, CodedChoice, Harm, Known, Means, Plan, ProType, Professional, Recent,
    Safety, Substance, Suicide, YesNo,
};

use super::agreement::{is_contacted, is_licensed, lifts_a_no, valid_agreement};
use super::judgment::{Facts, Finding};

/// Reads an answer: `meaning` of a choice this program knows, and a yes of any other.
pub(super) fn finding<C: CodedChoice>(answer: &Answer<C>, meaning: fn(&C) -> Finding) -> Finding {
    match answer {
        Answer::Unasked => Finding::NotAsked,
        Answer::Left | Answer::Later(_) => Finding::Unclear,
        Answer::Given(choice) => meaning(choice),
    }
}

fn harm(harm: &Harm) -> Finding {
    match harm {
        Harm::No => Finding::No,
        Harm::NotSure | Harm::RatherNot => Finding::Unclear,
        Harm::ByThem | Harm::ToThem | Harm::BothWays | Harm::Other(_) => Finding::Yes,
    }
}

fn suicide(talk: &Suicide) -> Finding {
    match talk {
        Suicide::No => Finding::No,
        Suicide::NotSure | Suicide::RatherNot => Finding::Unclear,
        Suicide::Before => Finding::Partly,
        Suicide::Yes | Suicide::Other(_) => Finding::Yes,
    }
}

fn pregnant(pregnant: &YesNo) -> Finding {
    match pregnant {
        YesNo::No => Finding::No,
        YesNo::Yes | YesNo::Other(_) => Finding::Yes,
    }
}

fn means(means: &Means) -> Finding {
    match means {
        Means::No => Finding::No,
        Means::NotSure | Means::RatherNot => Finding::Unclear,
        Means::Gun | Means::Pills | Means::Both | Means::Other(_) => Finding::Yes,
    }
}

pub(super) fn facts(plan: &Plan) -> Facts {
    let (person, safety) = (&plan.person, &plan.safety);
    let told = safety.private_answers();
    let kept = [person.recent.state(), person.ages.state(), person.substances.state()];
    let uses = person.substances.given();
    let unclear = |used: &Vec<Substance>| {
        use Substance::{NotSure, Other, RatherNot};
        used.is_empty() || used.iter().any(|one| matches!(one, NotSure | RatherNot | Other(_)))
    };
    let recent = person.recent.all();
    let ages = person.ages.given();
    let says = |word: fn(&Agrees) -> bool| {
        let words = plan
            .professionals
            .iter()
            .filter_map(|pro| pro.agrees_meeting_is_safe.given());
        words.into_iter().any(word)
    };
    let mut facts = Facts {
        harm: finding(&told.harm, harm),
        suicide: finding(&told.suicide, suicide),
        pregnant: finding(&told.pregnant, pregnant),
        means: finding(&safety.means, means),
        overdose: recent
            .iter()
            .any(|one| matches!(one, Recent::Overdose | Recent::Other(_))),
        alone: plan.recently(Recent::Alone),
        stopping: plan.recently(Recent::StoppingNow) || plan.recently(Recent::DaysWithout),
        mixing: is_mixing(plan),
        unguarded_minor: matches!(ages, Some(Ages::PersonUnder | Ages::Other(_))) && !is_guarded(plan),
        planner_is_minor: matches!(ages, Some(Ages::PlannerUnder)),
        // A no is lifted by the same professional, or by a licensed one who agrees and was told of it.
        advised_against: says(|word| matches!(word, Agrees::Against | Agrees::Other(_))) && !lifts_a_no(plan),
        not_yet: says(|word| matches!(word, Agrees::NotYet)),
        left_open: kept
            .iter()
            .any(|state| matches!(state, AnswerState::Left | AnswerState::Later))
            || plan.recently(Recent::NotSure)
            || plan.recently(Recent::RatherNot)
            || matches!(ages, Some(Ages::NotSure | Ages::RatherNot))
            || uses.is_some_and(unclear)
            || matches!(person.care.given(), Some(Care::Other(_))),
        not_asked: Safety::PRIVATE_QUESTIONS.iter().any(|field| !safety.was_asked(*field))
            || safety.means.is_unasked()
            || person.ages.is_unasked()
            || person.substances.is_unasked(),
        begun: safety.is_unfinished(),
        floor: safety.floor(),
        agreement: valid_agreement(plan).map(is_licensed),
    };
    // What was left open before holds until every question has been heard again.
    facts.left_open |= safety.left && !facts.all_private_asked();
    facts
}

/// True for a person under 18 who has a guardian and a youth professional who was told.
fn is_guarded(plan: &Plan) -> bool {
    let youth = |pro: &Professional| {
        pro.r#type.is(&ProType::Youth) && is_contacted(pro) && pro.knows_answers.is(&YesNo::Yes) && pro.name.is_typed()
    };
    plan.person.guardian.is(&Known::Yes) && plan.professionals.iter().any(youth)
}

/// Alcohol or benzodiazepines, or two substances whatever they are.
fn is_mixing(plan: &Plan) -> bool {
    let used = plan.person.substances.all();
    let named = |one: &&Substance| !matches!(one, Substance::NotSure | Substance::RatherNot | Substance::Other(_));
    plan.uses(Substance::Alcohol) || plan.uses(Substance::Benzodiazepines) || used.iter().filter(named).count() > 1
}
