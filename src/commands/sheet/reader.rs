//! For whom a page is.

use crate::plan::{Id, Plan};
use crate::sheets::{self, SheetKind};
use crate::text;
use crate::words::{Words, fill_placeholders};

/// The person a page is for: by their number, or by their name as it is written, capitals aside.
///
/// # Errors
/// The sentence to say: nobody was named, nobody is called so, or the page is nobody's own.
pub fn find(kind: SheetKind, named: Option<&str>, plan: &Plan, words: &Words) -> Result<Option<Id>, String> {
    let own = &words.sheet;
    if !kind.is_personal() {
        return match named {
            None => Ok(None),
            Some(_) => Err(own.not_theirs.into()),
        };
    }
    let readers = sheets::readers(plan);
    if readers.is_empty() {
        return Err(own.missing.get("nobody").copied().unwrap_or_default().into());
    }
    let name = |id: &Id| plan.name_of(id).unwrap_or_default();
    let people: Vec<String> = readers
        .iter()
        .map(|(number, id)| format!("{number} {}", name(id)))
        .collect();
    let people = people.join(", ");
    let Some(named) = named else {
        return Err(fill_placeholders(own.for_whom, &[("people", &people)]));
    };
    let wanted = named.trim().to_lowercase();
    let by_name = readers.iter().find(|(_, id)| name(id).to_lowercase() == wanted);
    let by_number = readers.iter().find(|(number, _)| number.to_string() == wanted);
    match by_name.or(by_number) {
        Some((_, id)) => Ok(Some(id.clone())),
        None => Err(fill_placeholders(
            own.no_such_person,
            &[("who", &text::sanitize_line(named)), ("people", &people)],
        )),
    }
}
