//! A small stand-in for the plan, and ways to run one test again in another world, for the tests of this room.

use super::ids::Lists;
use serde::{Deserialize, Serialize};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

pub(super) const LISTS: Lists = &[("guests", "g")];

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct SamplePlan {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<SampleGuest>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct SampleGuest {
    pub id: String,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<SampleDay>,
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct SampleDay {
    pub date: String,
}

/// Runs the test `name` again in a process of its own that the shell's `script` has prepared, with an empty folder in
/// `STEADFAST_TEST_FOLDER`. True inside that process: the test goes on. False outside: the test is over.
pub(super) fn again(name: &str, script: &str) -> bool {
    const INSIDE: &str = "STEADFAST_TEST_FOLDER";
    if std::env::var_os(INSIDE).is_some() {
        return true;
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o777)).unwrap();
    let output = Command::new("sh")
        .args(["-c", script])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", name])
        .env(INSIDE, folder.path())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && told.contains("1 passed"), "{output:?}");
    false
}

/// As `again`, as a person whom permission bits hold back. For root, whom they do not, as `nobody`.
pub(super) fn as_nobody(name: &str) -> bool {
    as_nobody_after(name, "true")
}

/// The same after root, or whoever runs the tests, has done what `prepare` says in the folder of the test.
pub(super) fn as_nobody_after(name: &str, prepare: &str) -> bool {
    let nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups";
    let probe = format!("test \"$(id -u)\" != 0 || {nobody} test -x \"$0\"");
    let can = Command::new("sh")
        .args(["-c", &probe])
        .arg(std::env::current_exe().unwrap())
        .output();
    if !can.unwrap().status.success() {
        println!("skipped: root, and setpriv is missing or cannot reach this test");
        return false;
    }
    let prepare = format!("(cd \"$STEADFAST_TEST_FOLDER\" && {prepare}) || exit 1");
    let script =
        format!("{prepare}; if test \"$(id -u)\" = 0; then exec {nobody} \"$0\" \"$@\"; else exec \"$0\" \"$@\"; fi");
    again(name, &script)
}
