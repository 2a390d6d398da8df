//! The rules.

use super::{Row, apart, both};

pub const ROWS: &[Row] = &[
    both(
        "R-51",
        "where naloxone comes from is said by country",
        &["r_51_where_naloxone_comes_from_is_said_by_country"],
    ),
    apart(
        "R-52",
        "whatever brings somebody near is said with \"if that is safe\", and what to do about fear comes first",
        &[
            "r_52_whatever_brings_somebody_near_is_said_with_its_condition",
            "r_52_what_to_do_about_fear_comes_before_whatever_brings_somebody_near",
        ],
        &["r_52_a_sentence_without_its_condition_is_seen"],
    ),
    both(
        "R-53",
        "after a death fear is spoken of only where somebody alive is feared",
        &["r_53_after_a_death_fear_is_spoken_of_only_where_somebody_alive_is_feared"],
    ),
    both(
        "R-54",
        "the violence line is that of the country, nation or province, and one for women is never one for anyone",
        &[
            "r_54_the_violence_line_in_a_sentence_is_that_of_the_place_and_never_one_for_women_as_if_for_anyone",
            "r_54_after_a_yes_to_harm_each_place_has_its_own_line_and_one_for_women_says_so",
            "r_54_no_page_and_no_sentence_for_one_country_has_a_number_of_another",
        ],
    ),
    both(
        "R-55",
        "may opioids be hidden in it is one question, is one used another",
        &[
            "r_55_whether_opioids_may_be_hidden_is_one_question_and_whether_one_is_used_another",
            "r_55_on_the_phone_each_thing_that_is_used_has_its_own_question",
            "r_55_without_an_opioid_the_page_of_a_call_asks_for_another_treatment",
            "r_55_no_list_without_an_opioid_speaks_of_methadone_or_buprenorphine",
            "Rule::NoMedicineOption",
            "Rule::NotSuited",
            "Kind::AskMedicine",
            "Kind::AskAlcohol",
            "Kind::AskStimulants",
            "Kind::AskTaper",
        ],
    ),
    both(
        "R-56",
        "only naltrexone is a no for opioids, and a yes for alcohol",
        &[
            "r_56_naltrexone_alone_is_a_no_for_opioids_and_a_yes_for_alcohol",
            "Rule::NoMedicineOption",
        ],
    ),
    both(
        "R-57",
        "a line says where it serves and whom it truly serves",
        &["r_57_a_line_says_where_it_serves_and_for_whom_it_truly_is"],
    ),
    both(
        "R-58",
        "what a country has no line for is said",
        &[
            "r_58_what_a_country_has_no_line_for_is_said_above_those_there_are_and_in_the_whole_list",
            "r_58_a_page_says_what_its_country_has_no_line_for",
        ],
    ),
    both(
        "R-59",
        "what is not sure stands apart to be checked first, and what is doubtful nowhere",
        &[
            "r_59_what_is_not_sure_stands_apart_and_never_among_crisis_lines_or_inside_a_sentence",
            "r_59_what_is_to_be_checked_first_is_said_once_on_a_page_below_all_that_is_sure",
        ],
    ),
];
