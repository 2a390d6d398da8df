//! Which types the words have, found from what is in the files.

use std::collections::BTreeMap;

use super::compare::is_plural;
use super::fault::Fault;
use super::schema;
use super::tree::{Tree, TreeValue};

/// What a value is in the program.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// `&'static str`.
    Text,
    /// `u32`.
    Number,
    /// `bool`.
    Flag,
    /// `Plural`.
    Plural,
    /// A slice; of nothing if every such list is empty.
    List(Option<Box<Kind>>),
    /// A `Map`; of nothing if every such table is empty.
    ByCode(Option<Box<Kind>>),
    /// A struct, by its name.
    Record(String),
}

/// One field of a struct.
pub struct Field {
    /// What it is.
    pub kind: Kind,
    /// Where it is first: `prompts/en/home.toml:12`.
    pub place: String,
    /// How many of the tables have it.
    seen: usize,
}

/// One struct.
#[derive(Default)]
pub struct Record {
    /// Its fields by their keys.
    pub fields: BTreeMap<String, Field>,
    /// How many tables are of this type.
    seen: usize,
}

impl Record {
    /// True for a field that not every table has.
    pub fn is_optional(&self, field: &Field) -> bool {
        field.seen < self.seen
    }
}

/// All structs by their names.
#[derive(Default)]
pub struct Types {
    /// The structs.
    pub records: BTreeMap<String, Record>,
    /// Where one thing is of two kinds.
    pub faults: Vec<Fault>,
}

impl Types {
    /// The kind of a value. `file` is named where something does not fit.
    pub fn kind_of(&mut self, file: &str, path: &mut Vec<String>, tree: &Tree) -> Kind {
        match &tree.value {
            TreeValue::Text(_) => Kind::Text,
            TreeValue::Number(_) => Kind::Number,
            TreeValue::Flag(_) => Kind::Flag,
            TreeValue::List(items) => {
                path.push("*".into());
                let kinds: Vec<_> = items
                    .iter()
                    .map(|item| (item.line, self.kind_of(file, path, item)))
                    .collect();
                let kind = self.same(file, path, kinds);
                path.pop();
                Kind::List(kind.map(Box::new))
            }
            TreeValue::Table(below) if schema::is_by_code(path) => {
                let mut kinds = Vec::new();
                for (code, below) in below {
                    path.push(code.clone());
                    kinds.push((below.line, self.kind_of(file, path, below)));
                    path.pop();
                }
                Kind::ByCode(self.same(file, path, kinds).map(Box::new))
            }
            TreeValue::Table(_) if is_plural(tree) => Kind::Plural,
            TreeValue::Table(below) => self.record(file, path, below),
        }
    }

    fn record(&mut self, file: &str, path: &mut Vec<String>, below: &BTreeMap<String, Tree>) -> Kind {
        let name = schema::type_name(path);
        self.records.entry(name.clone()).or_default().seen += 1;
        for (key, tree) in below {
            path.push(key.clone());
            if !schema::is_skipped(path) {
                let kind = self.kind_of(file, path, tree);
                let known = self.records.get_mut(&name).and_then(|record| record.fields.remove(key));
                let place = format!("{file}:{}", tree.line);
                let mut field = known.unwrap_or(Field {
                    kind: kind.clone(),
                    place,
                    seen: 0,
                });
                field.seen += 1;
                field.kind = self.merged(file, path, tree.line, field.kind, kind);
                self.records
                    .entry(name.clone())
                    .or_default()
                    .fields
                    .insert(key.clone(), field);
            }
            path.pop();
        }
        Kind::Record(name)
    }

    /// The one kind of several values; none if there are none.
    fn same(&mut self, file: &str, path: &[String], kinds: Vec<(usize, Kind)>) -> Option<Kind> {
        let merge = |known: Option<Kind>, (line, kind): (usize, Kind)| match known {
            None => Some(kind),
            Some(known) => Some(self.merged(file, path, line, known, kind)),
        };
        kinds.into_iter().fold(None, merge)
    }

    fn merged(&mut self, file: &str, path: &[String], line: usize, known: Kind, kind: Kind) -> Kind {
        match (known, kind) {
            (Kind::List(None), Kind::List(one)) | (Kind::List(one), Kind::List(None)) => Kind::List(one),
            (Kind::ByCode(None), Kind::ByCode(one)) | (Kind::ByCode(one), Kind::ByCode(None)) => Kind::ByCode(one),
            (known, kind) => {
                if known != kind {
                    self.faults.push(Fault {
                        file: file.into(),
                        line,
                        key: path.join("."),
                        what: format!("this is {kind:?}, and elsewhere it is {known:?}"),
                    });
                }
                known
            }
        }
    }
}
