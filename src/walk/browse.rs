//! Looks over answers: every question that applies with its answer, each to be changed, and back to the same list.

use std::io;

use crate::ask::{Choice, Put, Reply, Wish};
use crate::plan::Plan;
use crate::text;

use super::{Desk, End, Road, Turn, travel};

/// Shows the answers of a road as a list until the person has seen enough. A change that opens new questions asks them
/// first.
///
/// # Errors
/// The terminal or the disk failed.
pub fn browse(road: &Road, plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let mut seen = 0;
    loop {
        let engine = &desk.words.engine;
        let stops: Vec<_> = road.standing(plan).collect();
        let label = |stop: &super::Stop| {
            let short = &desk.words.question(stop.here.question.field).short;
            let title = (stop.here.spot.title)(plan, stop.here.spot.at, desk.words);
            let short = desk.words.speak(short, plan, &title);
            format!("{short}: {}", stop.here.recap(plan, desk.words).replace('\n', " "))
        };
        let mut rows = vec![Choice::new(&engine.more_done)];
        rows.extend(stops.iter().map(|(_, stop)| Choice::new(text::cut(&label(stop), 70))));
        let title = stops
            .first()
            .map(|(_, s)| (s.here.spot.title)(plan, s.here.spot.at, desk.words))
            .unwrap_or_default();
        let ask = if title.is_empty() {
            engine.review_ask.clone()
        } else {
            crate::words::fill(&engine.more_which, &[("item", &title)])
        };
        let put = desk.ready(Put {
            fresh: true,
            ..Put::new("browse", ask, ">")
        });
        let picked = match desk.asker.pick(&put, &rows, Some(seen))? {
            Reply::Given(0) => return Ok(End::Done),
            Reply::Given(row) => row,
            Reply::Wish(Wish::Back | Wish::Skip | Wish::Later) => return Ok(End::Done),
            Reply::Wish(wish) => match other(wish, plan, desk)? {
                Some(end) => return Ok(end),
                None => continue,
            },
        };
        seen = picked;
        let (_, stop) = stops[picked - 1];
        desk.place.0 = stop.section;
        let open_before = open(road, plan);
        match stop.here.put(plan, desk)? {
            Turn::Next | Turn::Back => {}
            Turn::Home => return Ok(End::Home),
            Turn::Hide => return Ok(End::Hide),
            Turn::Leave => return Ok(End::Leave),
        }
        let opened: Vec<usize> = open(road, plan)
            .into_iter()
            .filter(|at| !open_before.contains(at))
            .collect();
        if opened.is_empty() {
            continue;
        }
        let stops = opened.iter().map(|at| road.stops[*at]).collect();
        let fresh = Road {
            stops,
            tier: road.tier,
            introduces: false,
        };
        match travel(&fresh, plan, desk, 0, &mut |_, _| None)? {
            End::Done | End::Back => {}
            end => return Ok(end),
        }
    }
}

fn open(road: &Road, plan: &Plan) -> Vec<usize> {
    road.standing(plan)
        .filter(|(_, stop)| !stop.here.settled(plan))
        .map(|(at, _)| at)
        .collect()
}

/// A wish in a list that belongs to no question.
fn other(wish: Wish, plan: &Plan, desk: &mut Desk) -> io::Result<Option<End>> {
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
