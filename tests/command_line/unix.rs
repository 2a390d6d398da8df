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
