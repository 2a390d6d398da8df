//! Letters of a page that no font of this computer has: on paper they are empty boxes.

use std::ops::RangeInclusive;
use std::process::{Command, Stdio};

use super::{Page, text};

/// The last letter that the font within a page has for certain.
const OWN: char = '\u{24f}';

/// The letters of these pages that this computer cannot draw, each once. Where it does not tell which letters it has,
/// none is said to be missing.
pub fn missing_letters<'a>(pages: impl Iterator<Item = &'a Page>) -> String {
    let mut rare: Vec<char> = Vec::new();
    for page in pages {
        rare.extend(
            text(page)
                .chars()
                .filter(|letter| *letter > OWN && letter.is_alphanumeric()),
        );
    }
    rare.sort_unstable();
    rare.dedup();
    if rare.is_empty() {
        return String::new();
    }
    let known = letters_here();
    let has = |letter: &char| known.is_empty() || known.iter().any(|range| range.contains(&u32::from(*letter)));
    rare.into_iter().filter(|letter| !has(letter)).collect()
}

/// The letters of all fonts here, as fontconfig lists them; none where it is not there.
fn letters_here() -> Vec<RangeInclusive<u32>> {
    let mut list = Command::new("fc-list");
    list.args(["--format", "%{charset}\n"]).stdin(Stdio::null());
    let listed = list.output().map(|output| output.stdout).unwrap_or_default();
    String::from_utf8_lossy(&listed)
        .split_whitespace()
        .filter_map(range)
        .collect()
}

/// One range of letters: "20-7e", or a letter alone.
fn range(written: &str) -> Option<RangeInclusive<u32>> {
    let (first, last) = written.split_once('-').unwrap_or((written, written));
    let number = |hex| u32::from_str_radix(hex, 16).ok();
    Some(number(first)?..=number(last)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_as_fontconfig_writes_it() {
        assert_eq!(range("20-7e"), Some(0x20..=0x7e));
        assert_eq!(range("4e2d"), Some(0x4e2d..=0x4e2d));
        assert_eq!(range("no range"), None);
    }
}
