//! `calendar`: where it goes, and what stays as it is.

use std::fs;

use super::home::Home;

#[test]
fn the_calendar_goes_to_stdout_and_what_to_know_to_stderr() {
    let home = Home::with_plan();
    let ran = home.run("calendar").ends(0);
    assert!(ran.out.starts_with("BEGIN:VCALENDAR\r\n") && ran.out.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    for word in ["Robin", "Juniper", "Linden", "meeting", "naloxone"] {
        assert!(!ran.out.contains(word), "{word}");
    }
    assert!(home.run("calendar --plain-titles").ends(0).out.contains("Linden"));
}

#[test]
fn a_file_is_written_once_and_again_only_when_forced() {
    let home = Home::with_plan();
    let path = home.0.path().join("a.ics");
    let line = format!("calendar --out {}", path.display());
    assert_eq!(home.run(&line).ends(0).out, "");
    let first = fs::read_to_string(&path).unwrap();
    assert!(
        home.run(&format!("{line} --plain-titles"))
            .refused(1)
            .err
            .contains("--force")
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), first);
    home.run(&format!("{line} --plain-titles --force")).ends(0);
    assert_ne!(fs::read_to_string(&path).unwrap(), first);
    let plan = fs::read_to_string(home.plan()).unwrap();
    home.run(&format!("calendar --force --out {}", home.plan().display()))
        .refused(1);
    assert_eq!(fs::read_to_string(home.plan()).unwrap(), plan);
}

#[test]
fn without_a_date_there_is_one_sentence_and_no_file() {
    let home = Home::new();
    home.run("calendar").refused(1);
    home.file("plan.json", "{\"format\": 1}");
    home.run("calendar").refused(1);
}

#[test]
fn what_went_out_for_a_phone_is_named_with_the_plan_and_is_no_page_that_is_out_of_date() {
    let home = Home::with_plan();
    let files = ["a.ics", "a.vcf"].map(|name| home.0.path().join(name));
    for (verb, path) in ["calendar", "contacts"].iter().zip(&files) {
        home.run(&format!("{verb} --out {}", path.display())).ends(0);
    }
    let listed = home.run("where").ends(0).out;
    let forgot = home.run("forget person.name").ends(0).err;
    for path in &files {
        let path = path.canonicalize().unwrap().display().to_string();
        assert!(
            listed.contains(&path) && forgot.contains(&path),
            "{path}\n{listed}\n{forgot}"
        );
    }
    home.run("sheet stale").ends(0);
}
