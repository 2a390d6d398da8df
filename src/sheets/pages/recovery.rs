//! How a locked plan is opened on any computer, with room for the passphrase: it is never printed.

use chrono::NaiveDate;
use std::path::Path;

use crate::plan::Plan;
use crate::words::{Words, display_path, fill_placeholders, quote_path};

use super::frame::page;
use super::{Block, Page};

/// The rows to write the passphrase in: seven words by hand.
const ROWS: usize = 3;

/// The page for the plan at `plan`, whose key lies at `key`.
pub fn recovery(country: &str, words: &Words, today: NaiveDate, plan: &Path, key: &Path) -> Page {
    let own = &words.lock.page;
    // As they are typed in a shell.
    let name = |path: &Path| quote_path(Path::new(path.file_name().unwrap_or_default()));
    let (plan_name, key_name) = (name(plan), name(key));
    let named = |lines: &[&str]| -> Vec<String> {
        let facts = [("plan", plan_name.as_str()), ("key", key_name.as_str())];
        lines.iter().map(|line| fill_placeholders(line, &facts)).collect()
    };
    let at = |sentence: &str, path: &Path| fill_placeholders(sentence, &[("path", &display_path(path))]);
    let steps = |title: &str, lines: &[&str]| Block::steps(title, named(lines));
    let blocks = vec![
        Block::Words(own.what.into()),
        Block::points(
            own.files,
            vec![at(own.file_plan, plan), at(own.file_key, key), own.copy.into()],
        ),
        Block::Blank(own.passphrase.into(), ROWS),
        Block::Words(own.forgotten.into()),
        steps(own.with, own.with_steps),
        Block::Words(own.without_why.into()),
        steps(own.without, own.without_steps),
    ];
    let nobody = Plan {
        country: country.into(),
        ..Plan::default()
    };
    page(&nobody, words, today, own.title.into(), blocks)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::sheets;

    #[test]
    fn what_is_typed_is_quoted_where_a_name_has_spaces() {
        let words = Words::load("en", None).unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let (plan, key) = (Path::new("/a/my plan.json"), Path::new("/a/my plan.json.key.age"));
        let said = sheets::text(&recovery("us", &words, day, plan, key));
        assert!(said.contains("age -d -o key.txt 'my plan.json.key.age'"), "{said}");
        assert!(said.contains("age -d -i key.txt 'my plan.json'"), "{said}");
    }
}
