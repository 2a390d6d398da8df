//! The weeks and the days before the day.

use crate::plan::Plan;
use crate::tasks::Offset::*;
use crate::tasks::conditions::*;
use crate::tasks::row::Helps::*;
use crate::tasks::row::rows;
use crate::tasks::settled::Settling::*;
use crate::tasks::settled::*;

rows! {
/// Rows 10 to 34.
WEEKS Weeks {
    10 CallProfessional, Planner, Call(-21), Always, One, ByAnswer(professional_called), CALLS, always, ["M4", "A5"];
    11 AskIfSafe, Planner, Day(-18), AtLeast(0), One, ByAnswer(meeting_agreed), MEETING, always, ["M4", "H2"];
    12 CalmTalk, Planner, Day(-21), AtLeast(3), One, ByAnswer(calmly_asked), MEETING, always, ["E3", "P5"];
    13 ListKnown, Planner, Day(-20), Always, One, ByAnswer(known_written), CALLS, always, ["W4", "W7"];
    14 ListEvents, Everyone, Day(-14), AtLeast(1), Speaker, ByAnswerOf(events_written), MEETING, always, ["M1", "L1"];
    15 PickTeam, Planner, Day(-18), AtLeast(1), One, ByAnswer(team_picked), MEETING, group, ["M2"];
    16 NameReaders, Planner, Day(-14), AtLeast(0), One, ByAnswer(readers_named), MEETING, by_letter, ["M2"];
    17 FirstMeeting, Chair, Day(-16), AtLeast(2), One, ByHand, MEETING, group, ["L2", "W3"];
    18 NameParts, Planner, Day(-16), AtLeast(0), One, ByAnswer(parts_named), MEETING, group, ["L2", "Wd1"];
    19 CallInsurer, Logistics, Call(-15), Always, One, ByAnswer(insurer_asked), CALLS, insured, ["S5", "T11"];
    20 NoInsurance, Logistics, Call(-15), Always, One, ByHand, CALLS, uninsured, ["S3", "S5"];
    21 ResearchOptions, Logistics, Call(-14), Always, One, ByAnswer(two_places), CALLS, always, ["S5", "T5", "W10b"];
    22 AskMedicine, Logistics, Call(-14), Always, One, ByAnswer(medicine_asked), CALLS, Plan::uses_an_opioid, ["E25", "E20"];
    90 AskPrescriber, Logistics, Call(-14), Always, One, ByHand, CALLS, no_medicine, ["E25", "E20"];
    91 AskAlcohol, Logistics, Call(-14), Always, One, ByAnswer(alcohol_asked), CALLS, alcohol, ["N180", "N181"];
    92 AskStimulants, Logistics, Call(-14), Always, One, ByAnswer(stimulants_asked), CALLS, Plan::uses_stimulants, ["N182"];
    93 AskTaper, Logistics, Call(-14), Always, One, ByAnswer(taper_asked), CALLS, calming, ["N183"];
    94 YoungSchool, Planner, Call(-14), Always, One, ByHand, CALLS, person_under, ["N191", "D"];
    23 AskLeaving, Logistics, Call(-14), Always, One, ByAnswer(leaving_asked), CALLS, stays_over, ["E18", "E23"];
    95 BeforeDetox, Logistics, Call(-14), Always, One, ByAnswer(detox_asked), CALLS, detox, ["E23", "E17"];
    24 CheckLicence, Logistics, Call(-13), Always, One, ByAnswer(licence_checked), CALLS, always, ["T8", "B2"];
    25 DecidePay, Planner, Day(-12), Always, One, ByAnswer(payment_decided), CALLS, always, ["L2", "T10"];
    26 ChooseOption, Planner, Day(-12), Always, One, ByAnswer(places_chosen), CALLS, always, ["M2", "L2"];
    96 WriteStatement, Everyone, Day(-12), AtLeast(1), Unwritten, ByHand, MEETING, letters, ["L3", "L4"];
    27 FinishLetter, Everyone, Day(-12), AtLeast(0), Written, ByHand, MEETING, letters, ["L3", "L4"];
    28 DraftBoundaries, Everyone, Day(-12), AtLeast(1), Helper, ByAnswerOf(boundary_written), MEETING, always, ["L2", "Bd3"];
    29 CheckBoundaries, Planner, Day(-10), Always, One, ByAnswer(boundaries_checked), MEETING, grave_boundary, ["E14", "Bd7"];
    30 PlanLeave, Planner, Day(-10), AtLeast(1), One, ByAnswer(leave_planned), MEETING, leave_to_ask, ["T13"];
    31 HomeCare, Carer, Day(-10), AtLeast(0), One, ByAnswer(home_cared_for), MEETING, always, ["L2", "Wd2"];
    32 NoMinors, Carer, Day(-10), AtLeast(0), One, ByAnswer(children_cared_for), MEETING, children, ["N19"];
    33 AgreeWay, Planner, Day(-10), AtLeast(0), One, ByAnswer(way_chosen), MEETING, group, ["E5", "L2"];
    34 SetDate, Chair, Day(-10), Always, One, ByAnswer(date_set), MEETING, group, ["L2", "Wd5", "D"];
}
}

rows! {
/// Rows 35 to 46.
DAYS Days {
    35 ReadLetters, Chair, Day(-7), AtLeast(1), One, ByHand, MEETING, group, ["L2"];
    36 Answers, Chair, Day(-6), AtLeast(1), One, ByAnswer(answers_ready), MEETING, group, ["L2", "Ob1"];
    37 PreIntake, Logistics, Day(-5), Always, One, ByHand, MEETING, chosen, ["L2", "W3", "D"];
    38 MedicineList, Logistics, Day(-5), Always, One, ByHand, MEETING, always, ["L2", "S6", "D"];
    39 PackBag, Logistics, Day(-3), AtLeast(0), One, ByHand, MEETING, stays_over, ["L2", "W16b"];
    40 PlanTransport, Driver, Day(-3), AtLeast(0), One, ByAnswer(transport_planned), MEETING, always, ["L2"];
    41 OpeningClosing, Chair, Day(-3), AtLeast(0), One, ByAnswer(opening_written), MEETING, group, ["L3"];
    42 Rehearse, Chair, Day(-2), AtLeast(1), One, ByHand, MEETING, group, ["L3", "Wd1"];
    43 PlanB, Chair, Day(-2), AtLeast(0), One, ByAnswer(other_way_planned), MEETING, always, ["Wd1", "D"];
    44 ConfirmBed, Logistics, Day(-1), AtLeast(0), One, ByHand, MEETING, chosen, ["W3"];
    45 CheckSafety, Safety, Day(-1), AtLeast(0), One, ByHand, MEETING, always, ["D"];
    46 EarlyNight, Everyone, Day(-1), AtLeast(1), Speaker, ByHand, MEETING, group, ["D"];
}
}
