//! What a page says at the edges of every sheet of paper, whatever is on it.

use crate::words::{Segment, segments};

use super::Page;

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// 210 by 297 millimetres: most of the world.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// The paper of a country, by the code its help lines have for it; A4 where nothing is known.
    pub fn of(code: &str) -> Self {
        match code {
            "letter" => Self::Letter,
            _ => Self::A4,
        }
    }

    fn css(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "letter",
        }
    }
}

/// The rules of style that put the title, "Private", the day it was printed, the emergency line and the number of the
/// page on each sheet. The first has the upper ones in its heading already.
pub(super) fn edges(page: &Page) -> String {
    let size = page.paper.css();
    let title = text(&page.title);
    let under = text(&page.under.join(". "));
    let emergency = text(page.emergency.first().map_or("", |number| number.words.as_str()));
    let number = counted(&page.number);
    format!(
        "@page {{
  size: {size};
  @top-left {{ content: {title}; }}
  @top-right {{ content: {under}; }}
  @bottom-left {{ content: {emergency}; }}
  @bottom-right {{ content: {number}; }}
}}
@page :first {{ @top-left {{ content: none; }} @top-right {{ content: none; }} }}
"
    )
}

/// A text as a string of CSS inside HTML: nothing in it can end the string, the rule or the style. What is no letter,
/// digit or plain mark is written by its number.
fn text(words: &str) -> String {
    let mut safe = String::from("\"");
    for letter in words.chars() {
        match letter {
            ' ' | '.' | ',' | ':' => safe.push(letter),
            letter if letter.is_alphanumeric() => safe.push(letter),
            // The space ends the number, and is no part of the text.
            letter => safe.push_str(&format!("\\{:x} ", u32::from(letter))),
        }
    }
    safe.push('"');
    safe
}

/// The number of a page, where the browser counts: `{page}` and `{pages}` become its counters.
fn counted(words: &str) -> String {
    let part = |segment: Segment| match segment {
        Segment::Placeholder(counter) => format!("counter({counter})"),
        Segment::Text(words) => text(words),
    };
    segments(words).into_iter().map(part).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_its_string() {
        for hostile in [
            "\"; } body { display: none }",
            "</style><script>",
            "\\",
            "\n@import 'x';",
            "{}()<>&'*/",
        ] {
            let safe = text(hostile);
            let inside = &safe[1..safe.len() - 1];
            assert!(
                !inside.contains(['"', '<', '>', '{', '}', ';', '(', '\n', '\'', '*', '/', '@']),
                "{safe}"
            );
            // A backslash only ever begins a number, and a space ends it.
            for escaped in inside.split('\\').skip(1) {
                let number = escaped.split(' ').next().unwrap();
                assert!(u32::from_str_radix(number, 16).is_ok(), "{safe}");
                assert!(escaped.contains(' '), "{safe}");
            }
        }
        assert_eq!(text("Grün 3, 5"), "\"Grün 3, 5\"");
        assert_eq!(text("a-1"), "\"a\\2d 1\"");
    }

    #[test]
    fn a_page_is_counted_in_any_order_of_words() {
        assert_eq!(
            counted("Page {page} of {pages}"),
            "\"Page \" counter(page) \" of \" counter(pages)"
        );
        assert_eq!(counted("{pages}, {page}"), "counter(pages) \", \" counter(page)");
        assert_eq!(counted("</style>"), "\"\\3c \\2f style\\3e \"");
    }

    #[test]
    fn the_paper_is_the_countrys() {
        assert_eq!(Paper::of("letter"), Paper::Letter);
        assert_eq!((Paper::of("a4"), Paper::of("")), (Paper::A4, Paper::A4));
    }
}
