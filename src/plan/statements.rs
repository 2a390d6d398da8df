//! What will be said and what will be kept: boundaries, statements, objections.

use chrono::NaiveDate;

use super::choices::*;
use super::record::record;
use super::{Id, Text};

record! {
/// What somebody of the family will do.
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
    /// After the day: was it said aloud, so that the person heard it?
    said_aloud: YesNo,
    /// After it began: was it kept?
    held: YesNo,
}
}

record! {
/// What one attendee says, in nine parts (evidence#words).
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
/// Something the person may say, and a calm answer.
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

impl Boundary {
    /// True if it is on the page for the day: it says something, and it held in the follow-through test, or was
    /// not tested, or the family wants it there all the same. One "no" is enough to leave it off, even while
    /// the other two questions are open.
    pub fn is_for_the_day(&self) -> bool {
        let test = [&self.holds_at_night, &self.holds_in_tears, &self.holds_when_leaving];
        let slips = test
            .into_iter()
            .any(|held| held.given().is_some_and(|held| *held != YesNo::Yes));
        !self.i_will.words().is_empty() && (!slips || self.print_anyway.is(&YesNo::Yes))
    }

    /// True if it touches a home, food, children or the phone: a professional looks at it first.
    pub fn is_grave(&self) -> bool {
        use BoundaryKind::*;
        self.kind
            .is_one_of(&[LivingHere, MovingOut, UseAtHome, Phone, Childcare])
    }

    /// True if it is kept only if the answer is no: said so, or not kept after a yes.
    pub fn only_after_a_no(&self) -> bool {
        self.only_if_answer_is_no.is(&YesNo::Yes) || self.kept_after_yes.is(&YesNo::No)
    }
}

impl Objection {
    /// True if the answer can be given in the room: there is one, and if it is only sometimes true, the family
    /// has said that it is (design#order).
    pub fn can_be_said(&self) -> bool {
        let is_true = if self.only_if_true() {
            self.is_true.is(&YesNo::Yes)
        } else {
            !self.is_true.is(&YesNo::No)
        };
        is_true && !self.answer.words().is_empty()
    }

    /// True if the answer is only sometimes true: it promises something of the family or of the place of care
    /// (design#order).
    pub fn only_if_true(&self) -> bool {
        use ObjectionKind::*;
        self.kind.is_one_of(&[
            NotToday, Work, Cost, Kids, Before, Sick, YouToo, GetRid, OneLast, MoneyFirst,
        ])
    }
}
