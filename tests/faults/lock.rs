//! A lock that is killed: nothing stays open for ever.

use super::*;

/// Locks the plan and what lies beside it.
const LOCK: Errand = Errand(&["lock", "--passphrase-file", "-"], "seven calm rivers run\n");

/// The calls after which something else lies in the folders. A lock is slow: a kill at a rename, say, leaves what one
/// at the sync before it left. Each call is counted by itself, as strace does.
const STEPS: [&str; 2] = ["fsync", "unlink"];

/// Every file of the home that can be read without a passphrase; a lock file says nothing.
fn plain(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let open = |path: PathBuf| match path.is_dir() {
        true => plain(&path),
        false if String::from_utf8_lossy(&fs::read(&path).unwrap()).contains("Robin") => vec![path],
        false => Vec::new(),
    };
    paths.flat_map(open).collect()
}

/// A plan with a version, a copy beside it and what a kill left, all of it open.
fn home_to_lock() -> Home {
    let home = Home::new();
    assert!(home.run(&DONE, None).status.success());
    fs::write(home.0.path().join("plan (a copy, 2026-11-14 22.14).json"), EXAMPLE).unwrap();
    let folder = home.0.path().join(".plan.json.before");
    fs::write(folder.join(".steadfast-000001.json-AbC123.tmp"), EXAMPLE).unwrap();
    assert_eq!(plain(home.0.path()).len(), 4);
    home
}

/// Kills a lock at the nth of these calls, and locks again: nothing is open then. What the kill left: nothing where it
/// was past the last call, else whether the plan was locked already, and how many files were open.
fn lock_killed(call: &str, nth: usize) -> Option<(bool, usize)> {
    let home = home_to_lock();
    let before = fs::read(home.plan()).unwrap();
    home.run(&LOCK, Some(&format!("{call}:signal=SIGKILL:when={nth}")));
    if !home.was_hit() {
        return None;
    }
    let plan = fs::read(home.plan()).unwrap();
    let sealed = plan.starts_with(b"age-encryption.org/v1\n");
    assert!(plan == before || sealed, "{call} {nth}: another file");
    let open = plain(home.0.path()).len();
    let again = home.run(&LOCK, None);
    let told = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(again.status.success(), "{call} {nth}: {told}");
    assert_eq!(plain(home.0.path()), [] as [PathBuf; 0], "{call} {nth}: {told}");
    assert_eq!(home.leftovers(), [] as [String; 0], "{call} {nth}");
    let kept = versions(&home.plan()).unwrap().len();
    assert_eq!(kept, 1, "{call} {nth}: a version is lost");
    Some((sealed, open))
}

#[test]
fn lock_killed_at_any_call_leaves_nothing_open_the_next_time() {
    if !can_trace() {
        return;
    }
    let left: Vec<(bool, usize)> = STEPS
        .iter()
        .flat_map(|call| (1..).map_while(|nth| lock_killed(call, nth)))
        .collect();
    for state in [(false, 4), (true, 3), (true, 2), (true, 1)] {
        assert!(left.contains(&state), "never {state:?}: {left:?}");
    }
}
