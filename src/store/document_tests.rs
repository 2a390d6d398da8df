//! The tests of `document`, apart because together they are longer than a file should be.

use super::*;
use crate::error::{FaultKind, JsonKind};
use crate::store::sample::{LISTS, SampleGuest, SamplePlan};

fn open(text: &str) -> (SamplePlan, Document, Vec<Fault>) {
    read(text, LISTS).unwrap()
}

fn damage(text: &str) -> Damage {
    read::<SamplePlan>(text, LISTS).err().expect("damage")
}

const FULL: &str = r#"{
  "format": 2,
  "first": {"deep": [1.10, 1e400, 123456789012345678901234567890]},
  "about": "é a plan",
  "after_about": null,
  "guests": [
    {"id": "g1", "name": "A", "shoe": 39, "day": {"date": "x", "mood": ["?"]}, "hat": []},
    {"id": "g2", "nick": "b", "name": "B"},
    {"id": "g3", "name": "C", "pet": {"name": "cat"}}
  ],
  "notes": ["one", "two"],
  "last": true
}
"#;

/// In one line, with the number of the format that is written now.
fn compact(text: &str) -> String {
    let mut file: Value = serde_json::from_str(text).unwrap();
    file["format"] = FORMAT.into();
    file.to_string()
}

#[test]
fn unknown_keys_stay_where_they_were_over_many_visits() {
    let (mut plan, mut document, faults) = open(FULL);
    assert_eq!(faults, []);
    assert_eq!(compact(&document.write(&plan).unwrap()), compact(FULL));
    plan.guests[1].name = "Berta".into();
    let text = document.write(&plan).unwrap();
    let expected = compact(FULL).replace(r#""B""#, r#""Berta""#);
    assert_eq!(compact(&text), expected);
    let (mut plan, mut document, _) = open(&text);
    assert_eq!(document.write(&plan).unwrap(), text);
    plan.guests.remove(1);
    plan.guests.push(SampleGuest {
        id: "g4".into(),
        ..SampleGuest::default()
    });
    let text = document.write(&plan).unwrap();
    let expected = expected
        .replace(r#"{"id":"g2","nick":"b","name":"Berta"},"#, "")
        .replace(r#""cat"}}"#, r#""cat"}},{"id":"g4","name":""}"#);
    assert_eq!(compact(&text), expected);
}

#[test]
fn a_number_that_nobody_knows_is_spelled_as_it_was() {
    let numbers = r#"[1E5,1e5,1E+05,-0,-0.0,0E0,1e-7,1.10,{"$serde_json::private::Number":"5"},[{"a":1E2}]]"#;
    let (plan, mut document, _) = open(&format!(r#"{{"format": 2.0, "first": {numbers}}}"#));
    let text = document.write(&plan).unwrap();
    let written: String = text.split_whitespace().collect();
    assert_eq!(written, format!(r#"{{"format":{FORMAT},"first":{numbers}}}"#));
    assert_eq!(open(&text).1.write(&plan).unwrap(), text);
}

#[test]
fn a_file_is_pretty_ends_in_a_newline_and_begins_with_its_format() {
    let text = Document::fresh().write(&SamplePlan::default()).unwrap();
    assert_eq!(text, format!("{{\n  \"format\": {FORMAT}\n}}\n"));
    // The header is the program's, whatever a plan says.
    let other = Document::fresh().write(&json!({"about": "a", "format": 7}));
    let begin = format!("{{\n  \"format\": {FORMAT},\n  \"about\"");
    assert!(other.unwrap().starts_with(&begin));
    let (plan, mut document, _) = open(r#"{"x": 1, "about": "a", "format": 2}"#);
    let text = document.write(&plan).unwrap();
    let lines = format!("{{\n  \"format\": {FORMAT},\n  \"x\": 1,\n  \"about\": \"a\"\n}}\n");
    assert_eq!(text, lines);
}

#[test]
fn a_faulty_value_stays_until_it_is_answered() {
    let text = r#"{"format": 2, "about": 7, "guests": [3, {"id": "g1", "name": []}, "?"], "notes": {}}"#;
    let (mut plan, mut document, faults) = open(text);
    assert_eq!(faults.len(), 5);
    assert_eq!(compact(&document.write(&plan).unwrap()), compact(text));
    plan.guests.insert(
        0,
        SampleGuest {
            id: "g2".into(),
            ..SampleGuest::default()
        },
    );
    let longer = compact(text).replace("[3,", r#"[3,{"id":"g2","name":""},"#);
    // A fault at the front stays at the front.
    assert_eq!(compact(&document.write(&plan).unwrap()), longer);
    plan.guests[1].name = "A".into();
    plan.about = Some("mine".into());
    plan.notes.push("n".into());
    let written = document.write(&plan).unwrap();
    let answered = longer
        .replace("\"name\":[]", "\"name\":\"A\"")
        .replace("\"about\":7", "\"about\":\"mine\"")
        .replace("\"notes\":{}", "\"notes\":[\"n\"]");
    assert_eq!(compact(&written), answered);
    let (again, _, faults) = open(&written);
    assert_eq!(again, plan);
    assert_eq!(faults.len(), 2);
    assert_eq!(faults[1].path, "guests[3]");
    assert_eq!(
        faults[1].kind,
        FaultKind::WrongKind {
            found: JsonKind::Text,
            expected: Some(JsonKind::Object),
        }
    );
}

#[test]
fn a_list_where_an_object_belongs_is_a_fault_and_stays_as_it_stood() {
    let text = r#"{"format": 2, "guests": [[], {"id": "g1", "name": "A", "day": ["x"]}, ["g1", "B"], {"id": "g2", "name": ""}]}"#;
    let (mut plan, mut document, faults) = open(text);
    let told: Vec<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
    assert_eq!(told, ["guests[0]", "guests[1].day", "guests[2]"]);
    let list = FaultKind::WrongKind {
        found: JsonKind::List,
        expected: Some(JsonKind::Object),
    };
    assert!(faults.iter().all(|fault| fault.kind == list), "{faults:?}");
    assert_eq!(plan.guests.len(), 2);
    assert_eq!(compact(&document.write(&plan).unwrap()), compact(text));
    plan.guests.remove(0);
    plan.guests[0].name = "C".into();
    let written = compact(&document.write(&plan).unwrap());
    let expected = r#"{"format":2,"guests":[[],["g1","B"],{"id":"g2","name":"C"}]}"#;
    assert_eq!(written, compact(expected));
    let (again, _, faults) = open(&written);
    assert_eq!((again, faults.len()), (plan, 2));
}

#[test]
fn an_answer_taken_back_leaves_the_file() {
    let (mut plan, mut document, _) = open(r#"{"format": 2, "about": "a", "x": 1}"#);
    plan.about = None;
    let text = document.write(&plan).unwrap();
    assert_eq!(compact(&text), compact(r#"{"format":2,"x":1}"#));
}

#[test]
fn an_item_added_by_hand_gets_its_id() {
    let (plan, mut document, _) = open(r#"{"format": 2, "guests": [{"name": "A", "x": 1}]}"#);
    assert_eq!(plan.guests[0].id, "g1");
    let text = document.write(&plan).unwrap();
    assert!(compact(&text).contains(r#"[{"id":"g1","name":"A","x":1}]"#));
}

#[test]
fn a_block_that_was_copied_with_its_id_is_an_item_of_its_own_and_keeps_what_nobody_knows() {
    let text = r#"{"format":2,"guests":[{"id":"g1","name":"A","shoe":39},{"id":"g1","name":"B","shoe":40}]}"#;
    let (mut plan, mut document, faults) = open(text);
    assert_eq!(faults.len(), 1);
    plan.guests[1].name = "Berta".into();
    let expected = compact(text).replace(r#""g1","name":"B""#, r#""g2","name":"Berta""#);
    assert_eq!(compact(&document.write(&plan).unwrap()), expected);
}

#[test]
fn every_prefix_is_damage() {
    let whole = FULL.trim_end().len();
    for end in 0..whole {
        let read = text_of(&FULL.as_bytes()[..end]).and_then(|text| read::<SamplePlan>(text, LISTS));
        match read.err() {
            Some(Damage::Empty) => assert_eq!(end, 0),
            Some(Damage::Syntax { kind, .. }) => assert_eq!(kind, SyntaxKind::Truncated),
            other => panic!("{end}: {other:?}"),
        }
    }
}

#[test]
fn no_flipped_bit_panics_or_writes_a_file_that_does_not_open() {
    for index in 0..FULL.len() * 8 {
        let mut bytes = FULL.as_bytes().to_vec();
        bytes[index / 8] ^= 1 << (index % 8);
        let read = text_of(&bytes).and_then(|text| read::<SamplePlan>(text, LISTS));
        if let Ok((plan, mut document, _)) = read {
            open(&document.write(&plan).unwrap());
        }
    }
}

#[test]
fn what_is_no_plan_is_named() {
    let other = |line, column| Damage::Syntax {
        line,
        column,
        kind: SyntaxKind::Other,
    };
    assert_eq!(damage(" \n"), Damage::Empty);
    assert_eq!(damage("\0\0\0"), Damage::Empty);
    assert_eq!(damage("{\"é\": 1,\n\"é\" x}"), other(2, 5));
    assert_eq!(damage("{\"format\": 2} {}"), other(1, 15));
    // Half a letter, which no text can hold.
    assert_eq!(damage("{\"format\": 2,\n\"about\": \"a\\ud800\"}"), other(2, 18));
    let deep = Damage::Syntax {
        line: 1,
        column: 128,
        kind: SyntaxKind::TooDeep,
    };
    assert_eq!(damage(&"[".repeat(100_000)), deep);
    for text in [
        "[]",
        "5",
        "{}",
        r#"{"format": "1"}"#,
        r#"{"format": 1.5}"#,
        r#"{"format": 0}"#,
    ] {
        assert_eq!(damage(text), Damage::NotAPlan, "{text}");
    }
    assert_eq!(damage(r#"{"format": -1}"#), Damage::NotAPlan);
    let format = FORMAT + 1;
    let newer = format!(r#"{{"format": {format}, "about": []}}"#);
    assert_eq!(damage(&newer), Damage::Newer { format });
}

#[test]
fn what_is_longer_than_a_plan_can_hold_is_refused_with_its_place() {
    let list = format!(
        "{{\"format\": 2,\n \"x\": {{\"y\": [0{}]}}}}",
        ",0".repeat(LONGEST_LIST)
    );
    let (line, column) = (2, 13);
    let limit = LONGEST_LIST;
    assert_eq!(damage(&list), Damage::LongList { limit, line, column });
    assert!(read::<SamplePlan>(&list.replacen(",0", "", 1), LISTS).is_ok());
    let text = format!("{{\"format\": 2,\n \"about\": \"é{}\"}}", "a".repeat(LONGEST_TEXT));
    let (limit, column) = (LONGEST_TEXT, 11);
    assert_eq!(damage(&text), Damage::LongText { limit, line, column });
    assert!(read::<SamplePlan>(&text.replacen("éaa", "é", 1), LISTS).is_ok());
}

#[test]
fn the_second_of_two_same_keys_is_named_at_any_depth_with_both_places() {
    let twice = "{\"format\": 2, \"x\": [[],\n {\"é\": 1, \"a\": {\"é\": 2},\n \"é\": 3}]}";
    let named = |path: &str, before, line, column| Damage::DuplicateKey {
        way: JsonPath(path.into()),
        before,
        line,
        column,
    };
    assert_eq!(damage(twice), named("x[1].é", 2, 3, 4));
    assert_eq!(damage("{\"format\": 2,\n\n \"format\": 2}"), named("format", 1, 3, 9));
}

#[test]
fn the_bytes_of_other_encodings_are_named() {
    assert!(read::<SamplePlan>("\u{feff}{\"format\": 2}", LISTS).is_ok());
    assert_eq!(text_of(b"\xFF\xFE{\0"), Err(Damage::Utf16));
    assert_eq!(text_of(b"{\0\"\0"), Err(Damage::Utf16));
    let not_text = Damage::NotText { line: 2, column: 3 };
    assert_eq!(text_of("{\né\u{20}".as_bytes()), Ok("{\né\u{20}"));
    assert_eq!(text_of(b"{\nab\xE9 rest"), Err(not_text));
}
