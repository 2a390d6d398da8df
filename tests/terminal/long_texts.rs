//! What a command prints and a window does not hold: our own pages for what is somebody's own, a pager for the rest.

use std::fs;

use super::hands::{ENTER, ESC};
use super::harness::{Home, Session};
use super::view::Waits;

const NUMBER: &str = "In an emergency call 911.";

#[test]
fn what_is_somebodys_own_is_leafed_through_and_nothing_of_it_stays() {
    for command in ["show", "checklist"] {
        let home = Home::new().with_example();
        let Some(mut it) = Session::start_with(&home, 24, 80, &[command], &[]) else {
            return;
        };
        let stands = |it: &Session, place: &str| {
            assert_eq!(it.waits(), Waits::Enter);
            let page = it.view();
            assert!(page.rows[0].ends_with(NUMBER), "{command}\n{}", page.text());
            assert!(page.line.contains(place), "{command} {place}\n{}", page.text());
        };
        stands(&it, ": 1/");
        it.press(ENTER);
        stands(&it, ": 2/");
        it.press(ESC);
        stands(&it, ": 1/");
        it.line("/leave");
        let ended = it.end();
        assert_eq!((ended.code, ended.tidy), (0, true), "{command}");
        let second = ended.text.find("\x1b[?1049h").expect("a screen of its own");
        let first = ended.text.rfind("\x1b[?1049l").expect("the first screen again");
        for own in ["Juniper", "Robin"] {
            assert!(ended.text[second..first].contains(own), "{command}");
            let around = [&ended.text[..second], &ended.text[first..]];
            assert!(around.iter().all(|text| !text.contains(own)), "{command} {own}");
        }
    }
}

#[test]
fn a_page_ends_on_no_heading() {
    let home = Home::new().with_example();
    let Some(mut it) = Session::start_with(&home, 24, 80, &["show"], &[]) else {
        return;
    };
    let mut pages = 0;
    while it.waits() == Waits::Enter {
        let page = it.view();
        let lines: Vec<&String> = page.rows[2..].iter().filter(|row| !row.is_empty()).collect();
        // Behind it are the keys, and the cursor's line.
        let last = lines[lines.len() - 3];
        assert!(!last.trim().trim_matches('-').is_empty(), "{}", page.text());
        pages += 1;
        if page.line.ends_with(&format!(": {pages}/{pages}")) {
            break;
        }
        it.press(ENTER);
    }
    assert!(pages > 5, "{pages}");
}

#[test]
fn what_anybody_may_read_goes_to_the_pager_that_is_named_and_ctrl_c_is_the_pagers() {
    let home = Home::new();
    fs::create_dir(home.folder()).unwrap();
    let pager = home.folder().join("pager");
    let says = "wc -l; trap 'echo caught' INT; echo ready; read -r _ </dev/tty || read -r _ </dev/tty; echo closed";
    fs::write(&pager, says).unwrap();
    let pager = format!("sh {}", pager.display());
    for command in ["help", "lines", "sources"] {
        let vars = [("PAGER", pager.as_str())];
        let Some(mut it) = Session::start_with(&home, 10, 80, &[command], &vars) else {
            return;
        };
        it.sees("ready");
        it.press("\x03");
        it.sees("caught");
        it.press(ENTER);
        let ended = it.end();
        assert!(ended.tidy && ended.text.contains("closed"), "{command} {}", ended.text);
        assert_eq!(ended.code, 0, "{command}");
        assert!(!ended.text.contains("911"), "the pager had it: {}", ended.text);
    }
    // Where none is named it is printed.
    let printed = Session::start_with(&home, 10, 80, &["lines"], &[("PAGER", "")]).map(Session::end);
    assert!(printed.is_none_or(|ended| ended.text.contains("911")));
}
