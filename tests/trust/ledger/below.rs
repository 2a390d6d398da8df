//! What goes wrong underneath: with the process, the disk, what a file holds.

use super::{Row, by, not};

pub const ROWS: &[Row] = &[
    by(
        "process-1",
        "killed between two keys: the plan is whole, and the open question is asked again",
        &[
            "killed_between_answers_it_goes_on_with_the_open_question_and_asks_nothing_twice",
            "killed_before_the_first_kept_answer_it_leaves_nothing_behind",
            "killed_between_two_keys_of_an_answer_the_ones_before_are_whole_and_it_is_asked_again",
        ],
    ),
    by(
        "process-2",
        "killed at any call of a save: the old file or the new",
        &["done_killed_at_any_call", "a_visit_killed_at_any_call"],
    ),
    by(
        "process-3",
        "ended by the system or with its window, told so (143, 129) or not: terminal back, nothing to a dead window",
        &[
            "sigterm_ends_every_kind_of_question_with_143",
            "sighup_ends_every_kind_of_question_with_129_and_says_nothing",
            "a_terminal_that_is_closed_ends_the_visit_in_each_kind_of_question_and_the_plan_is_whole",
            "what_was_half_typed_is_there_again_whatever_ended_the_visit",
        ],
    ),
    by(
        "process-4",
        "nobody listens on stdout or stderr any more: no panic",
        &[
            "a_reader_that_leaves_early_is_no_error",
            "a_reader_that_has_seen_enough_is_no_error",
        ],
    ),
    by(
        "process-5",
        "Ctrl-C once and twice, in each question and in a save",
        &[
            "ctrl_c_ends_every_kind_of_question_with_130",
            "ctrl_c_twice_is_ctrl_c",
            "a_signal_during_a_save_leaves_the_old_plan_or_the_new",
            "a_signal_at_the_question_of_two_plans_says_where_the_newest_answers_are",
            "a_signal_at_a_failed_save_says_that_it_is_not_saved_and_in_another_place_that_it_is",
        ],
    ),
    by(
        "process-6",
        "a storm of window sizes",
        &["a_storm_of_sizes_leaves_no_question"],
    ),
    by(
        "process-7",
        "stopped and woken again: the question and what was typed are whole; where a passphrase is typed no key stops it",
        &[
            "a_field_is_whole_again_after_the_program_was_stopped_and_woken",
            "no_key_stops_the_program_where_a_passphrase_is_typed_unseen",
        ],
    ),
    by(
        "process-8",
        "a reader that has seen enough of what is printed",
        &["a_reader_that_leaves_early_is_no_error"],
    ),
    by(
        "process-9",
        "a mistake of its own: terminal back, the place of the plan is said and none of its words",
        &[
            "a_mistake_of_its_own_says_where_the_plan_is_and_nothing_of_it",
            "a_window_of_one_row_breaks_no_list",
            "a_mistake_of_its_own_in_a_terminal_leaves_it_as_it_was_found_and_the_plan_whole",
        ],
    ),
    by(
        "process-10",
        "no memory or stack is left: large files are not read, and the plan on the disk is whole",
        &[
            "a_file_beyond_the_limit_is_not_read",
            "what_is_no_plan_is_named",
            "a_visit_killed_at_any_call",
        ],
    ),
    by(
        "process-11",
        "two windows on one plan",
        &[
            "a_second_window_may_look_wait_or_take_a_copy",
            "one_window_works_on_a_plan_and_what_a_kill_left_goes",
        ],
    ),
    by(
        "process-12",
        "a folder that cannot lock, and a plan that changed underneath",
        &[
            "a_folder_without_locks_works_and_is_named_in_a_visit",
            "what_somebody_else_wrote_is_never_written_over",
        ],
    ),
    by(
        "disk-1",
        "the disk is full, or has no room for another file",
        &[
            "a_disk_that_is_full_leaves_the_old_file_and_nothing_else",
            "done_with_a_disk_that_is_full",
            "a_failed_save_can_go_to_another_place_and_the_plan_goes_on_there",
        ],
    ),
    by(
        "disk-2",
        "an error while writing or syncing is a save that failed; the next one begins a new file",
        &[
            "a_disk_that_cannot_sync_leaves_the_old_file_and_nothing_else",
            "a_visit_with_a_disk_that_gives_an_error",
        ],
    ),
    by(
        "disk-3",
        "the folder cannot be synced: the new file is there, and that is said",
        &[
            "a_folder_that_cannot_sync_has_the_new_file_and_says_so",
            "a_disk_that_cannot_sync_takes_pages_and_lets_a_plan_go",
        ],
    ),
    by(
        "disk-4",
        "an error while reading: no empty plan takes its place",
        &[
            "a_damaged_or_newer_file_is_never_written_to",
            "a_visit_with_a_disk_that_gives_an_error",
            "a_plan_that_cannot_be_read_is_said_and_nothing_is_written",
            "whichever_reading_of_the_plan_fails_the_old_file_or_the_new_is_there",
        ],
    ),
    by(
        "disk-5",
        "an interrupted call, a short write: nobody notices",
        &[
            "a_call_that_is_interrupted_is_done_again_unseen",
            "a_write_that_takes_a_part_at_first_is_gone_on_with_and_nobody_notices",
        ],
    ),
    by(
        "disk-6",
        "a disk that says yes and writes nothing",
        &[
            "a_disk_that_says_yes_and_writes_nothing_is_found_out",
            "what_was_written_is_compared",
        ],
    ),
    by(
        "disk-7",
        "a folder or a file that is read-only is found out before the first question",
        &[
            "a_folder_that_is_read_only_leaves_the_old_file_and_nothing_else",
            "a_file_made_read_only_is_left_alone",
            "a_place_that_cannot_be_written_is_said_before_the_first_question",
        ],
    ),
    by(
        "disk-8",
        "the new file cannot take the place of the old",
        &["a_rename_that_is_refused_leaves_the_old_file_and_nothing_else"],
    ),
    by(
        "disk-9",
        "a save that takes long: that is said, and Ctrl-C works during it",
        &[
            "a_save_that_takes_long_says_so_before_the_next_question",
            "a_signal_during_a_save_leaves_the_old_plan_or_the_new",
        ],
    ),
    by(
        "disk-10",
        "the plan is a link, to a file, to nowhere or to itself",
        &[
            "the_link_of_a_plan_stays_a_link_and_any_other_is_replaced_and_not_followed",
            "a_link_to_nowhere_or_to_itself_is_named_and_left",
        ],
    ),
    by(
        "disk-11",
        "a folder, a pipe, a socket or a device stands there",
        &["what_is_no_file_is_neither_read_nor_replaced"],
    ),
    not(
        "disk-12",
        "the file has a second name",
        "a new file in its place parts the two names, which harms neither",
    ),
    by(
        "disk-13",
        "a path that is no text, a name no file can have",
        &[
            "a_path_that_is_no_text_is_a_path",
            "the_name_of_a_file_says_its_format_where_nothing_else_does",
        ],
    ),
    by(
        "disk-14",
        "the folder goes away during a visit",
        &["a_failed_save_can_go_to_another_place_and_the_plan_goes_on_there"],
    ),
    by(
        "disk-15",
        "whatever the umask, files are for their owner only",
        &["files_and_folders_are_the_owners_whatever_the_umask"],
    ),
    by(
        "disk-16",
        "what a save left behind that was cut off",
        &[
            "leftovers_are_those_of_this_plan",
            "one_window_works_on_a_plan_and_what_a_kill_left_goes",
            "what_was_left_by_a_save_that_was_cut_off_is_no_second_version",
        ],
    ),
    by(
        "disk-17",
        "the power goes out: what is written is synced before it takes its place",
        &["what_is_written_is_on_the_disk_before_it_takes_its_place"],
    ),
    by(
        "content-1",
        "the file ends too early, anywhere",
        &[
            "every_prefix_is_damage",
            "every_beginning_of_a_plan_is_damage_and_never_a_plan",
        ],
    ),
    by(
        "content-2",
        "one bit is another: refused, or read and written whole; a plan may be changed by hand",
        &[
            "no_flipped_bit_panics_or_writes_a_file_that_does_not_open",
            "a_plan_with_any_one_bit_turned_over_is_refused_or_read_and_written_whole",
        ],
    ),
    by(
        "content-3",
        "an empty file, or one of zeros",
        &[
            "what_is_no_plan_is_named",
            "a_damaged_plan_goes_on_in_a_copy_of_the_newest_good_version_and_stays_as_it_is",
        ],
    ),
    by(
        "content-4",
        "a file, a field or a list beyond all measure",
        &[
            "a_file_beyond_the_limit_is_not_read",
            "what_is_longer_than_a_plan_can_hold_is_refused_with_its_place",
        ],
    ),
    by(
        "content-5",
        "a hundred thousand brackets",
        &["what_is_no_plan_is_named"],
    ),
    by(
        "content-6",
        "the same key twice",
        &[
            "the_second_of_two_same_keys_is_named_at_any_depth_with_both_places",
            "a_key_that_stands_twice_is_named_as_a_person_says_it_or_as_it_stands_in_the_file",
        ],
    ),
    by(
        "content-7",
        "something stands behind the end",
        &["what_is_no_plan_is_named"],
    ),
    by(
        "content-8",
        "keys this program does not know",
        &[
            "unknown_keys_stay_where_they_were_over_many_visits",
            "nothing_unknown_is_lost_moved_or_changed",
        ],
    ),
    by(
        "content-9",
        "no version, a wrong one, a newer one",
        &[
            "what_is_no_plan_is_named",
            "a_plan_of_a_newer_format_is_refused_and_left_alone",
        ],
    ),
    by(
        "content-10",
        "a mark of the byte order, UTF-16",
        &["the_bytes_of_other_encodings_are_named"],
    ),
    by(
        "content-11",
        "bytes that are no letters",
        &[
            "the_bytes_of_other_encodings_are_named",
            "no_bytes_break_the_reading_of_a_plan",
        ],
    ),
    by(
        "content-12",
        "half a letter behind a backslash",
        &["no_bytes_break_the_reading_of_a_plan", "what_is_no_plan_is_named"],
    ),
    by(
        "content-13",
        "what would steer a terminal stands in an answer",
        &[
            "no_control_is_left",
            "what_was_typed_is_shown_cleaned_and_no_gap_is_left",
            "a_hostile_plan_adds_no_property_and_no_component",
            "no_command_prints_anything_that_steers_a_terminal",
        ],
    ),
    by(
        "content-14",
        "numbers no computer holds stay as they stand",
        &[
            "a_number_that_nobody_knows_is_spelled_as_it_was",
            "every_old_plan_is_written_back_as_it_was",
        ],
    ),
    by(
        "content-15",
        "another kind of file",
        &["a_file_that_is_no_plan_is_refused_by_every_command_and_left_as_it_is"],
    ),
    by(
        "content-16",
        "changed by hand: a comma, a comment, a wrong kind",
        &[
            "damage_is_told_with_its_place",
            "every_fault_is_told_with_its_path_in_the_file",
            "every_fault_is_told_with_its_place_in_the_file_and_the_rest_is_read",
        ],
    ),
    by(
        "content-17",
        "right in form and impossible in sense",
        &[
            "the_second_of_two_same_ids_is_named",
            "check_lists_every_fault_and_an_open_answer_is_none",
        ],
    ),
    by(
        "content-18",
        "anything at all where an answer stood",
        &[
            "whatever_stands_in_a_plan_what_is_kept_of_it_is_read_as_the_same_again",
            "a_list_where_an_object_belongs_is_a_fault_and_stays_as_it_stood",
        ],
    ),
];
