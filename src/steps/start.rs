//! Start: who can open this computer, and how much time there is (visit 2 and 5).

use std::io;

use crate::ask::{Choice as Row, Reply, Wish};
use crate::plan::Field::{Computer as WhoCanOpen, Length as HowLong};
use crate::plan::{Answer, Choice, Computer, Later, Length, Plan, State, at};
use crate::walk::Tier::TenMinutes;
use crate::walk::kinds::{Kept, Pick};
use crate::walk::{Desk, Elsewhere, Here, Kind, Question, read};
use crate::words::Words;

/// Start.
pub static START: &[Question] = &[
    Question::new(WhoCanOpen, TenMinutes, &Opens),
    Question::new(HowLong, TenMinutes, &Lasts),
];

/// Who can open this computer. Where they can, nothing is kept here.
struct Opens;

/// How much time there is, with a look at what a family holds at the end.
struct Lasts;

static OPENS: Pick<Computer> = Pick(at!(visit.computer));
static LASTS: Pick<Length> = Pick(at!(visit.length));

impl Kind for Opens {
    fn state(&self, here: Here, plan: &Plan) -> State {
        OPENS.state(here, plan)
    }

    fn recap(&self, here: Here, plan: &Plan, words: &Words) -> String {
        Kind::recap(&OPENS, here, plan, words)
    }

    fn ask(&self, here: Here, plan: &mut Plan, desk: &mut Desk) -> io::Result<Reply<()>> {
        loop {
            let computer = match OPENS.ask_value(here, plan, desk)? {
                Reply::Given(computer) => computer,
                Reply::Wish(wish) => return Ok(Reply::Wish(wish)),
            };
            if computer != Computer::They {
                plan.visit.computer = Answer::Given(computer);
                return Ok(Reply::Given(()));
            }
            match they_can(plan, desk)? {
                Reply::Given(()) => {
                    plan.visit.computer = Answer::Given(computer);
                    return Ok(Reply::Given(()));
                }
                Reply::Wish(Wish::Back) => {}
                Reply::Wish(wish) => return Ok(Reply::Wish(wish)),
            }
        }
    }

    fn set_aside(&self, here: Here, plan: &mut Plan, later: Option<Later>) {
        OPENS.set_aside(here, plan, later);
    }

    fn clear(&self, here: Here, plan: &mut Plan) {
        OPENS.clear(here, plan);
    }
}

/// They can open this computer: a passphrase before anything is kept, or going on elsewhere.
fn they_can(plan: &Plan, desk: &mut Desk) -> io::Result<Reply<()>> {
    let engine = &desk.words.engine;
    if plan.created.is_none() {
        desk.carry(&engine.they_why);
    }
    let mut ways = vec![
        (&engine.they_device, Some(Elsewhere::Device)),
        (&engine.they_paper, Some(Elsewhere::Paper)),
    ];
    if desk.lock.is_some() {
        ways.insert(0, (&engine.they_lock, None));
    }
    let rows: Vec<&str> = ways.iter().map(|(row, _)| row.as_str()).collect();
    let elsewhere = match desk.choose("elsewhere", &engine.they_ask, &rows, None)? {
        Reply::Given(row) => ways[row].1,
        Reply::Wish(wish) => return Ok(Reply::Wish(wish)),
    };
    if let (None, Some(lock)) = (elsewhere, desk.lock.as_deref_mut()) {
        return lock(plan, desk.asker);
    }
    desk.elsewhere = elsewhere;
    Ok(Reply::Wish(Wish::Leave))
}

impl Kind for Lasts {
    fn state(&self, here: Here, plan: &Plan) -> State {
        LASTS.state(here, plan)
    }

    fn recap(&self, here: Here, plan: &Plan, words: &Words) -> String {
        Kind::recap(&LASTS, here, plan, words)
    }

    fn ask(&self, here: Here, plan: &mut Plan, desk: &mut Desk) -> io::Result<Reply<()>> {
        let lengths = Length::all();
        let words = desk.words;
        let mut rows: Vec<Row> = lengths
            .iter()
            .map(|length| Row::with_note(words.label(length), words.note(length)))
            .collect();
        rows.push(Row::new(&words.engine.sample_row));
        loop {
            let put = desk.put(here, plan);
            let before = plan
                .visit
                .length
                .given()
                .and_then(|length| lengths.iter().position(|known| known == length));
            match desk.asker.pick(&put, &rows, before)? {
                Reply::Given(at) if at < lengths.len() => {
                    plan.visit.length = Answer::Given(lengths[at].clone());
                    return Ok(Reply::Given(()));
                }
                Reply::Given(_) => {
                    let sample = desk.sample.clone();
                    if let Some(wish) = read(&sample, plan, desk)?.wish() {
                        return Ok(Reply::Wish(wish));
                    }
                }
                Reply::Wish(wish) => return Ok(Reply::Wish(wish)),
            }
        }
    }

    fn set_aside(&self, here: Here, plan: &mut Plan, later: Option<Later>) {
        LASTS.set_aside(here, plan, later);
    }

    fn clear(&self, here: Here, plan: &mut Plan) {
        LASTS.clear(here, plan);
    }
}
