//! In a terminal: lists one moves through, lines one edits. Long words are printed above, what stands at the cursor
//! stays short. Where the window is too small the same question is asked by the plain back end.

use std::io::{self, Stderr, StdinLock};
use std::sync::Arc;

use console::Term;
use secrecy::SecretString;

use super::apart::Fitted;
use super::choose::is_big_enough;
use super::drafts::Drafts;
use super::list::{Drawn, List, Look, MARK};
use super::page::{self, Heard};
use super::phrases::fill;
use super::screen::{COLUMNS, ROWS, Screen};
use super::typing::{Typed, Typing};
use super::{Asker, Choice, Menu, Phrases, Plain, Put, Reply, Said, Tone, Wish, leaving};
use crate::text;

/// What dialoguer puts behind the head of a list that has pages: " [Page 10/10] ".
const PAGES: usize = 16;

/// Asks in a terminal.
pub struct Rich {
    pub(super) phrases: Arc<Phrases>,
    pub(super) screen: Screen,
    look: Look,
    pub(super) typing: Typing,
    plain: Plain<StdinLock<'static>, Stderr>,
    drafts: Drafts,
}

/// A list as it came back, with the menu behind its last row already asked.
pub(super) enum Row<V> {
    Given(V),
    Wish(Wish),
    /// The menu was closed again: the question is asked once more.
    Again,
    Broken,
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
            look: Look::new(colour),
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

    /// The rows of a list as dialoguer takes them. It counts bytes for columns, so they are cut by bytes.
    pub(super) fn cut(&self, options: &[Choice], last: Option<&str>) -> Vec<String> {
        let room = self.screen.size().1.saturating_sub(MARK);
        page::labels(options, last)
            .iter()
            .map(|label| text::cut_bytes(label, room))
            .collect()
    }

    pub(super) fn list<V>(
        &self,
        put: &Put,
        rows: &[String],
        used: usize,
        ask: impl FnOnce(&List) -> io::Result<V>,
    ) -> io::Result<V> {
        let (height, columns) = self.screen.size();
        let below = height.saturating_sub(2);
        let room = below.saturating_sub(used).max(ROWS).min(below).max(1);
        let prompt = text::clean::line(page::prompt(put, &self.phrases));
        let prompt = text::cut_bytes(&prompt, columns.saturating_sub(PAGES));
        ask(&List {
            look: &self.look,
            prompt: &prompt,
            rows,
            room,
        })
    }

    /// The list behind "something else"; `None` goes back to the question, by Esc or a window grown too small.
    fn menu(&self) -> io::Result<Option<Wish>> {
        let phrases = Arc::clone(&self.phrases);
        let put = Put::new("", &phrases.else_ask, &phrases.else_prompt);
        let options = phrases.menu.rows();
        let (height, columns) = self.screen.size();
        // Explanations that would push themselves off the screen help nobody.
        let notes = page::notes(&options, columns, columns.min(COLUMNS)).len();
        let explained = if notes + options.len() + 6 <= height {
            options.as_slice()
        } else {
            &[]
        };
        let used = self.screen.head(&put, explained, "", options.len())?;
        let rows = self.cut(&options, None);
        Ok(match self.list(&put, &rows, used, |list| list.pick(Some(0)))? {
            Drawn::Given(row) => Menu::ORDER.get(row).copied(),
            Drawn::End => Some(Wish::Leave),
            Drawn::Away | Drawn::Broken => None,
        })
    }

    /// One list to pick from, with "something else" at its end and the menu behind that.
    pub(super) fn row(
        &self,
        put: &Put,
        options: &[Choice],
        default: Option<usize>,
        foot: &str,
    ) -> io::Result<Row<usize>> {
        let used = self.screen.head(put, options, foot, options.len() + 1)?;
        let rows = self.cut(options, Some(&self.phrases.else_row));
        Ok(match self.list(put, &rows, used, |list| list.pick(default))? {
            Drawn::Given(row) if row < options.len() => {
                self.answered(put, &page::labels(&options[row..=row], None).concat())?;
                Row::Given(row)
            }
            Drawn::Given(_) => self.behind_last()?,
            Drawn::Away => Row::Wish(Wish::Back),
            Drawn::End => Row::Wish(Wish::Leave),
            Drawn::Broken => Row::Broken,
        })
    }

    pub(super) fn behind_last<V>(&self) -> io::Result<Row<V>> {
        Ok(self.menu()?.map_or(Row::Again, Row::Wish))
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

    /// The list is gone from the screen; one line says what it came to.
    pub(super) fn answered(&self, put: &Put, words: &str) -> io::Result<()> {
        let prompt = text::clean::line(page::prompt(put, &self.phrases));
        self.screen
            .print(&format!("{}{words}", page::cursor(&prompt)), Tone::Plain)
            .map(drop)
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
            let typed = match self.typing.read(&cursor, &text::clean::lines(&initial))? {
                Typed::Text(typed) => typed,
                Typed::Away(typed) => {
                    self.drafts.keep(put, before, &typed);
                    return Ok(Reply::Wish(Wish::Back));
                }
                Typed::End => return Ok(Reply::Wish(Wish::Leave)),
            };
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
        let phrases = Arc::clone(&self.phrases);
        let used = self.screen.head(put, items, &phrases.foot_order, items.len())?;
        let rows = self.cut(items, None);
        Ok(match self.list(put, &rows, used, |list| list.order())? {
            Drawn::Given(order) => Row::Given(order),
            Drawn::Away => Row::Again,
            Drawn::End => Row::Wish(Wish::Leave),
            Drawn::Broken => Row::Broken,
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
        let Fitted { put, options } = &match self.fit(put, options)? {
            Ok(fitted) => fitted,
            Err(wish) => return Ok(Reply::Wish(wish)),
        };
        let before = before.filter(|&row| row < options.len());
        let default = before.filter(|_| !put.must_move);
        let shown = self.with_earlier(put, options, before);
        loop {
            if let Some(plain) = self.small() {
                return plain.pick(put, options, before);
            }
            let phrases = Arc::clone(&self.phrases);
            match self.row(&shown, options, default, &phrases.foot_pick)? {
                Row::Given(row) => return Ok(Reply::Given(row)),
                Row::Wish(wish) => return Ok(Reply::Wish(wish)),
                Row::Again => {}
                Row::Broken => return self.plain.pick(put, options, before),
            }
        }
    }

    fn tick(&mut self, put: &Put, options: &[Choice], before: &[bool]) -> io::Result<Reply<Vec<bool>>> {
        self.typing.drop_ahead()?;
        if let Some(plain) = self.small() {
            return plain.tick(put, options, before);
        }
        let Fitted { put, options } = &match self.fit(put, options)? {
            Ok(fitted) => fitted,
            Err(wish) => return Ok(Reply::Wish(wish)),
        };
        let draft = self.drafts.take_ticks(put, before);
        let mut ticks = draft.unwrap_or_else(|| before.to_vec());
        ticks.resize(options.len(), false);
        loop {
            if let Some(plain) = self.small() {
                return plain.tick(put, options, &ticks);
            }
            match self.ticks(put, options, &mut ticks)? {
                Row::Given(given) => return Ok(Reply::Given(given)),
                Row::Wish(wish) => {
                    self.drafts.keep_ticks(put, before, ticks);
                    return Ok(Reply::Wish(wish));
                }
                Row::Again => {}
                Row::Broken => return self.plain.tick(put, options, &ticks),
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
            let order = match self.row(&whether, &options, default, &phrases.foot_pick)? {
                Row::Given(0) => Row::Given((0..items.len()).collect()),
                Row::Given(_) => self.sort(put, items)?,
                Row::Wish(wish) => Row::Wish(wish),
                Row::Again => Row::Again,
                Row::Broken => Row::Broken,
            };
            match order {
                Row::Given(order) => return Ok(Reply::Given(order)),
                Row::Wish(wish) => return Ok(Reply::Wish(wish)),
                Row::Again => {}
                Row::Broken => return self.plain.order(put, items),
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
