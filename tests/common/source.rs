//! A file of the program, read as text: its paths, its functions, its macros, and which lines of it are tests.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::files::rust_files;

/// One file under `src`.
pub struct Source {
    /// Its path under `src`, with `/` between.
    pub path: String,
    /// As it stands on the disk.
    pub text: String,
    /// The same letters with comments, strings and characters blanked out, place for place.
    pub code: String,
    /// For each line, from 0: whether it is compiled for tests only.
    tests: Vec<bool>,
}

/// Every file of the program, in the order of their paths.
pub fn of_the_program() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources: Vec<Source> = rust_files(&root)
        .into_iter()
        .map(|path| {
            let parts: Vec<_> = path
                .strip_prefix(&root)
                .unwrap()
                .iter()
                .map(|part| part.to_string_lossy())
                .collect();
            Source::new(&parts.join("/"), fs::read_to_string(&path).unwrap())
        })
        .collect();
    let test_files: BTreeSet<String> = sources.iter().flat_map(Source::test_files).collect();
    for source in &mut sources {
        if test_files.contains(&source.path) {
            source.tests.fill(true);
        }
    }
    sources
}

impl Source {
    /// A file with this path under `src`.
    pub fn new(path: &str, text: String) -> Self {
        let code = blank(&text);
        let mut tests = vec![false; text.lines().count() + 1];
        for (at, _) in code.match_indices("#[cfg(").filter(|(at, _)| {
            let end = code[*at..].find(']').map_or(code.len(), |end| at + end);
            names(&code[*at..end]).any(|(_, name)| name == "test")
        }) {
            let end = end_of_item(&code, at);
            tests[line(&code, at)..=line(&code, end)].fill(true);
        }
        Self {
            path: path.into(),
            text,
            code,
            tests,
        }
    }

    /// Whether a line (from 1) is compiled for tests only.
    pub fn is_test(&self, line: usize) -> bool {
        self.tests[line - 1]
    }

    /// What each `crate::` leads to first, with its line. A doc comment is no import.
    pub fn crate_paths(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for (at, name) in names(&self.code) {
            let rest = &self.code[at + name.len()..];
            if name == "crate" && rest.starts_with("::") {
                let line = line(&self.code, at) + 1;
                found.extend(heads(&rest[2..]).into_iter().map(|head| (line, head)));
            }
        }
        found
    }

    /// What each `super::` outside the tests leads to first: a file beside this one, or a name of the module above.
    pub fn beside(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (at, name) in names(&self.code) {
            let rest = &self.code[at + name.len()..];
            if name == "super" && rest.starts_with("::") && !self.is_test(line(&self.code, at) + 1) {
                found.extend(heads(&rest[2..]));
            }
        }
        found
    }

    /// `super` chains that reach the root of the crate and then another room.
    pub fn escapes(&self, rooms: &BTreeSet<String>) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        let mut after = 0;
        for (at, name) in names(&self.code) {
            if name != "super" || at < after || !self.code[at..].starts_with("super::") {
                continue;
            }
            let (mut end, mut steps) = (at, 0);
            while self.code[end..].starts_with("super::") {
                end += "super::".len();
                steps += 1;
            }
            after = end;
            if steps > self.depth(at) {
                let heads = heads(&self.code[end..]);
                let rooms = heads.into_iter().filter(|head| rooms.contains(head) || head == "*");
                found.extend(rooms.map(|head| (line(&self.code, at) + 1, format!("super:: leads to {head}"))));
            }
        }
        found
    }

    /// How many modules below its room the code at this place stands.
    fn depth(&self, at: usize) -> usize {
        let parts: Vec<&str> = self.path.split('/').collect();
        // `room.rs` and the `mod.rs` of a room are the room itself; a file `..._tests.rs` is a module inside its neighbor.
        let file = match parts.last() {
            Some(&"mod.rs") => parts.len() - 2,
            Some(last) if last.ends_with("_tests.rs") => parts.len(),
            _ => parts.len() - 1,
        };
        let inside = self.code.match_indices("mod ").filter(|(start, _)| {
            let rest = &self.code[*start..];
            match rest.find(['{', ';']) {
                Some(open) if rest[open..].starts_with('{') => *start < at && at < closing(&self.code, start + open),
                _ => false,
            }
        });
        file + inside.count()
    }

    /// Each function that has a body: its line, its name, and its length in lines.
    pub fn functions(&self) -> Vec<(usize, String, usize)> {
        let mut found = Vec::new();
        for (at, _) in names(&self.code).filter(|(_, name)| *name == "fn") {
            let Some((_, name)) = names(&self.code[at + 2..]).next() else {
                continue;
            };
            // A pointer type (`fn(...)`) has no name of its own.
            if self.code[at + 2..].trim_start().starts_with('(') {
                continue;
            }
            let end = end_of_item(&self.code, at);
            if self.code[end..].starts_with('}') {
                let (first, last) = (line(&self.code, at), line(&self.code, end));
                found.push((first + 1, name.to_string(), last - first + 1));
            }
        }
        found
    }

    /// Where one of these stands in the code: line, which, and what the file says right after it.
    pub fn uses<'a>(&'a self, what: &[&'a str]) -> Vec<(usize, &'a str, &'a str)> {
        let mut found = Vec::new();
        for one in what {
            for (at, _) in self.code.match_indices(one) {
                let inside = self.code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
                if !(inside && one.starts_with(char::is_alphanumeric)) {
                    found.push((line(&self.code, at) + 1, *one, &self.text[at + one.len()..]));
                }
            }
        }
        found
    }

    /// Files of this room that are modules for tests only: `#[cfg(test)] mod sample;`
    fn test_files(&self) -> Vec<String> {
        let folder = match self.path.rsplit_once('/') {
            Some((folder, "mod.rs")) => folder.to_string(),
            Some((folder, file)) => format!("{folder}/{}", file.trim_end_matches(".rs")),
            None => String::new(),
        };
        let mut found = Vec::new();
        for (at, _) in self.code.match_indices("mod ") {
            let rest = &self.code[at + 4..];
            let end = rest.find(['{', ';']).unwrap_or(0);
            if rest[end..].starts_with(';') && self.is_test(line(&self.code, at) + 1) {
                found.push(format!("{folder}/{}.rs", rest[..end].trim()));
                // With `#[path = "x_tests.rs"]` the file lies beside this one.
                let before = &self.text[..at];
                if let Some((_, path)) = before.rsplit_once("#[path = \"")
                    && let Some((path, between)) = path.split_once("\"]")
                    && between.trim().is_empty()
                {
                    let beside = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
                    found.push(format!("{beside}/{path}"));
                }
            }
        }
        found
    }
}

/// The names and keywords of a piece of code, with their places.
fn names(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let mut at = 0;
    std::iter::from_fn(move || {
        at += code[at..].find(part)?;
        let end = code[at..].find(|c| !part(c)).map_or(code.len(), |end| at + end);
        let name = (at, &code[at..end]);
        at = end;
        Some(name)
    })
}

/// What a path begins with: one name, or each name of `{...}`.
fn heads(code: &str) -> Vec<String> {
    let code = code.trim_start();
    if code.starts_with('*') {
        return vec!["*".into()];
    }
    if !code.starts_with('{') {
        return names(code)
            .next()
            .map(|(_, name)| name.to_string())
            .into_iter()
            .collect();
    }
    let end = closing(code, 0);
    let (mut depth, mut begins, mut found) = (0, true, Vec::new());
    for (at, c) in code[1..end].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            c if begins && !c.is_whitespace() => {
                begins = false;
                found.extend(heads(&code[1 + at..]));
            }
            _ => {}
        }
    }
    found
}

/// The line of a place, from 0.
fn line(code: &str, at: usize) -> usize {
    code[..at].matches('\n').count()
}

/// The brace that closes the one at `open`.
fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0;
    for (at, c) in code[open..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return open + at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len() - 1
}

/// The last sign of the item that begins at `at`: its closing brace, or its semicolon.
fn end_of_item(code: &str, at: usize) -> usize {
    let mut depth = 0;
    for (step, c) in code[at..].char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ';' if depth == 0 => return at + step,
            '{' if depth == 0 => {
                let end = closing(code, at + step);
                // `use x::{a, b};` goes on to its semicolon.
                return if code[end + 1..].trim_start().starts_with(';') {
                    end + 1 + code[end + 1..].find(';').unwrap_or(0)
                } else {
                    end
                };
            }
            _ => {}
        }
    }
    code.len() - 1
}

/// The code with everything that is not code blanked out, byte for byte, line for line.
fn blank(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let length = match rest.as_bytes()[0] {
            b'/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            b'/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            b'r' if is_raw(rest) && !glued(text, at) => raw_length(rest),
            b'"' => string_length(rest),
            b'\'' => char_length(rest),
            _ => 0,
        };
        for byte in &mut out[at..at + length] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        at += length.max(rest.chars().next().map_or(1, char::len_utf8));
    }
    String::from_utf8(out).expect("only whole letters are blanked")
}

/// Whether the letter before belongs to the same name.
fn glued(text: &str, at: usize) -> bool {
    text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') && !text[..at].ends_with('b')
}

fn is_raw(rest: &str) -> bool {
    rest[1..].trim_start_matches('#').starts_with('"')
}

fn raw_length(rest: &str) -> usize {
    let signs = rest[1..].len() - rest[1..].trim_start_matches('#').len();
    let close = format!("\"{}", "#".repeat(signs));
    let open = 1 + signs + 1;
    rest[open..]
        .find(&close)
        .map_or(rest.len(), |end| open + end + close.len())
}

fn string_length(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// A character; nothing for a lifetime.
fn char_length(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => {
            let after = chars.next().map_or(rest.len(), |(at, c)| at + c.len_utf8());
            rest[after..].find('\'').map_or(rest.len(), |end| after + end + 1)
        }
        Some((at, c)) if rest[at + c.len_utf8()..].starts_with('\'') => at + c.len_utf8() + 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Source {
        Source::new("room/file.rs", text.into())
    }

    #[test]
    fn what_is_no_code_is_not_seen() {
        let source =
            read("// crate::a\nlet x = \"crate::b\\\"\"; let y = r#\"crate::c\"#; let z = '\"'; crate::d::e();\n");
        assert_eq!(source.crate_paths(), [(2, "d".into())]);
    }

    #[test]
    fn every_head_of_a_tree_is_seen() {
        let source = read("use crate::{a::{b, c}, d,\n e as f};\nuse crate::g;\n");
        let heads: Vec<String> = source.crate_paths().into_iter().map(|(_, head)| head).collect();
        assert_eq!(heads, ["a", "d", "e", "g"]);
    }

    #[test]
    fn a_way_out_over_the_roof_is_seen() {
        let rooms = BTreeSet::from(["text".to_string()]);
        assert!(read("use super::text;").escapes(&rooms).is_empty());
        assert_eq!(read("use super::super::text;").escapes(&rooms).len(), 1);
        assert!(read("mod tests { use super::super::text; }").escapes(&rooms).is_empty());
        assert_eq!(read("use super::super::{ask, text};").escapes(&rooms).len(), 1);
    }

    #[test]
    fn lines_that_are_tests_are_known() {
        let source = read("fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n");
        let tests: Vec<bool> = (1..=6).map(|line| source.is_test(line)).collect();
        assert_eq!(tests, [false, true, true, true, true, false]);
    }

    #[test]
    fn a_function_is_measured_with_its_head_and_its_brace() {
        let source = read("fn a(\n    b: fn(u8) -> u8,\n) -> [u8; 2] {\n    { 1 };\n}\ntrait T { fn d(); }\n");
        assert_eq!(source.functions(), [(1, "a".into(), 5)]);
    }
}
