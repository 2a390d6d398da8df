//! For the fridge, on one sheet of paper: what to do if somebody will not wake up, where the naloxone is, and who does
//! what (evidence#card-overdose).
//!
//! It names nobody and nothing that is used, and is the same for every plan of a country: opioids hide in other drugs.

use chrono::NaiveDate;

use crate::plan::{Naloxone, Plan};
use crate::words::Words;

use super::frame::{facts, overdose_steps, page, spoken};
use super::{Block, Page};

/// The steps first: in a panic nobody reads on. The number to call is in the title, the largest line of a page.
pub fn overdose(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let (own, card) = (&words.pages.overdose, &words.danger.card.overdose);
    let mut blocks = vec![overdose_steps(card.top.into(), plan, words)];
    blocks.extend(naloxone(plan, words));
    blocks.push(roles(plan, words));
    // R-10 among the rest, worded for anybody: it is no answer of this plan.
    let tolerance = own.tolerance.to_string();
    let after = spoken(plan, words, card.after).into_iter().chain([tolerance]);
    blocks.push(Block::points(own.after_title, after));
    let mut page = page(plan, words, today, words.fill_names(own.title, plan, ""), blocks);
    // It hangs where everybody sees it.
    page.under.retain(|line| line != words.checklist.private);
    page
}

/// If it is, as it was written; else room to write it, and how to get some if it is not within reach.
fn naloxone(plan: &Plan, words: &Words) -> Vec<Block> {
    let (own, safety) = (&words.pages.overdose, &plan.safety);
    let place = match safety.naloxone_place.words() {
        "" => Block::Blank(own.naloxone.into(), 1),
        place => facts(&[(own.naloxone, place.into())]),
    };
    let in_reach = safety.naloxone.is(&Naloxone::InReach);
    let from = words.fill_names(words.note(&Naloxone::NotHere), plan, "");
    let get = (!in_reach).then(|| Block::Words(format!("{} {from}", own.none_yet)));
    std::iter::once(place).chain(get).collect()
}

/// Who gives it, who calls, who stays: as it was written, else room for it.
fn roles(plan: &Plan, words: &Words) -> Block {
    let own = &words.pages.overdose;
    match plan.safety.overdose_roles.words() {
        "" => Block::Blank(own.roles_blank.into(), 2),
        roles => facts(&[(own.roles, roles.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Drawing, Illustration};
    use super::*;

    #[test]
    fn each_drawing_is_beside_the_step_that_says_it_in_every_country() {
        let words = Words::load("en", None).unwrap();
        for (country, _) in crate::words::COUNTRIES.iter().chain(&[("", "")]) {
            let plan = Plan {
                country: country.to_string(),
                ..Plan::default()
            };
            let page = overdose(&plan, &words, NaiveDate::default());
            let Some(Block::Steps { steps, .. }) = page.blocks.first() else {
                panic!("no steps")
            };
            for (said, drawing) in [
                ("lift the chin", Drawing::HeadBack),
                ("nostril", Drawing::Spray),
                ("injection", Drawing::Injection),
                ("Pinch the nose", Drawing::Breaths),
                ("middle of the chest", Drawing::Presses),
                ("Roll them onto their side", Drawing::OnTheSide),
            ] {
                let shows = |shown: &Option<Illustration>| shown.as_ref().is_some_and(|shown| shown.drawing == drawing);
                let (step, shown) = steps.iter().find(|(_, shown)| shows(shown)).unwrap();
                assert!(step.contains(said), "{country}: {step}");
                assert!(
                    shown.as_ref().unwrap().says.len() > 20,
                    "{drawing:?} is not told to those who do not see it"
                );
            }
        }
    }
}
