//! The sections of the plan, in the order of the visit (design#order).

use super::codes;

codes! {
/// One step of the visit. The code names its file of words.
Section {
    Start = "start",
    Who = "who",
    Safety = "safety",
    Person = "person",
    Professional = "professional",
    Way = "way",
    Attendees = "attendees",
    Options = "options",
    Boundaries = "boundaries",
    Words = "words",
    Day = "day",
    Review = "review",
}
}
