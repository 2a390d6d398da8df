//! The names of the levels and of the rules, each with what it rests on.

use crate::plan::codes;

codes! {
/// How grave a gap is.
Level {
    /// Safety: nobody should meet before it is settled.
    Stop = "stop",
    /// Without it the meeting should not take place.
    Must = "must",
    /// Good practice.
    Better = "better",
}
}

codes! {
/// One rule. Which level it has, and why, is beside its function.
Rule {
    /// Something big has changed, and the dates wait (design#return).
    BigChange = "big_change",
    /// A safety question was not put yet (design#gate).
    SafetyNotPut = "safety_not_put",
    /// The gate is closed (design#gate, R-13, R-15, R-23).
    GateClosed = "gate_closed",
    /// The gate asks for a professional, and the day has no agreement (design#gate, R-05).
    DateNotAgreed = "date_not_agreed",
    /// A first choice that would stop a medicine already taken (design#order, R-09).
    StopsMedicine = "stops_medicine",
    /// Detox as the only option for opioids, with no medicine.
    DetoxAlone = "detox_alone",
    /// Stopping alcohol or benzodiazepines now.
    StoppingAlone = "stopping_alone",
    /// Moving somebody under 18 out.
    YoungHousing = "young_housing",
    /// A surprise meeting for somebody under 18.
    YoungSurprise = "young_surprise",
    /// Naloxone is not in reach (R-10, evidence#card-overdose).
    NaloxoneMissing = "naloxone_missing",
    /// The gate asks for a professional before a day is chosen (design#gate, R-05).
    TalkFirst = "talk_first",
    /// A safety question was left open or answered "not sure" (design#gate).
    SafetyOpen = "safety_open",
    /// A medicine is taken, and nobody asked whether the first choice keeps it going.
    MedicineUnknown = "medicine_unknown",
    /// Another option would stop a medicine already taken.
    BackupStopsMedicine = "backup_stops_medicine",
    /// Alcohol or benzodiazepines, and nobody asked the first choice about help with stopping.
    WithdrawalCare = "withdrawal_care",
    /// A boundary that ends housing, not talked over.
    HousingBoundary = "housing_boundary",
    /// A boundary whose sentence takes back help that keeps somebody alive.
    BoundaryVitalHelp = "boundary_vital_help",

    /// No day (evidence#checklist).
    NoDate = "no_date",
    /// The day has passed (design#return).
    DatePast = "date_past",
    /// The day is under three days away.
    DateSoon = "date_soon",
    /// No place (evidence#checklist).
    NoPlace = "no_place",
    /// The day is one the family marked (evidence#checklist).
    BadDay = "bad_day",
    /// The rehearsal is after the meeting (evidence#chair).
    RehearsalLate = "rehearsal_late",
    /// Nobody is in touch tonight (design#order, R-13).
    NobodyTonight = "nobody_tonight",
    /// Which way is not decided.
    WayOpen = "way_open",
    /// A surprise that no professional leads.
    SurpriseNoLead = "surprise_no_lead",
    /// No invitation (R-07, evidence#checklist).
    NoInvitation = "no_invitation",
    /// No rehearsal (evidence#chair).
    NoRehearsal = "no_rehearsal",
    /// Nobody has naloxone afterwards (design#order).
    NobodyCarries = "nobody_carries",
    /// No plan for another turn (evidence#checklist).
    NoPlanB = "no_plan_b",
    /// No talks after the day (evidence#checklist).
    NoFollowUps = "no_follow_ups",

    /// Nobody to lead.
    NobodyLeads = "nobody_leads",
    /// No way to the place of care (evidence#checklist, R-41).
    NoDriver = "no_driver",
    /// A letter without a reader.
    LetterNoReader = "letter_no_reader",
    /// A reader who does not attend.
    ReaderAway = "reader_away",
    /// Somebody under 18 in the room.
    ChildInRoom = "child_in_room",
    /// Children, and nobody to look after them.
    ChildCarer = "child_carer",
    /// A person with two parts that cannot both be done.
    TwoParts = "two_parts",
    /// The day is one on which somebody cannot (evidence#checklist).
    CannotThatDay = "cannot_that_day",
    /// Fewer than three attend.
    FewAttend = "few_attend",
    /// More than eight attend.
    ManyAttend = "many_attend",
    /// No support noted for somebody.
    NoSupport = "no_support",

    /// No professional spoken with.
    NoProfessional = "no_professional",
    /// A professional says "not yet".
    ProSaysNotYet = "pro_says_not_yet",
    /// A professional was not asked whether a meeting is safe.
    ProNotAsked = "pro_not_asked",
    /// A professional has not heard of the day.
    DateNotTold = "date_not_told",
    /// No treatment option.
    NoOption = "no_option",
    /// No option with medicine for opioids.
    NoMedicineOption = "no_medicine_option",
    /// No place on the list offers the treatment for what is used.
    NotSuited = "not_suited",
    /// The meeting is before the bed is free (evidence#cards).
    BedNotFree = "bed_not_free",
    /// The bed is held no longer than to a day before the meeting (evidence#cards).
    BedGone = "bed_gone",
    /// An option that needs insurance nobody noted (evidence#call).
    InsuranceOpen = "insurance_open",
    /// A first choice with red flags (evidence#call).
    FirstRedFlags = "first_red_flags",
    /// A backup with red flags (evidence#call).
    BackupRedFlags = "backup_red_flags",
    /// Nobody knows when the first choice could start (evidence#cards).
    StartUnknown = "start_unknown",
    /// Fewer than two options of different kinds.
    FewOptions = "few_options",

    /// A boundary that starts before it is announced.
    BoundaryEarly = "boundary_early",
    /// A boundary of nobody.
    BoundaryNoOwner = "boundary_no_owner",
    /// An answer that is not true here (design#order).
    AnswerNotTrue = "answer_not_true",
    /// All boundaries on one person.
    BoundariesOnOne = "boundaries_on_one",
    /// A boundary that another person must carry out.
    BoundaryNotAlone = "boundary_not_alone",
    /// A boundary without what stays.
    BoundaryNoStays = "boundary_no_stays",
    /// Somebody speaks or writes and has no words yet.
    StatementMissing = "statement_missing",
    /// Words without love or without an ask.
    StatementUnfinished = "statement_unfinished",
    /// An answer nobody gives.
    NobodyAnswers = "nobody_answers",
    /// An answer that is only sometimes true, not confirmed (design#order).
    AnswerOpen = "answer_open",
    /// No first words (evidence#chair).
    NoOpening = "no_opening",
}
}
