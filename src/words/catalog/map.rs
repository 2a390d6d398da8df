//! Words by the codes of what they are about.

use std::fmt::{self, Debug};
use std::ops::Index;

/// Words by their codes, sorted.
pub struct Map<V: 'static>(pub &'static [(&'static str, V)]);

impl<V> Map<V> {
    /// The words of a code.
    pub fn get(&self, code: &str) -> Option<&'static V> {
        let at = self.0.binary_search_by(|(known, _)| (*known).cmp(code)).ok()?;
        Some(&self.0[at].1)
    }

    /// Each code with its words.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &'static V)> + use<V> {
        self.0.iter().map(|(code, words)| (*code, words))
    }

    /// The codes.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> + use<V> {
        self.iter().map(|(code, _)| code)
    }

    /// The words of each code.
    #[cfg(any(test, feature = "testing"))]
    pub fn values(&self) -> impl Iterator<Item = &'static V> + use<V> {
        self.iter().map(|(_, words)| words)
    }
}

impl<V: Copy + Default> Map<V> {
    /// What is said of a code; nothing where there is nothing to say.
    pub fn said(&self, code: &str) -> V {
        self.get(code).copied().unwrap_or_default()
    }
}

impl<V> Clone for Map<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Map<V> {}

impl<V> Index<&str> for Map<V> {
    type Output = V;

    fn index(&self, code: &str) -> &V {
        self.get(code).expect("checked when the words were built")
    }
}

impl<V> Debug for Map<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.keys()).finish()
    }
}
