//! What does not fit on the screen of a question is on screens of its own before it, leafed through with Enter.

use std::io;

use super::layout;
use super::line_editor::TypedLine;
use super::list_state::MARK;
use super::screen::COLUMNS;
use super::{Action, Choice, Prompt, PromptReply, Rich, Tone};
use crate::text;

/// The lines a page leaves free: one of air and the cursor's.
const FREE: usize = 2;

/// A line as it is printed.
type StyledLine = (String, Tone);

/// A question as it fits on the screen that is left for it.
pub(super) struct FittedPrompt {
    pub(super) prompt: Prompt,
    pub(super) options: Vec<Choice>,
}

impl Rich {
    /// Makes a question fit. Where its screen does not hold all, what is said above it comes first on pages of its own;
    /// if that is not enough, so do its reason and what its rows mean. An action may be typed on those pages.
    pub(super) fn page_what_overflows(
        &mut self,
        prompt: &Prompt,
        options: &[Choice],
    ) -> io::Result<Result<FittedPrompt, Action>> {
        let rows = if options.is_empty() { 0 } else { options.len() + 1 };
        let mut fitted = FittedPrompt {
            prompt: prompt.clone(),
            options: options.to_vec(),
        };
        if self.screen.holds(&fitted.prompt, &fitted.options, rows) {
            return Ok(Ok(fitted));
        }
        let mut pages = std::mem::take(&mut fitted.prompt.above);
        if !self.screen.holds(&fitted.prompt, &fitted.options, rows) {
            let wide = self.screen.size().1;
            let notes = layout::row_notes(options, wide.saturating_sub(MARK), wide.min(COLUMNS)).join("\n");
            for words in [&prompt.ask, &prompt.why, &notes] {
                if !words.trim().is_empty() && (!notes.is_empty() || !prompt.why.is_empty()) {
                    pages.push(super::Message::plain(words.clone()));
                }
            }
            fitted.prompt.why.clear();
            fitted.options.iter_mut().for_each(|option| option.note.clear());
        }
        if pages.is_empty() {
            return Ok(Ok(fitted));
        }
        let first = Prompt {
            above: pages,
            place: prompt.place.clone(),
            fresh: prompt.fresh,
            ..Prompt::default()
        };
        fitted.prompt.fresh = true;
        Ok(self.page_through(&first)?.map_or(Ok(fitted), Err))
    }

    /// Shows what is said, the question and its reason page by page, each until Enter. Back is the page before; any
    /// other action ends it.
    pub(super) fn page_through(&mut self, prompt: &Prompt) -> io::Result<Option<Action>> {
        let phrases = self.phrases;
        let (height, columns) = self.screen.size();
        let wide = columns.min(COLUMNS);
        let mut lines: Vec<StyledLine> = Vec::new();
        let parts = prompt.above.iter().map(|said| (&said.text, said.tone));
        let own = [(&prompt.ask, Tone::Strong), (&prompt.why, Tone::Plain)];
        for (words, tone) in [(&prompt.place, Tone::Quiet)].into_iter().chain(parts).chain(own) {
            if !words.trim().is_empty() {
                lines.extend(layout::wrap_lines(words, wide).into_iter().map(|line| (line, tone)));
                lines.push((String::new(), Tone::Plain));
            }
        }
        let own = if prompt.label.trim().is_empty() {
            phrases.enter_goes_on
        } else {
            &prompt.label
        };
        let whole = layout::cursor_text(own);
        let cursor = if text::width(&whole) < columns {
            whole
        } else {
            self.cursor_line(own)
        };
        let room = height.saturating_sub(FREE).max(1);
        let pages = pages(lines, room);
        let (mut at, mut turned) = (0, false);
        while let Some(page) = pages.get(at) {
            if prompt.fresh || turned {
                self.screen.clear(false)?;
            }
            for (line, tone) in page {
                self.screen.print_rows(std::slice::from_ref(line), *tone)?;
            }
            if page.last().is_some_and(|(line, _)| !line.is_empty()) {
                self.screen.print_rows(&[String::new()], Tone::Plain)?;
            }
            self.editor.drop_unseen()?;
            let action = loop {
                match self.editor.edit(&cursor, "")? {
                    TypedLine::Text(typed) | TypedLine::Ahead(typed) if typed.trim().is_empty() => break None,
                    TypedLine::Text(typed) | TypedLine::Ahead(typed) => match phrases.signs.action(&typed) {
                        Some(action) => break Some(action),
                        // Words are no Enter: what they wanted is not known.
                        None => self.screen.print(phrases.page_keys, Tone::Plain).map(drop)?,
                    },
                    TypedLine::Away(_) => break Some(Action::Back),
                    TypedLine::End => break Some(Action::Leave),
                }
            };
            turned = true;
            match action {
                None => at += 1,
                Some(Action::Back) if at > 0 => at -= 1,
                Some(action) => return Ok(Some(action)),
            }
        }
        Ok(None)
    }
}

/// Lines as pages of at most `room`. What is only too long for one page by its air goes without; elsewhere a paragraph
/// that fits on one page is not torn.
fn pages(mut lines: Vec<StyledLine>, room: usize) -> Vec<Vec<StyledLine>> {
    let full = lines.iter().filter(|(line, _)| !line.is_empty()).count();
    while lines.last().is_some_and(|(line, _)| line.is_empty()) {
        lines.pop();
    }
    if lines.len() > room && full <= room {
        lines.retain(|(line, _)| !line.is_empty());
    }
    let mut pages: Vec<Vec<StyledLine>> = Vec::new();
    let mut page: Vec<StyledLine> = Vec::new();
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

impl From<Option<Action>> for PromptReply<()> {
    fn from(action: Option<Action>) -> Self {
        action.map_or(PromptReply::Given(()), PromptReply::Action)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paged(text: &str, room: usize) -> Vec<String> {
        let lines = text.split('\n').map(|line| (line.to_owned(), Tone::Plain)).collect();
        let join = |page: Vec<StyledLine>| page.into_iter().map(|(line, _)| line).collect::<Vec<_>>().join("|");
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
