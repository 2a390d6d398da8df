//! One line at a time: no redraw, no escape sequence, no colour. For screen readers, pipes and terminals that are
//! dumb or tiny. Not a second code path of the visit: the same questions come through the same port.

use std::io::{self, BufRead, Write};
use std::sync::Arc;

use secrecy::SecretString;

use super::drafts::Drafts;
use super::numbered::{Listing, Numbers};
use super::page::{self, Heard};
use super::phrases::fill;
use super::{Asker, Choice, Phrases, Put, Reply, Said, Wish, leaving, typing};
use crate::text;

/// The widest line that is printed, in columns.
const COLUMNS: usize = 80;

/// The longest earlier answer that is said again at the cursor, in columns.
const SHORT: usize = 40;

/// Asks by printing lines to `out` and reading lines from `input`.
pub struct Plain<R, W> {
    pub(super) input: R,
    pub(super) out: W,
    pub(super) phrases: Arc<Phrases>,
    pub(super) columns: usize,
    pub(super) echoes: bool,
    drafts: Drafts,
    /// A line that came where only Enter was waited for: it answers the next question.
    early: Option<String>,
}

/// What one line from the person came to.
pub(super) enum Line {
    Answer(String),
    Wish(Wish),
    Nothing,
}

impl<R: BufRead, W: Write> Plain<R, W> {
    /// A plain back end over any two streams.
    pub fn new(input: R, out: W, phrases: Arc<Phrases>) -> Self {
        Self {
            input,
            out,
            phrases,
            columns: COLUMNS,
            echoes: false,
            drafts: Drafts::default(),
            early: None,
        }
    }

    /// For an input that shows what is typed, line ends included, as a terminal does. From any other the line at the
    /// cursor is ended here, so that a record of the conversation reads well.
    pub fn echoing(mut self, echoes: bool) -> Self {
        self.echoes = echoes;
        self
    }

    /// The same with lines of at most `columns`, for a window narrower than usual.
    pub(super) fn narrow(&mut self, columns: usize) {
        self.columns = columns.clamp(10, COLUMNS);
    }

    pub(super) fn print(&mut self, words: &str) -> io::Result<()> {
        for row in page::lines(words, self.columns) {
            writeln!(self.out, "{row}")?;
        }
        Ok(())
    }

    pub(super) fn print_part(&mut self, words: &str) -> io::Result<()> {
        if words.trim().is_empty() {
            Ok(())
        } else {
            self.print(words)
        }
    }

    pub(super) fn head(&mut self, put: &Put) -> io::Result<()> {
        if put.fresh {
            writeln!(self.out)?;
        }
        for said in &put.above {
            self.print_part(&said.text)?;
        }
        self.print_part(&put.place)?;
        self.print_part(&put.ask)?;
        self.print_part(&put.why)
    }

    /// Puts the cursor line and reads one line as it was typed, without its end; `None` at the end of input.
    /// A line that the end of input cut off was not finished and is no answer.
    pub(super) fn hear_raw(&mut self, cursor: &str) -> io::Result<Option<String>> {
        write!(self.out, "{cursor}")?;
        self.out.flush()?;
        if let Some(line) = self.early.take() {
            writeln!(self.out)?;
            return Ok(Some(line));
        }
        let mut bytes = Vec::new();
        match self.input.read_until(b'\n', &mut bytes) {
            Err(error) if !typing::is_hang_up(&error) => return Err(error),
            _ => {}
        }
        if bytes.pop() != Some(b'\n') {
            leaving::settle();
            writeln!(self.out)?;
            return Ok(None);
        }
        if !self.echoes {
            writeln!(self.out)?;
        }
        Ok(Some(String::from_utf8_lossy(&bytes).trim_end_matches('\r').to_owned()))
    }

    pub(super) fn hear(&mut self, put: &Put, keeps: Option<&str>) -> io::Result<Line> {
        let prompt = page::prompt(put, &self.phrases);
        let cursor = match keeps {
            Some(words) => page::cursor(&format!("{prompt} ({words})")),
            None => page::cursor(prompt),
        };
        Ok(match self.hear_raw(&cursor)? {
            None => Line::Wish(Wish::Leave),
            Some(typed) => match page::heard_line(&self.phrases, &typed) {
                Heard::Answer(answer) => Line::Answer(answer),
                Heard::Wish(wish) => Line::Wish(wish),
                Heard::Nothing => Line::Nothing,
            },
        })
    }

    /// Says an earlier answer that the cursor line will not say, and gives what Enter alone keeps in words.
    fn keeps(&mut self, put: &Put, before: &str) -> io::Result<Option<String>> {
        let phrases = Arc::clone(&self.phrases);
        if before.is_empty() {
            return Ok(None);
        }
        let short = text::width(before) <= SHORT && !before.contains('\n');
        if put.must_move || !short {
            let gap = if before.contains('\n') { "\n" } else { "" };
            self.print(&fill(&phrases.earlier, format!("{gap}{before}")))?;
        }
        Ok(match (put.must_move, short) {
            (true, _) => None,
            (false, true) => Some(fill(&phrases.enter_keeps, before)),
            (false, false) => Some(phrases.enter_keeps_it.clone()),
        })
    }

    /// Reads lines up to an empty one. A sign counts on every line; what stood before it is kept as a draft.
    fn hear_lines(&mut self, put: &Put, keeps: Option<&str>, before: &str) -> io::Result<Line> {
        let mut lines: Vec<String> = match self.drafts.take(put, before) {
            Some(draft) => {
                self.print(&draft)?;
                draft.lines().map(str::to_owned).collect()
            }
            None => match self.hear_first(put, keeps)? {
                Ok(first) => vec![first],
                Err(other) => return Ok(other),
            },
        };
        loop {
            let Some(typed) = self.hear_raw("")? else {
                self.drafts.keep(put, before, &lines.join("\n"));
                return Ok(Line::Wish(Wish::Leave));
            };
            if let Some(wish) = self.phrases.signs.read(&typed) {
                self.drafts.keep(put, before, &lines.join("\n"));
                return Ok(Line::Wish(wish));
            }
            if typed.trim().is_empty() {
                break;
            }
            lines.push(typed);
        }
        // The signs were read line by line: a space in front keeps the whole from being read as one again.
        Ok(
            match page::heard_lines(&self.phrases, &format!(" {}", lines.join("\n"))) {
                Heard::Answer(answer) => Line::Answer(answer),
                Heard::Wish(wish) => Line::Wish(wish),
                Heard::Nothing => Line::Nothing,
            },
        )
    }

    /// The first line of a longer text, or what was meant instead of one.
    fn hear_first(&mut self, put: &Put, keeps: Option<&str>) -> io::Result<Result<String, Line>> {
        Ok(match self.hear(put, keeps)? {
            Line::Answer(first) => Ok(first),
            other => Err(other),
        })
    }

    fn words(&mut self, put: &Put, before: &str, long: bool) -> io::Result<Reply<String>> {
        let phrases = Arc::clone(&self.phrases);
        let before = text::clean::lines(before).trim().to_owned();
        self.head(put)?;
        self.print(if long { &phrases.plain_text } else { &phrases.plain_line })?;
        let (mut keeps, mut stands) = (self.keeps(put, &before)?, before.clone());
        let mut ahead = if put.unseen {
            self.drop_unseen()?;
            String::new()
        } else {
            self.typed_ahead()?
        };
        loop {
            if !ahead.trim().is_empty() {
                let (words, wish) = phrases.signs.at_the_end(&ahead);
                if let Some(wish) = wish {
                    return Ok(Reply::Wish(wish));
                }
                stands = if long {
                    text::clean::lines(words)
                } else {
                    text::line(words)
                };
                self.print(&fill(&phrases.earlier, &stands))?;
                self.print(&phrases.typed_ahead)?;
                keeps = Some(phrases.enter_keeps_it.clone());
            }
            let line = if long {
                self.hear_lines(put, keeps.as_deref(), &before)?
            } else {
                self.hear(put, keeps.as_deref())?
            };
            ahead = match line {
                Line::Answer(answer) if long => return Ok(Reply::Given(answer)),
                Line::Answer(answer) => match self.rest_of_paste()? {
                    rest if rest.trim().is_empty() => return Ok(Reply::Given(answer)),
                    rest => format!("{answer}\n{rest}"),
                },
                Line::Wish(wish) => return Ok(Reply::Wish(wish)),
                Line::Nothing if keeps.is_some() => return Ok(Reply::Given(stands)),
                Line::Nothing => {
                    self.print(&phrases.nothing_typed)?;
                    String::new()
                }
            };
        }
    }
}

impl<R: BufRead, W: Write> Asker for Plain<R, W> {
    fn by_ear(&self) -> bool {
        true
    }

    fn scrolls(&self) -> bool {
        true
    }

    fn say(&mut self, said: &Said) -> io::Result<()> {
        if said.fresh {
            writeln!(self.out)?;
        }
        self.print(&said.text)
    }

    fn line(&mut self, put: &Put, before: &str) -> io::Result<Reply<String>> {
        self.words(put, before, false)
    }

    fn text(&mut self, put: &Put, before: &str) -> io::Result<Reply<String>> {
        self.words(put, before, true)
    }

    fn pick(&mut self, put: &Put, options: &[Choice], before: Option<usize>) -> io::Result<Reply<usize>> {
        self.head(put)?;
        let phrases = Arc::clone(&self.phrases);
        let kept = before.and_then(|row| {
            let label = text::clean::line(&options.get(row)?.label);
            Some((row, format!("{}, {label}", row + 1)))
        });
        let keeps = match &kept {
            Some((_, words)) => self.keeps(put, words)?,
            None => None,
        };
        let list = Listing {
            options,
            how: &phrases.plain_pick,
            keeps,
            zero: false,
            own_none: false,
            many: false,
        };
        Ok(match (self.number(put, &list)?, kept) {
            (Numbers::Wish(wish), _) => Reply::Wish(wish),
            (Numbers::Kept, Some((row, _))) => Reply::Given(row),
            (Numbers::Rows(rows), _) if rows.len() == 1 => Reply::Given(rows[0]),
            // `number` gives none of these for a list like this one.
            _ => return Err(io::Error::other("a list gave no row")),
        })
    }

    fn tick(&mut self, put: &Put, options: &[Choice], before: &[bool]) -> io::Result<Reply<Vec<bool>>> {
        self.head(put)?;
        let phrases = Arc::clone(&self.phrases);
        let ticked = |rows: &[usize]| (0..options.len()).map(|row| rows.contains(&row)).collect::<Vec<bool>>();
        let kept: Vec<usize> = (0..options.len())
            .filter(|&row| before.get(row) == Some(&true))
            .collect();
        let spoken: Vec<String> = kept.iter().map(|row| (row + 1).to_string()).collect();
        let keeps = self.keeps(put, &spoken.join(", "))?;
        let list = Listing {
            options,
            how: &phrases.plain_tick,
            keeps,
            zero: true,
            own_none: put.own_none,
            many: true,
        };
        Ok(match self.number(put, &list)? {
            Numbers::Wish(wish) => Reply::Wish(wish),
            Numbers::Kept => Reply::Given(ticked(&kept)),
            Numbers::None => Reply::Given(ticked(&[])),
            Numbers::Rows(rows) => Reply::Given(ticked(&rows)),
        })
    }

    fn order(&mut self, put: &Put, items: &[Choice]) -> io::Result<Reply<Vec<usize>>> {
        if items.len() < 2 {
            return Ok(Reply::Given((0..items.len()).collect()));
        }
        self.head(put)?;
        let phrases = Arc::clone(&self.phrases);
        let keeps = (!put.must_move).then(|| phrases.enter_keeps_order.clone());
        let list = Listing {
            options: items,
            how: &phrases.plain_order,
            keeps,
            zero: false,
            own_none: false,
            many: true,
        };
        Ok(match self.number(put, &list)? {
            Numbers::Wish(wish) => Reply::Wish(wish),
            Numbers::Rows(rows) => {
                // The rows that were named come first, the others follow as they stood.
                let others = (0..items.len()).filter(|row| !rows.contains(row));
                Reply::Given(rows.iter().copied().chain(others).collect())
            }
            Numbers::Kept | Numbers::None => Reply::Given((0..items.len()).collect()),
        })
    }

    fn secret(&mut self, put: &Put) -> io::Result<Reply<SecretString>> {
        self.head(put)?;
        self.print(&Arc::clone(&self.phrases).secret_how)?;
        self.ask_secret(put)
    }

    fn pause(&mut self, put: &Put) -> io::Result<Reply<()>> {
        self.head(put)?;
        let own = (!put.prompt.trim().is_empty()).then(|| put.prompt.clone());
        let cursor = page::cursor(&own.unwrap_or_else(|| self.phrases.enter_goes_on.clone()));
        self.drop_unseen()?;
        loop {
            let Some(typed) = self.hear_raw(&cursor)? else {
                return Ok(Reply::Wish(Wish::Leave));
            };
            if let Some(wish) = self.phrases.signs.read(&typed) {
                return Ok(Reply::Wish(wish));
            }
            if typed.trim().is_empty() {
                return Ok(Reply::Given(()));
            }
            if !self.echoes {
                // It was meant for the question behind this page.
                self.early = Some(typed);
                return Ok(Reply::Given(()));
            }
            self.print(&Arc::clone(&self.phrases).page_keys)?;
        }
    }

    fn hide(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
#[path = "plain_tests.rs"]
mod tests;
