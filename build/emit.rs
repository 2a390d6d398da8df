//! Writes the types and the values as Rust.

use std::fmt::Write;

use super::schema::{field_name, is_by_hand};
use super::tree::{Tree, TreeValue};
use super::types::{Field, Kind, Record, Types};

/// How a kind is written as a type.
pub fn kind_as_type(kind: &Kind) -> String {
    match kind {
        Kind::Text => "&'static str".into(),
        Kind::Number => "u32".into(),
        Kind::Flag => "bool".into(),
        Kind::Plural => "Plural".into(),
        Kind::List(Some(one)) => format!("&'static [{}]", kind_as_type(one)),
        Kind::List(None) => "&'static [&'static str]".into(),
        Kind::ByCode(Some(one)) => format!("Map<{}>", kind_as_type(one)),
        Kind::ByCode(None) => "Map<&'static str>".into(),
        Kind::Record(name) => name.clone(),
    }
}

/// The structs with what makes them of a file of a private copy. `visible` is the visibility of their fields: a field
/// that is not public and that nobody reads stops the build, with the line in which its key is.
pub fn types(types: &Types, visible: &str) -> String {
    let mut out = String::new();
    for (name, record) in &types.records {
        if !is_by_hand(name) {
            let _ = writeln!(out, "/// Words as they are in `prompts/`.\npub struct {name} {{");
            for (key, field) in &record.fields {
                let (place, kind) = (&field.place, kind_as_type(&field.kind));
                let _ = writeln!(out, "    /// `{key}`, in `{place}`.");
                let _ = writeln!(out, "    {visible} {}: {kind}, // {place}", field_name(key));
            }
            out.push_str("}\n");
        }
        from_tree(&mut out, name, record);
    }
    out
}

fn from_tree(out: &mut String, name: &str, record: &Record) {
    let _ = writeln!(out, "impl FromTree for {name} {{");
    let _ = writeln!(out, "    fn from_tree(tree: &Tree, language: &'static str) -> Self {{");
    let _ = writeln!(out, "        {name} {{");
    for (key, field) in &record.fields {
        let value = match is_option(name, record, field) {
            true => format!("tree.get({key:?}).map(|below| FromTree::from_tree(below, language))"),
            false => format!("tree.field({key:?}, language)"),
        };
        let _ = writeln!(out, "            {}: {value},", field_name(key));
    }
    out.push_str("        }\n    }\n}\n");
}

fn is_option(name: &str, record: &Record, field: &Field) -> bool {
    is_by_hand(name) && field.kind == Kind::Text && record.is_optional(field)
}

/// Writes one value; what is not there is empty.
pub fn value(types: &Types, language: &str, kind: &Kind, tree: Option<&Tree>, out: &mut String) {
    let items = tree.map_or(&[][..], Tree::items);
    match kind {
        Kind::Text => match tree.map(|tree| &tree.value) {
            Some(TreeValue::Text(text)) => drop(write!(out, "{text:?}")),
            _ => out.push_str("\"\""),
        },
        Kind::Number => match tree.map(|tree| &tree.value) {
            Some(TreeValue::Number(number)) => drop(write!(out, "{number}")),
            _ => out.push('0'),
        },
        Kind::Flag => {
            let flag = tree.is_some_and(|tree| tree.value == TreeValue::Flag(true));
            let _ = write!(out, "{flag}");
        }
        Kind::Plural => {
            let _ = write!(out, "Plural {{ language: {language:?}, forms: ");
            entries(types, language, &Kind::Text, tree, out);
            out.push_str(" }");
        }
        Kind::List(one) => list(out, items, |item, out| {
            value(types, language, one.as_deref().unwrap_or(&Kind::Text), Some(item), out);
        }),
        Kind::ByCode(one) => {
            out.push_str("Map(");
            entries(types, language, one.as_deref().unwrap_or(&Kind::Text), tree, out);
            out.push(')');
        }
        Kind::Record(name) => {
            let _ = write!(out, "{name} {{ ");
            let record = &types.records[name];
            for (key, field) in &record.fields {
                let below = tree.and_then(|tree| tree.get(key));
                let _ = write!(out, "{}: ", field_name(key));
                match (is_option(name, record, field), below) {
                    (true, None) => out.push_str("None"),
                    (true, Some(_)) => {
                        out.push_str("Some(");
                        value(types, language, &field.kind, below, out);
                        out.push(')');
                    }
                    (false, _) => value(types, language, &field.kind, below, out),
                }
                out.push_str(", ");
            }
            out.push('}');
        }
    }
}

fn entries(types: &Types, language: &str, kind: &Kind, tree: Option<&Tree>, out: &mut String) {
    list(out, tree.into_iter().flat_map(Tree::entries), |(code, below), out| {
        let _ = write!(out, "({code:?}, ");
        value(types, language, kind, Some(below), out);
        out.push(')');
    });
}

/// A list is made when it is needed and lives as long as the program. A constant of the same would hold addresses, each
/// of which would be set at every start.
fn list<T>(out: &mut String, items: impl IntoIterator<Item = T>, mut each: impl FnMut(T, &mut String)) {
    let mut items = items.into_iter().peekable();
    if items.peek().is_none() {
        out.push_str("&[]");
        return;
    }
    out.push_str("&*vec![");
    for item in items {
        each(item, out);
        out.push_str(", ");
    }
    out.push_str("].leak()");
}
