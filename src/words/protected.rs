//! What a private copy of the words leaves as it is.

/// What a private copy leaves as it is: a file, and the keys with everything below them, parted by `/` because a key
/// may hold a dot. No keys: the whole file. A sentence that names an emergency or crisis line needs no entry.
pub(super) const PROTECTED: &[(&str, &[&str])] = &[
    ("danger", &[]),
    // How help is given in each country.
    ("country/us", &[]),
    ("country/ca", &[]),
    ("country/gb", &[]),
    ("country/ie", &[]),
    ("country/au", &[]),
    ("country/nz", &[]),
    ("country/none", &[]),
    ("r06", &[]),
    ("lines", &[]),
    ("coach", &[]),
    // The way to danger now, from every question.
    ("ask", &["menu/danger", "signs"]),
    (
        "home",
        &[
            "gate",
            "closed",
            "reason",
            "suicide_after",
            "after_change",
            "no_country",
            "first_country",
        ],
    ),
    // Every printed reason goes through `why`.
    (
        "checklist",
        &[
            "emergency",
            "disclaimer",
            "signs_title",
            "unagreed",
            "why",
            "country_line",
        ],
    ),
    // what is asked, and why.
    (
        "safety",
        &[
            "q/safety.harm",
            "q/safety.suicide",
            "q/safety.means",
            "q/safety.naloxone",
        ],
    ),
    // An answer to a safety question says what it means: "yes" is never read as "no".
    (
        "choices",
        &[
            "yes_no",
            "checked",
            "known",
            "recent",
            "care",
            "naloxone",
            "harm",
            "means",
            "agrees",
            "change",
            "note/substance",
            "note/recent",
            "note/care",
            "note/naloxone",
            "note/means",
            "note/means_young",
            "note/agrees/advised_against",
            "note/pro_role/escort",
            "note/sign/sleepy",
        ],
    ),
    //
    (
        "choices2",
        &[
            "red_flag",
            "note/red_flag",
            "note/medicine",
            "note/objection_kind/rather_dead",
            "note/objection_kind/one_last",
            "note/boundary_kind/living_here",
            "note/boundary_kind/moving_out",
            "note/boundary_kind/phone",
        ],
    ),
    //
    (
        "options",
        &[
            "option_note/detox_program",
            "continues_warning",
            "q/treatment_options.red_flags_noticed",
            "q/treatment_options.medication_offered",
            "q/treatment_options.suited_treatment",
            "q/treatment_options.continues_existing_medication",
            "q/treatment_options.what_happens_after",
            "q/treatment_options.withdrawal_care",
        ],
    ),
    // R-22 and evidence#call.
    (
        "call",
        &[
            "end",
            "listen",
            "next",
            "say/treatment_options.red_flags_noticed",
            "say/treatment_options.suited_treatment.alcohol",
            "say/treatment_options.suited_treatment.calming",
            "say_line",
        ],
    ),
    // How the lines of a call are led in; on paper; R-35.
    ("pages/calls", &["top", "matters_title", "if_no", "if_sign"]),
    (
        "pages/overdose",
        &["naloxone", "none_yet", "roles", "roles_blank", "tolerance"],
    ),
    ("pages/clinic", &["top", "alone_title", "alone", "ask"]),
    ("pages/supervision", &["top"]),
    // what these notes say of.
    (
        "boundaries",
        &[
            "never_line",
            "never_withdraw",
            "kind/bills/note",
            "kind/use_at_home/note",
            "kind/living_here/note",
            "kind/moving_out/note",
            "kind/phone/note",
            "kind/childcare/note",
            "kind/bail/note",
            "kind/shouting/note",
            "kind/valuables/note",
            "kind/debts/note",
            "kind/holidays/note",
            "q/boundaries.kind",
        ],
    ),
    ("words", &["objection/rather_dead"]),
    // who else may see it.
    ("calendar", &["shared"]),
    //
    (
        "day",
        &[
            "unagreed",
            "q/afterwards.tonight",
            "q/afterwards.naloxone_with",
            "q/afterwards.if_use_returns",
        ],
    ),
    //
    (
        "tasks",
        &[
            "task/naloxone",
            "task/learn_overdose_steps",
            "task/lost_tolerance",
            "task/do_not_stop_suddenly",
            "task/call_the_prescriber",
            "task/tell_jail_health",
            "task/talk_to_professional_first",
            "task/save_lines",
            "task/lock_up",
            "task/lock_up_by_adult",
            "task/if_anyone_is_afraid",
            "task/if_talk_of_suicide",
            "task/ask_if_meeting_is_safe",
            "task/ask_about_medicine",
            "task/ask_a_prescriber",
            "task/ask_about_alcohol",
            "task/ask_about_slow_taper",
            "task/missing_danger",
            "task/missing_reach",
            "task/missing_report",
            "task/postpone_kindly",
            "task/sick_means_go_on",
            "task/if_they_leave_early",
            "task/medicine_weeks",
            "task/ask_about_leaving",
            "task/before_detox",
            "task/check_boundaries",
            "task/carry_naloxone",
            "task/postpone_kindly",
            "task/if_there_is_a_wait",
            "task/medicine_goes_on",
            "task/offer_safety",
            "task/prepare_home",
            "task/plan_first_day_out",
            "task/first_four_weeks",
            "task/if_use_returns",
        ],
    ),
    // Facts 3.6, 3.8 and 7.2: nobody is held or followed, and everyone may stop.
    ("pages/person", &["boundaries_line", "boundaries_sent", "turn_line"]),
    (
        "pages/chair",
        &["rules", "stop", "step", "offer", "stop_line", "boundaries_line"],
    ),
    (
        "pages/driver",
        &["rules", "naloxone", "sick", "two_line", "stop_line", "call_line"],
    ),
    (
        "pages/cards",
        &["yes", "not_yet", "no", "walks_out", "unsafe_now", "calm"],
    ),
    // and when nobody talks (evidence#chair).
    ("pages/talk", &["moment"]),
    ("pages/offer", &["stays", "stays_title"]),
    ("pages/after", &["weeks_away", "weeks_opioids", "weeks_home"]),
    // The rules of level *stop*, and those that rest on. Every rule goes through
    // `line` and `why`.
    (
        "ready",
        &[
            "line",
            "why",
            "level",
            "rule/big_change",
            "rule/safety_not_put",
            "rule/gate_closed",
            "rule/date_not_agreed",
            "rule/stops_medicine",
            "rule/detox_alone",
            "rule/stopping_alone",
            "rule/young_housing",
            "rule/young_surprise",
            "rule/naloxone_missing",
            "rule/talk_first",
            "rule/safety_open",
            "rule/medicine_unknown",
            "rule/backup_stops_medicine",
            "rule/withdrawal_care",
            "rule/housing_boundary",
            "rule/nobody_tonight",
            "rule/no_medicine_option",
        ],
    ),
];
