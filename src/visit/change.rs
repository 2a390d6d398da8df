//! Something big has changed (design#return): the dates wait, the tasks change, and it can be taken back.

use crate::plan::{Change, ChangeNote, CodedChoice, Plan};
use crate::session::{Session, Stop, show_text};

use super::choose;

/// Asks what has changed, keeps it, and says what helps now.
pub(super) fn big_change(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let words = session.words;
    let changes = Change::all();
    let labels: Vec<String> = changes.iter().map(|change| words.label(change)).collect();
    let mut rows: Vec<&str> = labels.iter().map(String::as_str).collect();
    if plan.change().is_some() {
        rows.push(words.home.take_back);
    }
    session.notice(words.home.big_change.why);
    let row = choose("visit.changes", words.home.big_change.ask, &rows, None, plan, session)?;
    let said = match changes.get(row) {
        Some(change) => {
            plan.visit.changes.push(ChangeNote {
                kind: change.clone(),
                on: session.today,
            });
            let after = words.home.after_change.get(change.code()).cloned().unwrap_or_default();
            let said = words.fill_names(after, plan, "");
            if *change == Change::Died {
                format!("{said}\n\n{}", words.home.put_away)
            } else {
                said
            }
        }
        None => {
            plan.visit.changes.pop();
            words.home.taken_back.into()
        }
    };
    session.save(plan)?;
    show_text(&said, plan, session).map(drop)
}
