//! The names of the levels and of the rules, each with what it rests on.

use crate::codes;

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
/// One rule. Which level it has, and why, stands beside its function.
Rule {
    /// Something big has changed, and the dates wait (visit 7).
    BigChange = "big_change",
    /// A safety question was not put yet (visit 4).
    SafetyNotPut = "safety_not_put",
    /// The gate is closed (visit 4, R-13, R-15, R-23).
    GateClosed = "gate_closed",
    /// The gate asks for a professional, and the day has no agreement (visit 4, R-05).
    DateNotAgreed = "date_not_agreed",
    /// A first choice that would stop a medicine already taken (visit 3, R-09).
    StopsMedicine = "stops_medicine",
    /// Detox as the only option for opioids, with no medicine.
    DetoxAlone = "detox_alone",
    /// Stopping alcohol or benzodiazepines now.
    StoppingAlone = "stopping_alone",
    /// Moving somebody under 18 out.
    YoungHousing = "young_housing",
    /// A surprise meeting for somebody under 18.
    YoungSurprise = "young_surprise",
    /// Naloxone is not in reach (R-10, facts 3.3).
    NaloxoneMissing = "naloxone_missing",
    /// The gate asks for a professional before a day is chosen (visit 4, R-05).
    TalkFirst = "talk_first",
    /// A safety question was left open or answered "not sure" (visit 4).
    SafetyOpen = "safety_open",
    /// A medicine is taken, and nobody asked whether the first choice keeps it going.
    MedicineUnknown = "medicine_unknown",
    /// Another option would stop a medicine already taken.
    BackupStopsMedicine = "backup_stops_medicine",
    /// Alcohol or benzodiazepines, and nobody asked the first choice about help with stopping.
    WithdrawalCare = "withdrawal_care",
    /// A boundary that ends housing, not talked over.
    HousingBoundary = "housing_boundary",

    /// No day (facts 8.1).
    NoDate = "no_date",
    /// The day has passed (visit 7).
    DatePast = "date_past",
    /// The day is under three days away.
    DateSoon = "date_soon",
    /// No place (facts 8.1).
    NoPlace = "no_place",
    /// The day is one the family marked (facts 8.1).
    BadDay = "bad_day",
    /// The rehearsal is after the meeting (facts 7.3).
    RehearsalLate = "rehearsal_late",
    /// Nobody is in touch tonight (visit 3, R-13).
    NobodyTonight = "nobody_tonight",
    /// Which way is not decided.
    WayOpen = "way_open",
    /// A surprise that no professional leads.
    SurpriseNoLead = "surprise_no_lead",
    /// No invitation (R-07, facts 8.1).
    NoInvitation = "no_invitation",
    /// No rehearsal (facts 7.3).
    NoRehearsal = "no_rehearsal",
    /// Nobody has naloxone afterwards (visit 3).
    NobodyCarries = "nobody_carries",
    /// No plan for another turn (facts 8.1).
    NoPlanB = "no_plan_b",
    /// No talks after the day (facts 8.5).
    NoFollowUps = "no_follow_ups",

    /// Nobody to lead (facts 1.3).
    NobodyLeads = "nobody_leads",
    /// No way to the place of care (facts 8.1).
    NoDriver = "no_driver",
    /// A letter without a reader.
    LetterNoReader = "letter_no_reader",
    /// A reader who does not attend.
    ReaderAway = "reader_away",
    /// Somebody under 18 in the room.
    ChildInRoom = "child_in_room",
    /// Children, and nobody to look after them.
    ChildCarer = "child_carer",
    /// A person with two parts that cannot both be done (facts 1.3).
    TwoParts = "two_parts",
    /// The day is one on which somebody cannot (facts 8.1).
    CannotThatDay = "cannot_that_day",
    /// Fewer than three attend.
    FewAttend = "few_attend",
    /// More than eight attend.
    ManyAttend = "many_attend",
    /// No support noted for somebody.
    NoSupport = "no_support",

    /// No professional spoken with (R-21, facts 1.4).
    NoProfessional = "no_professional",
    /// A professional says "not yet".
    ProSaysNotYet = "pro_says_not_yet",
    /// A professional was not asked whether a meeting is safe.
    ProNotAsked = "pro_not_asked",
    /// A professional has not heard of the day (facts 5.4).
    DateNotTold = "date_not_told",
    /// No treatment option (facts 1.5).
    NoOption = "no_option",
    /// No option with medicine for opioids.
    NoMedicineOption = "no_medicine_option",
    /// No place on the list offers the treatment for what is used.
    NotSuited = "not_suited",
    /// The meeting is before the bed is free (facts 8.3).
    BedNotFree = "bed_not_free",
    /// The bed is held no longer than to a day before the meeting (facts 8.3).
    BedGone = "bed_gone",
    /// An option that needs insurance nobody noted (facts 4.3).
    InsuranceOpen = "insurance_open",
    /// A first choice with red flags (facts 5.3).
    FirstRedFlags = "first_red_flags",
    /// A backup with red flags (facts 5.3).
    BackupRedFlags = "backup_red_flags",
    /// Nobody knows when the first choice could start (facts 8.3).
    StartUnknown = "start_unknown",
    /// Fewer than two options of different kinds.
    FewOptions = "few_options",

    /// A boundary that starts before it is announced (facts 6.2).
    BoundaryEarly = "boundary_early",
    /// A boundary of nobody (facts 6.2).
    BoundaryNoOwner = "boundary_no_owner",
    /// An answer that is not true here (visit 3).
    AnswerNotTrue = "answer_not_true",
    /// All boundaries on one person (facts 6.2).
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
    /// An answer that is only sometimes true, not confirmed (visit 3).
    AnswerOpen = "answer_open",
    /// No first words (facts 7.3).
    NoOpening = "no_opening",
}
}
