//! How it goes with browsers that do not do what they should: small scripts that stand in for one.
#![cfg(unix)]

use std::os::unix::fs::PermissionsExt;

use super::*;

/// A folder for the PDF, and a script that is taken for a browser. Its last word is the page, the one before it where
/// the PDF goes.
struct PrintTest {
    folder: TempDir,
    tools: TempDir,
}

impl PrintTest {
    fn new() -> Self {
        let (folder, tools) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        Self { folder, tools }
    }

    fn browser(&self, script: &str) -> PathBuf {
        let path = self.tools.path().join("browser");
        let before =
            "for word; do case $word in --print-to-pdf=*) pdf=${word#*=};; file://*) page=${word#file://};; esac; done";
        fs::write(
            &path,
            format!("#!/bin/sh\n{before}\nnotes={}\n{script}\n", self.tools.path().display()),
        )
        .unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
        path
    }

    fn print(&self, script: &str, limit: Duration) -> Result<Vec<u8>, Error> {
        // Another thread that starts a process just now may still hold the script open for writing.
        let browser = self.browser(script);
        loop {
            let made = print("<p>Robin</p>", self.folder.path(), &browser, limit);
            let busy = BrowserFault::NotStarted(io::ErrorKind::ExecutableFileBusy);
            if !matches!(&made, Err(Error::Browser { what, .. }) if *what == busy) {
                return made;
            }
        }
    }

    fn note(&self, name: &str) -> String {
        fs::read_to_string(self.tools.path().join(name)).unwrap()
    }

    #[track_caller]
    fn is_empty(&self) {
        assert_eq!(fs::read_dir(self.folder.path()).unwrap().count(), 0);
    }
}

const PRINTS: &str = "{ echo %PDF-1.4; cat \"$page\"; echo %%EOF; } > \"$pdf\"";

fn what(made: Result<Vec<u8>, Error>) -> BrowserFault {
    match made {
        Err(Error::Browser { what, .. }) => what,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_a_browser_prints_is_handed_back_and_nothing_stays() {
    let test = PrintTest::new();
    let made = test.print(PRINTS, LIMIT).unwrap();
    assert_eq!(made, b"%PDF-1.4\n<p>Robin</p>%%EOF\n");
    test.is_empty();
}

#[test]
fn only_the_owner_can_look_in_and_nothing_of_the_plan_is_handed_over() {
    let test = PrintTest::new();
    let script =
        "ls -ld . \"$page\" | cut -c1-10 > \"$notes/modes\"; echo \"$@\" > \"$notes/words\"; env > \"$notes/env\"";
    test.print(&format!("{script}; {PRINTS}"), LIMIT).unwrap();
    assert_eq!(test.note("modes"), "drwx------\n-rw-------\n");
    assert!(!test.note("words").contains("Robin"));
    let around = test.note("env");
    assert!(!around.contains("Robin") && !around.contains("CARGO"), "{around}");
}

#[test]
fn a_browser_that_prints_nothing_or_a_part_is_an_error_and_nothing_stays() {
    for script in ["exit 0", "exit 3", "echo %PDF-1.4 > \"$pdf\"", ": > \"$pdf\""] {
        let test = PrintTest::new();
        assert_eq!(what(test.print(script, LIMIT)), BrowserFault::NoPage, "{script}");
        test.is_empty();
    }
}

#[test]
fn a_pipe_in_the_place_of_the_pdf_is_no_page_and_is_not_waited_on() {
    let test = PrintTest::new();
    assert_eq!(what(test.print("mkfifo \"$pdf\"", LIMIT)), BrowserFault::NoPage);
    test.is_empty();
}

#[test]
fn a_browser_that_hangs_is_ended_with_all_it_started() {
    let test = PrintTest::new();
    let script = "sleep 600 & echo $! > \"$notes/pid\"; wait";
    let began = Instant::now();
    let limit = Duration::from_millis(700);
    assert_eq!(what(test.print(script, limit)), BrowserFault::TooLong { seconds: 0 });
    assert!(began.elapsed() < Duration::from_secs(20));
    test.is_empty();
    // The one it started is gone, or waits for its parent to look.
    let state = fs::read_to_string(format!("/proc/{}/stat", test.note("pid").trim())).unwrap_or_default();
    assert!(state.is_empty() || state.contains(") Z "), "{state}");
}

#[test]
fn what_cannot_be_started_is_said_so() {
    let test = PrintTest::new();
    let path = test.tools.path().join("browser");
    fs::write(&path, "no program\0").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
    let made = pdf("", test.folder.path(), Some(&path));
    assert!(matches!(what(made), BrowserFault::NotStarted(_)));
    test.is_empty();
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let test = PrintTest::new();
    let folder = test.folder.path().join("none");
    let made = print("", &folder, &test.browser(PRINTS), LIMIT);
    assert!(matches!(
        made,
        Err(Error::Io {
            what: FileOperation::MakingFolder,
            ..
        })
    ));
    test.is_empty();
}

#[test]
fn what_was_left_behind_long_ago_goes_and_nothing_else() {
    let test = PrintTest::new();
    let path = |name: &str| test.folder.path().join(name);
    let ours = path("printing-page-abc123");
    let theirs = [
        path("printing-page-by-me"),
        path("steadfast-plans/profile"),
        path("profile"),
    ];
    fs::create_dir_all(ours.join("profile")).unwrap();
    theirs.iter().for_each(|folder| fs::create_dir_all(folder).unwrap());
    remove_old_leftovers(test.folder.path(), LIMIT);
    assert!(ours.exists(), "it may be in use");
    sleep(LOOK);
    remove_old_leftovers(test.folder.path(), Duration::ZERO);
    assert!(!ours.exists());
    assert!(theirs.iter().all(|folder| folder.exists()));
}

#[test]
fn the_way_out_of_a_signal_leaves_nothing_and_no_browser() {
    const CHILD: &str = "STEADFAST_TEST_TIDY";
    if let Some(folder) = std::env::var_os(CHILD) {
        // The process that is cut off: it prints, and ends as `terminal_guard` would end it.
        let test = PrintTest::new();
        let browser = test.browser("echo $$ > \"$notes/pid\"; sleep 600");
        std::thread::spawn(move || print("Robin", Path::new(&folder), &browser, LIMIT));
        while fs::read_to_string(test.tools.path().join("pid"))
            .unwrap_or_default()
            .is_empty()
        {
            sleep(LOOK);
        }
        println!("pid={}", test.note("pid"));
        remove_leftovers();
        std::process::exit(130);
    }
    let test = PrintTest::new();
    let here = concat!(
        module_path!(),
        "::the_way_out_of_a_signal_leaves_nothing_and_no_browser"
    );
    let name = here.split_once("::").unwrap().1;
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["--exact", name, "--nocapture"])
        .env(CHILD, test.folder.path());
    let output = child.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(130), "{said}");
    test.is_empty();
    let pid = said.lines().find_map(|line| line.split_once("pid=")).unwrap().1;
    assert!(!Path::new(&format!("/proc/{pid}")).exists());
}
