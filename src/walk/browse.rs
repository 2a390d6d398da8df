//! Looks over answers: every question that applies with its answer, each to be changed, and back to the same list.

use std::io;

use crate::ask::{Choice, Put, Reply, Said, Wish};
use crate::plan::Plan;
use crate::words::fill;

use super::{Desk, End, Road, Stop, Turn, travel};

/// The longest row, in columns; the whole answer stands where it is changed.
const LABEL: usize = 70;

/// Shows the answers of a road as a list until the person has seen enough. A change that opens new questions asks them
/// first.
///
/// # Errors
/// The terminal or the disk failed.
pub fn browse(road: &Road, plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let mut seen = 0;
    loop {
        let stops: Vec<Stop> = road.standing(plan).map(|(_, stop)| stop).collect();
        let (put, rows) = page(&stops, plan, desk);
        seen = match desk.asker.pick(&put, &rows, Some(seen))? {
            Reply::Given(0) => return Ok(End::Done),
            Reply::Given(row) => row,
            Reply::Wish(Wish::Back) => return Ok(End::Back),
            Reply::Wish(Wish::Skip | Wish::Later) => return Ok(End::Done),
            Reply::Wish(wish) => match wished(wish, plan, desk)? {
                Some(end) => return Ok(end),
                None => continue,
            },
        };
        if let Some(end) = change(stops[seen - 1], road, plan, desk)? {
            return Ok(end);
        }
    }
}

/// The list: enough for now, then every question with its answer.
fn page(stops: &[Stop], plan: &Plan, desk: &mut Desk) -> (Put, Vec<Choice>) {
    let words = desk.words;
    let title = |stop: &Stop| (stop.here.spot.title)(plan, stop.here.spot.at, words);
    let label = |stop: &Stop| {
        let short = words.speak(&words.question(stop.here.question.field).short, plan, &title(stop));
        format!("{short}: {}", stop.here.recap(plan, words).replace('\n', " "))
    };
    let mut rows = vec![Choice::new(&words.engine.more_done)];
    rows.extend(stops.iter().map(|stop| Choice::new(desk.row(&label(stop), LABEL))));
    let ask = match stops.first().map(title) {
        Some(title) if !title.is_empty() => fill(&words.engine.more_which, &[("item", &title)]),
        _ => words.engine.review_ask.clone(),
    };
    let put = desk.ready(Put {
        fresh: true,
        ..Put::new("browse", ask, &words.home.prompt)
    });
    (put, rows)
}

/// Puts one question again, and first of all what its answer has opened.
fn change(stop: Stop, road: &Road, plan: &mut Plan, desk: &mut Desk) -> io::Result<Option<End>> {
    desk.place.0 = stop.section;
    let before = open(road, plan);
    match stop.here.put(plan, desk)? {
        Turn::Next | Turn::Back => {}
        Turn::Home => return Ok(Some(End::Home)),
        Turn::Hide => return Ok(Some(End::Hide)),
        Turn::Leave => return Ok(Some(End::Leave)),
    }
    let opened = open(road, plan).into_iter().filter(|at| !before.contains(at));
    let stops: Vec<Stop> = opened.map(|at| road.stops[at]).collect();
    if stops.is_empty() {
        return Ok(None);
    }
    let fresh = Road {
        stops,
        tier: road.tier,
        introduces: false,
    };
    Ok(match travel(&fresh, plan, desk, 0, &mut |_, _| None)? {
        End::Done | End::Back => None,
        end => Some(end),
    })
}

fn open(road: &Road, plan: &Plan) -> Vec<usize> {
    road.standing(plan)
        .filter(|(_, stop)| !stop.here.settled(plan))
        .map(|(at, _)| at)
        .collect()
}

/// What becomes of a wish in a list that belongs to no question; `None` puts the list again.
///
/// # Errors
/// The terminal failed.
pub fn wished(wish: Wish, plan: &Plan, desk: &mut Desk) -> io::Result<Option<End>> {
    Ok(match wish {
        Wish::Danger => match super::danger(plan, desk)? {
            Some(Turn::Hide) => Some(End::Hide),
            Some(Turn::Leave) => Some(End::Leave),
            Some(Turn::Home) => Some(End::Home),
            _ => None,
        },
        Wish::Home => Some(End::Home),
        Wish::Hide => Some(End::Hide),
        Wish::Leave => Some(End::Leave),
        _ => {
            desk.carry(&desk.words.engine.help_signs);
            None
        }
    })
}

/// Waits for Enter. Help and danger now come back to the page; [`End::Done`] goes on, [`End::Back`] where the person does
/// not want to go on here, and any other end leads elsewhere.
///
/// # Errors
/// The terminal failed.
pub fn wait(put: &Put, plan: &Plan, desk: &mut Desk) -> io::Result<End> {
    let mut shown = put.clone();
    loop {
        let wish = match desk.asker.pause(&shown)? {
            Reply::Given(()) => return Ok(End::Done),
            Reply::Wish(Wish::Back | Wish::Skip | Wish::Later) => return Ok(End::Back),
            Reply::Wish(wish) => wish,
        };
        shown = Put {
            fresh: true,
            ..put.clone()
        };
        if wish == Wish::Help {
            shown.above.insert(0, Said::quiet(&desk.words.engine.help_signs));
        } else if let Some(end) = wished(wish, plan, desk)? {
            return Ok(end);
        }
    }
}

/// Says a longer text page by page, as much at once as the screen holds; as [`wait`].
///
/// # Errors
/// The terminal failed.
pub fn read(text: &str, plan: &Plan, desk: &mut Desk) -> io::Result<End> {
    let put = Put {
        above: vec![Said::plain(text)],
        fresh: true,
        ..Put::new("read", "", &desk.words.engine.go_on)
    };
    wait(&put, plan, desk)
}
