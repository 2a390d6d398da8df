//! What goes wrong in front of the program and behind it: with the typing, time, pages, secrets.

use super::{Row, by, not};

pub const ROWS: &[Row] = &[
    by(
        "typing-1",
        "windows from 1x1 to 500 columns, smaller in the middle of a list",
        &[
            "ten_minutes_go_through_windows_too_small_to_read",
            "ten_minutes_fit_a_window_of_five_hundred_columns",
            "a_window_of_one_row_breaks_no_list",
            "a_list_goes_on_through_every_size",
            "a_line_goes_on_through_every_size",
            "a_field_is_whole_again_in_a_window_of_another_size",
        ],
    ),
    by(
        "typing-2",
        "a dumb terminal, a screen reader",
        &[
            "ten_minutes_by_numbers_send_no_escape",
            "everything_that_asks_for_plain_gets_it",
        ],
    ),
    by(
        "typing-3",
        "the answers come from a pipe, and end",
        &["a_pipe_feeds_the_same_ten_minutes_and_its_end_is_leaving_wherever_it_comes"],
    ),
    by(
        "typing-4",
        "invisible and steering characters are typed or pasted",
        &[
            "what_steers_a_terminal_is_taken_out_of_what_is_typed",
            "unseen_characters_go",
            "whole_sequences_go",
        ],
    ),
    by(
        "typing-5",
        "a paste of several lines, and of a megabyte",
        &[
            "a_paste_of_three_lines_is_joined_and_waits_for_enter",
            "a_megabyte_pasted_is_one_answer_too_long_for_a_plan_and_that_is_said",
        ],
    ),
    by(
        "typing-6",
        "Ctrl-C, Ctrl-D and Ctrl-Z inside a paste",
        &[
            "a_line_break_and_ctrl_c_inside_a_paste_are_part_of_it",
            "ctrl_c_in_a_paste_without_brackets_leaves_and_answers_nothing",
        ],
    ),
    by(
        "typing-7",
        "twenty Enters typed ahead",
        &[
            "twenty_enters_typed_ahead_begin_no_plan",
            "twenty_enters_typed_ahead_change_no_answer_of_a_whole_plan",
        ],
    ),
    by(
        "typing-8",
        "reports of mouse and focus, keys that mean nothing here",
        &[
            "reports_of_mouse_and_focus_answer_nothing_and_leave_no_letters",
            "ctrl_d_in_a_list_answers_nothing",
        ],
    ),
    by(
        "typing-9",
        "a letter in pieces, bytes that are no letter",
        &[
            "a_letter_that_comes_byte_by_byte_is_one_letter",
            "bytes_that_are_no_letter_break_nothing_and_the_letters_around_them_stay",
        ],
    ),
    by(
        "typing-10",
        "wide letters, piled accents, families of emoji",
        &[
            "letters_of_every_kind_are_kept_and_stand_there_again",
            "backspace_takes_back_whole_letters",
            "names_survive",
            "a_cut_fits",
        ],
    ),
    by(
        "typing-11",
        "escape sequences in a wrong argument",
        &["what_was_typed_is_shown_cleaned_and_no_gap_is_left"],
    ),
    by(
        "time-1",
        "the clock is set back, or a plan is from the future: versions are ordered by number",
        &[
            "an_undo_goes_further_back_each_time_and_never_to_and_fro",
            "the_ends_of_the_calendar_are_faults",
            "versions_go_by_their_numbers_whatever_the_clock_says",
            "a_plan_from_days_to_come_is_a_plan",
        ],
    ),
    by(
        "time-2",
        "an hour that a night does not have: times are kept as typed and float in a calendar",
        &[
            "the_hour_stays_across_a_change_to_daylight_saving_time_and_back",
            "a_time_floats",
        ],
    ),
    by(
        "time-3",
        "an hour that a night has twice",
        &["the_hour_stays_across_a_change_to_daylight_saving_time_and_back"],
    ),
    // No zone is kept or asked for: the day is the computer's own.
    by(
        "time-4",
        "a wrong name of a time zone: the day is that of UTC, nothing breaks, and the day stands on each page",
        &["a_time_zone_that_there_is_not_is_the_worlds_and_the_day_stands_on_the_page"],
    ),
    by(
        "time-5",
        "the 29th of February, the 31st of April, a million weeks",
        &["no_such_days", "too_far", "known_pieces_never_panic"],
    ),
    by(
        "time-6",
        "a day that has passed, tonight, in ten years: read back before it counts",
        &[
            "too_far",
            "counted_from_today",
            "nobody_can_have_agreed_on_a_day_to_come",
        ],
    ),
    by(
        "page-1",
        "a script, a link or a picture in an answer stays text in HTML",
        &[
            "every_page_is_for_everybody_in_a_real_browser_and_does_nothing_of_its_own",
            "every_page_is_valid",
        ],
    ),
    by(
        "page-2",
        "marks of Markdown in an answer stay text",
        &["what_was_typed_is_never_markup"],
    ),
    by(
        "page-3",
        "a line break in an answer adds nothing to a calendar",
        &[
            "what_was_typed_adds_no_line",
            "a_hostile_plan_adds_no_property_and_no_component",
        ],
    ),
    by(
        "page-4",
        "no cell of a table is a formula",
        &["no_cell_begins_a_formula_and_none_breaks_out"],
    ),
    not("page-5", "a card for an address book", "the program makes none"),
    by(
        "page-6",
        "no name of a file is made from what somebody typed",
        &[
            "all_pages_go_into_a_folder_of_their_own",
            "the_name_of_a_file_says_its_format_where_nothing_else_does",
        ],
    ),
    by(
        "page-7",
        "a file that is there is left, and a page is written whole or not at all",
        &[
            "a_file_that_is_there_is_left_alone_unless_forced",
            "a_page_goes_to_a_file_of_its_format_and_never_over_another",
            "all_pages_killed_at_any_call_are_whole_or_not_there_and_each_is_named",
            "a_file_that_appears_while_pages_are_made_stays_as_it_is",
        ],
    ),
    by(
        "page-8",
        "a page for one reader holds nothing of the others, and nothing private",
        &[
            "no_answer_that_is_private_stands_on_a_page",
            "each_has_what_is_theirs_and_nothing_of_the_others",
        ],
    ),
    by("secret-1", "a core file", &["a_program_that_is_aborted_leaves_no_core"]),
    not(
        "secret-2",
        "memory that the system writes to the disk",
        "it cannot be kept from without unsafe code; the help on privacy says to encrypt the disk",
    ),
    by(
        "secret-3",
        "arguments and environment of a program that is started",
        &[
            "the_surroundings_hold_nothing_of_the_person",
            "only_the_owner_can_look_in_and_nothing_of_the_plan_is_handed_over",
        ],
    ),
    by(
        "secret-4",
        "files beside the plan, and copies after it was deleted",
        &[
            "a_deleted_plan_leaves_nothing_in_the_next",
            "what_a_browser_prints_is_handed_back_and_nothing_stays",
            "the_way_out_of_a_signal_leaves_nothing_and_no_browser",
        ],
    ),
    by(
        "secret-5",
        "what has scrolled away",
        &[
            "hiding_leaves_a_screen_that_says_nothing",
            "the_command_hide_clears_the_window_and_leaves_a_line_that_says_nothing",
            "what_is_somebodys_own_is_leafed_through_and_nothing_of_it_stays",
        ],
    ),
    by(
        "secret-6",
        "an answer in the text of an error",
        &[
            "nothing_that_was_written_shows_in_an_error",
            "a_mistake_of_its_own_says_where_the_plan_is_and_nothing_of_it",
        ],
    ),
    by(
        "secret-7",
        "a folder that is copied to a cloud",
        &["the_folder_that_was_named_is_the_folder", "half_a_home_is_no_home"],
    ),
    by(
        "secret-8",
        "plain versions beside a locked plan",
        &[
            "nothing_older_stays_readable_and_each_keeps_its_time",
            "an_open_plan_in_the_place_of_a_locked_one_is_locked_before_a_word_is_written",
            "copies_that_a_shared_folder_made_of_versions_are_searched_locked_and_removed_as_these",
            "a_failed_save_of_the_lock_leaves_the_plan_as_it_was",
        ],
    ),
];
