//! Start: who can open this computer, and how much time there is (design#computer and design#lengths).

use crate::journey::kinds::{Pick, SingleAnswer};
use crate::journey::{Question, QuestionAt, QuestionKind};
use crate::plan::{Answer, AnswerState, CodedChoice, Computer, Later, Length, Plan, at};
use crate::prompt::Choice as Row;
use crate::session::{Destination, Reply, SaferPlace, Session, Stop, show_text};
use crate::words::Words;

use super::table::questions;

/// Start.
pub static START: &[Question] = questions! {
    Computer, TenMinutes, own(WhoCanOpenComputer);
    Length, TenMinutes, own(VisitLength);
};

/// Who can open this computer. Where they can, nothing is kept here.
struct WhoCanOpenComputer;

/// How much time there is, with a look at what a family holds at the end.
struct VisitLength;

static OPENS: Pick<Computer> = Pick::of(at!(visit.computer)).told_after();
static LASTS: Pick<Length> = Pick::of(at!(visit.length));

impl QuestionKind for WhoCanOpenComputer {
    fn state(&self, here: &QuestionAt, plan: &Plan) -> AnswerState {
        OPENS.state(here, plan)
    }

    fn recap(&self, here: &QuestionAt, plan: &Plan, words: &Words) -> String {
        QuestionKind::recap(&OPENS, here, plan, words)
    }

    fn ask_once(&self, here: &QuestionAt, plan: &mut Plan, session: &mut Session) -> Result<Reply<()>, Stop> {
        loop {
            let computer = match OPENS.ask_value(here, plan, session)?.answered() {
                Ok(computer) => computer,
                Err(other) => return Ok(other),
            };
            if computer == Computer::They {
                match ask_safer_place(plan, session)? {
                    Reply::Given(()) => {}
                    Reply::Back => continue,
                    other => return Ok(other),
                }
            }
            plan.visit.computer = Answer::Given(computer);
            OPENS.after_given(here, plan, session);
            session.notice(match session.only_scrolls() {
                true => session.words.engine.hide_scrolling,
                false => session.words.engine.hide_explained,
            });
            return Ok(Reply::Given(()));
        }
    }

    fn skip(&self, here: &QuestionAt, plan: &mut Plan, later: Option<Later>) {
        OPENS.skip(here, plan, later);
    }

    fn clear(&self, here: &QuestionAt, plan: &mut Plan) {
        OPENS.clear(here, plan);
    }
}

/// They can open this computer: a passphrase before anything is kept, or going on elsewhere.
fn ask_safer_place(plan: &Plan, session: &mut Session) -> Result<Reply<()>, Stop> {
    let engine = &session.words.engine;
    if plan.created.is_none() {
        session.notice(engine.they_why);
    }
    let mut ways = vec![
        (&engine.they_device, Some(SaferPlace::Device)),
        (&engine.they_paper, Some(SaferPlace::Paper)),
    ];
    if session.can_lock() {
        ways.insert(0, (&engine.they_lock, None));
    }
    let rows: Vec<&str> = ways.iter().map(|(row, _)| **row).collect();
    let elsewhere = match session
        .choose("elsewhere", engine.they_ask, &rows, None, plan)?
        .answered()
    {
        Ok(row) => ways[row].1,
        Err(other) => return Ok(other),
    };
    if elsewhere.is_none() {
        return session.lock(plan);
    }
    session.safer_place = elsewhere;
    Err(Stop::Go(Destination::Leave))
}

impl QuestionKind for VisitLength {
    fn state(&self, here: &QuestionAt, plan: &Plan) -> AnswerState {
        LASTS.state(here, plan)
    }

    fn recap(&self, here: &QuestionAt, plan: &Plan, words: &Words) -> String {
        QuestionKind::recap(&LASTS, here, plan, words)
    }

    fn ask_once(&self, here: &QuestionAt, plan: &mut Plan, session: &mut Session) -> Result<Reply<()>, Stop> {
        let lengths = Length::all();
        let words = session.words;
        let mut rows: Vec<Row> = lengths
            .iter()
            .map(|length| Row::with_note(words.label(length), words.note(length)))
            .collect();
        rows.push(Row::new(words.engine.sample_row));
        loop {
            let prompt = here.prompt(plan, session);
            let before = plan
                .visit
                .length
                .given()
                .and_then(|length| lengths.iter().position(|known| known == length));
            match session.pick(plan, prompt, &rows, before)? {
                Reply::Given(at) if at < lengths.len() => {
                    plan.visit.length = Answer::Given(lengths[at].clone());
                    return Ok(Reply::Given(()));
                }
                Reply::Given(_) => {
                    let sample = (session.sample)(session.words, &plan.country, session.today);
                    show_text(&sample, plan, session)?;
                }
                other => return Ok(other.map(drop)),
            }
        }
    }

    fn skip(&self, here: &QuestionAt, plan: &mut Plan, later: Option<Later>) {
        LASTS.skip(here, plan, later);
    }

    fn clear(&self, here: &QuestionAt, plan: &mut Plan) {
        LASTS.clear(here, plan);
    }
}
