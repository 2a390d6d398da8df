//! One walk over every answer of a plan, whatever it holds: for whoever counts, clears, or looks for somebody in it.

use std::any::Any;
use std::fmt;

use chrono::NaiveDate;

use super::{Answer, AnswerState, Field, Id, Item, Later, Plan, SoonestStart, Text};

/// What an answer can hold. No default: a new kind of value says whether it can hold a code before it compiles.
pub trait AnswerValue: 'static {
    /// Where in it a code is that this program does not know: nowhere, `""` for all of it, `[2]` in a list.
    fn unknown_codes(&self) -> Vec<String>;
}

/// Values that hold no code, or none that can be read: that is a fault of the file already.
macro_rules! without_codes {
    ($($value:ty),+) => {
        $(impl AnswerValue for $value {
            fn unknown_codes(&self) -> Vec<String> {
                Vec::new()
            }
        })+
    };
}
without_codes!(Text, Id, NaiveDate, SoonestStart);

impl<V: AnswerValue> AnswerValue for Vec<V> {
    fn unknown_codes(&self) -> Vec<String> {
        let one = |(at, value): (usize, &V)| {
            value
                .unknown_codes()
                .into_iter()
                .map(move |within| format!("[{at}]{within}"))
        };
        self.iter().enumerate().flat_map(one).collect()
    }
}

/// An answer, whatever it holds.
pub trait AnyAnswer: Any {
    /// Its state.
    fn state(&self) -> AnswerState;
    /// Who finds out, where the question was put off.
    fn later_mut(&mut self) -> Option<&mut Later>;
    /// As [`AnswerValue::unknown_codes`].
    fn unknown_codes(&self) -> Vec<String>;
}

impl<V: AnswerValue> AnyAnswer for Answer<V> {
    fn state(&self) -> AnswerState {
        Answer::state(self)
    }

    fn later_mut(&mut self) -> Option<&mut Later> {
        match self {
            Answer::Later(later) => Some(later),
            _ => None,
        }
    }

    fn unknown_codes(&self) -> Vec<String> {
        self.given().map(V::unknown_codes).unwrap_or_default()
    }
}

impl dyn AnyAnswer {
    /// The answer itself, if it holds a `V`.
    pub fn of<V: 'static>(&mut self) -> Option<&mut Answer<V>> {
        (self as &mut dyn Any).downcast_mut()
    }
}

/// Several answers that are together in the file. The macro `record!` makes it, so that no answer is left out.
pub trait AnswerGroup {
    /// Every answer, with its key in the file.
    fn answers_mut(&mut self, see: &mut dyn FnMut(&str, &mut dyn AnyAnswer));
}

/// Where an answer is in the file.
#[derive(Clone, Copy)]
pub struct AnswerPath<'a> {
    /// The key of what it is in, as a path: `person`, `afterwards.follow_ups`.
    pub group: &'a str,
    /// For an item of a list: its place there, for whoever shows the file, and its id.
    pub item: Option<(usize, &'a Id)>,
    /// Its own key.
    pub key: &'a str,
}

impl AnswerPath<'_> {
    /// The question that it answers, if it is one of the plan's questions.
    pub fn field(&self) -> Option<Field> {
        Field::from_code(&format!("{}.{}", self.group, self.key))
    }
}

/// As `check` names it: `attendees[2].reader`.
impl fmt::Display for AnswerPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.item {
            Some((at, _)) => write!(f, "{}[{at}].{}", self.group, self.key),
            None => write!(f, "{}.{}", self.group, self.key),
        }
    }
}

/// What is told of each answer.
type See<'a> = dyn FnMut(AnswerPath, &mut dyn AnyAnswer) + 'a;

impl Plan {
    /// Every answer of the plan, in the order of the file, to be looked at or changed. What was heard and is not kept
    /// is not among them.
    pub fn answers_mut(&mut self, see: &mut See) {
        // No `..`: a new part of the plan does not compile before it is walked, or has no answers.
        #[rustfmt::skip]
        let Plan {
            visit, planner, person, safety, professionals, way, attendees, treatment_options, insurer, support_groups, boundaries,
            statements, objections, day, afterwards,
            format: _, about: _, created: _, changed: _, language: _, country: _, tasks: _, printed: _, calendar: _,
        } = self;
        group("visit", visit, see);
        group("planner", planner, see);
        group("person", person, see);
        group("safety", safety, see);
        group("safety.told", &mut safety.saved, see);
        items("professionals", professionals, see);
        group("way", way, see);
        items("attendees", attendees, see);
        items("treatment_options", treatment_options, see);
        group("insurer", insurer, see);
        items("support_groups", support_groups, see);
        items("boundaries", boundaries, see);
        items("statements", statements, see);
        items("objections", objections, see);
        group("day", day, see);
        group("afterwards", afterwards, see);
        items("afterwards.follow_ups", &mut afterwards.follow_ups, see);
    }

    /// The same to look at, in a copy: one walk is enough.
    pub fn answers(&self, see: &mut See) {
        self.clone().answers_mut(see);
    }

    /// The words that were given to a question, of an item where there are several. `None` if no such item is there.
    pub fn words_of(&self, field: Field, item: &Id) -> Option<String> {
        let mut words = None;
        self.answers(&mut |path, answer| {
            if path.item.is_none_or(|(_, id)| id == item) && path.field() == Some(field) {
                words = answer.of().map(|text| text.words().to_owned());
            }
        });
        words
    }
}

fn group(group: &str, answers: &mut dyn AnswerGroup, see: &mut See) {
    answers.answers_mut(&mut |key, answer| {
        let path = AnswerPath { group, item: None, key };
        see(path, answer);
    });
}

fn items<T: Item + AnswerGroup>(group: &str, items: &mut [T], see: &mut See) {
    for (at, item) in items.iter_mut().enumerate() {
        let id = item.id().clone();
        item.answers_mut(&mut |key, answer| {
            let item = Some((at, &id));
            see(AnswerPath { group, item, key }, answer);
        });
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::plan::List;

    #[test]
    fn every_answer_is_walked_over_once_under_its_path_in_the_file() {
        let mut plan = Plan::default();
        List::ALL.into_iter().for_each(|list| drop(plan.add(list)));
        plan.visit.everyone.insert("attendees".into(), Answer::Unasked);
        let mut paths = BTreeSet::new();
        let mut fields = BTreeSet::new();
        plan.answers_mut(&mut |path, answer| {
            assert!(paths.insert(path.to_string()), "{path} twice");
            fields.extend(path.field());
            assert_eq!(answer.state(), AnswerState::Unasked);
        });
        let mut file = serde_json::to_value(&plan).unwrap();
        for path in &paths {
            let keys = path.replace('[', ".").replace(']', "");
            let answer = keys.split('.').fold(&mut file, |at, key| match key.parse::<usize>() {
                Ok(index) => &mut at[index],
                Err(_) => &mut at[key],
            });
            *answer = serde_json::json!({"later": {"owner": "planner"}});
        }
        let mut put_off = 0;
        let mut read: Plan = serde_json::from_value(file).unwrap();
        read.answers_mut(&mut |path, answer| {
            assert_eq!(answer.state(), AnswerState::Later, "{path}");
            put_off += 1;
        });
        assert_eq!(put_off, paths.len());
        // Heard and not kept, or a list and no answer.
        let lists = List::ALL.map(List::field);
        let unkept = [Field::Harm, Field::Suicide];
        for field in Field::ALL {
            let is_there = !lists.contains(field) && !unkept.contains(field);
            assert_eq!(fields.contains(field), is_there, "{field:?}");
        }
    }
}
