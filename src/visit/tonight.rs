//! What ten minutes end in: the page for tonight on one screen, and what can be done with it (design#lengths).

use crate::app::publish::rendered::{self, RenderedSheet};
use crate::app::publish::{print_log, unused_path};
use crate::plan::{Answer, Computer, Length, Plan};
use crate::prompt::{Choice, Message, Prompt};
use crate::session::{Destination, Session, Stop};
use crate::sheets::{self, Page, SheetKind};
use crate::words::{PagesTonightRowsWords, display_path, fill_placeholders};

use super::{PrintSetup, pages};

/// What the file is called: it says nothing to whoever else can open this computer.
const NAME: &str = "page";

/// What can be done with the page.
#[derive(Clone, Copy, PartialEq)]
enum Row {
    Enough,
    Whole,
    Keep,
    GoOn,
}

impl Row {
    /// In the order in which they are offered. Where others can open this computer, what leaves nothing on it is first.
    fn all(shared: bool) -> [Row; 4] {
        match shared {
            false => [Row::Enough, Row::Whole, Row::Keep, Row::GoOn],
            true => [Row::Whole, Row::Keep, Row::Enough, Row::GoOn],
        }
    }

    fn label(self, rows: &PagesTonightRowsWords) -> &str {
        match self {
            Row::Enough => rows.enough,
            Row::Whole => rows.whole,
            Row::Keep => rows.keep,
            Row::GoOn => rows.go_on,
        }
    }
}

/// How the page is kept, in the order in which that is offered.
#[derive(Clone, Copy, PartialEq)]
enum Keep {
    Paper,
    Phone,
    File,
}

const KEEPS: [Keep; 3] = [Keep::Paper, Keep::Phone, Keep::File];

/// Shows the page and asks what to do with it, until that is enough for tonight. True if the visit goes on with the
/// plan.
pub(super) fn end_of_ten_minutes(plan: &mut Plan, session: &mut Session, print: &PrintSetup) -> Result<bool, Stop> {
    let words = session.words;
    let Ok(page) = sheets::compose(SheetKind::Tonight, None, plan, words, session.today) else {
        return Ok(false);
    };
    let own = &words.pages.tonight;
    let shared = !plan.visit.computer.is(&Computer::OnlyMe);
    let rows = Row::all(shared);
    let labels = rows.map(|row| Choice::new(row.label(&own.rows)));
    let asked = Prompt {
        fresh: true,
        no_default: shared,
        discard_typeahead: true,
        ..Prompt::new("tonight", own.ask, own.prompt)
    };
    let whole = with_whole_page(&page, &asked, own.tomorrow);
    let mut read = false;
    loop {
        let prompt = match shown_at_once(&page, &whole, &labels, plan, session) {
            // Line by line, what was read is not read again.
            Some(shown) if !read || session.reads_back() => shown,
            None if !read => whole.clone(),
            _ => asked.clone(),
        };
        read = true;
        let Some(at) = session.pick(plan, prompt, &labels, (!shared).then_some(0))?.given() else {
            return Ok(false);
        };
        match rows[at] {
            Row::Enough => return Err(Stop::Go(Destination::Leave)),
            Row::Whole => show_alone(&page, plan, session)?,
            Row::Keep => keep(plan, session, print)?,
            Row::GoOn => {
                plan.visit.length = Answer::Given(Length::ThePlan);
                session.save(plan)?;
                return Ok(true);
            }
        }
    }
}

/// The question below all of the page, with what to say tomorrow.
fn with_whole_page(page: &Page, asked: &Prompt, tomorrow: &str) -> Prompt {
    Prompt {
        above: on_screen(page),
        why: tomorrow.into(),
        ..asked.clone()
    }
}

/// The question with as much of the page as one screen holds: all of it, or what is to do this very night, with what they
/// love about the person; the rest can wait, and is a row away. `None` where not even that fits.
fn shown_at_once(page: &Page, whole: &Prompt, rows: &[Choice], plan: &Plan, session: &Session) -> Option<Prompt> {
    let own = &session.words.pages.tonight;
    let paragraphs = &whole.above[1..];
    let waits = |said: &&Message| [own.places, own.week].iter().any(|title| said.text.starts_with(title));
    let night = paragraphs.iter().take_while(|said| !waits(said));
    let night = night.map(|said| Message::plain(said.text.trim_start_matches(own.until).trim_start()));
    let night: Vec<Message> = night.collect();
    let love = paragraphs.last().filter(|_| !plan.person.love.words().is_empty());
    let short = |last: Option<&Message>, why: &str| Prompt {
        place: page.title.clone(),
        above: night.iter().chain(last).cloned().collect(),
        why: why.into(),
        ..whole.clone()
    };
    let candidates = [
        whole.clone(),
        short(love, own.tomorrow),
        short(love, ""),
        short(None, ""),
    ];
    candidates.into_iter().find(|prompt| session.fits(prompt, rows, plan))
}

/// The page as it is on a screen, a paragraph a message.
fn on_screen(page: &Page) -> Vec<Message> {
    let said = sheets::on_screen(page);
    let paragraphs = said.split("\n\n").map(Message::plain);
    std::iter::once(Message::title(&page.title)).chain(paragraphs).collect()
}

/// The page alone: to be read whole, or for a photo.
fn show_alone(page: &Page, plan: &Plan, session: &mut Session) -> Result<(), Stop> {
    let own = &session.words.pages.tonight;
    let prompt = Prompt {
        above: on_screen(page),
        fresh: true,
        ..Prompt::new("photo", "", own.photo_now)
    };
    session.pause(plan, prompt).map(drop)
}

/// Asks how the page is to be kept, and keeps it so.
fn keep(plan: &mut Plan, session: &mut Session, print: &PrintSetup) -> Result<(), Stop> {
    let own = &session.words.pages.tonight;
    let rows = [
        own.rows.paper,
        own.rows.phone,
        own.rows.file,
        session.words.ask.menu.back.label,
    ];
    let row = session.choose("tonight.keep", own.keep_ask, &rows, None, plan)?.given();
    match row.and_then(|row| KEEPS.get(row)) {
        Some(how) => save(*how, plan, session, print),
        None => Ok(()),
    }
}

/// Saves the page beside the plan, never over another file, and says where it is. For paper it is a PDF, where a
/// browser makes one.
fn save(how: Keep, plan: &mut Plan, session: &mut Session, print: &PrintSetup) -> Result<(), Stop> {
    if !pages::is_safe(plan, session)? {
        return Ok(());
    }
    let words = session.words;
    let Ok(page) = sheets::compose(SheetKind::Tonight, None, plan, words, session.today) else {
        return Ok(());
    };
    let html = sheets::html(&page);
    let pdf = (how == Keep::Paper)
        .then(|| sheets::pdf(&html, &print.folder, print.browser.as_deref()).ok())
        .flatten();
    let own = &words.pages.tonight;
    let (said, ending, content) = match pdf {
        Some(pdf) => (own.paper_saved, "pdf", pdf),
        None if how == Keep::Phone => (own.phone_saved, "html", html.into_bytes()),
        None => (words.home.page_saved, "html", html.into_bytes()),
    };
    let made = [RenderedSheet {
        kind: SheetKind::Tonight,
        reader: None,
        page,
        path: unused_path(&print.folder, NAME, ending),
        content,
    }];
    if let Err(error) = rendered::write_all(&made, false) {
        let why = words.error(&error, "steadfast");
        session.notice(fill_placeholders(words.home.page_failed, &[("why", &why)]));
        return Ok(());
    }
    print_log::add_record(made[0].print_record(session.today), plan);
    session.save(plan)?;
    session.notice(fill_placeholders(said, &[("path", &display_path(&made[0].path))]));
    if !plan.visit.computer.is(&Computer::OnlyMe) {
        session.notice(own.remove);
    }
    Ok(())
}

#[cfg(test)]
#[path = "tonight_tests.rs"]
mod tests;
