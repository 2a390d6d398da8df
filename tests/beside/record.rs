//! What one program said and wrote, in order, and where another one's differs.

use std::fs;
use std::path::Path;

/// So many lines of a difference are shown.
const SHOWN: usize = 8;

/// Names of what was said or written, each with its text.
#[derive(Default)]
pub struct Record(Vec<(String, String)>);

impl Record {
    pub fn add(&mut self, name: impl Into<String>, bytes: &[u8]) {
        // What is locked is never the same twice.
        let text = match bytes.starts_with(b"age-encryption.org/") {
            true => "locked".into(),
            false => without_chance(&String::from_utf8_lossy(bytes)),
        };
        self.0.push((without_times(name.into()), text));
    }

    /// Every file below `folder`, by its name.
    pub fn add_files(&mut self, about: &str, folder: &Path) {
        let (mut waiting, mut files) = (vec![folder.to_path_buf()], Vec::new());
        while let Some(at) = waiting.pop() {
            for entry in fs::read_dir(at).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() { &mut waiting } else { &mut files }.push(path);
            }
        }
        files.sort();
        for file in files {
            let name = file.strip_prefix(folder).unwrap().display().to_string();
            self.add(format!("{about}: the file {name}"), &fs::read(&file).unwrap());
        }
    }

    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// What differs in `new`, a few lines for each.
    pub fn differences(&self, new: &Record, about: &str) -> Vec<String> {
        let names = |record: &Record| record.0.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        if names(self) != names(new) {
            let said = diff(&names(self).join("\n"), &names(new).join("\n"));
            return vec![format!("{about}: other outputs and files\n{said}")];
        }
        let pairs = self.0.iter().zip(&new.0).filter(|(old, new)| old.1 != new.1);
        pairs
            .map(|((name, old), (_, new))| format!("{about}, {name}\n{}", diff(old, new)))
            .collect()
    }
}

/// The lines between the first and the last that differ, those of the old one first.
fn diff(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let same = |pair: &(&&str, &&str)| pair.0 == pair.1;
    let before = old.iter().zip(&new).take_while(same).count();
    let rest = old.len().min(new.len()) - before;
    let after = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(same)
        .count()
        .min(rest);
    let part = |sign: &str, lines: &[&str]| {
        let lines = &lines[before..lines.len() - after];
        let cut = |line: &&str| line.chars().take(200).collect::<String>();
        let mut shown: Vec<String> = lines
            .iter()
            .take(SHOWN)
            .map(|line| format!("    {sign} {}", cut(line)))
            .collect();
        shown.extend((lines.len() > SHOWN).then(|| format!("    {sign} ... {} lines in all", lines.len())));
        shown
    };
    let head = format!("  from line {}:", before + 1);
    [vec![head], part("-", &old), part("+", &new)].concat().join("\n")
}

/// A text without what is drawn by chance: ids, and the seven words of a passphrase on a line of their own.
fn without_chance(text: &str) -> String {
    let is_drawn = |line: &str| {
        let words: Vec<&str> = line.split(' ').collect();
        words.len() == 7
            && words
                .iter()
                .all(|word| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase()))
    };
    let lines = text.split('\n').map(|line| match is_drawn(line.trim()) {
        true => "(seven words)",
        false => line,
    });
    without_times(without_ids(&lines.collect::<Vec<_>>().join("\n")))
}

/// A version is named by the moment it was kept, as `20261128T054419Z`: each becomes zeros.
fn without_times(text: String) -> String {
    const FORM: &[u8] = b"00000000T000000Z";
    let is_moment = |part: &[u8]| {
        let mut pairs = part.iter().zip(FORM);
        pairs.all(|(byte, form)| {
            if *form == b'0' {
                byte.is_ascii_digit()
            } else {
                byte == form
            }
        })
    };
    let mut bytes = text.into_bytes();
    for at in 0..(bytes.len() + 1).saturating_sub(FORM.len()) {
        if is_moment(&bytes[at..at + FORM.len()]) {
            bytes[at..at + FORM.len()].copy_from_slice(FORM);
        }
    }
    // Digits became digits: it is text as before.
    String::from_utf8(bytes).unwrap()
}

/// A calendar's ids are random: each becomes a number, by the order in which they come.
fn without_ids(text: &str) -> String {
    const DASHES: [usize; 4] = [8, 13, 18, 23];
    const LENGTH: usize = 36;
    let bytes = text.as_bytes();
    let is_id = |at: &usize| {
        bytes[*at..]
            .iter()
            .take(LENGTH)
            .enumerate()
            .all(|(n, byte)| match DASHES.contains(&n) {
                true => *byte == b'-',
                false => byte.is_ascii_hexdigit(),
            })
    };
    // The first dash says where one may begin.
    let dashes = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'-');
    let begins = dashes.filter_map(|(at, _)| at.checked_sub(DASHES[0]).filter(|at| at + LENGTH <= bytes.len()));
    let mut known: Vec<&str> = Vec::new();
    for at in begins.filter(is_id) {
        let id = &text[at..at + LENGTH];
        if !known.contains(&id) {
            known.push(id);
        }
    }
    let numbered = known.iter().enumerate();
    numbered.fold(text.to_string(), |text, (at, id)| text.replace(id, &format!("id-{at}")))
}

#[test]
fn random_ids_are_numbered_and_a_difference_shows_its_lines_only() {
    let id = "0f8fad5b-d9cb-469f-a165-70867728950e";
    assert_eq!(without_ids(&format!("UID:{id}\r\n\"{id}\"")), "UID:id-0\r\n\"id-0\"");
    assert_eq!(without_ids("call 1-800-662-4357"), "call 1-800-662-4357");
    let seven = "a\n  lamp river cold bird stone hat nine\nb";
    assert_eq!(without_chance(seven), "a\n(seven words)\nb");
    assert_eq!(
        without_chance("Lamp river cold bird stone hat nine."),
        "Lamp river cold bird stone hat nine."
    );
    assert_eq!(diff("a\nb\nc", "a\nx\nc"), "  from line 2:\n    - b\n    + x");
    assert_eq!(diff("a\na", "a\na\na"), "  from line 3:\n    + a");
}
