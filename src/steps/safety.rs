//! Safety (design#gate). Whether somebody can see the screen is asked before the first private question.

use crate::journey::Question;
use crate::plan::{self, Id, Plan, Relation};
use crate::words::Words;

use super::table::questions;

/// Safety.
pub static SAFETY: &[Question] = questions! {
    Naloxone, TenMinutes, pick(safety.naloxone).told_after(), when(|plan, _| plan.may_be_opioids());
    NaloxonePlace, Everything, paragraph(safety.naloxone_place), when(has_naloxone);
    OverdoseRoles, OnRequest, paragraph(safety.overdose_roles), when(|plan, _| plan.may_be_opioids());
    Harm, TenMinutes, private(harm, after_harm), when(unseen);
    Means, TenMinutes, pick(safety.means).told_after(), when(unseen);
    Suicide, TenMinutes, private(suicide, after_suicide), when(unseen);
    KeepSafety, OnRequest, pick(safety.keep), when(unseen);
};

/// After a yes, or if it is not sure, what can be done now; for a partner or former partner the violence line is
/// always shown (design#gate).
fn after_harm(plan: &Plan, words: &Words) -> String {
    let lines = words.help_lines(&plan.country);
    let violence = lines.sentences("violence", words);
    let partner = plan
        .person
        .relation
        .is_one_of(&[Relation::Partner, Relation::FormerPartner]);
    let harmed = plan.safety.this_session.harm.is_one_of(&[
        plan::Harm::ByThem,
        plan::Harm::ToThem,
        plan::Harm::BothWays,
        plan::Harm::NotSure,
    ]);
    let now = match violence.is_empty() {
        true => &words.home.harm_yes_no_line,
        false => &words.home.harm_yes,
    };
    let now = (harmed || (partner && violence.is_empty())).then(|| words.fill_names(now, plan, ""));
    let always = violence.into_iter().filter(|_| partner);
    now.into_iter().chain(always).collect::<Vec<_>>().join("\n")
}

/// After a yes, or if it is not sure, what can be done now; whatever the answer, the line (design#lengths).
fn after_suicide(plan: &Plan, words: &Words) -> String {
    let now = plan
        .safety
        .this_session
        .suicide
        .is_one_of(&[plan::Suicide::Yes, plan::Suicide::NotSure]);
    let now = now.then_some(words.home.suicide_yes);
    let said = now.into_iter().chain([words.home.suicide_after]);
    let said: Vec<String> = said.map(|sentence| words.fill_names(sentence, plan, "")).collect();
    said.join("\n")
}

fn has_naloxone(plan: &Plan, _: &Id) -> bool {
    plan.may_be_opioids() && plan.safety.naloxone.is(&plan::Naloxone::InReach)
}

/// Passed over in silence while somebody can see the screen (design#computer).
fn unseen(plan: &Plan, _: &Id) -> bool {
    plan.safety.screen_seen != Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Answer;

    fn harmed(country: &str, relation: Relation, harm: plan::Harm) -> String {
        let mut plan = Plan {
            country: country.into(),
            ..Plan::default()
        };
        plan.person.relation = Answer::Given(relation);
        plan.safety.this_session.harm = Answer::Given(harm);
        after_harm(&plan, &Words::load("en", None).unwrap())
    }

    #[test]
    fn a_country_without_a_violence_line_names_the_emergency_number_and_a_clinic() {
        let words = Words::load("en", None).unwrap();
        let number = words.lines.unlisted_emergency;
        let said = words.home.harm_yes_no_line.replace("{emergency}", number);
        assert_eq!(harmed("other", Relation::Child, plan::Harm::ByThem), said);
        assert_eq!(harmed("other", Relation::Partner, plan::Harm::No), said);
        assert_eq!(harmed("other", Relation::Child, plan::Harm::No), "");
    }

    // Holds R-54
    #[test]
    fn r_54_after_a_yes_to_harm_each_place_has_its_own_line_and_one_for_women_says_so() {
        let said = harmed("gb", Relation::Child, plan::Harm::ByThem);
        let each = "in England 0808 2000 247 (for women), in Scotland 0800 027 1234";
        assert!(
            said.starts_with("In danger, call 999.") && said.contains(each),
            "{said}"
        );
        let said = harmed("ca", Relation::Child, plan::Harm::NotSure);
        assert!(said.contains("in Alberta 310-1818") && !said.contains("999"), "{said}");
    }

    #[test]
    fn for_a_partner_the_violence_line_is_said_whatever_the_answer() {
        let words = Words::load("en", None).unwrap();
        let line = words.help_lines("us").sentences("violence", &words).join("\n");
        assert_eq!(harmed("us", Relation::FormerPartner, plan::Harm::No), line);
        let yes = harmed("us", Relation::Partner, plan::Harm::BothWays);
        assert!(yes.ends_with(&line) && yes != line, "{yes}");
    }

    // Holds R-13 (speaks)
    #[test]
    fn r_13_after_a_yes_or_not_sure_somebody_stays_and_the_crisis_line_is_there_whatever_the_answer() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan {
            country: "us".into(),
            ..Plan::default()
        };
        let now = ["Someone should stay with", "Move guns and pills away"];
        for (answer, speaks) in [
            (plan::Suicide::Yes, true),
            (plan::Suicide::NotSure, true),
            (plan::Suicide::No, false),
            (plan::Suicide::Before, false),
        ] {
            plan.safety.this_session.suicide = Answer::Given(answer);
            let said = after_suicide(&plan, &words);
            assert!(now.iter().all(|piece| said.contains(piece) == speaks), "{said}");
            assert!(
                said.ends_with("This line is for you too: 988, where a trained crisis counselor answers."),
                "{said}"
            );
        }
    }
}
