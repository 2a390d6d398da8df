//! Every list of choices, in the order in which it is offered. Their labels are in `prompts/`.

use super::codes::choices;

/// One list of choices: its name in the words, its members and their codes.
pub trait CodedChoice: Sized + Clone + PartialEq + 'static {
    /// The name of the list in `prompts/*/choices.toml`.
    const SET: &'static str;
    /// The members, in order, without the unknown ones a file may hold.
    fn all() -> Vec<Self>;
    /// The code in files.
    fn code(&self) -> &str;
}

choices! {
/// The three lengths, shortest first (design#lengths).
Length = "length" { TenMinutes = "ten_minutes", ThePlan = "the_plan", Everything = "everything" }
/// Who else can open the computer the plan lies on.
Computer = "computer" { OnlyMe = "only_me", OthersNotThem = "others_not_them", They = "they" }
/// A plain yes or no.
YesNo = "yes_no" { Yes = "yes", No = "no" }
/// Yes, no, not asked yet, or they would not say, which is an answer and a sign.
Checked = "checked" { Yes = "yes", No = "no", NotAsked = "not_asked_yet", WouldNotSay = "would_not_say" }
/// Yes, no, not sure, or rather not written down.
Known = "known" { Yes = "yes", No = "no", NotSure = "not_sure", RatherNot = "rather_not" }
/// Who the person is to the planner.
Relation = "relation" {
    Child = "child", Partner = "partner", FormerPartner = "former_partner", Parent = "parent",
    Sibling = "sibling", Relative = "relative", Friend = "friend", Client = "client", RatherNot = "rather_not",
}
/// Are the person and the planner both 18 or over?
Ages = "ages" {
    Both = "both_adults", PersonUnder = "person_under_18", PlannerUnder = "planner_under_18",
    NotSure = "not_sure", RatherNot = "rather_not",
}
/// What is used, as far as is known. "Not sure" counts as opioids.
Substance = "substance" {
    Heroin = "heroin", Fentanyl = "fentanyl", PainPills = "pain_pills", Cocaine = "cocaine", Meth = "meth",
    StreetPills = "street_pills", Benzodiazepines = "benzodiazepines", Alcohol = "alcohol", Another = "another",
    NotSure = "not_sure", RatherNot = "rather_not",
}
/// What makes tonight more dangerous. A possible pregnancy is asked with these and kept only in the gate.
Recent = "recent" {
    Overdose = "overdose", Alone = "alone", DaysWithout = "days_without", StoppingNow = "stopping_now",
    Pregnant = "could_be_pregnant", Nothing = "none", NotSure = "not_sure", RatherNot = "rather_not",
}
/// Already in care, or on medicine for it?
Care = "care" {
    Neither = "neither", Medicine = "medicine", Program = "program", Both = "both",
    NotSure = "not_sure", RatherNot = "rather_not",
}
/// Where naloxone is tonight.
Naloxone = "naloxone" {
    InReach = "in_reach", NotHere = "not_here", WhatIsThat = "what_is_that", NotSure = "not_sure",
    RatherNot = "rather_not",
}
/// Was anybody hurt, threatened, controlled or afraid, and which way round? Kept only in the gate.
Harm = "harm" {
    No = "no", ByThem = "by_them", ToThem = "to_them", BothWays = "both_ways", NotSure = "not_sure",
    RatherNot = "rather_not",
}
/// Talk of suicide or an attempt, in the last weeks or before? Kept only in the gate.
Suicide = "suicide" {
    No = "no", Yes = "yes", Before = "before", NotSure = "not_sure", RatherNot = "rather_not",
}
/// Could they get at a gun or a store of pills tonight?
Means = "means" {
    No = "no", Gun = "gun", Pills = "pills", Both = "both", NotSure = "not_sure", RatherNot = "rather_not",
}
/// Children in the home.
Children = "children" { No = "no", Yes = "yes", RatherNot = "rather_not" }
/// What a family may have seen. None of it is proof, and none is needed.
Sign = "sign" {
    Sleepy = "sleepy", Withdrawn = "withdrawn", Money = "money", Body = "body", Work = "work", Things = "things",
    Told = "told", Nothing = "none", RatherNot = "rather_not",
}
/// Has anyone simply asked?
Asked = "asked" { NotYet = "not_yet", Listened = "listened", Refused = "said_no", NotSure = "not_sure" }
/// Where the person lives.
Home = "home" {
    WithUs = "with_us", OwnPlace = "own_place", WithOthers = "with_others", NoFixed = "no_fixed_place",
    InCare = "in_care", RatherNot = "rather_not",
}
/// Work or school.
Work = "work" { Works = "works", Studies = "studies", Both = "both", Neither = "neither", NotSure = "not_sure" }
/// How far the family is with a professional.
ProStatus = "pro_status" {
    Have = "have_one", Contacted = "contacted", Looking = "looking", NotYet = "not_wanted_yet",
}
/// Kinds of professionals.
ProType = "pro_type" {
    Doctor = "doctor", Counselor = "drug_counselor", SocialWorker = "social_worker", Psychologist = "psychologist",
    Therapist = "family_therapist", Psychiatrist = "psychiatrist", Interventionist = "interventionist",
    Craft = "craft_therapist", Peer = "peer_specialist", Faith = "faith_leader", Youth = "youth_professional",
    Lawyer = "lawyer", NotSure = "not_sure", Another = "another",
}
/// What a professional does at the meeting.
ProRole = "pro_role" { Advise = "advise_only", Attend = "attend", Lead = "lead", Escort = "escort" }
/// What a professional says of a meeting.
Agrees = "agrees" { Yes = "yes", NotYet = "not_yet", Against = "advised_against", NotAsked = "not_asked_yet" }
/// The way the family chooses.
Way = "way" {
    Talk = "one_to_one_talk", Invited = "invited_family_meeting", Surprise = "surprise_family_meeting",
    NotDecided = "not_decided",
}
/// How somebody takes part: the only thing kept of the four questions of R-02.
TakesPart = "takes_part" {
    InTheRoom = "in_the_room", ByPhone = "by_phone", Letter = "letter", Behind = "behind_the_scenes",
    NotPart = "not_part",
}
/// The parts people hold on the day.
Part = "part" {
    Chair = "chair", Logistics = "logistics", Driver = "driver", Second = "second_in_car", Safety = "safety_person",
    Carer = "carer_of_children", Nothing = "none",
}
/// Kinds of treatment options in plain names. Nobody chooses a level of care: a clinician finds it, and a
/// code that a place gives is kept as it was written.
OptionKind = "option_kind" {
    Office = "medication_clinic_office", Otp = "opioid_treatment_program", Hospital = "hospital_or_emergency_start",
    Detox = "detox_program", Residential = "treatment_center_residential", Day = "day_program",
    Intensive = "intensive_outpatient", Outpatient = "outpatient_program", Therapist = "local_therapist",
    SoberLiving = "sober_living", Peer = "peer_support", Telehealth = "telehealth", Family = "family_program",
    Another = "other",
}
/// First choice or backup.
Rank = "rank" { First = "first", Backup = "backup", Later = "later" }
/// The medicines for opioid use disorder (evidence#medicine).
Medicine = "medicine" {
    Methadone = "methadone", Buprenorphine = "buprenorphine", Naltrexone = "naltrexone", NotAsked = "not_asked_yet",
}
/// How a program is paid.
Pays = "pays" {
    Private = "private", Medicaid = "medicaid", Medicare = "medicare", Veterans = "va", SelfPay = "self_pay",
    Sliding = "sliding_scale", State = "state_funded", NotAsked = "not_asked_yet",
}
/// Warning signs in a program or a professional (evidence#call).
RedFlag = "red_flag" {
    Gifts = "gifts", CallCenter = "call_center", OnePlace = "one_place", Guarantee = "guarantee",
    Pressure = "pressure", AgainstMedicine = "against_medicine", Tests = "tests", NoLicence = "no_licence",
    Recruiter = "recruiter", Nothing = "none",
}
/// Kinds of boundaries, the easiest to keep first.
BoundaryKind = "boundary_kind" {
    OwnLife = "own_life", Money = "money", Bills = "bills", UseAtHome = "use_at_home", LivingHere = "living_here",
    MovingOut = "moving_out", Car = "car", Phone = "phone", Childcare = "childcare", Bail = "bail",
    Covering = "covering", Lying = "lying", Shouting = "shouting", Valuables = "valuables", Debts = "debts",
    Tuition = "tuition", Holidays = "holidays", Another = "another",
}
/// How hard a boundary is to keep, 1 to 5.
Hard = "hard" { One = "1", Two = "2", Three = "3", Four = "4", Five = "5" }
/// What the person may say (R-29 and design#order).
ObjectionKind = "objection_kind" {
    NoProblem = "no_problem", Alone = "by_myself", NotToday = "not_today", Work = "work", Cost = "cost",
    Kids = "kids", Before = "before", Medicine = "medicine", Sick = "sick", Ambush = "ambush", YouToo = "you_too",
    GetRid = "get_rid", MoneyFirst = "money_first", Court = "court", LoseChildren = "lose_children",
    RatherDead = "rather_dead", OneLast = "one_last", Silence = "silence", OtherPlace = "other_place",
    AlreadyHelped = "already_helped", Another = "another",
}
/// Kinds of support for the family.
GroupKind = "group_kind" {
    Craft = "craft", Smart = "smart", NarAnon = "nar_anon", AlAnon = "al_anon", Counselor = "counselor",
    Friend = "friend", Another = "another",
}
/// Something big that has changed (design#return).
Change = "change" {
    InCare = "in_care", InHospital = "in_hospital", InJail = "in_jail", CannotFind = "cannot_find",
    FoundPlan = "found_plan", Stopping = "stopping", Died = "died",
}
/// Did the meeting take place, and what was said?
Met = "met" {
    Yes = "yes", NotYet = "not_yet", No = "no", WalkedOut = "walked_out", Stopped = "we_stopped",
    DidNotMeet = "did_not_meet",
}
/// What the safety answers allow (design#gate), the most cautious last.
Gate = "gate" { Open = "open", AskFirst = "ask_first", Closed = "closed" }
}
