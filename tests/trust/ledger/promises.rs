//! What is promised.

use super::{Row, by};

pub const ROWS: &[Row] = &[
    by(
        "promise-1",
        "each answer is on the disk before the next question appears",
        &[
            "random_visits_keep_their_promises",
            "an_answer_is_on_disk_before_the_next_question_and_the_call_goes_on_there",
            "killed_between_answers_it_goes_on_with_the_open_question_and_asks_nothing_twice",
            "what_is_written_is_on_the_disk_before_it_takes_its_place",
        ],
    ),
    by(
        "promise-2",
        "if the computer stops, at most the answer that was being typed is lost",
        &[
            "a_visit_killed_at_any_call",
            "a_visit_stopped_after_any_reply_ends_in_the_same_plan",
            "a_line_that_the_end_cuts_off_is_no_answer",
        ],
    ),
    by(
        "promise-3",
        "the versions before are kept",
        &[
            "each_change_leaves_what_was_there_and_a_save_of_the_same_leaves_nothing",
            "the_last_ones_stay_and_the_newest_of_each_of_the_last_days",
            "the_day_of_a_version_stands_in_its_name_and_outlasts_a_copied_folder",
            "a_plan_that_is_gone_goes_on_from_its_newest_version_and_no_new_one_takes_these",
        ],
    ),
    by(
        "promise-4",
        "nothing leaves this computer unless it is exported",
        &[
            "no_socket_is_opened_in_a_whole_visit_or_by_any_command",
            "only_the_owner_can_look_in_and_nothing_of_the_plan_is_handed_over",
            "every_page_is_for_everybody_in_a_real_browser_and_does_nothing_of_its_own",
        ],
    ),
    by(
        "promise-5",
        "the promise stands in the help on privacy and in the README",
        &["the_promise_is_printed_where_people_look_for_it"],
    ),
    by(
        "file-1",
        "a save is a private file of its own, written, synced, put in place and compared; a link stays one",
        &[
            "files_and_folders_are_the_owners_whatever_the_umask",
            "what_is_written_is_on_the_disk_before_it_takes_its_place",
            "the_link_of_a_plan_stays_a_link_and_any_other_is_replaced_and_not_followed",
            "whatever_lies_where_the_next_version_goes_is_passed_by_and_not_written",
            "what_somebody_writes_in_the_last_moment_is_not_written_over",
            "what_was_written_is_compared",
        ],
    ),
    by(
        "file-2",
        "a failed save says so, keeps everything in memory, and offers to try again or another folder",
        &[
            "a_failed_save_is_tried_again_only_when_the_person_says_so",
            "a_failed_save_can_go_to_another_place_and_the_plan_goes_on_there",
            "the_store_is_good_after_a_save_that_failed",
        ],
    ),
    by(
        "file-3",
        "whichever call fails, the old file is there or the new one and nothing else stays behind",
        &[
            "whichever_call_fails_the_old_file_or_the_new_is_there_and_nothing_else",
            "done_with_a_disk_that_gives_an_error",
            "done_killed_at_any_call",
            "a_visit_with_a_disk_that_gives_an_error",
            "a_visit_killed_at_any_call",
        ],
    ),
    by(
        "file-4",
        "a plan that was changed underneath is noticed; both are kept and the person chooses",
        &[
            "what_somebody_else_wrote_is_never_written_over",
            "of_two_plans_both_are_kept_and_the_person_says_which",
            "a_copy_beside_has_a_name_of_its_own_and_goes_with_the_plan",
        ],
    ),
    by(
        "file-5",
        "a second window is told, and may look, wait or take a copy; a folder that cannot lock works",
        &[
            "a_second_window_may_look_wait_or_take_a_copy",
            "no_command_writes_a_plan_that_another_window_works_on",
            "a_folder_without_locks_works_and_is_named_in_a_visit",
        ],
    ),
    by(
        "file-6",
        "what was changed or taken off can be taken back, also after a restart",
        &[
            "undo_twice_goes_two_back_and_a_restore_is_taken_back_too",
            "somebody_taken_off_the_list_comes_back",
            "the_versions_are_listed_with_the_step_in_which_they_were_changed",
            "an_option_taken_off_comes_back",
            "a_whole_step_taken_off_comes_back",
        ],
    ),
    by(
        "file-7",
        "a damaged plan is refused by every command, stays as it is, and a copy of the newest good version goes on",
        &[
            "a_file_that_is_no_plan_is_refused_by_every_command_and_left_as_it_is",
            "a_damaged_plan_goes_on_in_a_copy_of_the_newest_good_version_and_stays_as_it_is",
        ],
    ),
    by(
        "file-8",
        "limits are said when they are met, and nothing is cut in silence",
        &[
            "a_file_beyond_the_limit_is_not_read",
            "what_is_longer_than_a_plan_can_hold_is_refused_with_its_place",
            "a_megabyte_pasted_is_one_answer_too_long_for_a_plan_and_that_is_said",
        ],
    ),
    by(
        "file-9",
        "older formats open, a newer one is refused, and what is not known stays",
        &[
            "every_old_plan_opens_with_no_fault",
            "a_plan_of_a_newer_format_is_refused_and_left_alone",
            "nothing_unknown_is_lost_moved_or_changed",
            "what_is_not_known_stays_where_it_was_when_an_answer_changes",
        ],
    ),
    // A panic comes about where the system refuses a sleep, at the word of `delete`. While a list reads its keys
    // nothing can be made to panic from outside without a hook for tests: the way back is the same, and was not seen
    // there.
    by(
        "terminal-1",
        "each way out, in each kind of question, leaves cursor, echo and modes as they were found",
        &[
            "ctrl_c_ends_every_kind_of_question_with_130",
            "ctrl_c_twice_is_ctrl_c",
            "sigterm_ends_every_kind_of_question_with_143",
            "sighup_ends_every_kind_of_question_with_129_and_says_nothing",
            "a_line_at_a_time_ends_the_same_way",
            "the_end_of_input_on_an_empty_line_leaves",
            "a_signal_at_a_passphrase_or_at_the_word_that_deletes_changes_nothing_and_shows_nothing",
            "a_terminal_that_is_closed_ends_the_visit_in_each_kind_of_question_and_the_plan_is_whole",
            "a_mistake_of_its_own_in_a_terminal_leaves_it_as_it_was_found_and_the_plan_whole",
            "a_mistake_of_its_own_says_where_the_plan_is_and_nothing_of_it",
        ],
    ),
    by(
        "terminal-2",
        "a signal during a save leaves the old plan or the new",
        &["a_signal_during_a_save_leaves_the_old_plan_or_the_new"],
    ),
    by(
        "terminal-3",
        "no size of window breaks a visit, and no change of it leaves a question",
        &[
            "ten_minutes_go_through_windows_too_small_to_read",
            "ten_minutes_fit_a_window_of_five_hundred_columns",
            "a_storm_of_sizes_leaves_no_question",
            "a_window_of_one_row_breaks_no_list",
        ],
    ),
    by(
        "terminal-4",
        "a word confirms what cannot be undone: it has no default and was typed after the question was seen",
        &[
            "the_word_that_deletes_counts_only_when_it_is_typed_after_the_question",
            "nothing_but_the_word_deletes",
            "only_the_word_removes_a_plan",
        ],
    ),
    by(
        "terminal-5",
        "keys typed ahead change nothing",
        &[
            "twenty_enters_typed_ahead_begin_no_plan",
            "twenty_enters_typed_ahead_change_no_answer_of_a_whole_plan",
            "a_paste_without_brackets_answers_no_list_and_leafs_past_no_page",
        ],
    ),
    by(
        "terminal-6",
        "one line at a time sends no escape sequence",
        &[
            "ten_minutes_by_numbers_send_no_escape",
            "nothing_but_letters_is_printed_and_no_line_is_too_wide",
        ],
    ),
    by(
        "shown-1",
        "one sanitiser for what comes in and for what goes out",
        &[
            "no_control_is_left",
            "cleaning_twice_changes_nothing",
            "names_survive",
            "names_survive_among_rubbish",
        ],
    ),
    by(
        "shown-2",
        "every question can be left at once with a clean window, and the help says how",
        &[
            "hiding_leaves_a_screen_that_says_nothing",
            "every_wish_has_a_sign_and_a_row_and_danger_comes_first",
            "the_help_names_the_way_to_hide",
        ],
    ),
    by(
        "shown-3",
        "the window can be cleared afterwards too; where it cannot, that is said and nothing else is promised",
        &[
            "the_command_hide_clears_the_window_and_leaves_a_line_that_says_nothing",
            "where_no_screen_can_be_cleared_it_says_so",
            "a_cleared_screen_is_not_promised_where_lines_only_follow_one_another",
        ],
    ),
    by(
        "shown-4",
        "a locked plan opens with the passphrase only, whole or not at all",
        &[
            "another_passphrase_or_none_opens_nothing",
            "a_plan_that_was_cut_off_or_changed_is_left_as_it_is",
            "a_key_file_that_is_gone_or_changed_is_named",
            "every_command_works_with_the_passphrase_in_a_file_and_asks_nothing",
            "the_tool_of_another_hand_opens_the_key_and_the_plan",
            "a_plan_is_locked_by_hand_visited_and_left",
        ],
    ),
    by(
        "shown-5",
        "a passphrase is never shown or said again",
        &[
            "a_passphrase_is_kept_as_it_was_typed_and_not_said_again",
            "saved_pages_go_or_stay_and_the_page_with_the_way_back_holds_no_passphrase",
            "nothing_secret_shows_in_an_error",
        ],
    ),
    by(
        "shown-6",
        "what is forgotten is gone from the plan and from every version",
        &[
            "an_answer_is_gone_from_the_file_and_nothing_else_is",
            "what_is_forgotten_is_gone_from_every_version_and_no_undo_brings_it_back",
            "forget_killed_at_any_call_is_not_done_or_done_everywhere",
            "every_question_can_be_forgotten",
        ],
    ),
    by(
        "shown-7",
        "delete names each file that goes, and what cannot be reached",
        &[
            "delete_wants_the_word_and_takes_the_end_of_input_for_no",
            "delete_takes_the_link_its_target_and_unfinished_copies",
            "delete_names_the_other_plans_of_the_name_and_what_is_not_its_own_and_leaves_them",
        ],
    ),
    by(
        "shown-8",
        "where they can open this computer, nothing is kept before that was asked",
        &[
            "who_can_open_the_computer_is_asked_before_anything_is_kept",
            "nothing_is_kept_on_a_computer_they_can_open",
            "they_can_open_this_computer_and_nothing_is_ever_kept_in_the_clear",
        ],
    ),
    by(
        "shown-9",
        "a passphrase is wiped from memory",
        &["a_passphrase_is_not_in_the_memory_of_the_visit_it_opened"],
    ),
];
