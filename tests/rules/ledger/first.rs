//! The rules.

use super::{Row, apart, both};

pub const ROWS: &[Row] = &[
    both(
        "R-01",
        "a gentle note where fewer than three or more than eight attend",
        &["Rule::FewAttend", "Rule::ManyAttend"],
    ),
    both(
        "R-02",
        "who could find it hard to stay calm writes a letter or helps behind the scenes",
        &["r_02_a_doubt_leads_to_a_letter_or_to_help_behind_the_scenes_and_nobody_says_why"],
    ),
    both(
        "R-03",
        "a letter has a reader who is there",
        &["Rule::LetterNoReader", "Rule::ReaderAway", "Kind::NameReaders"],
    ),
    both(
        "R-04",
        "why somebody is left out is never kept",
        &["r_04_of_somebody_who_is_left_out_only_that_is_kept"],
    ),
    apart(
        "R-05",
        "a professional is asked before there is a day",
        &[
            "each_reason_to_ask_first_has_its_state",
            "r_05_where_a_professional_is_to_be_asked_that_talk_comes_first_and_the_day_is_marked",
            "Rule::DateNotAgreed",
            "Rule::TalkFirst",
            "Kind::TalkToProfessionalFirst",
        ],
        &[
            "open_when_all_was_put_and_nothing_asks",
            "r_05_where_a_professional_is_to_be_asked_that_talk_comes_first_and_the_day_is_marked",
        ],
    ),
    both(
        "R-06",
        "five things are said once, at the start",
        &["r_06_and_r_36_the_five_things_and_the_disclaimer_are_said_once_in_the_first_visit_and_never_again"],
    ),
    both(
        "R-07",
        "four ways, and a professional leads a surprise",
        &[
            "r_07_a_surprise_stands_with_what_studies_found_and_with_who_should_lead",
            "Rule::WayOpen",
            "Rule::SurpriseNoLead",
        ],
    ),
    both(
        "R-08",
        "no number is a promise, and a study says whom it was about",
        &[
            "r_08_a_study_says_whom_it_was_about_and_no_number_is_a_promise",
            "what_is_not_allowed_is_seen",
        ],
    ),
    both(
        "R-09",
        "detox is a first step, and opioids want an option with medicine",
        &[
            "r_09_a_detox_program_says_what_it_is_not_where_it_is_chosen",
            "r_09_a_detox_program_is_never_the_last_step",
            "a_prescriber_who_was_asked_is_enough",
            "Rule::DetoxAlone",
            "Rule::NoMedicineOption",
            "Kind::BeforeDetox",
        ],
    ),
    both(
        "R-10",
        "after days without, the old amount can kill: before detox, after leaving, after any break",
        &[
            "r_10_after_days_without_both_pages_say_that_the_old_amount_can_kill",
            "r_10_a_plan_with_opioids_says_after_what_the_old_amount_can_kill",
            "Kind::BeforeDetox",
            "Kind::FirstWeeks",
            "Kind::FirstDayOut",
            "Kind::Tolerance",
        ],
    ),
    both(
        "R-11",
        "alcohol and calming pills are not stopped suddenly",
        &[
            "r_11_what_is_dangerous_to_stop_says_so_where_it_is_ticked",
            "r_11_alcohol_and_calming_pills_are_not_stopped_suddenly",
            "Rule::StoppingAlone",
            "Rule::WithdrawalCare",
            "Kind::StopSlowly",
        ],
    ),
    both(
        "R-12",
        "no steps for detox at home",
        &["r_12_there_are_no_steps_for_detox_at_home"],
    ),
    apart(
        "R-13",
        "talk of suicide: a professional first, somebody stays, the crisis line",
        &[
            "each_reason_that_closes_has_its_state",
            "r_13_after_a_yes_or_not_sure_somebody_stays_and_the_crisis_line_is_there_whatever_the_answer",
            "Rule::NobodyTonight",
        ],
        &[
            "open_when_all_was_put_and_nothing_asks",
            "after_the_question_on_suicide_the_line_is_there_for_the_planner_too",
            "Rule::NobodyTonight",
        ],
    ),
    both(
        "R-14",
        "a safety plan is made with a clinician, not here",
        &["r_14_a_safety_plan_is_named_once_with_its_parts_and_left_to_a_clinician"],
    ),
    apart(
        "R-15",
        "harm or fear: no day and no meeting",
        &[
            "each_reason_that_closes_has_its_state",
            "a_closed_gate_leaves_no_word_of_a_meeting",
            "a_closed_gate_asks_for_no_way_attendee_boundary_word_or_day",
        ],
        &[
            "open_when_all_was_put_and_nothing_asks",
            "after_a_yes_to_harm_it_is_said_what_can_be_done_now",
        ],
    ),
    apart(
        "R-16",
        "the plan may be found: its name says nothing, and it can be deleted",
        &["r_16_the_name_of_the_plan_says_nothing", "only_the_word_removes_a_plan"],
        &["without_a_plan_nothing_is_asked"],
    ),
    both(
        "R-17",
        "nobody under 18 attends, and each child has an adult",
        &[
            "r_17_somebody_under_18_gets_their_own_support_and_nothing_else",
            "a_person_under_18_needs_a_youth_professional_who_is_known_named_and_told",
            "Rule::ChildInRoom",
            "Rule::ChildCarer",
            "Kind::NoMinors",
        ],
    ),
    both(
        "R-18",
        "kinds of help have plain names, and a clinician finds the level of care",
        &[
            "r_18_a_level_of_care_is_kept_as_it_was_written_and_a_kind_has_a_plain_name",
            "r_18_nobody_is_asked_for_a_level_of_care",
        ],
    ),
    both(
        "R-19",
        "two options of different kinds, and for opioids one with medicine",
        &["Rule::FewOptions", "Rule::NoMedicineOption"],
    ),
    both(
        "R-20",
        "a yes or no can be \"not asked yet\"",
        &["r_20_every_yes_or_no_about_a_place_can_be_not_asked_yet_and_is_asked_again"],
    ),
    both(
        "R-21",
        "\"not sure\" and \"none yet\" are answers about a professional, and lead to a task",
        &[
            "r_21_who_has_none_yet_is_asked_nothing_more_and_not_sure_is_an_answer",
            "Rule::NoProfessional",
            "Kind::CallProfessional",
        ],
    ),
    apart(
        "R-22",
        "no company is named, ranked or linked, and no contact is added",
        &[
            "r_22_no_company_is_named_where_a_family_looks_for_help",
            "r_22_no_address_of_a_company_is_printed",
            "no_contact_is_added",
        ],
        &["an_ordinary_sentence_may_change", "what_stands_there_already_may_stay"],
    ),
    apart(
        "R-23",
        "a professional who advises against a meeting is heard",
        &[
            "a_professional_who_advises_against_closes_it",
            "a_closed_gate_leaves_no_word_of_a_meeting",
            "Rule::ProSaysNotYet",
            "Rule::ProNotAsked",
        ],
        &[
            "a_named_professional_who_was_told_opens_it_again",
            "Rule::ProSaysNotYet",
            "Rule::ProNotAsked",
        ],
    ),
    apart(
        "R-24",
        "a boundary says what I will do, from when, and what stays",
        &[
            "every_threat_of_the_table_gets_a_hint_for_its_own_words",
            "Rule::BoundaryNoStays",
            "Rule::BoundaryNotAlone",
        ],
        &[
            "every_boundary_of_the_table_passes_with_what_stays",
            "Rule::BoundaryNoStays",
            "Rule::BoundaryNotAlone",
        ],
    ),
    both(
        "R-25",
        "a boundary on housing is talked over first",
        &[
            "r_25_what_ends_housing_says_what_being_without_a_home_means",
            "r_25_and_r_26_are_heard_in_the_words",
            "Rule::HousingBoundary",
            "Kind::CheckBoundaries",
        ],
    ),
    both(
        "R-26",
        "some things are never withdrawn",
        &[
            "r_26_what_is_never_withdrawn_is_said_beside_the_first_boundary_only",
            "r_26_what_is_never_withdrawn_stands_beside_boundaries_and_not_beside_a_closed_gate",
            "r_26_what_is_never_withdrawn_stands_beside_the_boundaries",
            "what_keeps_alive_is_not_taken_back",
            "r_25_and_r_26_are_heard_in_the_words",
        ],
    ),
    both(
        "R-27",
        "a child keeps home, food and care",
        &[
            "Rule::YoungHousing",
            "r_27_what_is_owed_to_somebody_under_18_is_heard_in_the_words",
        ],
    ),
    apart(
        "R-28",
        "a letter tells what I saw and felt, and leaves out blame",
        &[
            "it_blames_nobody",
            "r_28_guilt_and_shame_are_heard_and_feelings_are_not",
            "love_comes_first_and_something_is_asked",
            "more_than_three_events_are_too_many",
            "over_five_hundred_words_are_too_many",
            "Rule::StatementUnfinished",
        ],
        &[
            "praise_is_no_blame",
            "nothing_written_is_no_fault",
            "what_the_words_begin_with_passes",
        ],
    ),
    both(
        "R-29",
        "each hard reply has one speaker and a calm answer",
        &["Rule::NobodyAnswers", "an_answer_stays_calm"],
    ),
    both(
        "R-30",
        "each who helps has a task for their own support",
        &[
            "r_30_each_who_helps_has_their_own_support_today_and_nobody_else_has",
            "Rule::NoSupport",
        ],
    ),
    apart(
        "R-31",
        "words that hurt, and the proper names that may hold them",
        &[
            "each_term_is_found_in_all_its_forms",
            "a_term_is_found_in_all_its_forms_and_in_any_case",
        ],
        &[
            "names_and_plain_words_are_left_alone",
            "names_and_longer_words_are_left_alone",
        ],
    ),
    both(
        "R-32",
        "a help line stands with its country and the day it was checked",
        &[
            "r_32_when_the_numbers_were_read_is_said_and_what_is_more_than_a_year_old_says_so",
            "every_country_fits_80_columns_and_what_is_to_be_checked_stands_apart_below",
            "without_a_listed_country_there_is_a_line_to_write_on",
        ],
    ),
    both(
        "R-33",
        "a court order is a pointer to a lawyer",
        &["r_33_a_court_order_is_a_pointer_to_a_lawyer_and_nothing_more"],
    ),
    apart(
        "R-34",
        "only what is needed is asked, and what is kept is private",
        &[
            "r_34_every_page_says_that_it_is_private_and_its_title_says_nothing",
            "what_was_heard_is_written_only_by_choice",
        ],
        &["r_39_what_is_never_asked_has_no_place_in_the_file_and_paper_leaves_room_to_write"],
    ),
    both(
        "R-35",
        "counselors are told of their duties, and no claim is made",
        &[
            "r_35_counselors_are_told_of_their_duties_and_no_claim_is_made",
            "r_35_no_law_is_said_to_be_met",
        ],
    ),
    apart(
        "R-36",
        "what this tool cannot do, once on screen and once on paper",
        &[
            "r_06_and_r_36_the_five_things_and_the_disclaimer_are_said_once_in_the_first_visit_and_never_again",
            "r_36_every_page_says_once_what_this_tool_cannot_do",
        ],
        &["r_06_and_r_36_the_five_things_and_the_disclaimer_are_said_once_in_the_first_visit_and_never_again"],
    ),
    both(
        "R-37",
        "selling, theft and crimes are left out",
        &[
            "an_event_leaves_out_selling_dealers_theft_and_crimes",
            "each_kind_of_text_is_heard_by_its_own_rules",
        ],
    ),
    both(
        "R-38",
        "the checklist sums up on top, and each task is one clear step",
        &["r_38_the_checklist_sums_up_in_three_lines_and_each_task_is_one_step_with_who_when_and_any_reason_it_has"],
    ),
    apart(
        "R-39",
        "every question can be left open, and what is never asked is room to write on paper",
        &["r_39_every_question_can_be_left_open"],
        &["r_39_what_is_never_asked_has_no_place_in_the_file_and_paper_leaves_room_to_write"],
    ),
    both(
        "R-40",
        "a day that is near or not known: safety first, the same order, and ask whether to wait",
        &[
            "today_comes_first_and_safety_first_of_all",
            "without_a_day_there_is_no_date_but_a_distance",
            "Rule::DateSoon",
        ],
    ),
    both(
        "R-41",
        "a task names a way around money, a car and the internet",
        &[
            "r_41_a_task_that_needs_money_a_car_or_the_internet_names_a_way_around_it",
            "Rule::NoDriver",
        ],
    ),
];
