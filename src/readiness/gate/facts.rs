//! Reads the facts out of a plan. A word this program does not know is heard as the gravest one.

use crate::plan::{
    Ages, Agrees, Answer, Care, Choice, Harm, Known, Means, Plan, ProType, Professional, Recent, Safety, State,
    Substance, Suicide, YesNo,
};

use super::agreement::{agreeing, is_known, is_licensed};
use super::judge::{Facts, Said};

/// Reads an answer: `meaning` of a choice this program knows, and a yes of any other.
pub(super) fn said<C: Choice>(answer: &Answer<C>, meaning: fn(&C) -> Said) -> Said {
    match answer {
        Answer::Unasked => Said::Unput,
        Answer::Left | Answer::Later(_) => Said::Left,
        Answer::Given(choice) => meaning(choice),
    }
}

fn harm(harm: &Harm) -> Said {
    match harm {
        Harm::No => Said::No,
        Harm::NotSure | Harm::RatherNot => Said::Left,
        Harm::ByThem | Harm::ToThem | Harm::BothWays | Harm::Other(_) => Said::Yes,
    }
}

fn suicide(talk: &Suicide) -> Said {
    match talk {
        Suicide::No => Said::No,
        Suicide::NotSure | Suicide::RatherNot => Said::Left,
        Suicide::Before => Said::Some,
        Suicide::Yes | Suicide::Other(_) => Said::Yes,
    }
}

fn pregnant(pregnant: &YesNo) -> Said {
    match pregnant {
        YesNo::No => Said::No,
        YesNo::Yes | YesNo::Other(_) => Said::Yes,
    }
}

fn means(means: &Means) -> Said {
    match means {
        Means::No => Said::No,
        Means::NotSure | Means::RatherNot => Said::Left,
        Means::Gun | Means::Pills | Means::Both | Means::Other(_) => Said::Yes,
    }
}

pub(super) fn facts(plan: &Plan) -> Facts {
    let (person, safety) = (&plan.person, &plan.safety);
    let told = safety.said();
    let kept = [person.recent.state(), person.ages.state(), person.substances.state()];
    let uses = person.substances.given();
    let unclear = |used: &Vec<Substance>| {
        use Substance::{NotSure, Other, RatherNot};
        used.is_empty() || used.iter().any(|one| matches!(one, NotSure | RatherNot | Other(_)))
    };
    let recent = person.recent.given().map_or(&[][..], Vec::as_slice);
    let ages = person.ages.given();
    let says = |word: fn(&Agrees) -> bool| {
        let words = plan
            .professionals
            .iter()
            .filter_map(|pro| pro.agrees_meeting_is_safe.given());
        words.into_iter().any(word)
    };
    let mut facts = Facts {
        harm: said(&told.harm, harm),
        suicide: said(&told.suicide, suicide),
        pregnant: said(&told.pregnant, pregnant),
        means: said(&safety.means, means),
        overdose: recent
            .iter()
            .any(|one| matches!(one, Recent::Overdose | Recent::Other(_))),
        alone: plan.recently(Recent::Alone),
        stopping: plan.recently(Recent::StoppingNow) || plan.recently(Recent::DaysWithout),
        mixing: mixing(plan),
        young: matches!(ages, Some(Ages::PersonUnder | Ages::Other(_))) && !guarded(plan),
        planner_young: matches!(ages, Some(Ages::PlannerUnder)),
        against: says(|word| matches!(word, Agrees::Against | Agrees::Other(_))),
        not_yet: says(|word| matches!(word, Agrees::NotYet)),
        left: kept.iter().any(|state| matches!(state, State::Left | State::Later))
            || plan.recently(Recent::NotSure)
            || plan.recently(Recent::RatherNot)
            || matches!(ages, Some(Ages::NotSure | Ages::RatherNot))
            || uses.is_some_and(unclear)
            || matches!(person.care.given(), Some(Care::Other(_))),
        unput: Safety::UNKEPT.iter().any(|field| !safety.was_asked(*field))
            || safety.means.is_unasked()
            || person.ages.is_unasked()
            || person.substances.is_unasked(),
        begun: safety.is_open_ended(),
        floor: safety.floor(),
        agreement: agreeing(plan).map(is_licensed),
    };
    // What was left open before holds until every question has been heard again.
    facts.left |= safety.left && !facts.is_heard_through();
    facts
}

/// True for a person under 18 who has a guardian and a youth professional who was told.
fn guarded(plan: &Plan) -> bool {
    let youth = |pro: &Professional| {
        pro.r#type.is(&ProType::Youth)
            && is_known(pro)
            && pro.knows_answers.is(&YesNo::Yes)
            && !pro.name.words().trim().is_empty()
    };
    plan.person.guardian.is(&Known::Yes) && plan.professionals.iter().any(youth)
}

/// Alcohol or benzodiazepines, or two substances whatever they are.
fn mixing(plan: &Plan) -> bool {
    let used = plan.person.substances.given().map_or(&[][..], Vec::as_slice);
    let named = |one: &&Substance| !matches!(one, Substance::NotSure | Substance::RatherNot | Substance::Other(_));
    plan.uses(Substance::Alcohol) || plan.uses(Substance::Benzodiazepines) || used.iter().filter(named).count() > 1
}
