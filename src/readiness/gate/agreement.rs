//! Who may agree that a meeting is safe, and whose yes counts.

use crate::plan::{Agrees, Checked, Plan, ProStatus, ProType, Professional, YesNo};

/// The professional whose agreement counts; a licensed clinician goes before others.
pub(super) fn valid_agreement(plan: &Plan) -> Option<&Professional> {
    let first = || valid_agreements(plan).next();
    valid_agreements(plan).find(|pro| is_licensed(pro)).or_else(first)
}

/// True if another's no is lifted: a licensed clinician agrees who was told of it too.
pub(super) fn lifts_a_no(plan: &Plan) -> bool {
    valid_agreements(plan).any(|pro| is_licensed(pro) && pro.knows_of_no.is(&YesNo::Yes))
}

/// The professionals who agree and were told: known by name and kind, told of every answer so far, with the day and the
/// conditions. The day is not before the last safety answer, and had come when the plan was last kept.
fn valid_agreements(plan: &Plan) -> impl Iterator<Item = &Professional> {
    let days = plan.safety.on.zip(plan.changed);
    plan.professionals.iter().filter(move |pro| {
        agrees_to_all(plan, pro)
            && [&pro.name, &pro.conditions].iter().all(|said| said.is_typed())
            && days
                .zip(pro.agreed_on.given())
                .is_some_and(|((on, kept), day)| (on..=kept).contains(day))
    })
}

/// Trained to weigh the danger, spoken with, agrees, and was told of every answer so far.
pub(super) fn agrees_to_all(plan: &Plan, pro: &Professional) -> bool {
    is_contacted(pro)
        && is_clinical(pro)
        && pro.agrees_meeting_is_safe.is(&Agrees::Yes)
        && pro.knows_answers.is(&YesNo::Yes)
        && plan.safety.is_fully_informed(&pro.id)
}

/// True if the license or the public register was looked up. A coach has none, and opens no closed plan.
pub(super) fn is_licensed(pro: &Professional) -> bool {
    pro.licence_checked.is(&Checked::Yes)
}

/// True for those trained to weigh the danger of a meeting. Anybody may call themselves an interventionist or a coach,
/// so that one counts only where the license was looked up.
pub fn is_clinical(pro: &Professional) -> bool {
    use ProType::*;
    match pro.r#type.given() {
        Some(Interventionist | Craft) => is_licensed(pro),
        Some(Doctor | Counselor | SocialWorker | Psychologist | Therapist | Psychiatrist | Youth) => true,
        _ => false,
    }
}

/// True if the family has spoken with this professional: only then are they asked what they say.
pub fn is_contacted(pro: &Professional) -> bool {
    matches!(
        pro.status.given(),
        Some(ProStatus::Have | ProStatus::Contacted | ProStatus::Other(_))
    )
}
