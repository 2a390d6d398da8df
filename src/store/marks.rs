//! Which values of a file could not be read, as a tree that is walked beside the file itself.

use serde_json::Value;
use std::collections::BTreeMap;

/// One step down into a JSON value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// Into the value of an object's key.
    Key(String),
    /// Into an element of a list.
    Index(usize),
}

impl Step {
    /// The value this step leads to.
    pub(super) fn child_of<'a>(&self, value: &'a Value) -> Option<&'a Value> {
        match self {
            Self::Key(key) => value.get(key),
            Self::Index(index) => value.get(index),
        }
    }
}

/// A path as a person reads it: `attendees[1].name`, and `.` for the whole.
pub(super) fn path_text(steps: &[Step]) -> String {
    let mut text = String::new();
    for step in steps {
        match step {
            Step::Key(key) if text.is_empty() => text.push_str(key),
            Step::Key(key) => text.extend([".", key]),
            Step::Index(index) => text.push_str(&format!("[{index}]")),
        }
    }
    if text.is_empty() { ".".into() } else { text }
}

/// The steps of a path that [`path_text`] wrote.
pub(super) fn parsed(path: &str) -> Vec<Step> {
    let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
    parts
        .map(|part| match part.strip_suffix(']').map(str::parse) {
            Some(Ok(index)) => Step::Index(index),
            _ => Step::Key(part.into()),
        })
        .collect()
}

/// The unread values at and under one place of a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Marks {
    unread: bool,
    within: BTreeMap<Step, Marks>,
}

static NONE: Marks = Marks {
    unread: false,
    within: BTreeMap::new(),
};

impl Marks {
    /// The mark of a value that could not be read.
    pub(super) fn unread() -> Self {
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
    pub(super) fn at(&self, step: &Step) -> &Self {
        self.within.get(step).unwrap_or(&NONE)
    }

    /// Sets the marks one step down.
    pub(super) fn put(&mut self, step: Step, marks: Self) {
        if marks != NONE {
            self.within.insert(step, marks);
        }
    }

    /// Marks the value at `path` as unread; marks inside it no longer matter.
    pub(super) fn mark(&mut self, path: &[Step]) {
        let mut at = self;
        for step in path {
            at = at.within.entry(step.clone()).or_default();
        }
        *at = Self::unread();
    }

    /// Whether something at or under `path` is marked.
    pub(super) fn touches(&self, path: &[Step]) -> bool {
        path.iter().fold(self, |marks, step| marks.at(step)) != &NONE
    }

    /// The path in the file of what stands at `path` once the unread list elements are taken out.
    pub(super) fn in_file(&self, path: &[Step]) -> Vec<Step> {
        let mut marks = self;
        let mut found = Vec::with_capacity(path.len());
        for step in path {
            let step = match step {
                Step::Index(nth) => Step::Index(marks.nth_read(*nth)),
                Step::Key(_) => step.clone(),
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
                Step::Index(gone) if marks.unread && *gone <= index => index += 1,
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
        let mut marks = Marks::default();
        let at = |index| vec![Step::Key("list".into()), Step::Index(index)];
        marks.mark(&at(0));
        marks.mark(&at(2));
        assert_eq!(marks.in_file(&at(0)), at(1));
        assert_eq!(marks.in_file(&at(1)), at(3));
        assert!(marks.touches(&at(2)[..1]));
        assert!(!marks.touches(&at(1)));
    }

    #[test]
    fn a_path_reads_as_in_the_documentation() {
        let path = [Step::Key("a".into()), Step::Index(1), Step::Key("n".into())];
        assert_eq!(path_text(&path), "a[1].n");
        assert_eq!(parsed("a[1].n"), path);
        assert!(parsed(".").is_empty());
        assert_eq!(path_text(&[]), ".");
    }
}
