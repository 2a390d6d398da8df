//! The ids of the questions. A gap, a task, a step and a line of the review name the same thing by them.

use super::codes;
use super::privacy::Privacy;

codes! {
/// One question. The code is where its answer is in the plan, and where its words are in `prompts/`.
Field {
    Computer = "visit.computer",
    Length = "visit.length",

    PlannerName = "planner.name",
    PersonName = "person.name",
    Relation = "person.relation",
    Ages = "person.ages",
    Guardian = "person.guardian",
    Pronouns = "person.pronouns",
    Substances = "person.substances",
    Recent = "person.recent",
    Care = "person.care",
    CareContact = "person.care_contact",
    Signs = "person.signs",

    Naloxone = "safety.naloxone",
    NaloxonePlace = "safety.naloxone_place",
    OverdoseRoles = "safety.overdose_roles",
    Harm = "safety.harm",
    Means = "safety.means",
    Suicide = "safety.suicide",
    KeepSafety = "safety.keep",

    Children = "person.children",
    CalmAdult = "person.calm_adult",
    Tell = "planner.tell",
    Love = "person.love",
    Hopes = "person.hopes",
    Fears = "person.fears",
    Pattern = "person.pattern",
    HelpedBefore = "person.helped_before",
    WhyNow = "person.why_now",
    Trusts = "person.trusts",
    Asked = "person.asked",
    Home = "person.home",
    Work = "person.work",
    Strain = "person.strain",
    Easier = "planner.easier",
    OwnCare = "planner.own_care",

    Professionals = "professionals",
    ProStatus = "professionals.status",
    ProName = "professionals.name",
    ProType = "professionals.type",
    ProPhone = "professionals.phone",
    ProAgrees = "professionals.agrees_meeting_is_safe",
    ProKnows = "professionals.knows_answers",
    ProKnowsOfNo = "professionals.knows_of_no",
    ProAgreedOn = "professionals.agreed_on",
    ProConditions = "professionals.conditions",
    ProForLeader = "professionals.for_leader",
    ProLetters = "professionals.letters",
    ProLicence = "professionals.licence_checked",
    ProOrganisation = "professionals.organisation",
    ProFirstContact = "professionals.first_contact_date",
    ProNext = "professionals.next_appointment",
    ProRole = "professionals.role_in_meeting",
    ProKnowsDate = "professionals.knows_the_date",
    ProApproach = "professionals.approach",
    ProMedication = "professionals.medication_stance",
    ProReferrals = "professionals.paid_referrals_answer",
    ProFee = "professionals.fee",
    ProFamilies = "professionals.families_with_opioid_use",
    ProRisks = "professionals.how_they_handle_risks",
    ProGoesBadly = "professionals.if_it_goes_badly",
    ProNaloxone = "professionals.carries_naloxone",
    ProAfterNo = "professionals.after_a_no",
    ProWhoComes = "professionals.who_comes",
    ProNotesKept = "professionals.what_is_written_down",
    ProInsured = "professionals.insured_and_references",
    ProLanguage = "professionals.language_and_culture",
    ProExpects = "professionals.expects_of_us",
    ProSoon = "professionals.how_soon",
    ProAdvice = "professionals.advice_given",

    Way = "way.kind",
    Invitation = "way.invitation",

    Attendees = "attendees",
    AttName = "attendees.name",
    AttRelation = "attendees.relation",
    AttTakesPart = "attendees.takes_part",
    AttReader = "attendees.reader",
    AttParts = "attendees.parts",
    AttPhone = "attendees.phone",
    AttAdult = "attendees.adult",
    AttDaysCannot = "attendees.days_cannot",
    AttSupport = "attendees.own_support",
    AttBrings = "attendees.brings",

    Options = "treatment_options",
    OptName = "treatment_options.name",
    OptKind = "treatment_options.kind",
    OptPhone = "treatment_options.phone",
    OptMedication = "treatment_options.medication_offered",
    OptSuited = "treatment_options.suited_treatment",
    OptSoonest = "treatment_options.soonest_start",
    OptRank = "treatment_options.rank",
    OptContact = "treatment_options.contact_person",
    OptWebsite = "treatment_options.website",
    OptEmail = "treatment_options.email",
    OptAddress = "treatment_options.address",
    OptDistance = "treatment_options.distance_or_travel_time",
    OptHours = "treatment_options.opening_hours",
    OptResearchedBy = "treatment_options.researched_by",
    OptChecked = "treatment_options.date_checked",
    OptSpokeWith = "treatment_options.spoke_with",
    OptReference = "treatment_options.reference_number",
    OptLicensed = "treatment_options.licensed",
    OptAccredited = "treatment_options.accredited_by",
    OptMedications = "treatment_options.medications",
    OptContinues = "treatment_options.continues_existing_medication",
    OptEvaluation = "treatment_options.evaluation_steps",
    OptAdmission = "treatment_options.admission_requirements",
    OptWhoCalls = "treatment_options.who_must_call",
    OptWaiting = "treatment_options.waiting_time",
    OptHeldUntil = "treatment_options.bed_or_slot_held_until",
    OptPays = "treatment_options.pays_with",
    OptNetwork = "treatment_options.in_network",
    OptPreauth = "treatment_options.preauthorisation",
    OptCost = "treatment_options.estimated_cost",
    OptDueDayOne = "treatment_options.due_on_day_one",
    OptLength = "treatment_options.length_of_program",
    OptAfter = "treatment_options.what_happens_after",
    OptMental = "treatment_options.mental_health_care",
    OptMedical = "treatment_options.medical_care",
    OptPregnancy = "treatment_options.pregnancy_care",
    OptWithdrawal = "treatment_options.withdrawal_care",
    OptFamily = "treatment_options.family_involvement",
    OptAllowed = "treatment_options.allowed_items",
    OptPhoneRules = "treatment_options.phone_rules",
    OptVisits = "treatment_options.visits",
    OptTransport = "treatment_options.transport_plan_to_get_there",
    OptGoesAlong = "treatment_options.who_goes_along",
    OptRedFlags = "treatment_options.red_flags_noticed",
    OptMightLike = "treatment_options.what_the_person_might_like_about_it",
    OptOpen = "treatment_options.takes_new_people",
    OptFirstVisit = "treatment_options.medicine_at_first_visit",
    OptMustFirst = "treatment_options.must_do_first",
    OptIfMissed = "treatment_options.if_test_or_missed",
    OptYoung = "treatment_options.takes_under_18",
    OptTreats = "treatment_options.kinds_of_treatment",
    OptPlanMade = "treatment_options.how_plan_is_made",
    OptUsesAgain = "treatment_options.if_someone_uses_again",
    OptFits = "treatment_options.who_feels_at_home",
    OptNotes = "treatment_options.notes",
    Insurance = "person.insurance",
    InsCovers = "insurer.covers_care",
    InsNear = "insurer.places_near_us",
    InsApproval = "insurer.approval_first",
    InsPay = "insurer.what_we_pay",
    InsMedicines = "insurer.medicines_covered",
    InsAppeal = "insurer.if_it_says_no",
    InsSpokeWith = "insurer.spoke_with",
    InsReference = "insurer.call_number",
    SupportGroups = "support_groups",
    GroupKind = "support_groups.kind",
    GroupName = "support_groups.name",
    GroupWho = "support_groups.person",
    GroupWhen = "support_groups.when",

    Boundaries = "boundaries",
    BouPerson = "boundaries.person",
    BouKind = "boundaries.kind",
    BouWill = "boundaries.i_will",
    BouStays = "boundaries.what_stays",
    BouStarts = "boundaries.starts",
    BouOnlyIfNo = "boundaries.only_if_answer_is_no",
    BouAfterYes = "boundaries.kept_after_yes",
    BouAlone = "boundaries.i_can_do_this_alone",
    BouHard = "boundaries.how_hard_1_5",
    BouSupporter = "boundaries.who_supports_me",
    BouReview = "boundaries.review_date",
    BouTalked = "boundaries.talked_with_professional",
    BouNight = "boundaries.holds_at_night",
    BouTears = "boundaries.holds_in_tears",
    BouLeaving = "boundaries.holds_when_leaving",
    BouPrint = "boundaries.print_anyway",
    BouSaid = "boundaries.said_aloud",
    BouHeld = "boundaries.held",

    Statements = "statements",
    StaPerson = "statements.person",
    StaLove = "statements.love",
    StaIllness = "statements.illness",
    StaEvents = "statements.events",
    StaFeeling = "statements.feeling",
    StaUnderstanding = "statements.understanding",
    StaAsk = "statements.ask",
    StaOffer = "statements.offer",
    StaBoundary = "statements.boundary",
    StaHope = "statements.hope",
    Objections = "objections",
    ObjKind = "objections.kind",
    ObjAnswer = "objections.answer",
    ObjSpeaker = "objections.speaker",
    ObjTrue = "objections.is_true",

    Date = "day.date",
    Place = "day.place",
    Time = "day.time",
    BadDays = "day.days_that_will_not_do",
    ClearTime = "day.clear_time",
    Rehearsal = "day.rehearsal",
    Order = "day.order",
    Seats = "day.seats",
    Opening = "day.opening",
    Closing = "day.closing",
    StopWord = "day.stop_word",
    Transport = "day.transport",
    Bag = "day.bag",
    HomeCare = "day.home_care",
    Leave = "day.leave",
    Money = "day.money",
    PlanB = "day.plan_b",

    GoesAlong = "afterwards.goes_along",
    NotYet = "afterwards.not_yet",
    IfNo = "afterwards.if_no",
    Tonight = "afterwards.tonight",
    Tomorrow = "afterwards.tomorrow",
    NaloxoneWith = "afterwards.naloxone_with",
    IfReturns = "afterwards.if_use_returns",
    TheySaid = "afterwards.they_said",
    Better = "afterwards.better",
    Rests = "afterwards.rests",
    FollowUps = "afterwards.follow_ups",
    FolWhat = "afterwards.follow_ups.what",
    FolOn = "afterwards.follow_ups.on",
    FolWho = "afterwards.follow_ups.person",

    Review = "visit.complete",
}
}

impl Field {
    /// What has to be watched about its answer. There is no arm for the rest: a new question does not compile before
    /// it is in one of these.
    pub const fn privacy(self) -> Privacy {
        use Field::*;
        match self {
            Recent | Harm | Suicide => Privacy::UNKEPT,
            Ages | Guardian | Means | KeepSafety | ProKnows | ProKnowsOfNo | ProAgreedOn | ProConditions
            | ProForLeader | ProAdvice => Privacy::WHY,
            ProAgrees => Privacy::WHY_OF_MEETING,
            ProRole | ProKnowsDate | Way | Invitation | AttTakesPart | AttReader | AttParts | AttDaysCannot
            | AttBrings | Boundaries | BouPerson | BouKind | BouWill | BouStays | BouStarts | BouOnlyIfNo
            | BouAfterYes | BouAlone | BouHard | BouSupporter | BouReview | BouTalked | BouNight | BouTears
            | BouLeaving | BouPrint | BouSaid | BouHeld | Statements | StaPerson | StaLove | StaIllness | StaEvents
            | StaFeeling | StaUnderstanding | StaAsk | StaOffer | StaBoundary | StaHope | Objections | ObjKind
            | ObjAnswer | ObjSpeaker | ObjTrue | Date | Place | Time | BadDays | ClearTime | Rehearsal | Order
            | Seats | Opening | Closing | StopWord | Transport | Bag | HomeCare | Leave | Money | PlanB | GoesAlong
            | NotYet | IfNo | Tonight | Tomorrow | NaloxoneWith | IfReturns | TheySaid | Better | Rests | FollowUps
            | FolWhat | FolOn | FolWho => Privacy::MEETING,
            Computer | Length | PlannerName | PersonName | Relation | Pronouns | Substances | Care | CareContact
            | Signs | Naloxone | NaloxonePlace | OverdoseRoles | Children | CalmAdult | Tell | Love | Hopes | Fears
            | Pattern | HelpedBefore | WhyNow | Trusts | Asked | Home | Work | Strain | Easier | OwnCare
            | Professionals | ProStatus | ProName | ProType | ProPhone | ProLetters | ProLicence | ProOrganisation
            | ProFirstContact | ProNext | ProApproach | ProMedication | ProReferrals | ProFee | ProFamilies
            | ProRisks | ProGoesBadly | ProNaloxone | ProAfterNo | ProWhoComes | ProNotesKept | ProInsured
            | ProLanguage | ProExpects | ProSoon | InsCovers | InsNear | InsApproval | InsPay | InsMedicines
            | InsAppeal | InsSpokeWith | InsReference | Attendees | AttName | AttRelation | AttPhone | AttAdult
            | AttSupport | Options | OptName | OptKind | OptPhone | OptMedication | OptSuited | OptSoonest
            | OptRank | OptContact | OptWebsite | OptEmail | OptAddress | OptDistance | OptHours | OptResearchedBy
            | OptChecked | OptSpokeWith | OptReference | OptLicensed | OptAccredited | OptMedications
            | OptContinues | OptEvaluation | OptAdmission | OptWhoCalls | OptWaiting | OptHeldUntil | OptPays
            | OptNetwork | OptPreauth | OptCost | OptDueDayOne | OptLength | OptAfter | OptMental | OptMedical
            | OptPregnancy | OptWithdrawal | OptFamily | OptAllowed | OptPhoneRules | OptVisits | OptTransport
            | OptGoesAlong | OptRedFlags | OptMightLike | OptOpen | OptFirstVisit | OptMustFirst | OptIfMissed
            | OptYoung | OptTreats | OptPlanMade | OptUsesAgain | OptFits | OptNotes | Insurance | SupportGroups
            | GroupKind | GroupName | GroupWho | GroupWhen | Review => Privacy::NOTHING,
        }
    }
}

impl Field {
    /// True if a stray word could be heard as an answer about somebody's safety: only a row, its number or its whole
    /// label answers it. It follows from what the answer gives away, so that no new question is forgotten.
    pub fn takes_a_row_only(self) -> bool {
        self == Field::Computer || self.privacy().tells_why
    }

    /// True if the example of how an answer could begin is a whole one, that Enter may save as it stands. Named one by one:
    /// nothing about safety, and no letter, is answered by words that nobody typed.
    pub fn example_is_an_answer(self) -> bool {
        use Field::*;
        matches!(self, Invitation | Opening | Closing | StopWord | NotYet | IfNo)
    }

    /// True if somebody to call or to tell is asked for: "no" means that there is nobody.
    pub fn is_somebody_to_call(self) -> bool {
        use Field::*;
        matches!(self, CareContact | CalmAdult | Tell)
    }

    /// True if a name, a role or a place is asked for: a figure or a "yes" is none.
    pub fn asks_for_a_name(self) -> bool {
        use Field::*;
        self.is_name_of_somebody()
            || self.is_somebody_to_call()
            || matches!(
                self,
                OptName
                    | GroupName
                    | Trusts
                    | BouSupporter
                    | OptContact
                    | OptSpokeWith
                    | InsSpokeWith
                    | AttRelation
                    | ProOrganisation
                    | Place
                    | NaloxonePlace
                    | OptAddress
            )
    }

    /// True if somebody's name is asked for: a short word is a name there, and no shrug.
    pub fn is_name_of_somebody(self) -> bool {
        use Field::*;
        matches!(self, PlannerName | PersonName | ProName | AttName)
    }
}

#[cfg(test)]
mod tests {
    use super::Field;

    #[test]
    fn a_stray_word_answers_nothing_that_opens_the_gate() {
        for field in [
            Field::ProAgrees,
            Field::ProKnows,
            Field::ProKnowsOfNo,
            Field::Harm,
            Field::Suicide,
            Field::Means,
            Field::Recent,
        ] {
            assert!(field.takes_a_row_only(), "{field:?}");
        }
    }

    #[test]
    fn every_code_leads_back_to_its_field() {
        for field in Field::ALL {
            assert_eq!(Field::from_code(field.code()), Some(*field));
        }
    }
}
