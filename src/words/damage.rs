//! A sentence for what is the matter with a plan file: all of it, or one value in it.

use std::path::Path;

use crate::error::{Damage, Fault, FaultKind, JsonKind, JsonPath, SyntaxKind};
use crate::plan::{Field, List, Plan};
use crate::text;

use super::{Words, display_path, fill_placeholders};

/// The way to an answer is shorter, in letters; a key that nobody knows is cut here.
const LONGEST_WAY: usize = 100;

/// A path inside a file as it can be shown.
fn cut_way(path: &str) -> String {
    text::cut(&text::sanitize_line(path), LONGEST_WAY)
}

impl Words {
    /// What is the matter with one value of a plan file: which answer it is, where it stands, and what to do. `place`
    /// is its line and column.
    pub fn fault(&self, fault: &Fault, place: Option<(usize, usize)>, plan: &Plan) -> String {
        let words = &self.faults.fault;
        let sentence = match fault.kind {
            FaultKind::WrongKind {
                found,
                expected: Some(expected),
            } => fill_placeholders(
                words.wrong_kind,
                &[("found", self.kind(found)), ("expected", self.kind(expected))],
            ),
            FaultKind::WrongKind { found, expected: None } => {
                fill_placeholders(words.wrong_kind_unsure, &[("found", self.kind(found))])
            }
            FaultKind::Unfit { found } => fill_placeholders(words.unfit, &[("found", self.kind(found))]),
            FaultKind::SameId => words.same_id.into(),
            FaultKind::TooMany => words.too_many.into(),
            FaultKind::UnknownReference => words.unknown_reference.into(),
            FaultKind::UnknownWord => words.unknown_word.into(),
        };
        let path = cut_way(&fault.path);
        let place = match place {
            Some((line, column)) => fill_placeholders(
                words.place,
                &[
                    ("path", &path),
                    ("line", &line.to_string()),
                    ("column", &column.to_string()),
                ],
            ),
            None => path,
        };
        format!("{}: {sentence}", self.called(&fault.path, place, plan))
    }

    /// What is at a path of the file, in people's words where there are any, and its place.
    fn called(&self, path: &str, place: String, plan: &Plan) -> String {
        match self.answer_at(path, plan) {
            Some(name) => format!("{name} ({place})"),
            None => place,
        }
    }

    /// Which answer is at a path of the file: "Person 2, First name". `None` for what is no answer.
    fn answer_at(&self, path: &str, plan: &Plan) -> Option<String> {
        if path.len() > LONGEST_WAY {
            return None;
        }
        let (mut code, mut numbers) = (String::new(), Vec::new());
        for part in path.split(['.', '[']).filter(|part| !part.is_empty()) {
            match part.strip_suffix(']').and_then(|index| index.parse::<usize>().ok()) {
                Some(index) => numbers.push((code.clone(), index + 1)),
                None if code.is_empty() => code = part.into(),
                None => code = format!("{code}.{part}"),
            }
        }
        let short = |field| self.fill_names(self.question(field).short, plan, "");
        let item = numbers.iter().find_map(|(list, number)| {
            let list = List::ALL.into_iter().find(|known| known.field().code() == *list)?;
            Some((format!("{} {number}", self.list_words(list.field()).name), list.field()))
        });
        // What is below an answer is called as the answer is.
        let ends = code.match_indices('.').map(|(at, _)| at).chain([code.len()]);
        let mut fields = ends.filter_map(|end| Field::from_code(&code[..end]));
        let field = fields.next_back();
        match (item, field) {
            (Some((item, list)), Some(field)) if field != list => Some(format!("{item}, {}", short(field))),
            (Some((item, _)), _) => Some(item),
            (None, field) => field.map(short),
        }
    }

    fn kind(&self, kind: JsonKind) -> &str {
        let names = &self.faults.kind;
        match kind {
            JsonKind::Text => names.text,
            JsonKind::Number => names.number,
            JsonKind::List => names.list,
            JsonKind::Object => names.object,
            JsonKind::TrueOrFalse => names.true_or_false,
            JsonKind::Nothing => names.nothing,
        }
    }

    /// Why the file at `path` is no plan that can be opened, and what to do.
    pub(super) fn damage(&self, path: &Path, damage: &Damage) -> String {
        let words = &self.faults.damage;
        let path = display_path(path);
        let plain = |sentence: &str| fill_placeholders(sentence, &[("path", &path)]);
        let at = |sentence: &str, line: usize, column: usize| {
            let (line, column) = (line.to_string(), column.to_string());
            fill_placeholders(sentence, &[("path", &path), ("line", &line), ("column", &column)])
        };
        match *damage {
            Damage::Empty => plain(words.empty),
            Damage::Syntax { line, column, kind } => match kind {
                SyntaxKind::Truncated => at(words.truncated, line, column),
                SyntaxKind::TooDeep => at(words.too_deep, line, column),
                SyntaxKind::Other => at(words.syntax, line, column),
            },
            Damage::DuplicateKey {
                way: JsonPath(ref key),
                before,
                line,
                column,
            } => {
                let key = self.called(key, cut_way(key), &Plan::default());
                let [before, line, column] = [before, line, column].map(|number| number.to_string());
                let facts = [("key", &key), ("before", &before), ("line", &line), ("column", &column)];
                let facts = facts.map(|(gap, fact)| (gap, fact.as_str()));
                fill_placeholders(words.twice, &[&[("path", path.as_str())][..], &facts].concat())
            }
            Damage::NotAPlan => plain(words.not_a_plan),
            Damage::Newer { format } => {
                fill_placeholders(words.newer, &[("path", &path), ("format", &format.to_string())])
            }
            Damage::NotText { line, column } => at(words.not_text, line, column),
            Damage::Utf16 => plain(words.utf16),
            Damage::LongList { limit, line, column } => self.too_long(words.long_list, &path, (limit, line, column)),
            Damage::LongText { limit, line, column } => self.too_long(words.long_text, &path, (limit, line, column)),
            Damage::Altered => plain(self.faults.locked.altered),
            Damage::OtherKey => plain(self.faults.locked.other_key),
            Damage::NotAKey => plain(self.faults.locked.not_a_key),
            Damage::TooLarge { limit } => {
                fill_placeholders(words.too_large, &[("path", &path), ("limit", &limit.to_string())])
            }
        }
    }

    fn too_long(&self, sentence: &str, path: &str, (limit, line, column): (usize, usize, usize)) -> String {
        let [limit, line, column] = [limit, line, column].map(|number| number.to_string());
        let facts = [("path", path), ("limit", &limit), ("line", &line), ("column", &column)];
        fill_placeholders(sentence, &facts)
    }
}
