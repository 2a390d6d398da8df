//! Who is named where: every answer that points at a person, and those that point at nobody.

use super::{Ages, Agrees, Answer, Change, Gate, Harm, Id, Means, Plan, Recent, Suicide, YesNo, country};

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
