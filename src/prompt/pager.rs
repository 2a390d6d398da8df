//! What does not fit on the screen of a question is on screens of its own before it, leafed through with Enter.

use std::io;

use super::below::Below;
use super::frame::{self, Frame, Line, Parts, Rows};
use super::line_editor::TypedLine;
use super::list_view::ListAnswer;
use super::{Action, Choice, Phrases, Prompt, PromptReply, Rich, Tone, layout};
use crate::text;

/// The widest line of a page that takes the whole screen.
const WIDEST: usize = 79;

/// A window with fewer rows has no rule below its header.
const LOW: usize = 16;

/// The lines a page leaves free: one of air and the cursor's.
const FREE: usize = 2;

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
        let mut fitted = FittedPrompt {
            prompt: prompt.clone(),
            options: options.to_vec(),
        };
        self.is_cut = !self.fits(prompt, options);
        if !self.is_cut {
            return Ok(Ok(fitted));
        }
        let mut pages = std::mem::take(&mut fitted.prompt.above);
        if !self.fits(&fitted.prompt, options) {
            let notes = row_notes(options).join("\n");
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
            alarm: prompt.alarm.clone(),
            fresh: prompt.fresh,
            ..Prompt::default()
        };
        fitted.prompt.fresh = true;
        Ok(self.page_through(&first)?.map_or(Ok(fitted), Err))
    }

    /// True if a question fits on the screen as it is.
    pub(super) fn fits(&self, prompt: &Prompt, options: &[Choice]) -> bool {
        let labels = layout::row_labels(options, None);
        let rows = Rows {
            labels: &labels,
            options,
            ticks: None,
            at: None,
        };
        let below = match options.is_empty() {
            true => self.below(prompt, self.phrases.foot_line).fewest(),
            false => 0,
        };
        let parts = Parts {
            prompt,
            talk: "",
            rows: (!options.is_empty()).then_some(rows),
            keys: "",
            below,
        };
        frame::fits(&parts, self.screen.size())
    }

    /// Shows what is said, the question and its reason page by page, each until Enter. Back is the page before; any
    /// other action ends it.
    pub(super) fn page_through(&mut self, prompt: &Prompt) -> io::Result<Option<Action>> {
        let phrases = self.phrases;
        let label = Some(prompt.label.as_str()).filter(|label| !label.trim().is_empty());
        let own = label.unwrap_or(phrases.enter_goes_on);
        // A neutral screen, which has no number, has no menu either.
        let has_menu = !prompt.alarm.is_empty();
        let (mut at, mut of) = (0, 1);
        'pages: loop {
            let size = self.screen.size();
            let Leaves { head, pages } = leaves(prompt, size);
            // The window may have changed since.
            at = at * pages.len() / of;
            of = pages.len();
            let keys = match has_menu {
                true => keys_of_pages(of, phrases),
                false => phrases.page_keys,
            };
            let usual = if has_menu { keys } else { "" };
            let Some(page) = pages.get(at) else { return Ok(None) };
            let place = if of > 1 {
                format!("{}/{of} ", at + 1)
            } else {
                String::new()
            };
            let cursor = format!("{}{place}", self.cursor_of(own, size.1.saturating_sub(place.len())));
            self.draw_page(&head, page, usual, false)?;
            self.editor.drop_unseen()?;
            let action = loop {
                match self.editor.edit(&cursor, "", &mut Below::default())? {
                    TypedLine::Text(typed) | TypedLine::Ahead(typed) if typed.trim().is_empty() => break None,
                    TypedLine::Text(typed) if has_menu && typed.trim() == phrases.more => {
                        match self.open_menu::<()>(prompt)? {
                            ListAnswer::Action(action) => break Some(action),
                            _ => self.draw_page(&head, page, usual, false)?,
                        }
                    }
                    TypedLine::Text(typed) | TypedLine::Ahead(typed) => match phrases.signs.action(&typed) {
                        Some(action) => break Some(action),
                        // Words are no Enter: what they wanted is not known.
                        None => {
                            self.screen.forget_frame();
                            self.draw_page(&head, page, keys, true)?;
                        }
                    },
                    TypedLine::Away(_) => break Some(Action::Back),
                    TypedLine::Anew(_) => {
                        self.screen.forget_frame();
                        continue 'pages;
                    }
                    TypedLine::End => break Some(Action::Leave),
                }
            };
            self.screen.forget_frame();
            match action {
                None => at += 1,
                Some(Action::Back) if at > 0 => at -= 1,
                Some(action) => return Ok(Some(action)),
            }
        }
    }

    /// Draws a page, with how it is left in the line above the cursor where there is one; in any case if that `must` be said.
    fn draw_page(&mut self, head: &[Line], page: &[Line], keys: &str, must: bool) -> io::Result<()> {
        self.screen
            .draw(&page_frame(head, page, keys, self.screen.size(), must))
    }

    /// What is at the cursor of a page, in its margin; whole where it fits.
    fn cursor_of(&self, label: &str, columns: usize) -> String {
        let whole = layout::cursor_text(label);
        if text::width(&whole) + frame::margin(columns) < columns {
            format!("{}{whole}", " ".repeat(frame::margin(columns)))
        } else {
            self.cursor_line(label)
        }
    }
}

/// What the keys do on one of so many pages: of several, also how the rest is left unread.
pub(super) fn keys_of_pages(of: usize, phrases: &Phrases) -> &'static str {
    if of > 1 { phrases.foot_pages } else { phrases.foot_page }
}

/// A page as it is drawn; see [`Rich::draw_page`].
pub(super) fn page_frame(
    head: &[Line],
    page: &[Line],
    keys: &str,
    (height, columns): (usize, usize),
    must: bool,
) -> Frame {
    let mut lines = [head, page].concat();
    let keys = match keys.is_empty() {
        true => Line::new(),
        false => frame::key_line(keys, columns),
    };
    if lines.len() + FREE <= height {
        lines.extend((lines.len() + FREE < height && !keys.is_empty()).then(Line::new));
        lines.push(keys);
    } else if let Some(first) = lines.first_mut().filter(|_| must) {
        // A page that takes the whole screen has no line for it.
        *first = keys;
    }
    Frame {
        cursor: (lines.len(), 0),
        lines,
        ..Frame::default()
    }
}

/// What the rows mean, each behind its label.
fn row_notes(options: &[Choice]) -> Vec<String> {
    let noted = options.iter().filter(|option| !option.note.trim().is_empty());
    noted
        .map(|option| format!("{}: {}", option.label.trim_end_matches('.'), option.note))
        .collect()
}

/// What is said, as pages below the same head.
pub(super) struct Leaves {
    pub(super) head: Vec<Line>,
    pub(super) pages: Vec<Vec<Line>>,
}

/// The pages of what is said. What only fits on one without margin, rule and air goes without.
pub(super) fn leaves(prompt: &Prompt, (height, columns): (usize, usize)) -> Leaves {
    let parts = prompt.above.iter().map(|said| (&said.text, said.tone));
    let own = [(&prompt.ask, Tone::Strong), (&prompt.why, Tone::Plain)];
    let parts: Vec<(&String, Tone)> = parts.chain(own).filter(|(words, _)| !words.trim().is_empty()).collect();
    let lines = |margin: usize, wide: usize| {
        let part = |(words, tone): &(&String, Tone)| {
            let lines = frame::words_in(words, (*tone).into(), margin, wide);
            lines.into_iter().chain([Line::new()])
        };
        parts.iter().flat_map(part).collect::<Vec<Line>>()
    };
    let header: Vec<Line> = frame::header(prompt, columns).into_iter().collect();
    let mut head = header.clone();
    if height >= LOW && !header.is_empty() {
        head.push(frame::rule(columns));
    }
    let room = |head: &[Line], free| height.saturating_sub(free + head.len()).max(1);
    let usual = pages(
        lines(frame::margin(columns), frame::text_width(columns)),
        room(&head, FREE),
    );
    let whole = pages(lines(0, columns.saturating_sub(1).min(WIDEST)), room(&header, 1));
    match usual.len() > 1 && whole.len() == 1 {
        true => Leaves {
            head: header,
            pages: whole,
        },
        false => Leaves { head, pages: usual },
    }
}

/// Lines as pages of at most `room`. What is only too long for one page by its air goes without; elsewhere a paragraph
/// that fits on one page is not torn.
fn pages(mut lines: Vec<Line>, room: usize) -> Vec<Vec<Line>> {
    let full = lines.iter().filter(|line| !line.is_empty()).count();
    while lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    if lines.len() > room && full <= room {
        lines.retain(|line| !line.is_empty());
    }
    let mut pages: Vec<Vec<Line>> = Vec::new();
    let mut page: Vec<Line> = Vec::new();
    for part in lines.split(|line| line.is_empty()).filter(|part| !part.is_empty()) {
        if !page.is_empty() {
            let left = room.saturating_sub(page.len() + 1);
            if part.len() > left && (part.len() <= room || left < 2) {
                let head = page.split_off(last_head(&page));
                page.pop_if(|line| line.is_empty());
                pages.extend((!page.is_empty()).then_some(page));
                page = head;
            }
            if !page.is_empty() {
                page.push(Line::new());
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

/// Where a heading begins that would be the last on a page, apart from what it heads; the end, where there is none.
fn last_head(page: &[Line]) -> usize {
    let is_rule = |line: &Line| {
        let words: String = line.iter().map(|(words, _)| words.trim()).collect();
        !words.is_empty() && words.chars().all(|letter| letter == '-' || letter == '=')
    };
    match page {
        [.., _, rule] if is_rule(rule) => page.len() - 2,
        _ => page.len(),
    }
}

impl From<Option<Action>> for PromptReply<()> {
    fn from(action: Option<Action>) -> Self {
        action.map_or(PromptReply::Given(()), PromptReply::Action)
    }
}

#[cfg(test)]
mod tests {
    use super::super::look::Role;
    use super::*;

    fn paged(text: &str, room: usize) -> Vec<String> {
        let lines = text
            .split('\n')
            .map(|line| frame::words(line, Role::Words, 40))
            .map(|mut lines| lines.pop().unwrap_or_default());
        let lines = lines.collect();
        let join = |page: Vec<Line>| {
            page.iter()
                .map(|line| line.iter().map(|(words, _)| words.as_str()).collect::<String>())
                .collect::<Vec<_>>()
                .join("|")
        };
        pages(lines, room).into_iter().map(join).collect()
    }

    #[test]
    fn a_paragraph_that_fits_on_a_page_is_not_torn() {
        assert_eq!(paged("a\n\nb\nc\n\nd\ne\n", 4), ["a||b|c", "d|e"]);
        assert_eq!(paged("a\nb\nc\nd\ne\nf\ng", 3), ["a|b|c", "d|e|f", "g"]);
        assert_eq!(paged("", 3), [""]);
    }

    #[test]
    fn a_heading_stands_with_what_it_heads() {
        assert_eq!(paged("a\n\nHead\n----\n\nb\nc\nd\n", 5), ["a", "Head|----||b|c", "d"]);
        assert_eq!(paged("Head\n----\n\nb\nc\nd\ne\n", 5), ["Head|----||b|c", "d|e"]);
    }

    #[test]
    fn what_is_too_long_only_by_its_air_goes_without() {
        assert_eq!(paged("a\n\nb\n\nc\n", 3), ["a|b|c"]);
    }
}
