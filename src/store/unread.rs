//! Which values of a file could not be read, as a tree that is walked beside the file itself.

use serde_json::Value;
use std::collections::BTreeMap;

/// One step down into a JSON value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum JsonStep {
    /// Into the value of an object's key.
    Key(String),
    /// Into an element of a list.
    Index(usize),
}

impl JsonStep {
    /// The value this step leads to.
    pub(super) fn child_of<'a>(&self, value: &'a Value) -> Option<&'a Value> {
        match self {
            Self::Key(key) => value.get(key),
            Self::Index(index) => value.get(index),
        }
    }
}

/// A path as a person reads it: `attendees[1].name`, and `.` for the whole.
pub(super) fn path_text(steps: &[JsonStep]) -> String {
    let mut text = String::new();
    for step in steps {
        match step {
            JsonStep::Key(key) if text.is_empty() => text.push_str(key),
            JsonStep::Key(key) => text.extend([".", key]),
            JsonStep::Index(index) => text.push_str(&format!("[{index}]")),
        }
    }
    if text.is_empty() { ".".into() } else { text }
}

/// The steps of a path that [`path_text`] wrote.
pub(super) fn parse_path(path: &str) -> Vec<JsonStep> {
    let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
    parts
        .map(|part| match part.strip_suffix(']').map(str::parse) {
            Some(Ok(index)) => JsonStep::Index(index),
            _ => JsonStep::Key(part.into()),
        })
        .collect()
}

/// The unread values at and under one place of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Unread {
    unread: bool,
    within: BTreeMap<JsonStep, Unread>,
}

static NONE: Unread = Unread {
    unread: false,
    within: BTreeMap::new(),
};

impl Unread {
    /// The mark of a value that could not be read.
    pub(super) fn all() -> Self {
        Self {
            unread: true,
            within: BTreeMap::new(),
        }
    }

    /// Whether the value at this very place could not be read.
    pub(super) fn is_unread(&self) -> bool {
        self.unread
    }

    /// The marks one step down.
    pub(super) fn at(&self, step: &JsonStep) -> &Self {
        self.within.get(step).unwrap_or(&NONE)
    }

    /// Sets the marks one step down.
    pub(super) fn insert(&mut self, step: JsonStep, marks: Self) {
        if marks != NONE {
            self.within.insert(step, marks);
        }
    }

    /// Marks the value at `path` as unread; marks inside it no longer matter.
    pub(super) fn mark_unread(&mut self, path: &[JsonStep]) {
        let mut at = self;
        for step in path {
            at = at.within.entry(step.clone()).or_default();
        }
        *at = Self::all();
    }

    /// Whether something at or under `path` is marked.
    pub(super) fn is_on_path(&self, path: &[JsonStep]) -> bool {
        path.iter().fold(self, |marks, step| marks.at(step)) != &NONE
    }

    /// The path in the file of what is at `path` once the unread list elements are taken out.
    pub(super) fn path_in_file(&self, path: &[JsonStep]) -> Vec<JsonStep> {
        let mut marks = self;
        let mut found = Vec::with_capacity(path.len());
        for step in path {
            let step = match step {
                JsonStep::Index(nth) => JsonStep::Index(marks.nth_read(*nth)),
                JsonStep::Key(_) => step.clone(),
            };
            marks = marks.at(&step);
            found.push(step);
        }
        found
    }

    fn nth_read(&self, nth: usize) -> usize {
        let mut index = nth;
        for (step, marks) in &self.within {
            // The tree is sorted, so every earlier unread element moves the place by one.
            match step {
                JsonStep::Index(gone) if marks.unread && *gone <= index => index += 1,
                _ => {}
            }
        }
        index
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_still_name_the_original_index_after_elements_were_taken_out() {
        let mut marks = Unread::default();
        let at = |index| vec![JsonStep::Key("list".into()), JsonStep::Index(index)];
        marks.mark_unread(&at(0));
        marks.mark_unread(&at(2));
        assert_eq!(marks.path_in_file(&at(0)), at(1));
        assert_eq!(marks.path_in_file(&at(1)), at(3));
        assert!(marks.is_on_path(&at(2)[..1]));
        assert!(!marks.is_on_path(&at(1)));
    }

    #[test]
    fn a_path_reads_as_in_the_documentation() {
        let path = [JsonStep::Key("a".into()), JsonStep::Index(1), JsonStep::Key("n".into())];
        assert_eq!(path_text(&path), "a[1].n");
        assert_eq!(parse_path("a[1].n"), path);
        assert!(parse_path(".").is_empty());
        assert_eq!(path_text(&[]), ".");
    }
}
