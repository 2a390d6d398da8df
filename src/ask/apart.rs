//! What does not fit on the screen of a question stands on screens of its own before it, leafed through with Enter.

use std::io;
use std::sync::Arc;

use super::list::MARK;
use super::page;
use super::screen::COLUMNS;
use super::typing::Typed;
use super::{Choice, Put, Reply, Rich, Tone, Wish};
use crate::text;

/// The lines a page leaves free: one of air and the cursor's.
const FREE: usize = 2;

/// A line as it is printed.
type Line = (String, Tone);

/// A question as it fits on the screen that is left for it.
pub(super) struct Fitted {
    pub(super) put: Put,
    pub(super) options: Vec<Choice>,
}

impl Rich {
    /// Makes a question fit. Where its screen does not hold all, what is said above it comes first on pages of its own;
    /// where that is not enough, so do its reason and what its rows mean. A wish may be typed on those pages.
    pub(super) fn fit(&mut self, put: &Put, options: &[Choice]) -> io::Result<Result<Fitted, Wish>> {
        let rows = if options.is_empty() { 0 } else { options.len() + 1 };
        let mut fitted = Fitted {
            put: put.clone(),
            options: options.to_vec(),
        };
        if self.screen.holds(&fitted.put, &fitted.options, rows) {
            return Ok(Ok(fitted));
        }
        let mut pages = std::mem::take(&mut fitted.put.above);
        if !self.screen.holds(&fitted.put, &fitted.options, rows) {
            let wide = self.screen.size().1;
            let notes = page::notes(options, wide.saturating_sub(MARK), wide.min(COLUMNS)).join("\n");
            for words in [&put.ask, &put.why, &notes] {
                if !words.trim().is_empty() && (!notes.is_empty() || !put.why.is_empty()) {
                    pages.push(super::Said::plain(words.clone()));
                }
            }
            fitted.put.why.clear();
            fitted.options.iter_mut().for_each(|option| option.note.clear());
        }
        if pages.is_empty() {
            return Ok(Ok(fitted));
        }
        let first = Put {
            above: pages,
            place: put.place.clone(),
            fresh: put.fresh,
            ..Put::default()
        };
        fitted.put.fresh = true;
        Ok(self.leaf(&first)?.map_or(Ok(fitted), Err))
    }

    /// Shows what is said, the question and its reason page by page, each until Enter. Back is the page before; any other wish
    /// ends it.
    pub(super) fn leaf(&mut self, put: &Put) -> io::Result<Option<Wish>> {
        let phrases = Arc::clone(&self.phrases);
        let (height, columns) = self.screen.size();
        let wide = columns.min(COLUMNS);
        let mut lines: Vec<Line> = Vec::new();
        let parts = put.above.iter().map(|said| (&said.text, said.tone));
        let own = [(&put.ask, Tone::Strong), (&put.why, Tone::Plain)];
        for (words, tone) in [(&put.place, Tone::Quiet)].into_iter().chain(parts).chain(own) {
            if !words.trim().is_empty() {
                lines.extend(page::lines(words, wide).into_iter().map(|line| (line, tone)));
                lines.push((String::new(), Tone::Plain));
            }
        }
        let own = if put.prompt.trim().is_empty() {
            &phrases.enter_goes_on
        } else {
            &put.prompt
        };
        let whole = page::cursor(own);
        let cursor = if text::width(&whole) < columns {
            whole
        } else {
            self.cursor_line(own)
        };
        let room = height.saturating_sub(FREE).max(1);
        let pages = pages(lines, room);
        let (mut at, mut turned) = (0, false);
        while let Some(page) = pages.get(at) {
            if put.fresh || turned {
                self.screen.clear(false)?;
            }
            for (line, tone) in page {
                self.screen.print_rows(std::slice::from_ref(line), *tone)?;
            }
            if page.last().is_some_and(|(line, _)| !line.is_empty()) {
                self.screen.print_rows(&[String::new()], Tone::Plain)?;
            }
            self.typing.drop_unseen()?;
            let wish = loop {
                match self.typing.read(&cursor, "")? {
                    Typed::Text(typed) | Typed::Ahead(typed) if typed.trim().is_empty() => break None,
                    Typed::Text(typed) | Typed::Ahead(typed) => match phrases.signs.read(&typed) {
                        Some(wish) => break Some(wish),
                        // Words are no Enter: what they wanted is not known.
                        None => self.screen.print(&phrases.page_keys, Tone::Plain).map(drop)?,
                    },
                    Typed::Away(_) => break Some(Wish::Back),
                    Typed::End => break Some(Wish::Leave),
                }
            };
            turned = true;
            match wish {
                None => at += 1,
                Some(Wish::Back) if at > 0 => at -= 1,
                Some(wish) => return Ok(Some(wish)),
            }
        }
        Ok(None)
    }
}

/// Lines as pages of at most `room`. What is only too long for one page by its air goes without; elsewhere a paragraph
/// that fits on one page is not torn.
fn pages(mut lines: Vec<Line>, room: usize) -> Vec<Vec<Line>> {
    let full = lines.iter().filter(|(line, _)| !line.is_empty()).count();
    while lines.last().is_some_and(|(line, _)| line.is_empty()) {
        lines.pop();
    }
    if lines.len() > room && full <= room {
        lines.retain(|(line, _)| !line.is_empty());
    }
    let mut pages: Vec<Vec<Line>> = Vec::new();
    let mut page: Vec<Line> = Vec::new();
    for part in lines.split(|(line, _)| line.is_empty()).filter(|part| !part.is_empty()) {
        if !page.is_empty() {
            let left = room.saturating_sub(page.len() + 1);
            if part.len() > left && (part.len() <= room || left < 2) {
                pages.push(std::mem::take(&mut page));
            } else {
                page.push((String::new(), Tone::Plain));
            }
        }
        for line in part {
            if page.len() == room {
                pages.push(std::mem::take(&mut page));
            }
            page.push(line.clone());
        }
    }
    pages.push(page);
    pages
}

impl From<Option<Wish>> for Reply<()> {
    fn from(wish: Option<Wish>) -> Self {
        wish.map_or(Reply::Given(()), Reply::Wish)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paged(text: &str, room: usize) -> Vec<String> {
        let lines = text.split('\n').map(|line| (line.to_owned(), Tone::Plain)).collect();
        let join = |page: Vec<Line>| page.into_iter().map(|(line, _)| line).collect::<Vec<_>>().join("|");
        pages(lines, room).into_iter().map(join).collect()
    }

    #[test]
    fn a_paragraph_that_fits_on_a_page_is_not_torn() {
        assert_eq!(paged("a\n\nb\nc\n\nd\ne\n", 4), ["a||b|c", "d|e"]);
        assert_eq!(paged("a\nb\nc\nd\ne\nf\ng", 3), ["a|b|c", "d|e|f", "g"]);
        assert_eq!(paged("", 3), [""]);
    }

    #[test]
    fn what_is_too_long_only_by_its_air_goes_without() {
        assert_eq!(paged("a\n\nb\n\nc\n", 3), ["a|b|c"]);
    }
}
