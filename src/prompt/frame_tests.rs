use super::*;
use crate::prompt::{Message, Prompt};

const SIZES: [(usize, usize); 5] = [(24, 80), (12, 40), (40, 120), (16, 60), (10, 38)];

/// A question with everything a frame may hold.
fn question() -> Prompt {
    Prompt {
        place: "Safety. 3 more.".into(),
        alarm: "In an emergency call 911.".into(),
        why: "It can bring breathing back.".into(),
        ..Prompt::new("safety.naloxone", "Where is naloxone tonight?", "Naloxone")
    }
}

fn choices(notes: bool) -> Vec<Choice> {
    let note = |said: &str| if notes { said.to_owned() } else { String::new() };
    [
        "Within reach",
        "Not here",
        "What is that?",
        "Not sure",
        "Rather not say",
    ]
    .iter()
    .map(|label| Choice::with_note(*label, note("Getting it becomes your first task.")))
    .collect()
}

fn drawn(prompt: &Prompt, options: &[Choice], at: Option<usize>, talk: &str, size: (usize, usize)) -> Frame {
    let labels = layout::row_labels(options, None);
    let rows = Rows {
        labels: &labels,
        options,
        ticks: None,
        at,
    };
    let parts = Parts {
        prompt,
        talk,
        rows: (!options.is_empty()).then_some(rows),
        keys: "Enter picks  Esc back  ? help  / more",
        below: 2,
    };
    frame(&parts, size)
}

fn text(frame: &Frame) -> Vec<String> {
    let line = |line: &Line| line.iter().map(|(words, _)| words.as_str()).collect::<String>();
    frame.lines.iter().map(|it| line(it).trim_end().to_owned()).collect()
}

#[test]
fn at_every_size_no_line_is_too_wide_the_question_is_whole_and_the_number_is_on_top() {
    for size in SIZES {
        for (notes, talk) in [
            (true, ""),
            (false, ""),
            (true, "That's not one of the choices. Use the arrows, or type 1 to 5."),
        ] {
            let frame = drawn(&question(), &choices(notes), Some(1), talk, size);
            let lines = text(&frame);
            assert!(lines.len() <= size.0, "{size:?}\n{}", lines.join("\n"));
            assert!(
                lines.iter().all(|line| text::width(line) < size.1),
                "{size:?} {lines:#?}"
            );
            assert!(lines[0].contains("911"), "{lines:#?}");
            assert!(
                lines.iter().any(|line| line.trim() == "Where is naloxone tonight?"),
                "{lines:#?}"
            );
            assert!(
                lines[frame.cursor.0].trim_start().starts_with("> 2 Not here"),
                "{lines:#?}"
            );
            assert_eq!(lines[frame.cursor.0].find('>'), Some(frame.cursor.1));
            assert!(
                talk.is_empty() || lines.iter().any(|line| line.contains("not one of the choices")),
                "{lines:#?}"
            );
        }
    }
}

#[test]
fn a_hint_is_under_its_row_and_where_there_is_no_room_only_that_of_the_row_pointed_at() {
    let lines = text(&drawn(&question(), &choices(true), Some(1), "", (24, 80)));
    assert_eq!(lines.iter().filter(|line| line.contains("first task")).count(), 5);
    let row = lines.iter().position(|line| line.contains("Not here")).unwrap();
    assert!(lines[row + 1].contains("first task"));
    let lines = text(&drawn(&question(), &choices(true), Some(1), "", (12, 40)));
    assert_eq!(lines.iter().filter(|line| line.contains("first task")).count(), 1);
    assert!(lines.iter().any(|line| line.contains("Rather not say")), "{lines:#?}");
}

#[test]
fn what_is_said_moves_nothing_below_it() {
    for size in SIZES {
        let before = text(&drawn(&question(), &choices(true), Some(1), "", size));
        let after = text(&drawn(&question(), &choices(true), Some(1), "5: row 5?", size));
        assert_eq!(before.len(), after.len(), "{size:?}");
        let differ = before.iter().zip(&after).filter(|(before, after)| before != after);
        assert_eq!(differ.count(), 1, "{size:?}");
    }
}

#[test]
fn of_a_long_list_the_rows_around_the_pointer_show_and_which_they_are() {
    let many: Vec<Choice> = (1..=30).map(|row| Choice::new(format!("Row {row}"))).collect();
    for at in 0..30 {
        let frame = drawn(&question(), &many, Some(at), "", (12, 40));
        assert!(frame.rows.contains(&at), "{at} {:?}", frame.rows);
        let lines = text(&frame);
        assert!(
            lines[frame.cursor.0].ends_with(&format!("Row {}", at + 1)),
            "{lines:#?}"
        );
        assert!(lines.last().unwrap().contains("/30"), "{lines:#?}");
    }
}

#[test]
fn a_label_too_long_for_its_row_goes_on_below_it() {
    let long = "a label that says a good deal more than one line of a narrow window can hold";
    let lines = text(&drawn(&question(), &[Choice::new(long)], Some(0), "", (24, 40)));
    let said = lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    assert!(said.contains(long), "{said}");
}

#[test]
fn a_question_does_not_fit_if_what_is_said_above_it_leaves_no_room() {
    let said = |lines: usize| Prompt {
        above: vec![Message::plain("a line\n".repeat(lines))],
        ..question()
    };
    let fits_at = |prompt: &Prompt, size| {
        let options = choices(false);
        let labels = layout::row_labels(&options, None);
        let rows = Rows {
            labels: &labels,
            options: &options,
            ticks: None,
            at: None,
        };
        let parts = Parts {
            prompt,
            talk: "",
            rows: Some(rows),
            keys: "",
            below: 0,
        };
        fits(&parts, size)
    };
    assert!(fits_at(&said(0), (12, 40)) && fits_at(&said(10), (24, 80)));
    assert!(!fits_at(&said(10), (12, 40)) && !fits_at(&said(30), (24, 80)));
}

#[test]
fn a_screen_that_says_nothing_has_no_header() {
    let neutral = Prompt::new("neutral", "Welcome back.", "Press Enter");
    assert_eq!(header(&neutral, 80), None);
}

#[test]
fn the_number_stays_whole_however_long_the_place_is() {
    let long = Prompt {
        place: "A step with a name that is much too long".into(),
        ..question()
    };
    let line: String = header(&long, 40).unwrap().into_iter().map(|(words, _)| words).collect();
    assert!(
        line.ends_with("In an emergency call 911.") && text::width(&line) < 40,
        "{line}"
    );
}
