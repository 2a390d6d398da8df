//! Who it is about, who plans, who helps and who takes part.

use chrono::NaiveDate;

use super::choices::*;
use super::record::record;
use super::{Id, Text};

record! {
/// The one who plans.
Planner {
    /// A first name or a nickname.
    name: Text,
    /// Whom they can tell this week.
    tell: Text,
    /// What we did to help that may have made using easier.
    easier: Text,
    /// What each of us does for ourselves.
    own_care: Text,
}
}

record! {
/// The one the plan is about. No diagnosis, no date of birth, no legal name (design#never, R-34).
Person {
    /// A name or nickname; an initial is fine.
    name: Text,
    /// The words to use for them, as the family writes them.
    pronouns: Text,
    /// Who they are to the planner.
    relation: Relation,
    /// Are both 18 or over?
    ages: Ages,
    /// If the person is under 18: is there a guardian and a youth professional?
    guardian: Known,
    /// What is used, as far as is known.
    substances: Vec<Substance>,
    /// What makes tonight more dangerous. A possible pregnancy is never here.
    recent: Vec<Recent>,
    /// Already in care or on medicine for it.
    care: Care,
    /// A doctor, clinic or counselor to call.
    care_contact: Text,
    /// What the family has seen.
    signs: Vec<Sign>,
    /// Children in the home.
    children: Children,
    /// The calm adult for them.
    calm_adult: Text,
    /// What we love about them.
    love: Text,
    /// What they hope for.
    hopes: Text,
    /// What they fear.
    fears: Text,
    /// What seems to come before use, and what it gives them.
    pattern: Text,
    /// What helped before.
    helped_before: Text,
    /// Why now.
    why_now: Text,
    /// Whom they trust.
    trusts: Text,
    /// Has anyone simply asked?
    asked: Asked,
    /// Where they live.
    home: Home,
    /// Work or school.
    work: Work,
    /// What strains the family.
    strain: Text,
    /// Is there health insurance? Never a number.
    insurance: Known,
}
}

record! {
/// A professional who consults.
item Professional {
    /// How far the family is.
    status: ProStatus,
    /// A name.
    name: Text,
    /// The kind of professional.
    r#type: ProType,
    /// As it was typed.
    phone: Text,
    /// What they say of a meeting.
    agrees_meeting_is_safe: Agrees,
    /// When they said so.
    agreed_on: NaiveDate,
    /// Under which conditions.
    conditions: Text,
    /// One line of theirs for whoever leads.
    for_leader: Text,
    /// Do they know what was answered about safety?
    knows_answers: YesNo,
    /// Do they know that another professional advised against a meeting?
    knows_of_no: YesNo,
    /// Letters behind the name.
    letters: Text,
    /// Was the licence looked up?
    licence_checked: Checked,
    /// Where they work.
    organisation: Text,
    /// The first contact.
    first_contact_date: NaiveDate,
    /// The next appointment.
    next_appointment: NaiveDate,
    /// Their part at the meeting.
    role_in_meeting: ProRole,
    /// Have they heard of the date?
    knows_the_date: YesNo,
    /// Their approach.
    approach: Text,
    /// What they say of methadone and buprenorphine.
    medication_stance: Text,
    /// Their answer to: does anyone pay you for referrals?
    paid_referrals_answer: Text,
    /// The fee.
    fee: Text,
    /// How many families with opioid use they worked with.
    families_with_opioid_use: Text,
    /// How they handle talk of suicide, violence, weapons and children.
    how_they_handle_risks: Text,
    /// What they do if it goes badly.
    if_it_goes_badly: Text,
    /// Do they carry naloxone?
    carries_naloxone: Checked,
    /// Do they support the family after a no?
    after_a_no: Text,
    /// Who will be in the room.
    who_comes: Text,
    /// What they write down, and who sees it.
    what_is_written_down: Text,
    /// Are they insured, and who knows them.
    insured_and_references: Text,
    /// Language and customs.
    language_and_culture: Text,
    /// What they need of the family first.
    expects_of_us: Text,
    /// How soon they can begin.
    how_soon: Text,
    /// Their advice.
    advice_given: Text,
}
}

record! {
/// What the insurance said on the phone. Never a number from a card (design#never).
Insurer {
    /// What it covers.
    covers_care: Text,
    /// Which places are in the network.
    places_near_us: Text,
    /// Must it approve first.
    approval_first: Text,
    /// What is left to pay.
    what_we_pay: Text,
    /// Which medicines it pays for.
    medicines_covered: Text,
    /// What to do after a no.
    if_it_says_no: Text,
    /// Who was on the phone.
    spoke_with: Text,
    /// The number of the call.
    call_number: Text,
}
}

impl Insurer {
    /// True while nobody asked. Named for serde's `skip_serializing_if`.
    pub fn is_unasked(&self) -> bool {
        *self == Insurer::default()
    }
}

record! {
/// Somebody who takes part. Why somebody does not is never kept.
item Attendee {
    /// A first name or a nickname.
    name: Text,
    /// Who they are to the person.
    relation: Text,
    /// How they take part.
    takes_part: TakesPart,
    /// Who reads their letter.
    reader: Id,
    /// Their parts on the day.
    parts: Vec<Part>,
    /// As it was typed.
    phone: Text,
    /// 18 or over.
    adult: YesNo,
    /// Days on which they cannot.
    days_cannot: Vec<NaiveDate>,
    /// Their own support.
    own_support: Text,
    /// What they bring.
    brings: Text,
}
}

record! {
/// Support for somebody of the family.
item SupportGroup {
    /// The kind.
    kind: GroupKind,
    /// A name.
    name: Text,
    /// For whom.
    person: Id,
    /// When it meets.
    when: Text,
}
}

impl Attendee {
    /// True if they are in the room or on the line.
    pub fn attends(&self) -> bool {
        self.takes_part.is_one_of(&[TakesPart::InTheRoom, TakesPart::ByPhone])
    }

    /// True if they write a letter that somebody reads.
    pub fn writes(&self) -> bool {
        self.takes_part.is(&TakesPart::Letter)
    }

    /// True unless they are known not to take part at all.
    pub fn helps(&self) -> bool {
        !self.takes_part.is(&TakesPart::NotPart)
    }

    /// True if they are known to be under 18: no part of an adult falls to them.
    pub fn is_minor(&self) -> bool {
        self.adult.is(&YesNo::No)
    }

    /// True if they hold this part.
    pub fn holds(&self, part: Part) -> bool {
        !self.is_minor() && self.parts.all().contains(&part)
    }
}
