//! In a terminal: lists one moves through, lines one edits. Long words are printed above, what stands at the cursor
//! stays short. Where the window is too small the same question is asked by the plain back end.

use std::io::{self, Stderr, StdinLock};
use std::sync::Arc;

use console::Term;
use secrecy::SecretString;

use super::apart::Fitted;
use super::choose::is_big_enough;
use super::drafts::Drafts;
use super::drawn::Row;
use super::list::MARK;
use super::order::{self, Sorted};
use super::page::{self, Heard};
use super::phrases::fill;
use super::screen::{COLUMNS, Screen};
use super::typing::{Typed, Typing};
use super::{Asker, Choice, Phrases, Plain, Put, Reply, Said, Tone, Wish, leaving};
use crate::text;

/// Asks in a terminal.
pub struct Rich {
    pub(super) phrases: Arc<Phrases>,
    pub(super) screen: Screen,
    pub(super) typing: Typing,
    plain: Plain<StdinLock<'static>, Stderr>,
    drafts: Drafts,
}

impl Rich {
    /// On the terminal of this process. `colour`: whether anything but letters may be sent.
    ///
    /// # Errors
    /// When there is no terminal to edit lines on.
    pub fn new(phrases: Arc<Phrases>, colour: bool) -> io::Result<Self> {
        let typing = Typing::new()?;
        let plain = Plain::new(io::stdin().lock(), io::stderr(), Arc::clone(&phrases)).echoing(true);
        leaving::touched(colour);
        Ok(Self {
            phrases,
            screen: Screen { colour },
            typing,
            plain,
            drafts: Drafts::default(),
        })
    }

    /// The plain back end, when the window is too small for this one.
    fn small(&mut self) -> Option<&mut Plain<StdinLock<'static>, Stderr>> {
        let size = Term::stderr().size_checked();
        if is_big_enough(size) {
            return None;
        }
        let columns = size.map_or(COLUMNS, |(_, columns)| usize::from(columns));
        self.plain.narrow(columns);
        Some(&mut self.plain)
    }

    /// The question with the earlier answer in words, where no row may stand for it.
    fn with_earlier(&self, put: &Put, options: &[Choice], before: Option<usize>) -> Put {
        let mut shown = put.clone();
        if let Some(row) = before.filter(|_| put.must_move) {
            let earlier = fill(&self.phrases.earlier, &options[row].label);
            shown.why = format!("{}\n{earlier}", put.why).trim_start().to_owned();
        }
        shown
    }

    fn words(&mut self, put: &Put, before: &str, long: bool) -> io::Result<Reply<String>> {
        let phrases = Arc::clone(&self.phrases);
        let foot = if long { &phrases.foot_text } else { &phrases.foot_line };
        self.screen.head(put, &[], foot, 0)?;
        if put.unseen {
            self.typing.drop_unseen()?;
        }
        let earlier = if put.must_move { "" } else { before };
        if put.must_move && !before.is_empty() {
            self.screen.print(&fill(&phrases.earlier, before), Tone::Plain)?;
        }
        let draft = self.drafts.take(put, before);
        let mut initial = draft.unwrap_or_else(|| page::editable(&phrases, earlier));
        let cursor = self.cursor_line(page::prompt(put, &phrases));
        loop {
            let stood = text::clean::lines(&initial);
            let typed = match self.typing.read(&cursor, &stood)? {
                Typed::Text(typed) => typed,
                Typed::Ahead(typed) => {
                    let (typed, wish) = phrases.signs.at_the_end(&typed);
                    if let Some(wish) = wish {
                        self.drafts.keep(put, before, typed);
                        return Ok(Reply::Wish(wish));
                    }
                    self.screen.print(&phrases.typed_ahead, Tone::Plain)?;
                    initial = if long { typed.to_owned() } else { text::line(typed) };
                    continue;
                }
                Typed::Away(typed) => {
                    self.drafts.keep(put, before, &typed);
                    return Ok(Reply::Wish(Wish::Back));
                }
                Typed::End => return Ok(Reply::Wish(Wish::Leave)),
            };
            if let Some(wish) = phrases.signs.read_behind(&typed, &stood) {
                // A mark may have been meant as one: in a longer text it stands there again.
                self.drafts.keep(put, before, if long { &typed } else { &stood });
                return Ok(Reply::Wish(wish));
            }
            let heard = if long {
                page::heard_lines(&phrases, &typed)
            } else {
                page::heard_line(&phrases, &typed)
            };
            match heard {
                Heard::Answer(answer) => return Ok(Reply::Given(answer)),
                Heard::Wish(wish) => return Ok(Reply::Wish(wish)),
                Heard::Nothing => {
                    self.screen.print(&phrases.nothing_typed, Tone::Plain)?;
                    initial.clear();
                }
            }
        }
    }

    /// What stands at the cursor of a typed answer, never more than half the line.
    pub(super) fn cursor_line(&self, prompt: &str) -> String {
        let cursor = page::cursor(prompt);
        if text::width(&cursor) <= self.screen.size().1 / 2 {
            cursor
        } else {
            "> ".to_owned()
        }
    }

    /// Moves the rows themselves. A list to sort has no room for "something else": that stands in the list before.
    fn sort(&self, put: &Put, items: &[Choice]) -> io::Result<Row<Vec<usize>>> {
        let phrases = &self.phrases;
        let used = self.screen.head(put, items, &phrases.foot_order, items.len())?;
        let prompt = text::cut(&text::line(page::prompt(put, phrases)), self.screen.size().1);
        let strong = self.screen.style(Tone::Strong);
        let wide = self.screen.size().1.saturating_sub(MARK);
        let rows: Vec<String> = page::labels(items, None)
            .iter()
            .map(|label| text::cut(label, wide))
            .collect();
        let sorted = order::sort(strong, &prompt, &rows, self.room(used))?;
        Ok(match sorted {
            Sorted::Given(order) => Row::Given(order),
            Sorted::Away => Row::Again,
            Sorted::End => Row::Wish(Wish::Leave),
            Sorted::Broken => Row::Resized,
        })
    }
}

impl Asker for Rich {
    fn by_ear(&self) -> bool {
        self.screen.size().1 < COLUMNS - 1
    }

    fn scrolls(&self) -> bool {
        !is_big_enough(Term::stderr().size_checked())
    }

    fn say(&mut self, said: &Said) -> io::Result<()> {
        if said.fresh {
            self.screen.clear(false)?;
        }
        let rows = page::lines(&said.text, self.screen.size().1.min(COLUMNS));
        self.screen.print_rows(&rows, said.tone)
    }

    fn line(&mut self, put: &Put, before: &str) -> io::Result<Reply<String>> {
        if let Some(plain) = self.small() {
            return plain.line(put, before);
        }
        match self.fit(put, &[])? {
            Ok(fitted) => self.words(&fitted.put, before, false),
            Err(wish) => Ok(Reply::Wish(wish)),
        }
    }

    fn text(&mut self, put: &Put, before: &str) -> io::Result<Reply<String>> {
        if let Some(plain) = self.small() {
            return plain.text(put, before);
        }
        match self.fit(put, &[])? {
            Ok(fitted) => self.words(&fitted.put, before, true),
            Err(wish) => Ok(Reply::Wish(wish)),
        }
    }

    fn pick(&mut self, put: &Put, options: &[Choice], before: Option<usize>) -> io::Result<Reply<usize>> {
        self.typing.drop_ahead()?;
        if let Some(plain) = self.small() {
            return plain.pick(put, options, before);
        }
        let fitted = match self.fit(put, options)? {
            Ok(fitted) => fitted,
            Err(wish) => return Ok(Reply::Wish(wish)),
        };
        let earlier = before.filter(|&row| row < options.len());
        let default = earlier.filter(|_| !put.must_move);
        let shown = self.with_earlier(&fitted.put, options, earlier);
        let foot = &Arc::clone(&self.phrases).foot_pick;
        loop {
            match self.pick_row(&shown, &fitted.options, default, foot)? {
                Row::Given(row) => return Ok(Reply::Given(row)),
                Row::Wish(wish) => return Ok(Reply::Wish(wish)),
                Row::Again => {}
                Row::Resized => return self.pick(put, options, before),
            }
        }
    }

    fn tick(&mut self, put: &Put, options: &[Choice], before: &[bool]) -> io::Result<Reply<Vec<bool>>> {
        self.typing.drop_ahead()?;
        if let Some(plain) = self.small() {
            return plain.tick(put, options, before);
        }
        let fitted = match self.fit(put, options)? {
            Ok(fitted) => fitted,
            Err(wish) => return Ok(Reply::Wish(wish)),
        };
        let draft = self.drafts.take_ticks(put, before);
        let mut ticks = draft.unwrap_or_else(|| before.to_vec());
        ticks.resize(options.len(), false);
        loop {
            match self.ticks(&fitted.put, &fitted.options, &mut ticks)? {
                Row::Given(given) => return Ok(Reply::Given(given)),
                Row::Wish(wish) => {
                    self.drafts.keep_ticks(put, before, ticks);
                    return Ok(Reply::Wish(wish));
                }
                Row::Again => {}
                Row::Resized => {
                    self.drafts.keep_ticks(put, before, ticks);
                    return self.tick(put, options, before);
                }
            }
        }
    }

    fn order(&mut self, put: &Put, items: &[Choice]) -> io::Result<Reply<Vec<usize>>> {
        if items.len() < 2 {
            return Ok(Reply::Given((0..items.len()).collect()));
        }
        self.typing.drop_ahead()?;
        loop {
            if let Some(plain) = self.small() {
                return plain.order(put, items);
            }
            let phrases = Arc::clone(&self.phrases);
            let now: Vec<String> = page::labels(items, None)
                .iter()
                .enumerate()
                .map(|(at, label)| format!("{}. {label}", at + 1))
                .collect();
            let why = format!("{}\n{}", put.why, now.join("\n"));
            let whether = Put {
                why: why.trim_start().to_owned(),
                ..put.clone()
            };
            let options = [Choice::new(&phrases.order_keep), Choice::new(&phrases.order_change)];
            let default = (!put.must_move).then_some(0);
            let order = match self.pick_row(&whether, &options, default, &phrases.foot_pick)? {
                Row::Given(0) => Row::Given((0..items.len()).collect()),
                Row::Given(_) => self.sort(put, items)?,
                Row::Wish(wish) => Row::Wish(wish),
                Row::Again | Row::Resized => Row::Again,
            };
            match order {
                Row::Given(order) => return Ok(Reply::Given(order)),
                Row::Wish(wish) => return Ok(Reply::Wish(wish)),
                Row::Again => {}
                Row::Resized => return self.plain.order(put, items),
            }
        }
    }

    fn secret(&mut self, put: &Put) -> io::Result<Reply<SecretString>> {
        self.typing.drop_ahead()?;
        if let Some(plain) = self.small() {
            return plain.secret(put);
        }
        match self.fit(put, &[])? {
            Ok(Fitted { put, .. }) => {
                let how = Arc::clone(&self.phrases);
                self.screen.head(&put, &[], &how.secret_how, 0)?;
                self.plain.ask_secret(&put)
            }
            Err(wish) => Ok(Reply::Wish(wish)),
        }
    }

    fn pause(&mut self, put: &Put) -> io::Result<Reply<()>> {
        if let Some(plain) = self.small() {
            return plain.pause(put);
        }
        // No foot here: a neutral screen says nothing of its own.
        self.leaf(put).map(Reply::from)
    }

    fn hide(&mut self) -> io::Result<()> {
        self.screen.clear(true)
    }
}
