//! The tests of `file`, apart because together they are longer than a file should be.

use super::super::folder::is_private;
use super::*;
use crate::store::sample::{again, as_nobody};
use std::os::unix::fs::{PermissionsExt, symlink};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn files_and_folders_are_the_owners_whatever_the_umask() {
    for umask in ["000", "777"] {
        // Under 777 not even the owner could enter a new folder, so that half only looks at the file.
        let script = format!("umask {umask}; exec \"$0\" \"$@\"");
        let name = "store::file::tests::files_and_folders_are_the_owners_whatever_the_umask";
        if !again(name, &script) {
            continue;
        }
        let base = PathBuf::from(std::env::var_os("STEADFAST_TEST_FOLDER").unwrap());
        let open = PathBuf::from(&base).join("open.json");
        write_over(&open, "x").unwrap();
        assert_eq!(mode(&open), 0o600);
        if script_umask_is_open(&base) {
            let inner = base.join("a/b");
            write_over(&inner.join("plan.json"), "x").unwrap();
            assert_eq!(mode(&inner.join("plan.json")), 0o600);
            assert_eq!(mode(&inner), 0o700);
            assert_eq!(mode(&base.join("a")), 0o700);
        }
        return;
    }
}

fn script_umask_is_open(base: &Path) -> bool {
    let probe = base.join("probe");
    File::create(&probe).unwrap();
    mode(&probe) != 0
}

#[test]
fn a_looser_file_becomes_the_owners_and_a_folder_that_was_there_stays() {
    let folder = folder();
    let path = folder.path().join("plan.json");
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    fs::write(&path, "same").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(!is_private(&path));
    write_over(&path, "same").unwrap();
    assert!(is_private(&path) && holds_bytes(&path, b"same"));
    assert!(!holds_bytes(&path, b"other"));
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(folder.path()), 0o755);
    assert_eq!(names(folder.path()), ["plan.json"]);
}

/// Writes as a save of a plan does.
fn save(path: &Path, content: &str) -> Result<(), Error> {
    write_plan(&RealDisk, path, content.as_bytes(), &mut |target| read_if_there(target))
}

#[test]
fn the_link_of_a_plan_stays_a_link_and_any_other_is_replaced_and_not_followed() {
    let folder = folder();
    let (real, link) = (folder.path().join("real.json"), folder.path().join("plan.json"));
    fs::write(&real, "old").unwrap();
    symlink("real.json", &link).unwrap();
    save(&link, "new").unwrap();
    assert!(link.is_symlink());
    assert_eq!(fs::read(&real).unwrap(), b"new");
    assert_eq!(read_bytes(&link).unwrap(), b"new");
    assert!(matches!(write_new(&link, "page"), Err(Error::AlreadyThere(_))));
    write_over(&link, "page").unwrap();
    assert!(!link.is_symlink());
    assert_eq!(
        (fs::read(&real).unwrap(), fs::read(&link).unwrap()),
        (b"new".into(), b"page".into())
    );
}

#[test]
fn a_link_to_nowhere_or_to_itself_is_named_and_left() {
    let folder = folder();
    for target in ["nowhere", "plan.json"] {
        let link = folder.path().join("plan.json");
        symlink(target, &link).unwrap();
        assert!(matches!(read_bytes(&link), Err(Error::DeadLink(_))));
        assert!(matches!(save(&link, "x"), Err(Error::DeadLink(_))));
        assert!(matches!(write_new(&link, "x"), Err(Error::AlreadyThere(_))));
        assert!(link.is_symlink());
        fs::remove_file(&link).unwrap();
    }
    assert!(names(folder.path()).is_empty());
}

#[test]
fn what_somebody_writes_in_the_last_moment_is_not_written_over() {
    let folder = folder();
    let path = folder.path().join("plan.json");
    for (before, theirs) in [(None, "theirs"), (Some("old"), "theirs"), (Some("old"), "")] {
        let _ = fs::remove_file(&path);
        before.iter().for_each(|before| fs::write(&path, before).unwrap());
        let mut last = |target: &Path| {
            let there = read_if_there(target);
            fs::write(target, theirs).unwrap();
            there
        };
        let written = write_plan(&RealDisk, &path, b"ours", &mut last);
        assert!(matches!(written, Err(Error::ChangedUnderneath(_))), "{written:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
        assert_eq!(names(folder.path()), ["plan.json"]);
    }
}

#[test]
fn what_is_no_file_is_neither_read_nor_replaced() {
    let folder = folder();
    let pipe = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    let socket = folder.path().join("socket");
    let _listening = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    for path in [&pipe, &socket, folder.path(), Path::new("/dev/zero")] {
        assert!(matches!(read_bytes(path), Err(Error::NotAFile(_))), "{path:?}");
        assert!(matches!(write_over(path, "x"), Err(Error::NotAFile(_))), "{path:?}");
    }
    assert_eq!(names(folder.path()), ["pipe", "socket"]);
}

#[test]
fn a_file_that_is_not_there_is_missing() {
    let folder = folder();
    let path = folder.path().join("deep/plan.json");
    assert!(matches!(read_bytes(&path), Err(Error::Missing(_))));
    check_writable(&path).unwrap();
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_name_with_no_room_for_what_lies_beside_it_is_named_before_the_first_question() {
    let folder = folder();
    for (length, fits) in [
        (190, true),
        (203, true),
        (204, false),
        (247, false),
        (255, false),
        (256, false),
    ] {
        for within in ["", "deep/"] {
            let path = folder.path().join(format!("{within}{}", "n".repeat(length)));
            let checked = check_writable(&path);
            assert_eq!(checked.is_ok(), fits, "{length}: {checked:?}");
            let long = |error| {
                matches!(
                    error,
                    Error::Io {
                        kind: io::ErrorKind::InvalidFilename,
                        ..
                    }
                )
            };
            assert!(checked.map_or_else(long, |()| true), "{length}");
        }
    }
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_file_beyond_the_limit_is_not_read() {
    let folder = folder();
    let path = folder.path().join("plan.json");
    let file = File::create(&path).unwrap();
    file.set_len(LIMIT).unwrap();
    assert_eq!(read_bytes(&path).unwrap().len() as u64, LIMIT);
    file.set_len(LIMIT + 1).unwrap();
    let damage = Damage::TooLarge { limit: LIMIT };
    let refused = read_bytes(&path).unwrap_err();
    assert!(matches!(refused, Error::Damaged { damage: found, .. } if found == damage));
}

#[test]
fn a_disk_that_is_full_leaves_the_old_file_and_nothing_else() {
    let name = "store::file::tests::a_disk_that_is_full_leaves_the_old_file_and_nothing_else";
    if !again(name, "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"") {
        return;
    }
    let base = PathBuf::from(std::env::var_os("STEADFAST_TEST_FOLDER").unwrap());
    let path = base.join("plan.json");
    write_over(&path, "old").unwrap();
    let refused = write_over(&path, "new ".repeat(10_000)).unwrap_err();
    assert!(
        matches!(
            refused,
            Error::Io {
                what: FileOperation::Saving,
                ..
            }
        ),
        "{refused}"
    );
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(&base), ["plan.json"]);
}

#[test]
fn a_folder_that_is_read_only_leaves_the_old_file_and_nothing_else() {
    let name = "store::file::tests::a_folder_that_is_read_only_leaves_the_old_file_and_nothing_else";
    if !as_nobody(name) {
        return;
    }
    let folder = folder();
    let path = folder.path().join("plan.json");
    write_over(&path, "old").unwrap();
    check_writable(&path).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o500)).unwrap();
    let denied = |result: Result<(), Error>| {
        matches!(
            result,
            Err(Error::Io {
                kind: io::ErrorKind::PermissionDenied,
                ..
            })
        )
    };
    assert!(denied(write_over(&path, "new")));
    assert!(denied(check_writable(&path)));
    assert!(denied(write_over(&folder.path().join("in/plan.json"), "new")));
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"old");
    assert_eq!(names(folder.path()), ["plan.json"]);
}

#[test]
fn a_file_made_read_only_is_left_alone() {
    let folder = folder();
    let path = folder.path().join("plan.json");
    fs::write(&path, "old").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    assert!(write_over(&path, "new").is_err());
    assert!(check_writable(&path).is_err());
    assert_eq!(fs::read(&path).unwrap(), b"old");
}

#[test]
fn what_was_written_is_compared() {
    let folder = folder();
    let path = folder.path().join("x");
    let mut new = NewFile::beside(&path).unwrap();
    new.write(b"ab").unwrap();
    compare(&RealDisk, &mut new, &path, b"ab").unwrap();
    let lie = compare(&RealDisk, &mut new, &path, b"abc");
    assert!(matches!(
        lie,
        Err(Error::Io {
            what: FileOperation::Comparing,
            ..
        })
    ));
}

#[test]
fn leftovers_are_those_of_this_plan() {
    let folder = folder();
    let path = folder.path().join("plan.json");
    let kept = folder.path().join(".steadfast-plan.json-AbCd12.tmp");
    fs::write(&kept, "").unwrap();
    let long = folder.path().join("n".repeat(255));
    write_over(&long, "x").unwrap();
    for other in [
        ".steadfast-plan.json-x-abcdef.tmp",
        ".steadfast-abcdef.tmp",
        "plan.json",
    ] {
        fs::write(folder.path().join(other), "").unwrap();
    }
    assert_eq!(leftovers(&path).unwrap(), [kept]);
}

/// Saves, in a process of its own, while strace makes the system refuse `fault`.
fn save_while(name: &str, fault: &str, expected: FileOperation, content: &[u8]) {
    let inside = std::env::var_os("STEADFAST_TEST_FOLDER").is_some();
    let works = std::process::Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .output();
    if !inside && !works.is_ok_and(|output| output.status.success()) {
        println!("skipped: strace is missing or may not trace here");
        return;
    }
    if !again(
        name,
        &format!("exec strace -f -o /dev/null -e inject={fault} \"$0\" \"$@\""),
    ) {
        return;
    }
    let base = PathBuf::from(std::env::var_os("STEADFAST_TEST_FOLDER").unwrap());
    let path = base.join("plan.json");
    fs::write(&path, "old").unwrap();
    let refused = save(&path, "new").unwrap_err();
    assert!(
        matches!(refused, Error::Io { what, .. } if what == expected),
        "{refused}"
    );
    assert_eq!(fs::read(&path).unwrap(), content);
    assert_eq!(names(&base), ["plan.json"]);
}

#[test]
fn a_disk_that_cannot_sync_leaves_the_old_file_and_nothing_else() {
    let name = "store::file::tests::a_disk_that_cannot_sync_leaves_the_old_file_and_nothing_else";
    save_while(name, "fsync:error=EIO:when=1", FileOperation::Saving, b"old");
}

#[test]
fn a_rename_that_is_refused_leaves_the_old_file_and_nothing_else() {
    let name = "store::file::tests::a_rename_that_is_refused_leaves_the_old_file_and_nothing_else";
    save_while(
        name,
        "rename,renameat,renameat2:error=EBUSY",
        FileOperation::Saving,
        b"old",
    );
}

#[test]
fn a_folder_that_cannot_sync_has_the_new_file_and_says_so() {
    let name = "store::file::tests::a_folder_that_cannot_sync_has_the_new_file_and_says_so";
    save_while(name, "fsync:error=EIO:when=2", FileOperation::SyncingFolder, b"new");
}

#[test]
fn a_disk_that_knows_no_sync_is_used_and_that_is_said() {
    let name = "store::file::tests::a_disk_that_knows_no_sync_is_used_and_that_is_said";
    for error in ["EINVAL", "EOPNOTSUPP", "ENOSYS"] {
        save_while(
            name,
            &format!("fsync:error={error}"),
            FileOperation::SyncingFolder,
            b"new",
        );
    }
}
