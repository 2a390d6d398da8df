//! The real program, its command line, its streams and its exit codes. Each test has a folder of its own.

mod calendar;
mod call;
mod home;
mod installed;
mod machine;
mod private;
mod readme;
mod ready;
mod sheet;
#[cfg(unix)]
mod steering;
mod switches;
mod time;
#[cfg(unix)]
mod unix;

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use assert_cmd::Command;

use crate::table::{self, OPENING};
use home::{Home, Ran};

const EXAMPLE: &str = include_str!("../../prompts/en/example.json");

#[test]
fn the_results_go_to_stdout_and_end_with_0() {
    let home = Home::with_plan();
    for (line, piece) in [
        ("example", "\"format\": 2,"),
        ("show", "Robin"),
        ("where", "plan.json"),
        ("check", "plan.json"),
        ("help", "steadfast"),
        ("-V", env!("CARGO_PKG_VERSION")),
    ] {
        let ran = home.run(line).ends(0);
        assert!(ran.out.contains(piece), "{line} {ran:?}");
        assert_eq!(ran.err, "", "{line}");
        assert!(!ran.out.contains('\u{1b}'), "{line}");
    }
    assert_eq!(home.run("example").out, EXAMPLE);
    assert_eq!(fs::read_to_string(home.plan()).unwrap(), EXAMPLE);
}

#[test]
fn options_stand_before_or_after_the_command() {
    let home = Home::new();
    let file = home.file("our own plan.json", EXAMPLE);
    let words = home.0.path();
    let options: Vec<OsString> = vec![
        "--plain".into(),
        "--lang".into(),
        "en".into(),
        "--words".into(),
        words.into(),
        "--plan".into(),
        file.clone().into(),
    ];
    let verb = vec![OsString::from("show")];
    let after = home.run_with([verb.clone(), options.clone()].concat(), "").ends(0);
    let before = home.run_with([options, verb.clone()].concat(), "").ends(0);
    let named = home.run_with([verb, vec![file.into()]].concat(), "").ends(0);
    assert_eq!(after.out, before.out);
    assert_eq!(after.out, named.out);
    assert!(after.out.contains("Robin"));
}

#[test]
fn a_wrong_command_line_is_refused_in_words() {
    let home = Home::with_plan();
    for (line, piece) in [
        ("shwo", "show"),
        ("sheets", "Did you mean sheet?"),
        ("show --plian", "--plain"),
        ("undo --format json", "--format"),
        ("ready --format xml", "text, json"),
        ("show a b", "\"b\""),
        ("show --plan", "--plan"),
        ("show a --plan b", "one file"),
        ("show --lang xx", "xx"),
        ("shwo --lang xx", "xx"),
        ("help bogus", "bogus"),
    ] {
        let ran = home.run(line).refused(2);
        assert!(ran.err.contains(piece), "{line} {ran:?}");
    }
    let mut command = Command::cargo_bin("steadfast").unwrap();
    let output = command.args(["show", "--today", "2026-02-30"]).output().unwrap();
    assert!(Ran::from(output).refused(2).err.contains("2026-02-30"));
}

#[test]
fn help_comes_in_every_form() {
    let home = Home::new();
    let whole = home.run("help").ends(0).out;
    assert_eq!(home.run("--help").ends(0).out, whole);
    assert_eq!(home.run("-h").ends(0).out, whole);
    let plan = home.run("plan --help").ends(0).out;
    assert_eq!(home.run("help plan").ends(0).out, plan);
    assert_eq!(home.run("--help plan").ends(0).out, plan);
    assert_ne!(plan, whole);
    assert!(home.run("help keys").ends(0).out.contains("/hide"));
    for verb in [
        "checklist",
        "ready",
        "done",
        "call",
        "after",
        "contacts",
        "lines",
        "show",
        "forget",
        "sources",
        "example",
        "check",
        "where",
        "delete",
        "help",
    ] {
        assert!(whole.contains(&format!("\n  {verb}")), "{verb}");
        let own = home.run(&format!("{verb} -h")).ends(0).out;
        assert!(own.contains(&format!("steadfast {verb}")), "{own}");
    }
    assert!(fs::read_dir(home.0.path()).unwrap().next().is_none());
}

#[test]
fn without_a_plan_the_way_to_begin_one_is_said() {
    let home = Home::new();
    for verb in [
        "checklist",
        "ready",
        "done",
        "call",
        "after",
        "contacts",
        "show",
        "forget",
        "check",
        "delete",
    ] {
        let ran = home.run(verb).refused(1);
        assert!(
            ran.err.contains("plan.json") && ran.err.ends_with("steadfast\n"),
            "{ran:?}"
        );
    }
    let named = home.run("show other.json").refused(1);
    assert!(named.err.ends_with("steadfast plan other.json\n"), "{named:?}");
    let ran = home.run("where").ends(0);
    assert!(ran.out.contains("plan.json") && ran.err.is_empty());
    assert!(!home.plan().exists());
}

/// Files that are no plan: a name, the bytes, and what the refusal says.
fn no_plans() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let cut = EXAMPLE.as_bytes()[..EXAMPLE.len() / 2].to_vec();
    let broken = EXAMPLE.replacen("\"created\":", "\"created\" ", 1).into_bytes();
    vec![
        ("empty", vec![], "empty"),
        ("zeros", vec![0; 64], "empty"),
        ("truncated", cut, "line "),
        ("damaged", broken, "line 4, column "),
        ("newer", b"{\"format\": 9}".to_vec(), "newer Steadfast"),
        ("other", b"{\"name\": \"x\"}".to_vec(), "not a plan"),
        ("fraction", b"{\"format\": 1.5}".to_vec(), "not a plan"),
        ("list", b"[]".to_vec(), "not a plan"),
        ("bytes", b"{\"format\": 2, \"a\": \"\xFF\"}".to_vec(), "line 1"),
    ]
}

#[test]
fn a_file_that_is_no_plan_is_refused_by_every_command_and_left_as_it_is() {
    table::none_is_forgotten();
    let home = Home::new();
    for (name, bytes, piece) in no_plans() {
        let path = home.file(name, &bytes);
        for line in OPENING {
            let ran = home.run(&format!("{line} --plan {}", path.display())).refused(1);
            assert!(ran.err.contains(piece), "{name} {line} {ran:?}");
            assert!(ran.err.contains(&*path.to_string_lossy()), "{name} {line} {ran:?}");
            assert_eq!(fs::read(&path).unwrap(), bytes, "{name} {line}");
        }
        let told = home.run(&format!("where {}", path.display())).ends(0);
        assert!(told.out.contains(name));
        home.run(&format!("delete {}", path.display())).ends(0);
        assert_eq!(fs::read(&path).unwrap(), bytes, "{name} delete");
    }
    let folder = home.run(&format!("show {}", home.0.path().display())).refused(1);
    assert!(folder.err.contains("not a file"), "{folder:?}");
}

#[test]
fn check_lists_every_fault_and_an_open_answer_is_none() {
    let home = Home::new();
    let mut plan: serde_json::Value = serde_json::from_str(EXAMPLE).unwrap();
    plan["from_another_program"] = "kept".into();
    plan["person"]["name"] = 1.into();
    plan["person"]["love"] = serde_json::json!([]);
    plan["planner"]["name"] = true.into();
    plan["attendees"][1]["name"] = 2.into();
    plan["treatment_options"][1]["id"] = plan["treatment_options"][0]["id"].clone();
    plan["professionals"][0]["agreed_on"] = "2026-13-01".into();
    plan["day"]["date"] = "soon".into();
    plan["day"]["order"] = serde_json::json!(["planner", "a99"]);
    plan["afterwards"]["tonight"] = "a98".into();
    plan["person"]["hopes"] = serde_json::json!({"later": {"owner": "a97"}});
    let text = serde_json::to_string_pretty(&plan).unwrap();
    let path = home.file("faulty.json", &text);
    let ran = home.run(&format!("check {}", path.display())).ends(3);
    assert_eq!(ran.out, "");
    assert_eq!(ran.err.lines().count(), 10, "{ran:?}");
    for path in [
        "person.name: ",
        "person.love: ",
        "planner.name: ",
        "attendees[1].name: ",
        "treatment_options[1].id: ",
        "professionals[0].agreed_on: ",
        "day.date: ",
        "day.order[1]: ",
        "afterwards.tonight: ",
        "person.hopes.later.owner: ",
    ] {
        let placed = format!("({}, line ", path.trim_end_matches(": "));
        assert!(ran.err.lines().any(|line| line.contains(&placed)), "{path} {ran:?}");
    }
    assert_eq!(home.run(&format!("check --plan {}", path.display())).code, Some(3));
    assert_eq!(fs::read_to_string(&path).unwrap(), text);

    let open = home.file("open.json", "{\"format\": 2, \"a_key_nobody_knows\": {\"x\": 1}}");
    home.run(&format!("check {}", open.display())).ends(0);
}

#[test]
fn the_example_passes_the_check() {
    let home = Home::new();
    let example = home.run("example").ends(0).out;
    let path = home.file("example.json", example);
    home.run(&format!("check {}", path.display())).ends(0);
    home.run(&format!("show {}", path.display())).ends(0);
}

#[test]
fn delete_names_the_other_plans_of_the_name_and_what_is_not_its_own_and_leaves_them() {
    for (deleted, other) in [("plan.json", "plan-2.json"), ("plan-2.json", "plan.json")] {
        let home = Home::with_plan();
        home.file("plan-2.json", EXAMPLE);
        let deleted = home.0.path().join(deleted);
        let line = format!("done naloxone --plan {}", deleted.display());
        home.run(&line).ends(0);
        let before = deleted.with_file_name(format!(".{}.before", deleted.file_name().unwrap().to_str().unwrap()));
        fs::write(before.join("notes.txt"), "mine").unwrap();
        let args = ["delete", "--plan", deleted.to_str().unwrap()].map(OsString::from);
        let ran = home.run_with(args.into(), "delete\n").ends(0);
        let said = ran.err.split("Type delete").next().unwrap();
        assert!(
            said.contains(&format!("/{other}\n")) && said.contains("notes.txt"),
            "{ran:?}"
        );
        assert!(!deleted.exists() && home.0.path().join(other).exists());
        assert_eq!(fs::read_dir(before).unwrap().count(), 1);
    }
}

#[test]
fn delete_wants_the_word_and_takes_the_end_of_input_for_no() {
    for (typed, stays) in [
        ("", true),
        ("\n", true),
        ("yes\n", true),
        ("delete", true),
        ("delete\n", false),
    ] {
        let home = Home::with_plan();
        let ran = home.run_with(vec!["delete".into()], typed).ends(0);
        assert_eq!(home.plan().exists(), stays, "{typed:?} {ran:?}");
        assert_eq!(ran.out, "");
        assert!(ran.err.contains("plan.json"), "{ran:?}");
        assert!(!ran.err.contains('\u{1b}'), "{ran:?}");
        // What cannot be reached is named before the question.
        let said = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
        let before = said.split("Type delete").next().unwrap();
        let (_, reach) = before.split_once("cannot reach").expect(&said);
        for out_of_reach in ["pages", "copies", "cloud", "backup"] {
            assert!(reach.contains(out_of_reach), "{out_of_reach}: {said}");
        }
    }
}

#[test]
fn a_word_from_the_folder_is_said_and_a_wrong_key_is_named() {
    let home = Home::new();
    let folder = |name: &str| {
        let folder = home.0.path().join(name);
        fs::create_dir(&folder).unwrap();
        folder
    };
    let show = |folder: &Path| {
        let args = vec!["where".into(), "--words".into(), folder.into()];
        home.run_with(args, "")
    };
    let commands = include_str!("../../prompts/en/commands.toml");
    let good = folder("good");
    let changed = commands.replace("There is no plan yet.", "Nothing here so far.");
    fs::write(good.join("commands.toml"), &changed).unwrap();
    assert!(show(&good).ends(0).out.starts_with("Nothing here so far."));

    let line_of = |text: &str, piece: &str| text.lines().position(|line| line.contains(piece)).unwrap() + 1;
    let unknown = folder("unknown");
    let wrong = commands.replace("[delete]", "surprise = \"x\"\n\n[delete]");
    fs::write(unknown.join("commands.toml"), &wrong).unwrap();
    let ran = show(&unknown).refused(1);
    let line = format!("line {}", line_of(&wrong, "surprise"));
    for piece in ["commands.toml", &line, "surprise"] {
        assert!(ran.err.contains(piece), "{piece} {ran:?}");
    }

    // A key in a table that is looked up by name is placed as well.
    let label = folder("label");
    let safety = include_str!("../../prompts/en/safety.toml");
    let wrong = safety.replace("safety.harm", "safety.harmed");
    fs::write(label.join("safety.toml"), &wrong).unwrap();
    let ran = show(&label).refused(1);
    assert!(
        ran.err.contains("safety.toml") && ran.err.contains("safety.harm"),
        "{ran:?}"
    );
    let more = format!("{safety}\n[q.\"safety.more\"]\nshort = \"a\"\nask = \"b\"\n");
    fs::write(label.join("safety.toml"), &more).unwrap();
    let ran = show(&label).refused(1);
    let line = format!("safety.toml, line {}", line_of(&more, "safety.more"));
    assert!(ran.err.contains(&line), "{ran:?}");

    let missing = folder("missing");
    fs::write(missing.join("commands.toml"), commands.replace("copy =", "# copy =")).unwrap();
    let ran = show(&missing).refused(1);
    assert!(ran.err.contains("commands.toml") && ran.err.contains("copy"), "{ran:?}");
    assert!(show(&home.0.path().join("nowhere")).refused(1).err.contains("nowhere"));
}
