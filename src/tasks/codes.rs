//! What a task is: its phase, its kind, and the part that normally holds it.

use crate::plan::codes;

codes! {
/// When in the plan a task belongs, in printing order (evidence#tasks).
Phase {
    Today = "today", Weeks = "weeks_before", Days = "days_before", Day = "the_day", IfYes = "if_yes", IfNo = "if_no",
    After = "afterwards",
}
}

codes! {
/// Who normally holds a task, where the plan knows no name (evidence#tasks, the column owner).
Role {
    Planner = "planner", Everyone = "everyone", Chair = "chair", Logistics = "logistics", Safety = "safety_person",
    Driver = "driver", Carer = "carer_of_children",
}
}

codes! {
/// What is to be done. A row is its number in the tables of `tasks/rows`; the sources are in evidence#tasks.
TaskKind {
    /// Row 1.
    Naloxone = "naloxone",
    /// Row 1, for a planner under 18.
    NaloxoneByAdult = "naloxone_by_adult",
    /// Row 2.
    LearnSteps = "learn_overdose_steps",
    /// R-10, after days without use or when somebody stops; worded for anybody.
    Tolerance = "lost_tolerance",
    /// R-11, worded for anybody.
    StopSlowly = "do_not_stop_suddenly",
    /// A medicine is taken already (design#order): it goes on.
    CallPrescriber = "call_the_prescriber",
    /// In jail.
    TellJail = "tell_jail_health",
    /// The first task where the gate is not open.
    TalkToProfessionalFirst = "talk_to_professional_first",
    /// The first task of a planner under 18.
    TrustedAdult = "trusted_adult",
    /// Row 3.
    SaveLines = "save_lines",
    /// Row 4.
    LockUp = "lock_up",
    /// Row 4, for a planner under 18, who should not handle a gun.
    LockUpByAdult = "lock_up_by_adult",
    /// Row 5, worded for anybody (design#pages).
    IfAfraid = "if_anyone_is_afraid",
    /// Row 6, worded for anybody (design#pages).
    IfSuicide = "if_talk_of_suicide",
    /// Safety questions passed over because somebody could see the screen.
    PrivateSafety = "private_safety_questions",
    /// Row 7.
    PrivatePlace = "private_place",
    /// Row 8.
    TellOne = "tell_one_person",
    /// Row 9.
    OwnSupport = "own_support",
    /// They cannot be found: where a life may be in danger now.
    MissingDanger = "missing_danger",
    /// The same, where they may be reached.
    MissingReach = "missing_reach",
    /// The same, where people in an emergency are taken.
    MissingHospitals = "missing_hospitals",
    /// The same, where people are held.
    MissingHeld = "missing_held",
    /// The same, a report, which nobody has to wait for.
    MissingReport = "missing_report",
    /// The same, those who work in the street.
    MissingOutreach = "missing_outreach",
    /// The same, the family's own rest.
    MissingRest = "missing_rest",
    /// They found the plan: who reads it from now on.
    FoundLock = "found_lock",
    /// The same, said by whoever wrote it.
    FoundTell = "found_tell",
    /// The same, their own say in it.
    FoundAsk = "found_ask",
    /// The same, the day rests.
    FoundRest = "found_rest",
    /// The family is stopping: the others hear of it.
    StopTell = "stop_tell",
    /// The same, what was printed.
    StopPaper = "stop_paper",
    /// The person is under 18: a guardian decides.
    YoungGuardian = "young_guardian",
    /// The same, their own doctor first.
    YoungDoctor = "young_doctor",
    /// The same, help at school.
    YoungSchool = "young_school",
    /// The same, their brothers and sisters.
    YoungSiblings = "young_siblings",
    /// Row 10.
    CallProfessional = "call_professional",
    /// Row 11.
    AskIfSafe = "ask_if_meeting_is_safe",
    /// Row 12.
    CalmTalk = "calm_talk",
    /// Row 13.
    ListKnown = "list_what_you_know",
    /// Row 14.
    ListEvents = "list_events",
    /// Row 15.
    PickTeam = "pick_team",
    /// Row 16.
    NameReaders = "name_readers",
    /// Row 17.
    FirstMeeting = "first_planning_meeting",
    /// Row 18.
    NameParts = "name_parts",
    /// Row 19.
    CallInsurer = "call_insurer",
    /// Row 20.
    NoInsurance = "no_insurance",
    /// Row 21.
    ResearchOptions = "research_options",
    /// Row 22.
    AskMedicine = "ask_about_medicine",
    /// R-09, where no place on the list offers it: "we asked a prescriber about medication".
    AskPrescriber = "ask_a_prescriber",
    /// R-55, alcohol.
    AskAlcohol = "ask_about_alcohol",
    /// R-55, cocaine or meth.
    AskStimulants = "ask_about_stimulants",
    /// calming pills.
    AskTaper = "ask_about_slow_taper",
    /// Row 23.
    AskLeaving = "ask_about_leaving",
    /// before detox.
    BeforeDetox = "before_detox",
    /// Row 24.
    CheckLicence = "check_licence",
    /// Row 25.
    DecidePay = "decide_how_to_pay",
    /// Row 26.
    ChooseOption = "choose_option",
    /// Row 27, for somebody whose statement is in the plan.
    FinishLetter = "finish_letter",
    /// Row 27, for somebody who has no statement in the plan yet.
    WriteStatement = "write_statement",
    /// Row 28.
    DraftBoundaries = "draft_boundaries",
    /// Row 29.
    CheckBoundaries = "check_boundaries",
    /// Row 30.
    PlanLeave = "plan_leave",
    /// Row 31.
    HomeCare = "home_care",
    /// Row 32.
    NoMinors = "nobody_under_18",
    /// Row 33.
    AgreeWay = "agree_way",
    /// Row 34.
    SetDate = "set_date",
    /// Row 35.
    ReadLetters = "read_letters",
    /// Row 36.
    Answers = "answer_objections",
    /// Row 37.
    PreIntake = "pre_intake",
    /// Row 38.
    MedicineList = "medicine_list",
    /// Row 39.
    PackBag = "pack_bag",
    /// Row 40.
    PlanTransport = "plan_transport",
    /// Row 41.
    OpeningClosing = "opening_and_closing",
    /// Row 42.
    Rehearse = "rehearse",
    /// Row 43.
    PlanB = "plan_b",
    /// Row 44.
    ConfirmBed = "confirm_bed",
    /// Row 45.
    CheckSafety = "check_safety",
    /// Row 46.
    EarlyNight = "early_night",
    /// Row 47.
    CheckIn = "check_in",
    /// Row 48.
    CarryNaloxone = "carry_naloxone",
    /// Row 49.
    Postpone = "postpone_kindly",
    /// Row 50.
    MakeOffer = "make_the_offer",
    /// Row 51.
    Debrief = "debrief",
    /// Row 52.
    LeaveTogether = "leave_together",
    /// Withdrawal after a yes, which is no reason to wait.
    SickGoesOn = "sick_means_go_on",
    /// Row 53.
    IfWait = "if_there_is_a_wait",
    /// Row 54.
    Consent = "consent",
    /// Row 55.
    GiveList = "give_health_list",
    /// Row 56.
    TellWork = "tell_work",
    /// Row 57.
    FamilySessions = "family_sessions",
    /// Row 58.
    MedicineGoesOn = "medicine_goes_on",
    /// R-10, where care ends before its time.
    LeftEarly = "if_they_leave_early",
    /// In hospital.
    AskHospital = "ask_hospital_team",
    /// Row 59.
    SayLove = "say_love",
    /// Row 60.
    StartBoundaries = "start_boundaries",
    /// Row 61.
    OfferSafety = "offer_safety",
    /// Row 62.
    NextStep = "next_step",
    /// Row 63.
    AskAgain = "ask_again",
    /// Row 64.
    FamilyCheckIn = "family_check_in",
    /// Row 65.
    PrepareHome = "prepare_home",
    /// In jail.
    FirstDayOut = "plan_first_day_out",
    /// Row 66.
    FirstWeeks = "first_four_weeks",
    /// R-10, the weeks of starting and of stopping a medicine.
    MedicineWeeks = "medicine_weeks",
    /// Row 67.
    IfUseReturns = "if_use_returns",
    /// Row 68.
    ReviewTogether = "review_together",
    /// Row 69.
    CheckDates = "check_naloxone_date",
    /// Row 70.
    KeepSupport = "keep_support",
    /// Row 71.
    Grief = "grief_help",
    /// After a death, beside grief help and the line.
    AfterDeath = "after_a_death",
    /// A question put off.
    FindOut = "find_out",
    /// An option nobody called yet, or whose medicine was not asked about.
    CallOption = "call_option",
    /// A talk after the day (evidence#checklist).
    FollowUp = "follow_up",
    /// A task of the family's own.
    Own = "own",
}
}

#[cfg(test)]
#[path = "codes_tests.rs"]
mod tests;
