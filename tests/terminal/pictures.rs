//! The pictures of screens in the README: made from a run, from the cells of its terminal, and held against the files.
//! `UPDATE_PICTURES=1` writes them anew.

use std::path::Path;

use anstyle_svg::{Term, VGA, WIN10_CONSOLE};

use super::hands::ENTER;
use super::harness::{Home, Session};
use super::prompts::{row, sentence};
use super::walks::{Step, ten_minutes, the_plan};

const README: &str = include_str!("../../README.md");

/// On a dark background and on a light one, with the colors a terminal has there.
fn backgrounds() -> [(&'static str, Term); 2] {
    let dark = screen().palette(VGA).fg_color(gray(0xd8)).bg_color(gray(0x1c));
    let light = Term::new()
        .palette(WIN10_CONSOLE)
        .fg_color(gray(0x20))
        .bg_color(gray(0xfa));
    [("dark", dark), ("light", light)]
}

/// As wide as eighty columns.
fn screen() -> Term {
    Term::new().min_width_px(672)
}

fn gray(value: u8) -> anstyle::Color {
    anstyle::RgbColor(value, value, value).into()
}

/// Holds the screen as it stands against its two pictures; what differs is said, and where the README shows them not.
fn faults(it: &Session, name: &str) -> Vec<String> {
    let cells = it.cells();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    let mut faults = Vec::new();
    for (background, term) in backgrounds() {
        let file = format!("{name}-{background}.svg");
        let drawn = term.render_svg(&cells);
        if std::env::var_os("UPDATE_PICTURES").is_some() {
            std::fs::write(folder.join(&file), &drawn).unwrap();
        }
        if std::fs::read_to_string(folder.join(&file)).ok() != Some(drawn) {
            faults.push(format!("{file} is not what the program shows"));
        }
        if README.matches(&format!("\"docs/pictures/{file}\"")).count() != 1 {
            faults.push(format!("{file} is not in the README, once"));
        }
    }
    faults
}

/// Every question of these up to one, which is left standing there.
fn up_to(steps: &[Step], id: &str) -> usize {
    steps.iter().rposition(|(at, _)| *at == id).expect(id)
}

#[test]
fn the_readme_has_pictures_of_the_screens_as_they_are() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    let steps = the_plan();
    let mut said = Vec::new();
    it.until("danger");
    said.extend(faults(&it, "danger"));
    let choice = up_to(&steps, "safety.naloxone");
    it.walk(&steps[..choice]);
    it.until("safety.naloxone");
    it.go_to(&row("naloxone.not_here"));
    said.extend(faults(&it, "choice"));
    let people = up_to(&steps, "attendees");
    it.walk(&steps[choice..people]);
    it.until("attendees");
    it.go_to("Ana");
    said.extend(faults(&it, "people"));
    it.action("home");
    it.until("home");
    said.extend(faults(&it, "home"));
    it.press(ENTER);
    let boundary = up_to(&steps, "boundaries.i_will");
    it.walk(&steps[people..boundary]);
    it.until("boundaries.i_will");
    it.line("You always lie, so from Friday you are out of this house.");
    it.until("boundaries.what_stays");
    said.extend(faults(&it, "thought"));
    let home = Home::new();
    let mut it = Session::start(&home, 24, 80).unwrap();
    it.walk(&ten_minutes());
    it.waits();
    it.sees(&sentence("pages/tonight.title"));
    said.extend(faults(&it, "tonight"));
    assert!(
        said.is_empty(),
        "{said:#?}\nLook at what changed, then: UPDATE_PICTURES=1 cargo test --test program terminal::pictures"
    );
}
