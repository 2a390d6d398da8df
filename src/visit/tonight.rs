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
    let candidates = [whole.clone(), short(love, own.tomorrow), short(love, ""), short(None, "")];
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
    let rows = [own.rows.paper, own.rows.phone, own.rows.file, session.words.ask.menu.back.label];
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
mod tests {
    use std::path::PathBuf;

    use chrono::NaiveDate;

    use super::*;
    use crate::plan::{Harm, Text};
    use crate::prompt::{Action, PromptSeen, Prompter, Scripted, ScriptedReply};
    use crate::words::Words;

    /// No computer has this browser.
    const NONE: &str = "/nowhere/at/all";

    /// A row that is picked, and where it asks how, that.
    type Step = (Row, Option<Keep>);

    const ENOUGH: Step = (Row::Enough, None);
    const WHOLE: Step = (Row::Whole, None);

    fn kept(how: Keep) -> Step {
        (Row::Keep, Some(how))
    }

    /// How it ended: the result, the plan, the names in the folder, and what was asked and said.
    struct Ended {
        result: Result<bool, Stop>,
        plan: Plan,
        names: Vec<String>,
        page: String,
        seen: Vec<PromptSeen>,
    }

    /// The end of ten minutes on a computer that these can open, with these rows picked and pages read.
    fn ended(computer: Computer, steps: &[Step], alter: impl FnOnce(&mut Plan)) -> Ended {
        ended_with(NONE.into(), computer, steps, alter)
    }

    /// The same where this makes a PDF.
    fn ended_with(browser: PathBuf, computer: Computer, steps: &[Step], alter: impl FnOnce(&mut Plan)) -> Ended {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan {
            country: "us".into(),
            ..Plan::default()
        };
        plan.person.love = Answer::Given(Text::new("She sings."));
        plan.visit.computer = Answer::Given(computer);
        plan.visit.length = Answer::Given(Length::TenMinutes);
        alter(&mut plan);
        let shared = !plan.visit.computer.is(&Computer::OnlyMe);
        let mut replies = Vec::new();
        for (row, how) in steps {
            let at = Row::all(shared).iter().position(|known| known == row).unwrap();
            replies.push(("tonight", ScriptedReply::Pick(at)));
            if *row == Row::Whole {
                replies.push(("photo", ScriptedReply::Enter));
            }
            let how = how.and_then(|how| KEEPS.iter().position(|known| *known == how));
            replies.extend(how.map(|at| ("tonight.keep", ScriptedReply::Pick(at))));
        }
        let folder = tempfile::tempdir().unwrap();
        let mut prompter = Scripted::answering(replies);
        let mut keep = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut session = Session::new(&mut prompter, &words, today, &mut keep);
        let print = PrintSetup {
            folder: folder.path().into(),
            browser: Some(browser),
        };
        let result = end_of_ten_minutes(&mut plan, &mut session, &print);
        assert_eq!(prompter.unused(), 0);
        let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(Result::unwrap).collect();
        let page = files.first().map(|file| std::fs::read_to_string(file.path()).unwrap());
        Ended {
            result,
            plan,
            names: files
                .iter()
                .map(|file| file.file_name().into_string().unwrap())
                .collect(),
            page: page.unwrap_or_default(),
            seen: prompter.transcript().to_vec(),
        }
    }

    fn left(ended: &Ended) -> bool {
        matches!(ended.result, Err(Stop::Go(Destination::Leave)))
    }

    fn shown(ended: &Ended) -> String {
        ended.seen.iter().map(|seen| seen.reads.as_str()).collect()
    }

    #[test]
    fn enough_for_tonight_leaves_and_keeps_no_file() {
        let ended = ended(Computer::OnlyMe, &[ENOUGH], |_| {});
        assert!(left(&ended) && ended.names.is_empty());
        assert_eq!(
            ended.seen.last().unwrap().before,
            "0",
            "Enter alone is enough for tonight"
        );
        assert!(shown(&ended).contains("She sings."), "the page was shown");
    }

    #[test]
    fn the_page_is_kept_printed_and_made_for_a_phone_in_a_file_with_a_neutral_name() {
        for (row, said_of_it) in [
            (Keep::File, "To print it, open it in a browser"),
            (Keep::Paper, "To print it, open it in a browser"),
            (Keep::Phone, "at the code"),
        ] {
            let ended = ended(Computer::OnlyMe, &[kept(row), ENOUGH], |_| {});
            assert_eq!(ended.names, ["page.html"]);
            assert!(ended.page.contains("She sings.") && ended.page.contains("<figure class=\"code\">"));
            assert_eq!(ended.plan.printed[0].sheet, "tonight");
            assert!(shown(&ended).contains(said_of_it), "{}", shown(&ended));
            assert!(!shown(&ended).contains("Someone else can get into"));
        }
    }

    #[cfg(unix)]
    #[test]
    fn for_paper_it_is_a_pdf_where_a_browser_makes_one() {
        let tools = tempfile::tempdir().unwrap();
        let browser = crate::visit::on_paper::tests::browser(tools.path());
        let ended = ended_with(browser, Computer::OnlyMe, &[kept(Keep::Paper), ENOUGH], |_| {});
        assert_eq!(ended.names, ["page.pdf"]);
        assert!(ended.page.starts_with("%PDF") && shown(&ended).contains("ready to print"));
    }

    #[test]
    fn for_a_photo_the_page_is_alone_on_the_screen_and_no_file_is_made() {
        let ended = ended(Computer::OthersNotThem, &[WHOLE, ENOUGH], |_| {});
        assert!(left(&ended) && ended.names.is_empty());
        let at = ended.seen.iter().position(|seen| seen.id == "photo").unwrap();
        assert!(ended.seen[at].reads.contains("She sings."), "{}", ended.seen[at].reads);
    }

    #[test]
    fn where_others_can_open_the_computer_enter_alone_keeps_nothing_and_a_photo_or_paper_come_first() {
        for computer in [Computer::OthersNotThem, Computer::They] {
            let ended = ended(computer, &[kept(Keep::Paper), ENOUGH], |_| {});
            let asked = ended.seen.iter().filter(|seen| seen.id == "tonight");
            for seen in asked {
                assert_eq!(seen.before, "", "no default");
                assert!(seen.options[0].contains("photo") && seen.options[1].contains("Print"));
            }
            assert!(shown(&ended).contains("Someone else can get into this computer."));
        }
        let ended = ended(Computer::OnlyMe, &[ENOUGH], |plan| {
            plan.visit.computer = Answer::Unasked
        });
        assert_eq!(ended.seen.last().unwrap().before, "", "who can open it is not known");
    }

    #[test]
    fn line_by_line_the_page_is_read_once() {
        let ended = ended(Computer::OnlyMe, &[kept(Keep::File), ENOUGH], |_| {});
        let asked: Vec<&PromptSeen> = ended.seen.iter().filter(|seen| seen.id == "tonight").collect();
        assert_eq!([0, 1].map(|at| asked[at].reads.contains("She sings.")), [true, false]);
    }

    #[test]
    fn how_the_page_is_kept_may_be_left_and_nothing_is_kept() {
        for reply in [ScriptedReply::Pick(3), ScriptedReply::Action(Action::Back)] {
            let words = Words::load("en", None).unwrap();
            let folder = tempfile::tempdir().unwrap();
            let mut prompter = Scripted::answering(vec![("tonight.keep", reply)]);
            let mut save = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
            let mut session = Session::new(&mut prompter, &words, NaiveDate::default(), &mut save);
            let print = PrintSetup {
                folder: folder.path().into(),
                browser: None,
            };
            keep(&mut Plan::default(), &mut session, &print).unwrap();
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }

    #[test]
    fn going_on_keeps_every_answer_and_takes_the_longer_way() {
        let ended = ended(Computer::OnlyMe, &[(Row::GoOn, None)], |_| {});
        assert!(matches!(ended.result, Ok(true)));
        assert!(ended.plan.visit.length.is(&Length::ThePlan));
        assert_eq!(ended.plan.person.love.words(), "She sings.");
    }

    #[test]
    fn a_page_of_a_closed_plan_is_saved_only_where_that_is_safe() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
        let folder = tempfile::tempdir().unwrap();
        let mut prompter = Scripted::answering(vec![("paper", ScriptedReply::Pick(0))]);
        let mut keep = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
        let mut session = Session::new(&mut prompter, &words, NaiveDate::default(), &mut keep);
        let print = PrintSetup {
            folder: folder.path().into(),
            browser: None,
        };
        save(Keep::File, &mut plan, &mut session, &print).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
