//! Who is named where: every answer that points at a person, and those that point at nobody.

use std::fmt::Display;

use super::{Answer, AnswerValue, Id, Plan, country};

/// The path of everything that names somebody who is neither the planner nor an attendee: answers, the order of the
/// day, owners of tasks, and owners of what was put off. Paths count the items of the plan, not of the file.
pub fn dangling_references(plan: &Plan) -> Vec<String> {
    let known = |id: &Id| *id == Id::planner() || plan.attendee(id).is_some();
    let (mut found, mut order, mut put_off) = (Vec::new(), Vec::new(), Vec::new());
    plan.answers(&mut |path, answer| {
        let one = answer.of::<Id>().and_then(|one| one.given().cloned());
        found.extend(one.filter(|id| !known(id)).map(|_| path.to_string()));
        let several = answer.of::<Vec<Id>>().and_then(|several| several.given().cloned());
        let several = several.into_iter().flatten().enumerate();
        order.extend(
            several
                .filter(|(_, id)| !known(id))
                .map(|(at, _)| format!("{path}[{at}]")),
        );
        let owner = answer.later_mut().filter(|later| !known(&later.owner));
        put_off.extend(owner.map(|_| format!("{path}.later.owner")));
    });
    let owners = plan.tasks.iter().enumerate();
    let owners = owners.filter(|(_, task)| task.owner.as_ref().is_some_and(|id| !known(id)));
    found.extend(order);
    found.extend(owners.map(|(at, _)| format!("tasks[{at}].owner")));
    found.extend(put_off);
    found
}

impl Plan {
    /// Takes somebody who is gone out of everything that names them. What they were to find out is the planner's again.
    pub(super) fn remove_references(&mut self, gone: &Id) {
        self.answers_mut(&mut |_, answer| {
            if let Some(person) = answer.of::<Id>().filter(|person| person.is(gone)) {
                *person = Answer::Unasked;
            }
            if let Some(Answer::Given(people)) = answer.of::<Vec<Id>>() {
                people.retain(|id| id != gone);
            }
            if let Some(later) = answer.later_mut().filter(|later| later.owner == *gone) {
                later.owner = Id::planner();
            }
        });
        let owners = self.tasks.iter_mut().map(|task| &mut task.owner);
        owners
            .filter(|owner| owner.as_ref() == Some(gone))
            .for_each(|owner| *owner = None);
    }
}

/// The path of every code that is no answer the program knows: it is kept as it is, and read as carefully as can be
/// (design#gate). Paths count the items of the plan, not of the file.
pub fn unknown_codes(plan: &Plan) -> Vec<String> {
    let mut found = Vec::new();
    found.extend((!country::is_country(&plan.country)).then(|| "country".into()));
    let mut note =
        |path: &dyn Display, within: Vec<String>| found.extend(within.iter().map(|at| format!("{path}{at}")));
    for (at, change) in plan.visit.changes.iter().enumerate() {
        note(&format!("visit.changes[{at}].kind"), change.kind.unknown_codes());
    }
    if let Some(gate) = &plan.safety.gate {
        note(&"safety.gate", gate.unknown_codes());
    }
    plan.answers(&mut |path, answer| note(&path, answer.unknown_codes()));
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

    /// Writes this into every answer that names one person, and says how many there are.
    fn name_everywhere(plan: &mut Plan, person: &Answer<Id>) -> usize {
        let mut count = 0;
        plan.answers_mut(&mut |_, answer| {
            if let Some(place) = answer.of::<Id>() {
                place.clone_from(person);
                count += 1;
            }
        });
        count
    }

    #[test]
    fn whoever_is_nobody_is_found_with_the_path() {
        let mut plan = one_of_each();
        let known = plan.attendees[0].id.clone();
        let nobody = Id::new("a99");
        name_everywhere(&mut plan, &Answer::Given(known.clone()));
        plan.attendees[0].phone = Answer::Later(Later { owner: Id::planner() });
        assert!(dangling_references(&plan).is_empty());
        let count = name_everywhere(&mut plan, &Answer::Given(nobody.clone()));
        assert_eq!(dangling_references(&plan).len(), count);
        assert_eq!(dangling_references(&plan)[0], "attendees[0].reader");
        name_everywhere(&mut plan, &Answer::Unasked);
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
