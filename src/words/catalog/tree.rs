//! A file of words as a tree: what is said, under which keys, in which line. The build and the reader of a private copy
//! share it.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

/// A comment in the line before a key or a table's head: a private copy leaves what is below as it is.
const PROTECTED: &str = "# protected";

/// The same for the whole file, anywhere in it.
const ALL_PROTECTED: &str = "# protected: the whole file";

/// A comment in the line before a key of a translation: this is meant to be as in English.
const AS_ENGLISH: &str = "# as in English";

/// A value, and where it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    /// The line of its key, from 1.
    pub line: usize,
    /// It is marked as protected.
    pub protected: bool,
    /// It is marked as the same in English.
    pub as_english: bool,
    /// What it is.
    pub value: TreeValue,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum TreeValue {
    /// Words.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// Values in order.
    List(Vec<Tree>),
    /// Values by their keys.
    Table(BTreeMap<String, Tree>),
}

impl Default for TreeValue {
    fn default() -> Self {
        TreeValue::Table(BTreeMap::new())
    }
}

impl TreeValue {
    /// What it is, for a fault.
    pub fn kind(&self) -> &'static str {
        match self {
            TreeValue::Text(_) => "a text",
            TreeValue::Number(_) => "a number",
            TreeValue::Flag(_) => "true or false",
            TreeValue::List(_) => "a list",
            TreeValue::Table(_) => "a table",
        }
    }
}

impl Tree {
    /// Reads one file.
    ///
    /// # Errors
    /// The line that does not fit, and why.
    pub fn parse(text: &str) -> Result<Tree, (usize, String)> {
        let source = SourceText::new(text);
        let parsed = DeTable::parse(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            (source.line_at(at), error.message().to_string())
        })?;
        let mut root = source.table(parsed.get_ref())?;
        root.protected = text.lines().any(|line| line.trim() == ALL_PROTECTED);
        Ok(root)
    }

    /// What is below a key; `None` for what is no table or has no such key.
    pub fn get(&self, key: &str) -> Option<&Tree> {
        match &self.value {
            TreeValue::Table(below) => below.get(key),
            _ => None,
        }
    }

    /// The keys with what is below them; none for what is no table.
    pub fn entries(&self) -> impl Iterator<Item = (&String, &Tree)> {
        let below = match &self.value {
            TreeValue::Table(below) => Some(below),
            _ => None,
        };
        below.into_iter().flatten()
    }

    /// The items of a list; none for what is no list.
    pub fn items(&self) -> &[Tree] {
        match &self.value {
            TreeValue::List(items) => items,
            _ => &[],
        }
    }

    /// Every text in it: for the build, which reads this file too.
    #[allow(dead_code)]
    pub fn texts(&self) -> Vec<&str> {
        match &self.value {
            TreeValue::Text(text) => vec![text],
            TreeValue::List(items) => items.iter().flat_map(Tree::texts).collect(),
            TreeValue::Table(below) => below.values().flat_map(Tree::texts).collect(),
            _ => Vec::new(),
        }
    }
}

/// A text and where its lines begin.
struct SourceText<'a> {
    text: &'a str,
    lines: Vec<&'a str>,
    starts: Vec<usize>,
}

impl<'a> SourceText<'a> {
    fn new(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        SourceText {
            text,
            lines: text.lines().collect(),
            starts: std::iter::once(0).chain(breaks).collect(),
        }
    }

    /// The line of a place, from 1.
    fn line_at(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// True if this comment is in the line before a key. In `[a.b]` that is a mark of `b` alone.
    fn marked(&self, key: Range<usize>, mark: &str) -> bool {
        let leads_on = self.text[key.end..].trim_start_matches(['"', ' ']).starts_with('.');
        let before = self.line_at(key.start).checked_sub(2).and_then(|at| self.lines.get(at));
        !leads_on && before.is_some_and(|before| before.trim() == mark)
    }

    fn table(&self, table: &DeTable) -> Result<Tree, (usize, String)> {
        let mut below = BTreeMap::new();
        for (key, value) in table {
            let line = self.line_at(key.span().start);
            let mut tree = self.value(line, value.get_ref())?;
            tree.protected |= self.marked(key.span(), PROTECTED);
            tree.as_english |= self.marked(key.span(), AS_ENGLISH);
            below.insert(key.get_ref().to_string(), tree);
        }
        Ok(Tree {
            line: 1,
            value: TreeValue::Table(below),
            ..Tree::default()
        })
    }

    fn value(&self, line: usize, value: &DeValue) -> Result<Tree, (usize, String)> {
        let value = match value {
            DeValue::String(text) => TreeValue::Text(text.to_string()),
            DeValue::Boolean(flag) => TreeValue::Flag(*flag),
            DeValue::Integer(number) => match number.as_str().parse() {
                Ok(number) => TreeValue::Number(number),
                Err(_) => return Err((line, "this number is too large".into())),
            },
            DeValue::Array(items) => {
                let item = |item: &toml::Spanned<DeValue>| self.value(self.line_at(item.span().start), item.get_ref());
                TreeValue::List(items.iter().map(item).collect::<Result<_, _>>()?)
            }
            DeValue::Table(table) => self.table(table)?.value,
            DeValue::Float(_) | DeValue::Datetime(_) => return Err((line, "words have no such value".into())),
        };
        Ok(Tree {
            line,
            value,
            ..Tree::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "a = \"one\"\n# protected\n[b.c]\nd = true\n# as in English\ne = [\"x\",\n  \"y\"]\n";

    #[test]
    fn each_value_knows_its_line_and_its_marks() {
        let tree = Tree::parse(FILE).unwrap();
        let at = |path: &[&str]| path.iter().fold(&tree, |tree, key| tree.get(key).unwrap());
        assert_eq!(at(&["a"]).line, 1);
        assert!(at(&["b", "c"]).protected && at(&["b", "c"]).line == 3);
        assert!(!tree.protected && !at(&["b"]).protected && !at(&["b", "c", "d"]).protected);
        let list = at(&["b", "c", "e"]);
        assert!(list.as_english && list.line == 6 && list.items()[1].line == 7);
        assert!(Tree::parse("# protected: the whole file\na = 1").unwrap().protected);
    }

    #[test]
    fn what_is_no_toml_is_told_by_its_line() {
        assert_eq!(Tree::parse("a = \"b\"\nc = d\n").unwrap_err().0, 2);
        assert_eq!(Tree::parse("a = 1.5\n").unwrap_err().0, 1);
        assert_eq!(Tree::parse("a = \"b\"\na = \"c\"\n").unwrap_err().0, 2);
    }
}
