//! Any age tool opens a locked plan: here the one of Debian's package `age`. It asks on a terminal only, so it is given
//! one.

use std::io::{Read, Write};
use std::process::Command;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::{EXAMPLE, Home, WORDS};

/// Runs a shell's line if it can ask for a passphrase, types that, and gives what stood on the screen.
fn asked(line: &str, home: &Home) -> String {
    let pty = native_pty_system().openpty(PtySize::default()).unwrap();
    let mut command = CommandBuilder::new("bash");
    command.args(["-c", line]);
    command.cwd(home.folder());
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut writer = pty.master.take_writer().unwrap();
    let mut seen = String::new();
    let mut bytes = [0; 4096];
    let mut typed = false;
    // A terminal that goes away ends in an error.
    while let Ok(count @ 1..) = reader.read(&mut bytes) {
        seen.push_str(&String::from_utf8_lossy(&bytes[..count]));
        if !typed && seen.contains("passphrase") {
            typed = true;
            writer.write_all(format!("{WORDS}\n").as_bytes()).unwrap();
        }
    }
    child.wait().unwrap();
    seen
}

#[test]
fn the_tool_of_another_hand_opens_the_key_and_the_plan() {
    if Command::new("age").arg("--version").output().is_err() {
        println!("skipped: the program age is not installed");
        return;
    }
    let home = Home::locked();
    let seen = asked(
        "age -d -o ../key.txt plan.json.key.age && age -d -i ../key.txt plan.json > ../plan-open.json",
        &home,
    );
    let opened = std::fs::read_to_string(home.0.path().join("plan-open.json"));
    assert_eq!(opened.expect(&seen), EXAMPLE);
    let seen = asked("age -d -i <(age -d plan.json.key.age) plan.json > ../again.json", &home);
    let opened = std::fs::read_to_string(home.0.path().join("again.json"));
    assert_eq!(opened.expect(&seen), EXAMPLE);
}
