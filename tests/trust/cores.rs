//! A program that breaks off leaves no core file: one would hold what was typed.

use std::io::{Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus, Stdio};

use crate::files::names;

const NAME: &str = "Juniper Quillfeather";

/// How `script` ends in a shell that allows cores, in this folder.
fn shell(script: &str, folder: &std::path::Path) -> Command {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &format!("ulimit -c unlimited && {script}")])
        .current_dir(folder);
    shell
}

fn dumped(status: ExitStatus) -> bool {
    assert_eq!(status.signal(), Some(6), "{status}");
    status.core_dumped()
}

#[test]
fn a_program_that_is_aborted_leaves_no_core() {
    let folder = tempfile::tempdir().unwrap();
    // A shell that does the same shows whether cores can be seen here at all.
    let control = shell("kill -ABRT $$", folder.path()).status().unwrap();
    if control.signal() != Some(6) || !control.core_dumped() {
        println!("skipped: this system writes no core files");
        return;
    }
    let mut child = shell("exec \"$PROGRAM\" --plain", folder.path())
        .env("PROGRAM", env!("CARGO_BIN_EXE_steadfast"))
        .env("STEADFAST_HOME", folder.path().join("home"))
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Not in danger, past what is said once; then words where words are no answer.
    let mut keys = child.stdin.take().unwrap();
    keys.write_all(format!("1\n\n{NAME}\n").as_bytes()).unwrap();
    let mut said = child.stderr.take().unwrap();
    let (mut text, mut piece) = (Vec::new(), [0; 1024]);
    while String::from_utf8_lossy(&text).matches("1. ").count() < 2 {
        let read = said.read(&mut piece).unwrap();
        assert_ne!(read, 0, "{}", String::from_utf8_lossy(&text));
        text.extend_from_slice(&piece[..read]);
    }
    let before = names(folder.path());
    let killed = Command::new("kill").args(["-ABRT", &child.id().to_string()]).status();
    assert!(killed.unwrap().success());
    assert!(!dumped(child.wait().unwrap()), "a core was written");
    assert_eq!(names(folder.path()), before);
}
