//! The words of the call (design#calls, evidence#call).

use crate::plan::{Field, Plan};

use super::catalog::{CallWords, Map};

impl CallWords {
    /// What to say for a question, in the words for what is used.
    pub fn sentence_for(&self, field: Field, plan: &Plan) -> Option<&'static str> {
        of(&self.say, field, plan)
    }

    /// What to listen for.
    pub fn listen_for(&self, field: Field, plan: &Plan) -> Option<&'static str> {
        of(&self.listen, field, plan)
    }

    /// What to ask next time.
    pub fn missing_for(&self, field: Field, plan: &Plan) -> Option<&'static str> {
        of(&self.missing, field, plan)
    }
}

/// The words of a field; those of the treatment that helps are under its code and what is used.
fn of(table: &Map<&'static str>, field: Field, plan: &Plan) -> Option<&'static str> {
    let suited = plan.suited().filter(|_| field == Field::OptSuited);
    let own = match suited {
        Some(suited) => table.get(&format!("{}.{}", field.code(), suited.code())),
        None => table.get(field.code()),
    };
    own.copied()
}
