use super::super::phrases::english;
use super::*;

const ROWS: [&str; 5] = ["No", "Not sure", "Yes", "Somebody's cat", "Something else"];

fn rows() -> Vec<String> {
    ROWS.iter().map(|row| (*row).to_owned()).collect()
}

fn list(at: Option<usize>) -> ListState {
    ListState::pick(rows(), TypedWords::Any, at)
}

fn ticking(ticks: Vec<bool>) -> ListState {
    ListState::tick(rows(), TypedWords::Any, ticks)
}

/// Presses these letters; `U`, `D`, `E`, `X` and `B` are Up, Down, Enter, Esc and Backspace.
fn press(list: &mut ListState, typed: &str) -> Option<ListEnd> {
    let mut ended = None;
    for letter in typed.chars() {
        let stroke = match letter {
            'U' => Stroke::Up,
            'D' => Stroke::Down,
            'E' => Stroke::Enter,
            'X' => Stroke::Esc,
            'B' => Stroke::Erase,
            letter => Stroke::Letter(letter),
        };
        assert_eq!(ended, None, "it had ended before {letter:?}");
        ended = list.press(stroke, 3, english());
    }
    ended
}

fn picked(at: Option<usize>, typed: &str) -> Option<ListEnd> {
    press(&mut list(at), typed)
}

#[test]
fn without_a_place_to_begin_enter_does_nothing_and_a_space_never_picks() {
    assert_eq!(picked(None, "E"), None);
    let mut none = list(None);
    press(&mut none, "E");
    assert_eq!(none.refused(), Some(&KeyRefused::Nowhere));
    assert_eq!(picked(None, "DE"), Some(ListEnd::Enter(0)));
    assert_eq!(picked(None, "UE"), Some(ListEnd::Enter(4)));
    assert_eq!(picked(Some(2), "E"), Some(ListEnd::Enter(2)));
    let mut some = list(Some(2));
    assert_eq!(press(&mut some, " "), None);
    assert_eq!(some.refused(), Some(&KeyRefused::NoBox));
}

#[test]
fn the_pointer_goes_around_and_by_pages() {
    assert_eq!(picked(Some(0), "UE"), Some(ListEnd::Enter(4)));
    assert_eq!(picked(Some(4), "DE"), Some(ListEnd::Enter(0)));
    let mut list = list(Some(0));
    for (stroke, at) in [
        (Stroke::PageDown, 3),
        (Stroke::PageDown, 4),
        (Stroke::PageUp, 1),
        (Stroke::First, 0),
        (Stroke::Last, 4),
    ] {
        list.press(stroke, 3, english());
        assert_eq!(list.at, Some(at));
    }
}

#[test]
fn a_sign_acts_at_once_and_behind_words_or_in_a_paste_it_is_none() {
    for (typed, action) in [
        ("<", Action::Back),
        ("?", Action::Help),
        ("!", Action::Danger),
        (">", Action::Later),
        ("X", Action::Back),
    ] {
        assert_eq!(picked(Some(0), typed), Some(ListEnd::Action(action)), "{typed}");
        assert_eq!(
            picked(Some(0), &format!("y{typed}")).filter(|_| typed != "X"),
            None,
            "{typed}"
        );
    }
    assert_eq!(picked(Some(0), "/"), Some(ListEnd::More));
    let mut pasted = list(Some(0));
    assert_eq!(pasted.press(Stroke::Pasted("!".into()), 3, english()), None);
}

#[test]
fn words_move_the_pointer_and_only_enter_picks_what_is_certain() {
    let mut words = list(None);
    assert_eq!(press(&mut words, "not s"), None);
    assert_eq!((words.at, words.row_meant(english())), (Some(1), Some(2)));
    assert_eq!(press(&mut words, "E"), Some(ListEnd::Enter(1)));
    assert_eq!(picked(None, "noE"), Some(ListEnd::Enter(0)), "a whole label");
    assert_eq!(
        picked(None, "yE"),
        Some(ListEnd::Enter(2)),
        "the only row that begins so"
    );
    assert_eq!(picked(None, "idkE"), Some(ListEnd::Enter(1)), "an everyday word");
    // Two rows begin so: which one is asked, and nothing is picked by Enter after Enter.
    let mut two = list(None);
    assert_eq!(press(&mut two, "someE"), None);
    assert_eq!(two.refused(), Some(&KeyRefused::OneOf(vec![3, 4])));
    assert_eq!(press(&mut two, "E"), None);
}

#[test]
fn a_word_within_a_row_is_shown_first() {
    let mut words = list(None);
    assert_eq!(press(&mut words, "catE"), None);
    assert_eq!(
        (words.at, words.refused()),
        (Some(3), Some(&KeyRefused::OneOf(vec![3])))
    );
    assert_eq!(press(&mut words, "E"), Some(ListEnd::Enter(3)));
}

#[test]
fn a_number_is_its_row_and_enter_answers() {
    let mut number = list(None);
    assert_eq!(press(&mut number, "3"), None);
    assert_eq!(number.at, Some(2));
    assert_eq!(press(&mut number, "E"), Some(ListEnd::Enter(2)));
    assert_eq!(picked(Some(0), "9E"), None);
    assert_eq!(picked(Some(0), "0E"), None);
}

#[test]
fn a_sentence_answers_no_list() {
    for sentence in ["zebra", "yes he hit me once", "no he never hit me", "he is here"] {
        let mut words = list(Some(0));
        assert_eq!(press(&mut words, sentence), None, "{sentence}");
        assert_eq!(press(&mut words, "E"), None, "{sentence}");
        assert_eq!(words.refused(), Some(&KeyRefused::NoRow), "{sentence}");
        assert!(words.typed().is_empty());
        // The words it is not are gone with them, and the pointer stands where it stood.
        assert_eq!(press(&mut words, "E"), Some(ListEnd::Enter(0)));
    }
}

#[test]
fn at_a_safety_question_no_word_moves_the_pointer_but_a_row_or_a_number() {
    for sentence in ["yes he hit me", "n", "no he never", "ye", "some", "cat"] {
        let mut safe = ListState::pick(rows(), TypedWords::WholeRow, None);
        assert_eq!(press(&mut safe, sentence), None);
        assert_eq!(safe.at, None, "{sentence}");
        assert_eq!(press(&mut safe, "E"), None, "{sentence}");
        assert_eq!(press(&mut safe, "E"), None, "{sentence}");
    }
    let picked = |typed| press(&mut ListState::pick(rows(), TypedWords::WholeRow, None), typed);
    assert_eq!(picked("noE"), Some(ListEnd::Enter(0)));
    assert_eq!(picked("idkE"), Some(ListEnd::Enter(1)));
    assert_eq!(picked("3E"), Some(ListEnd::Enter(2)));
}

#[test]
fn an_arrow_is_done_with_words_and_what_was_typed_can_be_taken_back() {
    assert_eq!(picked(None, "yUE"), Some(ListEnd::Enter(1)));
    assert_eq!(picked(Some(0), "yXE"), Some(ListEnd::Enter(0)));
    let mut list = list(Some(0));
    assert_eq!(press(&mut list, "hidBB"), None);
    assert_eq!(list.typed(), "h");
    assert_eq!(press(&mut list, "X"), None);
    assert_eq!(list.typed(), "");
    assert_eq!(press(&mut list, "X"), Some(ListEnd::Action(Action::Back)));
}

#[test]
fn a_paste_answers_nothing() {
    let mut list = list(Some(0));
    let paste = Stroke::Pasted("\u{1b}[31mhello\u{202e} there ".repeat(9));
    assert_eq!(list.press(paste, 3, english()), None);
    assert!(list.typed().chars().count() <= TYPED);
    assert!(!list.typed().contains(['\u{1b}', '\u{202e}']));
    assert_eq!(press(&mut list, "E"), None);
}

#[test]
fn enter_behind_words_that_ticked_nothing_never_ends_a_list_of_ticks() {
    let press = |list: &mut ListState, stroke| list.press(stroke, 8, english());
    let mut list = ticking(vec![false; 4]);
    press(&mut list, Stroke::Pasted("zebra".into()));
    assert_eq!(press(&mut list, Stroke::Enter), None);
    assert_eq!(list.refused(), Some(&KeyRefused::NoRow));
    assert_eq!(press(&mut list, Stroke::Enter), None);
    assert_eq!(list.refused(), Some(&KeyRefused::NotTicked));
    assert!(press(&mut list, Stroke::Enter).is_some(), "said once, it ends");
}

#[test]
fn space_ticks_with_nothing_typed_and_words_tick_with_enter() {
    let mut list = ticking(vec![false, true, false, false]);
    assert_eq!(press(&mut list, " DD yesE"), None);
    assert_eq!(list.ticks(), [true, true, false, false]);
    assert_eq!(press(&mut list, "yesE"), None);
    assert_eq!(list.ticks(), [true, true, true, false]);
    // A number goes to its row, and Space behind it ticks that.
    assert_eq!(press(&mut list, "3 2 "), None);
    assert_eq!(list.ticks(), [true, false, false, false]);
    assert_eq!(press(&mut list, "2 3 "), None);
    // A space within words ticks nothing, and neither does one at a row without a box.
    assert_eq!(press(&mut list, "zebra in the house"), None);
    assert_eq!(list.ticks(), [true, true, true, false]);
    assert_eq!(press(&mut list, "E"), None);
    assert_eq!(press(&mut list, "DD "), None);
    assert_eq!(list.refused(), Some(&KeyRefused::NoBox));
    assert_eq!(press(&mut list, "E"), Some(ListEnd::Enter(4)));
}

#[test]
fn in_the_menu_the_words_of_a_way_to_move_are_enough() {
    let menu = || ListState::menu(rows());
    for (typed, action) in [
        ("hideE", Action::Hide),
        ("/hideE", Action::Hide),
        ("homBmeE", Action::Home),
        ("backE", Action::Back),
    ] {
        let row = Menu::ORDER.iter().position(|known| *known == action).unwrap();
        assert_eq!(press(&mut menu(), typed), Some(ListEnd::Enter(row)), "{typed}");
    }
    assert_eq!(press(&mut menu(), "X"), Some(ListEnd::Action(Action::Back)));
    assert_eq!(press(&mut menu(), "zebraE"), None);
    // Elsewhere the word alone is no sign.
    assert_eq!(picked(Some(0), "hideE"), None);
}
