//! What is written for a key, read by a model of a terminal: its cells are those of the whole frame.

use std::num::NonZeroU16;

use super::super::frame::{self, Parts, Rows};
use super::super::keys::Stroke;
use super::super::list_state::ListState;
use super::super::phrases::english;
use super::super::{Choice, Prompt, TypedWords};
use super::*;

const LOOK: Appearance = Appearance { colour: true };

fn terminal((rows, columns): (usize, usize)) -> vt100::Parser {
    let cells = |cells: usize| NonZeroU16::new(u16::try_from(cells).unwrap()).unwrap();
    vt100::Parser::new(cells(rows), cells(columns), 0)
}

/// Everything that can be seen, and where the cursor stands.
fn seen(terminal: &vt100::Parser) -> (Vec<String>, (u16, u16), bool) {
    let screen = terminal.screen();
    let rows = screen.rows_formatted(0, screen.size().1.get()).collect();
    (rows, screen.cursor_position(), screen.hide_cursor())
}

/// A full list, as long as a window of 24 rows holds.
struct LongList {
    prompt: Prompt,
    options: Vec<Choice>,
    state: ListState,
}

impl LongList {
    fn new(rows: usize, ticks: bool) -> Self {
        let options: Vec<Choice> = (1..=rows)
            .map(|row| match row % 4 {
                0 => Choice::with_note(
                    format!("A row of some length, with words {row}"),
                    "What it means, in a few words.",
                ),
                _ => Choice::new(format!("Row {row} for somebody")),
            })
            .collect();
        let labels: Vec<String> = options.iter().map(|option| option.label.clone()).collect();
        let state = match ticks {
            true => ListState::tick(labels, TypedWords::Any, vec![false; rows - 1]),
            false => ListState::pick(labels, TypedWords::Any, None),
        };
        let prompt = Prompt {
            place: "Safety. 3 more.".into(),
            alarm: "In an emergency call 911.".into(),
            why: "It can bring breathing back.".into(),
            ..Prompt::new("", "Where is naloxone tonight?", "Your answer")
        };
        Self { prompt, options, state }
    }

    fn frame(&self, size: (usize, usize)) -> Frame {
        let parts = Parts {
            prompt: &self.prompt,
            talk: self.state.typed(),
            rows: Some(Rows {
                labels: self.state.labels(),
                options: &self.options,
                ticks: self.state.boxes(),
                at: self.state.at(),
            }),
            keys: english().foot_pick,
            below: 0,
        };
        frame::frame(&parts, size)
    }
}

const KEYS: [Stroke; 10] = [
    Stroke::Down,
    Stroke::Up,
    Stroke::First,
    Stroke::Last,
    Stroke::PageDown,
    Stroke::PageUp,
    Stroke::Erase,
    Stroke::Letter(' '),
    Stroke::Letter('r'),
    Stroke::Letter('4'),
];

#[test]
fn after_each_key_the_screen_is_that_of_the_whole_frame() {
    let sizes = [(24, 80), (12, 40)];
    for (ticks, top, size) in [false, true]
        .into_iter()
        .flat_map(|ticks| [Top::OfScreen, Top::Here].map(|top| (ticks, top)))
        .flat_map(|(ticks, top)| sizes.map(|size| (ticks, top, size)))
    {
        let mut list = LongList::new(18, ticks);
        let mut shown = terminal(size);
        let mut stands = list.frame(size);
        shown.process(whole(&stands, top, 0, LOOK).as_bytes());
        let mut seed = 7_usize;
        for step in 0..60 {
            seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345) & 0x7fff_ffff;
            let key = KEYS[(seed >> 8) % KEYS.len()].clone();
            list.state.press(key.clone(), stands.rows.len().max(1), english());
            let next = list.frame(size);
            let out = match can_change(&stands, &next, top) {
                true => changed(&stands, &next, top, LOOK),
                false => whole(&next, top, stands.cursor.0, LOOK),
            };
            shown.process(out.as_bytes());
            let mut anew = terminal(size);
            anew.process(whole(&next, Top::OfScreen, 0, LOOK).as_bytes());
            assert_eq!(seen(&shown), seen(&anew), "{size:?} {top:?} {step} {key:?} {out:?}");
            stands = next;
        }
    }
}

#[test]
fn an_arrow_in_a_full_list_writes_two_lines_and_a_key_that_does_nothing_writes_none() {
    let size = (24, 80);
    for ticks in [false, true] {
        let mut list = LongList::new(14, ticks);
        list.state.press(Stroke::First, 14, english());
        let mut stands = list.frame(size);
        assert_eq!(stands.rows, 0..14, "all rows show");
        for _ in 0..14 {
            list.state.press(Stroke::Down, 14, english());
            let next = list.frame(size);
            let out = changed(&stands, &next, Top::OfScreen, LOOK);
            assert!(!out.is_empty() && out.len() <= 200, "{} {out:?}", out.len());
            stands = next;
        }
        assert_eq!(changed(&stands, &stands, Top::OfScreen, LOOK), "");
    }
}
