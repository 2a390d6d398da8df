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
];
