//! The sentences of the program, by their keys: the tests know ids and read the words where the program does.

use std::sync::LazyLock;

use toml::{Table, Value};

static PROMPTS: LazyLock<Vec<(String, Table)>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/prompts/en");
    let files = ["", "pages/"].into_iter().flat_map(|under| {
        let files = std::fs::read_dir(format!("{folder}/{under}")).unwrap();
        files.map(move |entry| (under, entry.unwrap().path()))
    });
    files
        .filter(|(_, path)| path.extension().is_some_and(|end| end == "toml"))
        .map(|(under, path)| {
            let name = format!("{under}{}", path.file_stem().unwrap().to_string_lossy());
            (name, std::fs::read_to_string(&path).unwrap().parse().unwrap())
        })
        .collect()
});

/// A sentence by its file and key: `engine.go_on`, `danger.answer.no`.
pub fn sentence(key: &str) -> String {
    let mut parts = key.split('.');
    let file = parts.next().unwrap();
    let table = &PROMPTS.iter().find(|(name, _)| name == file).expect(key).1;
    let first = table.get(parts.next().unwrap());
    let found = parts.fold(first, |value, part| value?.get(part));
    found
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("no sentence {key}"))
        .to_owned()
}

/// What stands at the cursor of a question: `person.name`. Questions of the visit itself have theirs elsewhere.
pub fn prompt(id: &str) -> String {
    match id {
        "danger" => return sentence("danger.prompt"),
        "home" | "choose" => return sentence("home.prompt"),
        "tonight" => return sentence("pages/tonight.prompt"),
        "photo" => return sentence("pages/tonight.photo_now"),
        "screen" => return sentence("engine.screen_prompt"),
        "else" => return sentence("ask.else_prompt"),
        "read_back" => return sentence("ask.prompt"),
        _ => {}
    }
    asked(id, "short")
}

/// One of the sentences of a question: its `ask`, its `help`.
pub fn asked(id: &str, part: &str) -> String {
    let asked = PROMPTS.iter().find_map(|(_, table)| table.get("q")?.get(id));
    let said = asked.and_then(|asked| asked.get(part)).and_then(Value::as_str);
    said.unwrap_or_else(|| panic!("no question {id}")).to_owned()
}

/// The row of a choice, by its set and code: `relation.child`. Other rows go by the key of their sentence.
pub fn row(key: &str) -> String {
    let (set, code) = key.split_once('.').unwrap();
    let labels = PROMPTS.iter().filter(|(name, _)| name.starts_with("choices"));
    let label = labels.filter_map(|(_, table)| table.get(set)?.get(code)).next();
    label
        .and_then(Value::as_str)
        .map_or_else(|| sentence(key), str::to_owned)
}

/// A row of a list of things: `attendees.add`.
pub fn list_row(list: &str, row: &str) -> String {
    let found = PROMPTS
        .iter()
        .find_map(|(_, table)| table.get("list")?.get(list)?.get(row));
    found
        .and_then(Value::as_str)
        .unwrap_or_else(|| panic!("no {row} in {list}"))
        .to_owned()
}
