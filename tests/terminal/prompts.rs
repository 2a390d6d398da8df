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
        "home" | "choose" | "safety.changed" | "visit.met" | "visit.safe_tonight" => return sentence("home.prompt"),
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

/// What a list asks, in each way it may be asked.
pub fn asks(id: &str) -> Vec<String> {
    match id {
        "danger" => return vec![sentence("danger.ask")],
        "home" => return vec![sentence("home.home_ask")],
        "choose" => {
            return vec![
                sentence("home.steps_ask"),
                sentence("engine.review_ask"),
                sentence("home.country_ask"),
            ];
        }
        "safety.changed" => return vec![sentence("home.changed_ask")],
        "visit.met" => return vec![sentence("home.met_ask")],
        "visit.safe_tonight" => return vec![sentence("home.safe_tonight.ask")],
        "tonight" => return vec![sentence("pages/tonight.ask")],
        "screen" => return vec![sentence("engine.screen_ask")],
        "else" => return vec![sentence("ask.else_ask")],
        "read_back" => return vec![sentence("engine.date_is"), sentence("engine.date_which")],
        _ => {}
    }
    let asked = PROMPTS.iter().find_map(|(_, table)| table.get("q")?.get(id));
    let asked = asked.and_then(Value::as_table).into_iter().flatten();
    let said = |value: &Value| match value {
        Value::Table(by_use) => by_use.get("ask").and_then(Value::as_str).map(str::to_owned),
        value => value.as_str().map(str::to_owned),
    };
    let ways = asked.filter(|(part, value)| ["ask", "at_work"].contains(&part.as_str()) || value.is_table());
    let lists = PROMPTS
        .iter()
        .filter_map(|(_, table)| table.get("list")?.get(id)?.get("ask")?.as_str());
    ways.filter_map(|(_, value)| said(value))
        .chain(lists.map(str::to_owned))
        .collect()
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
