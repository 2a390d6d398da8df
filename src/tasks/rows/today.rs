//! What is for today, whatever the day.

use crate::plan::Plan;
use crate::tasks::Offset::*;
use crate::tasks::conditions::*;
use crate::tasks::row::rows;

rows! {
/// Rows 1 to 9. A planner under 18 tells an adult before anything else. What to do about fear comes before whatever
/// brings somebody near, and then naloxone and the overdose steps, where opioids may be in it. While they cannot
/// be found, that comes next, in the order in which it helps.
TODAY Today {
    0 TrustedAdult, Planner, Today, One, SAFETY, young, ["D"];
    5 IfAfraid, Planner, Today, One, ALWAYS, may_be_feared, ["N18", "W7"];
    0 MissingDanger, Planner, Today, One, LOST, missing, ["N193", "D"];
    0 MissingReach, Planner, Today, One, SEARCH, missing, ["D"];
    0 MissingHospitals, Planner, Today, One, SEARCH, missing, ["D"];
    0 MissingHeld, Planner, Today, One, SEARCH, missing, ["D"];
    0 MissingReport, Planner, Today, One, SEARCH, missing, ["N193", "N194", "N195", "N196", "N197"];
    0 MissingOutreach, Planner, Today, One, SEARCH, missing, ["D"];
    0 MissingRest, Planner, Today, One, LOST, missing, ["D"];
    1 Naloxone, Planner, Today, One, SAFETY, naloxone, ["N8", "N2"];
    1 NaloxoneByAdult, Planner, Today, One, SAFETY, naloxone_by_adult, ["N8", "N2"];
    2 LearnSteps, Everyone, Today, Helper, SAFETY, Plan::may_be_opioids, ["N1", "N8"];
    0 TalkToProfessionalFirst, Planner, OpenToday, One, CALLS, talk_first, ["M4", "N18"];
    0 Tolerance, Planner, Today, One, SAFETY, tolerance, ["E18", "E17", "N202", "D"];
    0 StopSlowly, Planner, Today, One, SAFETY, Plan::stops_slowly, ["N14", "N183"];
    0 CallPrescriber, Planner, OpenToday, One, CALLS, Plan::takes_medicine, ["N202", "E25"];
    0 AskHospital, Planner, OpenToday, One, CARE, in_hospital, ["N201", "N165", "D"];
    0 YoungGuardian, Planner, Today, One, GROWN, no_guardian, ["N188", "D"];
    0 YoungDoctor, Planner, OpenToday, One, CALLS, person_under, ["N185", "N191"];
    0 TellJail, Planner, OpenToday, One, JAIL, jailed, ["D"];
    3 SaveLines, Everyone, Today, Helper, SAFETY, always, ["N8", "C4"];
    4 LockUp, Planner, Today, One, SAFETY, grown, ["N15", "P6", "N173", "N169"];
    4 LockUpByAdult, Planner, Today, One, SAFETY, young, ["N15", "P6", "D"];
    6 IfSuicide, Planner, Today, One, ALWAYS, always, ["N15"];
    0 PrivateSafety, Planner, Today, One, QUESTIONS, safety_unasked, ["D"];
    7 PrivatePlace, Planner, Today, One, SAFETY, always, ["D"];
    8 TellOne, Planner, Today, One, GROWN, alone, ["M4"];
    9 OwnSupport, Everyone, Today, Everybody, SAFETY, always, ["S12", "E1"];
    0 YoungSiblings, Planner, Today, One, GROWN, person_under, ["D"];
}
}
