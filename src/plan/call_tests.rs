//! The call sheet.

use super::*;

#[test]
fn what_was_a_marked_line_of_the_notes_is_an_answer_and_a_note_of_their_own_stays() {
    let notes = "Blue door.\n9. What they do: talks: in a group\n10. -\n15. Ask about parking\n2. the bus";
    let mut plan = Plan::default();
    plan.add(super::super::List::Options);
    plan.treatment_options[0].notes = Answer::Given(Text::new(notes));
    let label = |field| {
        if field == OptTreats {
            "What they do"
        } else {
            "Something else"
        }
    };
    plan.take_noted_lines(label);
    let option = &plan.treatment_options[0];
    assert_eq!(option.kinds_of_treatment.words(), "talks: in a group");
    assert_eq!(option.how_plan_is_made, Answer::Left);
    assert!(option.if_someone_uses_again.is_unasked());
    assert_eq!(option.notes.words(), "Blue door.\n15. Ask about parking\n2. the bus");
    let before = plan.clone();
    plan.take_noted_lines(label);
    assert_eq!(plan, before);
    // An answer that is there is not written over.
    plan.treatment_options[0].notes = Answer::Given(Text::new("9. What they do: other"));
    plan.take_noted_lines(label);
    assert_eq!(
        plan.treatment_options[0].kinds_of_treatment.words(),
        "talks: in a group"
    );
    assert_eq!(plan.treatment_options[0].notes.words(), "9. What they do: other");
}

#[test]
fn a_short_call_is_five_questions_and_asks_if_a_medicine_they_take_goes_on() {
    let mut plan = Plan::default();
    let five = [OptOpen, OptWhoCalls, OptNetwork, OptMedication, OptSoonest];
    assert_eq!(short_call(&plan), five);
    plan.person.insurance = Answer::Given(Known::No);
    assert!(short_call(&plan).contains(&OptPays) && !short_call(&plan).contains(&OptNetwork));
    plan.person.care = Answer::Given(super::super::Care::Medicine);
    assert!(short_call(&plan).contains(&OptContinues));
}
