//! Who is named where: every answer that points at a person, and those that point at nobody.

use serde_json::Value;

use super::{Ages, Agrees, Answer, Change, Gate, Harm, Id, Means, Plan, Recent, Suicide, YesNo, country};

/// Every answer that names one person, with its path in the file.
pub(super) fn person_references(plan: &mut Plan) -> Vec<(String, &mut Answer<Id>)> {
    let mut found = Vec::new();
    for (at, it) in plan.attendees.iter_mut().enumerate() {
        found.push((format!("attendees[{at}].reader"), &mut it.reader));
    }
    for (at, it) in plan.treatment_options.iter_mut().enumerate() {
        found.push((format!("treatment_options[{at}].researched_by"), &mut it.researched_by));
        found.push((
            format!("treatment_options[{at}].who_goes_along"),
            &mut it.who_goes_along,
        ));
    }
    for (at, it) in plan.support_groups.iter_mut().enumerate() {
        found.push((format!("support_groups[{at}].person"), &mut it.person));
    }
    for (at, it) in plan.boundaries.iter_mut().enumerate() {
        found.push((format!("boundaries[{at}].person"), &mut it.person));
    }
    for (at, it) in plan.statements.iter_mut().enumerate() {
        found.push((format!("statements[{at}].person"), &mut it.person));
    }
    for (at, it) in plan.objections.iter_mut().enumerate() {
        found.push((format!("objections[{at}].speaker"), &mut it.speaker));
    }
    let after = &mut plan.afterwards;
    found.push(("afterwards.goes_along".into(), &mut after.goes_along));
    found.push(("afterwards.tonight".into(), &mut after.tonight));
    found.push(("afterwards.tomorrow".into(), &mut after.tomorrow));
    found.push(("afterwards.naloxone_with".into(), &mut after.naloxone_with));
    for (at, it) in after.follow_ups.iter_mut().enumerate() {
        found.push((format!("afterwards.follow_ups[{at}].person"), &mut it.person));
    }
    found
}

/// The path of everything that names somebody who is neither the planner nor an attendee: answers, the order of the
/// day, owners of tasks, and owners of what was put off. Paths count the items of the plan, not of the file.
pub fn dangling_references(plan: &Plan) -> Vec<String> {
    let known = |id: &Id| *id == Id::planner() || plan.attendee(id).is_some();
    let mut copy = plan.clone();
    let named = person_references(&mut copy).into_iter().filter_map(|(path, answer)| {
        let id = answer.given()?;
        (!known(id)).then_some(path)
    });
    let mut found: Vec<String> = named.collect();
    let order = plan.day.order.given().into_iter().flatten().enumerate();
    found.extend(
        order
            .filter(|(_, id)| !known(id))
            .map(|(at, _)| format!("day.order[{at}]")),
    );
    let owners = plan.tasks.iter().enumerate();
    found.extend(
        owners
            .filter(|(_, task)| task.owner.as_ref().is_some_and(|id| !known(id)))
            .map(|(at, _)| format!("tasks[{at}].owner")),
    );
    if let Ok(file) = serde_json::to_value(plan) {
        dangling_later_owners(&file, "", &|id| known(&Id::new(id)), &mut found);
    }
    found
}

/// Any answer can be put off, so these owners are looked for in the shape of the file rather than field by field.
fn dangling_later_owners(value: &Value, path: &str, known: &dyn Fn(&str) -> bool, found: &mut Vec<String>) {
    match value {
        Value::Object(keys) => {
            let owner = value.pointer("/later/owner").and_then(Value::as_str);
            if owner.is_some_and(|id| !known(id)) {
                found.push(format!("{path}.later.owner"));
            }
            for (key, value) in keys {
                let dot = if path.is_empty() { "" } else { "." };
                dangling_later_owners(value, &format!("{path}{dot}{key}"), known, found);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                dangling_later_owners(item, &format!("{path}[{at}]"), known, found);
            }
        }
        _ => {}
    }
}

/// The path of every word about safety that is no answer the program knows. Paths count the items of the plan.
pub fn unknown_safety_codes(plan: &Plan) -> Vec<String> {
    let (person, safety) = (&plan.person, &plan.safety);
    let mut found = Vec::new();
    let mut note = |path: String, unknown: bool| found.extend(unknown.then_some(path));
    note("country".into(), !country::is_country(&plan.country));
    note("safety.gate".into(), matches!(safety.gate, Some(Gate::Other(_))));
    note(
        "safety.means".into(),
        matches!(safety.means.given(), Some(Means::Other(_))),
    );
    note(
        "safety.told.harm".into(),
        matches!(safety.saved.harm.given(), Some(Harm::Other(_))),
    );
    note(
        "safety.told.suicide".into(),
        matches!(safety.saved.suicide.given(), Some(Suicide::Other(_))),
    );
    note(
        "safety.told.pregnant".into(),
        matches!(safety.saved.pregnant.given(), Some(YesNo::Other(_))),
    );
    note(
        "person.ages".into(),
        matches!(person.ages.given(), Some(Ages::Other(_))),
    );
    for (at, one) in person.recent.given().into_iter().flatten().enumerate() {
        note(format!("person.recent[{at}]"), matches!(one, Recent::Other(_)));
    }
    for (at, pro) in plan.professionals.iter().enumerate() {
        let word = pro.agrees_meeting_is_safe.given();
        note(
            format!("professionals[{at}].agrees_meeting_is_safe"),
            matches!(word, Some(Agrees::Other(_))),
        );
    }
    for (at, change) in plan.visit.changes.iter().enumerate() {
        note(
            format!("visit.changes[{at}].kind"),
            matches!(change.kind, Change::Other(_)),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::{Later, List, TaskRecord};
    use super::*;

    fn one_of_each() -> Plan {
        let mut plan = Plan::default();
        for list in List::ALL {
            plan.add(list);
        }
        plan
    }

    #[test]
    fn every_answer_that_names_a_person_is_looked_at() {
        let rooms = [
            include_str!("people.rs"),
            include_str!("treatment.rs"),
            include_str!("statements.rs"),
            include_str!("day.rs"),
        ];
        let declared: usize = rooms
            .iter()
            .map(|text| text.matches(": Id,").count() + text.matches("Answer<Id>,").count())
            .sum();
        assert_eq!(person_references(&mut one_of_each()).len(), declared);
    }

    #[test]
    fn whoever_is_nobody_is_found_with_the_path() {
        let mut plan = one_of_each();
        let known = plan.attendees[0].id.clone();
        let nobody = Id::new("a99");
        for (_, answer) in person_references(&mut plan) {
            *answer = Answer::Given(known.clone());
        }
        plan.attendees[0].phone = Answer::Later(Later { owner: Id::planner() });
        assert!(dangling_references(&plan).is_empty());
        for (_, answer) in person_references(&mut plan) {
            *answer = Answer::Given(nobody.clone());
        }
        assert_eq!(dangling_references(&plan).len(), person_references(&mut plan).len());
        for (_, answer) in person_references(&mut plan) {
            *answer = Answer::Unasked;
        }
        plan.day.order = Answer::Given(vec![known, nobody.clone()]);
        plan.tasks.push(TaskRecord {
            owner: Some(nobody.clone()),
            ..TaskRecord::default()
        });
        plan.treatment_options[0].phone = Answer::Later(Later { owner: nobody });
        let expected = [
            "day.order[1]",
            "tasks[0].owner",
            "treatment_options[0].phone.later.owner",
        ];
        assert_eq!(dangling_references(&plan), expected);
    }
}
