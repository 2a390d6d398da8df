//! What an answer gives away: decided here for every question, so that none can be forgotten.

use super::Field;

/// What has to be watched about the answer to a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Privacy {
    /// It tells why the gate is not open: no page says it then. Whoever finds the page may be the one who is feared.
    pub tells_why: bool,
    /// Only a meeting asks for it: with a closed gate nothing of it is printed.
    pub of_the_meeting: bool,
    /// It is heard and not kept, unless the family chooses to.
    pub unkept: bool,
}

impl Privacy {
    const NOTHING: Privacy = Privacy {
        tells_why: false,
        of_the_meeting: false,
        unkept: false,
    };
    const MEETING: Privacy = Privacy {
        of_the_meeting: true,
        ..Privacy::NOTHING
    };
    const WHY: Privacy = Privacy {
        tells_why: true,
        ..Privacy::NOTHING
    };
    const WHY_OF_MEETING: Privacy = Privacy {
        of_the_meeting: true,
        ..Privacy::WHY
    };
    const UNKEPT: Privacy = Privacy {
        unkept: true,
        ..Privacy::WHY
    };
}

impl Field {
    /// What has to be watched about its answer. There is no arm for the rest: a new question does not compile before
    /// it is in one of these.
    pub const fn privacy(self) -> Privacy {
        use Field::*;
        match self {
            Recent | Harm | Suicide => Privacy::UNKEPT,
            Ages | Guardian | Means | KeepSafety | ProKnows | ProKnowsOfNo | ProAgreedOn | ProConditions
            | ProForLeader | ProAdvice => Privacy::WHY,
            ProAgrees => Privacy::WHY_OF_MEETING,
            ProRole | ProKnowsDate | Way | Invitation | AttTakesPart | AttReader | AttParts | AttDaysCannot
            | AttBrings | Boundaries | BouPerson | BouKind | BouWill | BouStays | BouStarts | BouOnlyIfNo
            | BouAfterYes | BouAlone | BouHard | BouSupporter | BouReview | BouTalked | BouNight | BouTears
            | BouLeaving | BouPrint | BouSaid | BouHeld | Statements | StaPerson | StaLove | StaIllness | StaEvents
            | StaFeeling | StaUnderstanding | StaAsk | StaOffer | StaBoundary | StaHope | Objections | ObjKind
            | ObjAnswer | ObjSpeaker | ObjTrue | Date | Place | Time | BadDays | ClearTime | Rehearsal | Order
            | Seats | Opening | Closing | StopWord | Transport | Bag | HomeCare | Leave | Money | PlanB | GoesAlong
            | NotYet | IfNo | Tonight | Tomorrow | NaloxoneWith | IfReturns | TheySaid | Better | Rests | FollowUps
            | FolWhat | FolOn | FolWho => Privacy::MEETING,
            Computer | Length | PlannerName | PersonName | Relation | Pronouns | Substances | Care | CareContact
            | Signs | Naloxone | NaloxonePlace | OverdoseRoles | Children | CalmAdult | Tell | Love | Hopes | Fears
            | Pattern | HelpedBefore | WhyNow | Trusts | Asked | Home | Work | Strain | Easier | OwnCare
            | Professionals | ProStatus | ProName | ProType | ProPhone | ProLetters | ProLicence | ProOrganisation
            | ProFirstContact | ProNext | ProApproach | ProMedication | ProReferrals | ProFee | ProFamilies
            | ProRisks | ProGoesBadly | ProNaloxone | ProAfterNo | ProWhoComes | ProNotesKept | ProInsured
            | ProLanguage | ProExpects | ProSoon | InsCovers | InsNear | InsApproval | InsPay | InsMedicines
            | InsAppeal | InsSpokeWith | InsReference | Attendees | AttName | AttRelation | AttPhone | AttAdult
            | AttSupport | Options | OptName | OptKind | OptPhone | OptMedication | OptSuited | OptSoonest
            | OptRank | OptContact | OptWebsite | OptEmail | OptAddress | OptDistance | OptHours | OptResearchedBy
            | OptChecked | OptSpokeWith | OptReference | OptLicensed | OptAccredited | OptMedications
            | OptContinues | OptEvaluation | OptAdmission | OptWhoCalls | OptWaiting | OptHeldUntil | OptPays
            | OptNetwork | OptPreauth | OptCost | OptDueDayOne | OptLength | OptAfter | OptMental | OptMedical
            | OptPregnancy | OptWithdrawal | OptFamily | OptAllowed | OptPhoneRules | OptVisits | OptTransport
            | OptGoesAlong | OptRedFlags | OptMightLike | OptOpen | OptFirstVisit | OptMustFirst | OptIfMissed
            | OptYoung | OptTreats | OptPlanMade | OptUsesAgain | OptFits | OptNotes | Insurance | SupportGroups
            | GroupKind | GroupName | GroupWho | GroupWhen | Review => Privacy::NOTHING,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Named here one by one, and not taken from the list they test.
    #[test]
    fn what_tells_why_the_gate_is_not_open_is_named() {
        for field in [
            Field::Ages,
            Field::Guardian,
            Field::Recent,
            Field::Harm,
            Field::Means,
            Field::Suicide,
            Field::KeepSafety,
            Field::ProAgrees,
            Field::ProKnows,
            Field::ProKnowsOfNo,
            Field::ProAgreedOn,
            Field::ProConditions,
            Field::ProForLeader,
            Field::ProAdvice,
        ] {
            assert!(field.privacy().tells_why, "{field:?}");
        }
        assert!(!Field::Naloxone.privacy().tells_why);
    }

    #[test]
    fn what_is_heard_and_not_kept_is_named() {
        let unkept: Vec<Field> = Field::ALL
            .iter()
            .copied()
            .filter(|field| field.privacy().unkept)
            .collect();
        assert_eq!(unkept, [Field::Recent, Field::Harm, Field::Suicide]);
    }

    #[test]
    fn what_only_a_meeting_asks_for_is_named() {
        for field in [
            Field::Invitation,
            Field::AttTakesPart,
            Field::AttReader,
            Field::AttParts,
            Field::AttDaysCannot,
            Field::AttBrings,
            Field::ProAgrees,
            Field::ProRole,
            Field::ProKnowsDate,
            Field::BouWill,
            Field::StaLove,
            Field::ObjAnswer,
            Field::Date,
            Field::Place,
            Field::Seats,
            Field::Tonight,
            Field::FolWhat,
        ] {
            assert!(field.privacy().of_the_meeting, "{field:?}");
        }
        for field in [Field::Naloxone, Field::AttPhone, Field::ProPhone, Field::OptPhone] {
            assert!(!field.privacy().of_the_meeting, "{field:?}");
        }
    }
}
