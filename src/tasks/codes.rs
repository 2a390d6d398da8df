//! What a task is: its phase, its kind, and the part that normally holds it.

use crate::codes;

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
    Driver = "driver", Professional = "professional", Carer = "carer_of_children",
}
}

codes! {
/// What is to be done. The sources of each are in evidence#tasks.
TaskKind {
    /// 1:
    Naloxone = "naloxone",
    /// 1, for a planner under 18:
    NaloxoneByAdult = "naloxone_by_adult",
    /// 2:
    LearnSteps = "learn_overdose_steps",
    /// R-10, after days without use or when somebody stops; worded for anybody:
    Tolerance = "lost_tolerance",
    /// R-11, worded for anybody:
    StopSlowly = "do_not_stop_suddenly",
    /// A medicine is taken already (design#order): it goes on:
    CallPrescriber = "call_the_prescriber",
    /// Visit 7, in jail:
    TellJail = "tell_jail_health",
    /// Visit 4, the first task where the gate is not open:
    TalkToProfessionalFirst = "talk_to_professional_first",
    /// Visit 4, the first task of a planner under 18:
    TrustedAdult = "trusted_adult",
    /// 3:
    SaveLines = "save_lines",
    /// 4:
    LockUp = "lock_up",
    /// 4, for a planner under 18, who should not handle a gun:
    LockUpByAdult = "lock_up_by_adult",
    /// 5, worded for anybody (design#pages):
    IfAfraid = "if_anyone_is_afraid",
    /// 6, worded for anybody (design#pages):
    IfSuicide = "if_talk_of_suicide",
    /// Visit 2, safety questions passed over because somebody could see the screen:
    PrivateSafety = "private_safety_questions",
    /// 7:
    PrivatePlace = "private_place",
    /// 8:
    TellOne = "tell_one_person",
    /// 9 and R-30:
    OwnSupport = "own_support",
    /// They cannot be found: where a life may be in danger now:
    MissingDanger = "missing_danger",
    /// The same, where they may be reached:
    MissingReach = "missing_reach",
    /// The same, where people in an emergency are taken:
    MissingHospitals = "missing_hospitals",
    /// The same, where people are held:
    MissingHeld = "missing_held",
    /// The same, a report, which nobody has to wait for:
    MissingReport = "missing_report",
    /// The same, those who work in the street:
    MissingOutreach = "missing_outreach",
    /// The same, the family's own rest:
    MissingRest = "missing_rest",
    /// The person is under 18: a guardian decides:
    YoungGuardian = "young_guardian",
    /// The same, their own doctor first:
    YoungDoctor = "young_doctor",
    /// The same, help at school:
    YoungSchool = "young_school",
    /// The same, their brothers and sisters:
    YoungSiblings = "young_siblings",
    /// 10:
    CallProfessional = "call_professional",
    /// 11:
    AskIfSafe = "ask_if_meeting_is_safe",
    /// 12:
    CalmTalk = "calm_talk",
    /// 13:
    ListKnown = "list_what_you_know",
    /// 14:
    ListEvents = "list_events",
    /// 15:
    PickTeam = "pick_team",
    /// 16:
    NameReaders = "name_readers",
    /// 17:
    FirstMeeting = "first_planning_meeting",
    /// 18:
    NameParts = "name_parts",
    /// 19:
    CallInsurer = "call_insurer",
    /// 20:
    NoInsurance = "no_insurance",
    /// 21:
    ResearchOptions = "research_options",
    /// 22:
    AskMedicine = "ask_about_medicine",
    /// R-09, where no place on the list offers it: "we asked a prescriber about medication".
    AskPrescriber = "ask_a_prescriber",
    /// R-55, alcohol:
    AskAlcohol = "ask_about_alcohol",
    /// R-55, cocaine or meth:
    AskStimulants = "ask_about_stimulants",
    /// calming pills:
    AskTaper = "ask_about_slow_taper",
    /// 23:
    AskLeaving = "ask_about_leaving",
    /// before detox:
    BeforeDetox = "before_detox",
    /// 24:
    CheckLicence = "check_licence",
    /// 25:
    DecidePay = "decide_how_to_pay",
    /// 26:
    ChooseOption = "choose_option",
    /// 27, for somebody whose statement is in the plan:
    FinishLetter = "finish_letter",
    /// 27, for somebody who has no statement in the plan yet:
    WriteStatement = "write_statement",
    /// 28:
    DraftBoundaries = "draft_boundaries",
    /// 29:
    CheckBoundaries = "check_boundaries",
    /// 30:
    PlanLeave = "plan_leave",
    /// 31:
    HomeCare = "home_care",
    /// 32:
    NoMinors = "nobody_under_18",
    /// 33:
    AgreeWay = "agree_way",
    /// 34:
    SetDate = "set_date",
    /// 35:
    ReadLetters = "read_letters",
    /// 36:
    Answers = "answer_objections",
    /// 37:
    PreIntake = "pre_intake",
    /// 38:
    MedicineList = "medicine_list",
    /// 39:
    PackBag = "pack_bag",
    /// 40:
    PlanTransport = "plan_transport",
    /// 41:
    OpeningClosing = "opening_and_closing",
    /// 42:
    Rehearse = "rehearse",
    /// 43:
    PlanB = "plan_b",
    /// 44:
    ConfirmBed = "confirm_bed",
    /// 45:
    CheckSafety = "check_safety",
    /// 46:
    EarlyNight = "early_night",
    /// 47:
    CheckIn = "check_in",
    /// 48:
    CarryNaloxone = "carry_naloxone",
    /// 49:
    Postpone = "postpone_kindly",
    /// 50:
    MakeOffer = "make_the_offer",
    /// 51:
    Debrief = "debrief",
    /// 52:
    LeaveTogether = "leave_together",
    /// Withdrawal after a yes, which is no reason to wait:
    SickGoesOn = "sick_means_go_on",
    /// 53:
    IfWait = "if_there_is_a_wait",
    /// 54:
    Consent = "consent",
    /// 55:
    GiveList = "give_health_list",
    /// 56:
    TellWork = "tell_work",
    /// 57:
    FamilySessions = "family_sessions",
    /// 58:
    MedicineGoesOn = "medicine_goes_on",
    /// R-10, where care ends before its time:
    LeftEarly = "if_they_leave_early",
    /// Visit 7, in hospital:
    AskHospital = "ask_hospital_team",
    /// 59:
    SayLove = "say_love",
    /// 60:
    StartBoundaries = "start_boundaries",
    /// 61:
    OfferSafety = "offer_safety",
    /// 62:
    NextStep = "next_step",
    /// 63:
    AskAgain = "ask_again",
    /// 64:
    FamilyCheckIn = "family_check_in",
    /// 65:
    PrepareHome = "prepare_home",
    /// Visit 7, in jail, and R-10:
    FirstDayOut = "plan_first_day_out",
    /// 66 and R-10:
    FirstWeeks = "first_four_weeks",
    /// R-10, the weeks of starting and of stopping a medicine:
    MedicineWeeks = "medicine_weeks",
    /// 67:
    IfUseReturns = "if_use_returns",
    /// 68:
    ReviewTogether = "review_together",
    /// 69:
    CheckDates = "check_naloxone_date",
    /// 70:
    KeepSupport = "keep_support",
    /// 71:
    Grief = "grief_help",
    /// After a death, beside grief help and the line:
    AfterDeath = "after_a_death",
    /// A question put off:
    FindOut = "find_out",
    /// An option nobody called yet, or whose medicine was not asked about:
    CallOption = "call_option",
    /// A talk after the day (evidence#checklist):
    FollowUp = "follow_up",
    /// A task of the family's own:
    Own = "own",
}
}

#[cfg(test)]
mod tests {
    use super::TaskKind::{CallOption, FindOut, FollowUp, Own};
    use super::*;
    use toml::Table;

    const WORDS: &str = include_str!("../../prompts/en/tasks.toml");

    fn words() -> Table {
        WORDS.parse().unwrap()
    }

    fn keys(table: &str) -> Vec<String> {
        let mut keys: Vec<String> = words()[table].as_table().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    }

    fn codes(codes: impl Iterator<Item = &'static str>) -> Vec<String> {
        let mut codes: Vec<String> = codes.map(String::from).collect();
        codes.sort();
        codes
    }

    /// Every text a kind may have, what takes its place included, each with its reason.
    fn sentences() -> Vec<(TaskKind, String, String)> {
        let words = words();
        let mut all = Vec::new();
        for kind in TaskKind::ALL {
            let task = words["task"][kind.code()].as_table().unwrap();
            let why = task["why"].as_str().unwrap();
            for (key, said) in task.iter().filter(|(key, _)| *key != "why") {
                let countries = said.as_table().into_iter().flat_map(|table| table.values());
                let texts = countries.chain([said]).filter_map(|said| said.as_str());
                all.extend(texts.map(|text| (*kind, text.to_string(), why.to_string())));
                assert!(said.is_str() || key == "country", "{kind:?}: {key}");
            }
        }
        all
    }

    #[test]
    fn every_code_has_words_and_no_words_are_left_over() {
        assert_eq!(keys("task"), codes(TaskKind::ALL.iter().map(|kind| kind.code())));
        assert_eq!(keys("phase"), codes(Phase::ALL.iter().map(|phase| phase.code())));
        assert_eq!(keys("role"), codes(Role::ALL.iter().map(|role| role.code())));
        for (kind, task) in words()["task"].as_table().unwrap() {
            let known = [
                "text",
                "why",
                "after_death",
                "in_jail",
                "cannot_find",
                "under_18",
                "asked_already",
                "not_opioids",
                "no_opioid",
                "no_children",
                "country",
            ];
            assert!(
                task.as_table().unwrap().keys().all(|key| known.contains(&key.as_str())),
                "{kind}"
            );
        }
    }

    #[test]
    fn sentences_are_short_and_hold_only_known_places() {
        for (kind, text, why) in sentences() {
            assert!(
                !why.is_empty() && text.chars().count() <= 140 && why.chars().count() <= 60,
                "{kind:?}: {text}"
            );
            let mut rest = format!("{text} {why}");
            for place in [
                "{name}",
                "{who}",
                "{item}",
                "{emergency}",
                "{suicide}",
                "{violence}",
                "{child_line}",
                "{grief}",
            ] {
                rest = rest.replace(place, "");
            }
            for word in ["er", "doctor", "clinic", "naloxone", "naloxone_from"] {
                rest = rest.replace(&format!("{{{word}}}"), "");
            }
            assert!(!rest.contains(['{', '}']), "{kind:?}: {text}");
            let item = matches!(kind, FindOut | CallOption | FollowUp | Own);
            assert_eq!(text.contains("{item}"), item, "{kind:?}");
        }
    }

    #[test]
    fn no_sentence_harms() {
        let never = [
            "addict",
            "abus",
            "junkie",
            "user",
            "clean",
            "dirty",
            "habit",
            "enabl",
            "confront",
            "denial",
            "rock bottom",
            "tough love",
            "relapse",
            "ultimatum",
            "refuse",
            "high",
            "rehab",
            "crazy",
            "commit",
            "victim",
            "suffer",
            "fail",
            "resist",
            "codepend",
            "drunk",
            "alcoholic",
        ];
        for (kind, text, why) in sentences() {
            let said = format!("{text} {why}").to_lowercase();
            for term in never {
                assert!(!said.contains(term), "{kind:?} says {term}");
            }
        }
    }

    #[test]
    fn tasks_on_fear_and_suicide_name_nobody_and_naloxone_is_offered() {
        for (kind, text, why) in sentences() {
            if matches!(
                kind,
                TaskKind::IfAfraid
                    | TaskKind::IfSuicide
                    | TaskKind::PrivateSafety
                    | TaskKind::TalkToProfessionalFirst
                    | TaskKind::Tolerance
                    | TaskKind::StopSlowly
                    | TaskKind::CallPrescriber
            ) {
                let said = format!("{text}{why}");
                assert!(
                    ["{name}", "{who}", "{item}"].iter().all(|place| !said.contains(place)),
                    "{kind:?}"
                );
            }
            if matches!(kind, TaskKind::IfAfraid | TaskKind::IfSuicide) {
                assert!(text.starts_with("If anyone"), "{kind:?}");
            }
        }
    }
}
