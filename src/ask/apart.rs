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

    /// Shows what is said, the question and its reason page by page, each until Enter. A wish ends it.
    pub(super) fn leaf(&mut self, put: &Put) -> io::Result<Option<Wish>> {
        let phrases = Arc::clone(&self.phrases);
        let (height, columns) = self.screen.size();
        let wide = columns.min(COLUMNS);
        let mut lines: Vec<(String, Tone)> = Vec::new();
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
        let pages: Vec<&[(String, Tone)]> = if lines.is_empty() {
            vec![&[]]
        } else {
            lines.chunks(room).collect()
        };
        for (at, page) in pages.into_iter().enumerate() {
            if put.fresh || at > 0 {
                self.screen.clear(false)?;
            }
            let top = page.iter().take_while(|(line, _)| line.is_empty()).count();
            for (line, tone) in &page[top..] {
                self.screen.print_rows(std::slice::from_ref(line), *tone)?;
            }
            let wish = match self.typing.read(&cursor, "")? {
                Typed::Text(typed) => phrases.signs.read(&typed),
                Typed::Away(_) => Some(Wish::Back),
                Typed::End => Some(Wish::Leave),
            };
            if wish.is_some() {
                return Ok(wish);
            }
        }
        Ok(None)
    }
}

impl From<Option<Wish>> for Reply<()> {
    fn from(wish: Option<Wish>) -> Self {
        wish.map_or(Reply::Given(()), Reply::Wish)
    }
}
