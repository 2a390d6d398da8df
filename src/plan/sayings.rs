//! What will be said and what will be kept: boundaries, statements, objections.

use chrono::NaiveDate;

use super::choices::*;
use super::record::record;
use super::{Id, Text};

record! {
/// What somebody of the family will do (facts 6).
item Boundary {
    /// Whose it is.
    person: Id,
    /// Its kind.
    kind: BoundaryKind,
    /// "Starting ..., I will ..."
    i_will: Text,
    /// "I will still ..."
    what_stays: Text,
    /// The day it starts.
    starts: NaiveDate,
    /// Said only if the answer is no.
    only_if_answer_is_no: YesNo,
    /// Kept after a yes too?
    kept_after_yes: YesNo,
    /// Possible without anybody else?
    i_can_do_this_alone: YesNo,
    /// 1 (easy) to 5 (very hard).
    how_hard_1_5: Hard,
    /// Who stands by me.
    who_supports_me: Text,
    /// When we look at it again.
    review_date: NaiveDate,
    /// Talked over with the professional?
    talked_with_professional: YesNo,
    /// The follow-through test: would I hold to it in the middle of the night?
    holds_at_night: YesNo,
    /// When there are tears?
    holds_in_tears: YesNo,
    /// When leaving is threatened?
    holds_when_leaving: YesNo,
    /// On the page for the day although it is shaky?
    print_anyway: YesNo,
}
}

record! {
/// What one attendee says, in nine parts (facts 7.1).
item Statement {
    /// Who says it.
    person: Id,
    /// 1: what I love.
    love: Text,
    /// 2: a health condition that can be treated.
    illness: Text,
    /// 3: one or two things I saw.
    events: Text,
    /// 4: what I felt.
    feeling: Text,
    /// 5: what I understand.
    understanding: Text,
    /// 6: what I ask.
    ask: Text,
    /// 7: what I offer.
    offer: Text,
    /// 8: a boundary, on a page of its own, only if needed.
    boundary: Text,
    /// 9: hope and love again.
    hope: Text,
}
}

record! {
/// Something the person may say, and a calm answer (facts 7.4).
item Objection {
    /// Which one.
    kind: ObjectionKind,
    /// The answer, in the family's words.
    answer: Text,
    /// The one who answers.
    speaker: Id,
    /// Where the answer holds only sometimes: is it true here?
    is_true: YesNo,
}
}

impl Objection {
    /// True where the answer is only sometimes true: it promises something of the family or of the place of care
    /// (visit 3).
    pub fn only_if_true(&self) -> bool {
        use ObjectionKind::*;
        matches!(
            self.kind.given(),
            Some(NotToday | Work | Cost | Kids | Before | Sick | YouToo | GetRid | OneLast | MoneyFirst)
        )
    }
}
