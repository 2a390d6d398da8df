use std::path::PathBuf;

use chrono::NaiveDate;

use super::*;
use crate::plan::{Harm, Text};
use crate::prompt::{Action, PromptSeen, Prompter, Scripted, ScriptedReply};
use crate::words::Words;

/// No computer has this browser.
const NONE: &str = "/nowhere/at/all";

/// A row that is picked, and where it asks how, that.
type RowPicked = (Row, Option<Keep>);

const ENOUGH: RowPicked = (Row::Enough, None);
const WHOLE: RowPicked = (Row::Whole, None);

fn kept(how: Keep) -> RowPicked {
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
fn ended(computer: Computer, steps: &[RowPicked], alter: impl FnOnce(&mut Plan)) -> Ended {
    ended_with(NONE.into(), computer, steps, alter)
}

/// The same where this makes a PDF.
fn ended_with(browser: PathBuf, computer: Computer, steps: &[RowPicked], alter: impl FnOnce(&mut Plan)) -> Ended {
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
