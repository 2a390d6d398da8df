//! What is for today, whatever the day.

use crate::plan::Plan;
use crate::tasks::Offset::*;
use crate::tasks::conditions::*;
use crate::tasks::row::Helps::*;
use crate::tasks::row::rows;
use crate::tasks::settled::Settling::*;
use crate::tasks::settled::*;

rows! {
/// Rows 1 to 9. A planner under 18 tells an adult before anything else. What to do about fear comes before whatever
/// brings somebody near; while they cannot be found, that comes next, in the order in which it helps. Naloxone, guns
/// and pills, and the overdose steps come before everything else.
TODAY Today {
    72 TrustedAdult, Planner, Today, Always, One, ByHand, SAFETY, young, ["D"];
    5 IfAfraid, Planner, Today, Always, One, ByHand, ALWAYS, may_be_feared, ["N18", "W7"];
    73 MissingDanger, Planner, Today, Always, One, ByHand, LOST, missing, ["N193", "D"];
    74 MissingReach, Planner, Today, Always, One, ByHand, SEARCH, missing, ["D"];
    75 MissingHospitals, Planner, Today, Always, One, ByHand, SEARCH, missing, ["D"];
    76 MissingHeld, Planner, Today, Always, One, ByHand, SEARCH, missing, ["D"];
    77 MissingReport, Planner, Today, Always, One, ByHand, SEARCH, missing, ["N193", "N194", "N195", "N196", "N197"];
    78 MissingOutreach, Planner, Today, Always, One, ByHand, SEARCH, missing, ["D"];
    79 MissingRest, Planner, Today, Always, One, ByHand, LOST, missing, ["D"];
    1 Naloxone, Planner, Today, Always, One, ByHand, SAFETY, naloxone, ["N8", "N2"];
    1 NaloxoneByAdult, Planner, Today, Always, One, ByHand, SAFETY, naloxone_by_adult, ["N8", "N2"];
    4 LockUp, Planner, Today, Always, One, ByHand, SAFETY, grown, ["N15", "P6", "N173", "N169"];
    4 LockUpByAdult, Planner, Today, Always, One, ByHand, SAFETY, young, ["N15", "P6", "D"];
    2 LearnSteps, Everyone, Today, Always, Helper, ByHand, SAFETY, Plan::may_be_opioids, ["N1", "N8"];
    102 FoundLock, Planner, Today, Always, One, ByHand, FOUND, found_plan, ["D"];
    103 FoundTell, Planner, Today, Always, One, ByHand, TOLD, found_plan, ["S1", "D"];
    104 FoundAsk, Planner, Today, Always, One, ByHand, TOLD, found_plan, ["S1", "D"];
    105 FoundRest, Planner, Today, Always, One, ByHand, TOLD, found_plan, ["D"];
    80 TalkToProfessionalFirst, Planner, OpenToday, Always, One, ByHand, CALLS, talk_first, ["M4", "N18"];
    81 Tolerance, Planner, Today, Always, One, ByHand, SAFETY, tolerance, ["E18", "E17", "N202", "D"];
    82 StopSlowly, Planner, Today, Always, One, ByHand, SAFETY, Plan::stops_slowly, ["N14", "N183"];
    83 CallPrescriber, Planner, OpenToday, Always, One, ByHand, CALLS, Plan::takes_medicine, ["N202", "E25"];
    84 AskHospital, Planner, OpenToday, Always, One, ByHand, CARE, in_hospital, ["N201", "N165", "D"];
    85 YoungGuardian, Planner, Today, Always, One, ByAnswer(guardian), GROWN, person_under, ["N188", "D"];
    86 YoungDoctor, Planner, OpenToday, Always, One, ByHand, CALLS, person_under, ["N185", "N191"];
    87 TellJail, Planner, OpenToday, Always, One, ByHand, JAIL, jailed, ["D"];
    3 SaveLines, Everyone, Today, Always, Helper, ByHand, SAFETY, always, ["N8", "C4"];
    6 IfSuicide, Planner, Today, Always, One, ByHand, ALWAYS, always, ["N15"];
    88 PrivateSafety, Planner, Today, Always, One, ByHand, QUESTIONS, safety_unasked, ["D"];
    7 PrivatePlace, Planner, Today, Always, One, ByHand, SAFETY, always, ["D"];
    8 TellOne, Planner, Today, Always, One, ByAnswer(somebody_helps), GROWN, tells, ["M4"];
    9 OwnSupport, Everyone, Today, Always, Everybody, ByAnswerOf(own_support), SAFETY, always, ["S12", "E1"];
    106 StopTell, Planner, Today, Always, One, ByHand, ENDED, stopping, ["D"];
    107 StopPaper, Planner, Today, Always, One, ByHand, ENDED, stopping, ["D"];
    89 YoungSiblings, Planner, Today, Always, One, ByHand, GROWN, person_under, ["D"];
}
}
