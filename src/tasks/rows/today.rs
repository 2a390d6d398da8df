//! What is for today, whatever the day.

use crate::plan::Plan;
use crate::tasks::Offset::*;
use crate::tasks::conditions::*;
use crate::tasks::row::rows;

rows! {
/// Rows 1 to 9. A planner under 18 tells an adult before anything else. Naloxone and the overdose steps come first on every list of a plan that may be about opioids.
TODAY Today {
    0 TrustedAdult, Planner, Today, One, SAFETY, young, ["D"];
    1 Naloxone, Planner, Today, One, SAFETY, naloxone, ["N8", "N2"];
    1 NaloxoneByAdult, Planner, Today, One, SAFETY, naloxone_by_adult, ["N8", "N2"];
    2 LearnSteps, Everyone, Today, Helper, SAFETY, Plan::may_be_opioids, ["N1", "N8"];
    0 TalkToProfessionalFirst, Planner, OpenToday, One, CALLS, talk_first, ["M4", "N18"];
    0 Tolerance, Planner, Today, One, SAFETY, tolerance, ["E18", "E17"];
    0 StopSlowly, Planner, Today, One, SAFETY, stops_slowly, ["N14"];
    0 TellJail, Planner, OpenToday, One, JAIL, jailed, ["D"];
    3 SaveLines, Everyone, Today, Helper, SAFETY, always, ["N8", "C4"];
    4 LockUp, Planner, Today, One, SAFETY, grown, ["N15", "P6"];
    4 LockUpByAdult, Planner, Today, One, SAFETY, young, ["N15", "P6"];
    5 IfAfraid, Planner, Today, One, ALWAYS, always, ["N18", "W7"];
    6 IfSuicide, Planner, Today, One, ALWAYS, always, ["N15"];
    0 PrivateSafety, Planner, Today, One, QUESTIONS, safety_unasked, ["D"];
    7 PrivatePlace, Planner, Today, One, SAFETY, always, ["D"];
    8 TellOne, Planner, Today, One, GROWN, alone, ["M4"];
    9 OwnSupport, Everyone, Today, Everybody, ALWAYS, always, ["S12", "E1"];
}
}
