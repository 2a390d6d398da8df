//! The table of a step. Macros, so that a question stays one line.

/// One question a row: its field, the shortest length that asks it, its kind with the place of its answer, and what
/// narrows it: `Love, TenMinutes, paragraph(person.love), on_same_screen();`.
macro_rules! questions {
    ($($field:ident, $tier:ident, $kind:ident($($at:tt)+) $(.$more:ident($($arg:tt)*))* $(, $how:ident($($when:tt)*))*;)+) => {
        &[$($crate::journey::Question::new(
            $crate::plan::Field::$field,
            $crate::journey::Tier::$tier,
            &$crate::steps::table::kind!($kind($($at)+)) $(.$more($($arg)*))*,
        ) $(.$how($($when)*))*),+]
    };
}
pub(super) use questions;

/// The kinds of questions by their short names; `own` is one that is written out.
macro_rules! kind {
    (own($kind:expr)) => { $kind };
    (private($answer:ident, $after:ident)) => {
        $crate::journey::kinds::PrivateAnswer { get: |told| &told.$answer, get_mut: |told| &mut told.$answer, after: $after }
    };
    (pick($($at:tt)+)) => { $crate::journey::kinds::Pick::of($crate::plan::at!($($at)+)) };
    (ticks($($at:tt)+)) => { $crate::journey::kinds::Ticks::of($crate::plan::at!($($at)+)) };
    (line($($at:tt)+)) => { $crate::steps::table::kind!(Nothing: $($at)+) };
    (name($($at:ident).+ [] . $name:ident, $phone:ident)) => {
        $crate::journey::kinds::NameInput {
            name: $crate::plan::at!($($at).+ [] . $name),
            phone: $crate::plan::at!($($at).+ [] . $phone),
            begin: |_, _, _| String::new(),
        }
    };
    (phone($($at:tt)+)) => { $crate::steps::table::kind!(Phone: $($at)+) };
    (email($($at:tt)+)) => { $crate::steps::table::kind!(Email: $($at)+) };
    (web($($at:tt)+)) => { $crate::steps::table::kind!(Web: $($at)+) };
    ($check:ident: $($at:tt)+) => {
        $crate::journey::kinds::LineInput($crate::plan::at!($($at)+), $crate::journey::kinds::LineCheck::$check)
    };
    (paragraph($($at:tt)+)) => { $crate::journey::kinds::TextInput::one_paragraph($crate::plan::at!($($at)+)) };
    (lines($($at:tt)+)) => { $crate::journey::kinds::TextInput::many_lines($crate::plan::at!($($at)+)) };
    (date($($at:tt)+)) => { $crate::journey::kinds::DateInput($crate::plan::at!($($at)+)) };
    (start($($at:tt)+)) => { $crate::journey::kinds::StartInput($crate::plan::at!($($at)+)) };
    (dates($($at:tt)+)) => { $crate::journey::kinds::DatesInput($crate::plan::at!($($at)+)) };
    (person($($at:tt)+)) => { $crate::journey::kinds::PersonPick::any($crate::plan::at!($($at)+)) };
    (adult($($at:tt)+)) => { $crate::journey::kinds::PersonPick::adult($crate::plan::at!($($at)+)) };
    (reader($($at:tt)+)) => { $crate::journey::kinds::PersonPick::reader($crate::plan::at!($($at)+)) };
    (order($($at:tt)+)) => { $crate::journey::kinds::PeopleOrder($crate::plan::at!($($at)+)) };
}
pub(super) use kind;
