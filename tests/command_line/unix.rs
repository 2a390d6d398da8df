//! What only Unix knows: paths that are no text, pipes that close, links.

use super::*;
use std::io::Read;
use std::os::unix::ffi::OsStringExt;
use std::process::Stdio;

#[test]
fn a_path_that_is_no_text_is_a_path() {
    let home = Home::new();
    let odd = OsString::from_vec(b"pl\xFFan.json".to_vec());
    let path = home.0.path().join(&odd);
    if fs::write(&path, EXAMPLE).is_err() {
        println!("skipped: this file system wants names to be text");
        return;
    }
    for verb in ["show", "check", "where", "plan"] {
        home.run_with(vec![verb.into(), path.clone().into()], "").ends(0);
    }
    let gone = home.0.path().join(OsString::from_vec(b"\xFE".to_vec()));
    home.run_with(vec!["show".into(), gone.into()], "").refused(1);
    home.run_with(vec![odd], "").refused(2);
    home.run_with(vec!["help".into(), OsString::from_vec(vec![0xFF])], "")
        .refused(2);
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let home = Home::with_plan();
    for verb in ["show", "example", "help", "where"] {
        let program = assert_cmd::cargo::cargo_bin("steadfast");
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut child = std::process::Command::new(program)
            .arg(verb)
            .env("STEADFAST_HOME", home.0.path())
            .stdin(Stdio::null())
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""), "{verb}");
    }
}

#[test]
fn a_file_of_somebody_else_is_refused_in_words() {
    use std::os::unix::fs::symlink;
    let home = Home::new();
    let link = home.0.path().join("link.json");
    symlink("gone.json", &link).unwrap();
    let ran = home.run(&format!("show {}", link.display())).refused(1);
    assert!(ran.err.contains("leads nowhere"), "{ran:?}");
    let listed = home.run(&format!("where {}", link.display())).ends(0);
    assert_eq!(listed.out.lines().count(), 1, "{listed:?}");
}

/// Folders in one another, so deep that the plan's own path is as long as a path can be, and one of a new file beside
/// it is too long: who may do anything cannot write there either.
fn too_deep(home: &Home) -> std::path::PathBuf {
    const LONGEST: usize = 4095;
    let name = "plan.json";
    let mut folder = home.0.path().canonicalize().unwrap();
    loop {
        let left = LONGEST - folder.as_os_str().len() - "/".len() - "/".len() - name.len();
        // No name is longer than 255, and one more folder needs a name too.
        let length = if left > 255 { left.min(400) / 2 } else { left };
        folder.push("d".repeat(length));
        fs::create_dir(&folder).unwrap();
        if left <= 255 {
            break;
        }
    }
    let path = folder.join(name);
    assert_eq!(path.as_os_str().len(), LONGEST);
    fs::write(&path, EXAMPLE).unwrap();
    path
}

#[test]
fn a_place_that_cannot_be_written_is_said_before_the_first_question() {
    let home = Home::new();
    let file = home.file("a file", "");
    let deep = too_deep(&home);
    home.run_with(vec!["check".into(), deep.clone().into()], "").ends(0);
    let folder = file.join("plan.json");
    for (path, lines) in [
        // A plan that can be read: a visit, and calls.
        (&deep, &["plan", "call", "call 1"][..]),
        // A file where a folder should be, and a folder that takes no file of ours.
        (&folder, &["plan", "call"]),
        (&"/proc/plan.json".into(), &["plan"]),
    ] {
        for line in lines {
            let mut args: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
            args.extend(["--plan".into(), path.clone().into()]);
            // One sentence, and no question.
            let ran = home.run_with(args, "\n1\n1\n").refused(1);
            assert!(ran.err.contains(&*path.to_string_lossy()), "{line} {ran:?}");
            assert!(ran.err.contains(" could not be "), "{line} {ran:?}");
        }
    }
    assert_eq!(fs::read_to_string(&deep).unwrap(), EXAMPLE);
    assert_eq!(fs::read_dir(deep.parent().unwrap()).unwrap().count(), 1);
}

/// Runs a line in the home with tools of its own: each a script under the name of a program.
fn run_with_tools(home: &Home, tools: &[(&str, &str)], line: &str) -> Ran {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    for (name, script) in tools {
        let path = folder.path().join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    }
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("steadfast"));
    command.env_clear().env("STEADFAST_HOME", home.0.path());
    let path = format!("{}:/usr/bin:/bin", folder.path().display());
    command.env("PATH", path).current_dir(home.0.path());
    let output = command
        .args(["--today", "2026-11-21"])
        .args(line.split(' '))
        .output()
        .unwrap();
    // What opens a page may run a moment longer, from a folder that is still there.
    let opened = home.0.path().join("opened");
    let end = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while line.contains("--open") && !opened.exists() && std::time::Instant::now() < end {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    Ran::from(output)
}

#[test]
fn whatever_a_page_is_called_its_viewer_gets_a_path_and_no_option_and_no_address() {
    let opener = "echo \"$#\" \"$1\" >opening; mv opening opened";
    for name in ["-x.html", "http:x.html", "--new-window"] {
        let home = Home::with_plan();
        let line = format!("sheet checklist --format html --open --out={name}");
        run_with_tools(&home, &[("xdg-open", opener)], &line).ends(0);
        let opened = fs::read_to_string(home.0.path().join("opened")).unwrap();
        let path = home.0.path().canonicalize().unwrap().join(name);
        assert_eq!(opened, format!("1 {}\n", path.display()));
    }
}

#[test]
fn letters_that_no_font_here_has_are_named_before_a_page_is_handed_out() {
    let home = Home::new();
    home.file("plan.json", EXAMPLE.replace("\"Robin\"", "\"\u{674e}\u{ae40}\u{9b6}\""));
    let fonts = "echo '20-7e a0-24f 2610'; echo 9a0-9c0 ae40";
    for (line, said) in [
        ("sheet chair --format html --out a.html", true),
        ("sheet all --format html --out pages", true),
        ("sheet chair --out a.txt", false),
    ] {
        let ran = run_with_tools(&home, &[("fc-list", fonts)], line).ends(0);
        let named = ran.err.contains("cannot draw \u{674e}. ");
        assert_eq!(named, said, "{line} {ran:?}");
    }
    // Where a computer does not tell, nothing is said.
    let ran = run_with_tools(
        &home,
        &[("fc-list", "exit 1")],
        "sheet chair --format html --out b.html",
    )
    .ends(0);
    assert!(!ran.err.contains("cannot draw"), "{ran:?}");
}

#[test]
fn a_limit_for_the_size_of_files_is_said_and_ends_nothing() {
    let home = Home::with_plan();
    let before = fs::read(home.0.path().join("plan.json")).unwrap();
    let ran = std::process::Command::new("sh")
        .args(["-c", "ulimit -f 1 && exec \"$0\" done naloxone"])
        .arg(assert_cmd::cargo::cargo_bin("steadfast"))
        .env("STEADFAST_HOME", home.0.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(1), "{said}");
    assert!(said.contains("could not be saved"), "{said}");
    assert_eq!(fs::read(home.0.path().join("plan.json")).unwrap(), before);
}
