//! What an answer can give away. Which question does is decided beside the questions, so that none can be forgotten.

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
    pub(super) const NOTHING: Privacy = Privacy {
        tells_why: false,
        of_the_meeting: false,
        unkept: false,
    };
    pub(super) const MEETING: Privacy = Privacy {
        of_the_meeting: true,
        ..Privacy::NOTHING
    };
    pub(super) const WHY: Privacy = Privacy {
        tells_why: true,
        ..Privacy::NOTHING
    };
    pub(super) const WHY_OF_MEETING: Privacy = Privacy {
        of_the_meeting: true,
        ..Privacy::WHY
    };
    pub(super) const UNKEPT: Privacy = Privacy {
        unkept: true,
        ..Privacy::WHY
    };
}

#[cfg(test)]
mod tests {
    use super::super::Field;

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
