//! Who may agree that a meeting is safe, and whose yes counts.

use crate::plan::{Agrees, Checked, Plan, ProStatus, ProType, Professional, YesNo};

/// The professional who agrees and was told: known by name and kind, told of every answer so far, with the day and the
/// conditions. The day is not before the last safety answer, and had come when the plan was last kept. A licensed
/// clinician goes before others.
pub(super) fn valid_agreement(plan: &Plan) -> Option<&Professional> {
    let (on, kept) = (plan.safety.on?, plan.changed?);
    let agrees = |pro: &&Professional| {
        is_contacted(pro)
            && is_clinical(pro)
            && pro.agrees_meeting_is_safe.is(&Agrees::Yes)
            && pro.knows_answers.is(&YesNo::Yes)
            && plan.safety.is_fully_informed(&pro.id)
            && [&pro.name, &pro.conditions]
                .iter()
                .all(|said| !said.words().trim().is_empty())
            && pro.agreed_on.given().is_some_and(|day| (on..=kept).contains(day))
    };
    let agreeing = || plan.professionals.iter().filter(agrees);
    agreeing().find(|pro| is_licensed(pro)).or_else(|| agreeing().next())
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
