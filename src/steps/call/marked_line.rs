//! The asks of the call sheet that have no field of their own (evidence#call): each is one numbered line of the notes.

use crate::journey::kinds::MAX_TEXT;
use crate::journey::{QuestionAt, QuestionKind};
use crate::plan::call::{self, LEFT};
use crate::plan::{Answer, AnswerState, ById, Id, Later, Plan, Text};
use crate::prompt::Message;
use crate::session::{Reply, Session, Stop};
use crate::words::{Words, fill_placeholders};

/// One ask of the call (evidence#call), by its number.
pub(super) struct MarkedLine(pub u8);

impl MarkedLine {
    fn line<'a>(&self, here: &QuestionAt, plan: &'a Plan) -> Option<&'a str> {
        let option = plan.treatment_options.by_id(&here.item.id)?;
        call::note_of_ask(option.notes.words(), self.0)
    }

    /// The other lines of the notes, and this one where there is something to say.
    fn write(&self, here: &QuestionAt, plan: &mut Plan, line: Option<&str>) {
        let Some(option) = plan.treatment_options.by_id_mut(&here.item.id) else {
            return;
        };
        let notes = &mut option.notes;
        let (words, mark) = (notes.words().to_string(), call::note_prefix(self.0));
        let others = words
            .lines()
            .filter(|other| !other.starts_with(&mark))
            .map(String::from);
        let all: Vec<String> = others.chain(line.map(|line| format!("{mark}{line}"))).collect();
        *notes = match all.join("\n") {
            empty if empty.is_empty() => Answer::Unasked,
            text => Answer::Given(Text::new(&text)),
        };
    }
}

impl QuestionKind for MarkedLine {
    fn state(&self, here: &QuestionAt, plan: &Plan) -> AnswerState {
        self.line(here, plan)
            .map_or(AnswerState::Unasked, |_| AnswerState::Given)
    }

    fn recap(&self, here: &QuestionAt, plan: &Plan, _words: &Words) -> String {
        self.line(here, plan).unwrap_or_default().into()
    }

    fn ask_once(&self, here: &QuestionAt, plan: &mut Plan, session: &mut Session) -> Result<Reply<()>, Stop> {
        let words = session.words;
        let Some(own) = words.call.noted.get(&self.0.to_string()) else {
            self.write(here, plan, Some(LEFT));
            return Ok(Reply::Given(()));
        };
        let label = format!("{}: ", own.short);
        let mut before = self.line(here, plan).unwrap_or_default().to_string();
        before = before.strip_prefix(&label).unwrap_or(&before).to_string();
        if before == LEFT {
            before.clear();
        }
        loop {
            let mut prompt = here.prompt(plan, session);
            let say = fill_placeholders(words.call.say_line, &[("say", own.say)]);
            prompt.above.push(Message::strong(say));
            prompt.id = format!("{}.{}", prompt.id, self.0);
            prompt.ask = own.ask.into();
            prompt.label = own.short.into();
            prompt.why.clear();
            let typed = match session.line(plan, prompt, &before)?.answered() {
                Ok(typed) => typed,
                Err(other) => return Ok(other),
            };
            let answer = crate::text::sanitize_line(&typed);
            if answer.is_empty() {
                session.notice(words.engine.nothing_typed);
            } else if answer.chars().count() > MAX_TEXT {
                session.notice(fill_placeholders(
                    words.engine.too_long,
                    &[("max", &MAX_TEXT.to_string())],
                ));
            } else {
                self.write(here, plan, Some(&format!("{label}{answer}")));
                return Ok(Reply::Given(()));
            }
            before = typed;
        }
    }

    fn skip(&self, here: &QuestionAt, plan: &mut Plan, _later: Option<Later>) {
        self.write(here, plan, Some(LEFT));
    }

    fn clear(&self, here: &QuestionAt, plan: &mut Plan) {
        self.write(here, plan, None);
    }
}

/// Takes the lines of asks that were left out of the notes, so that the next call asks.
pub(super) fn ask_anew(plan: &mut Plan, id: &Id) {
    let Some(option) = plan.treatment_options.by_id_mut(id) else {
        return;
    };
    let notes = &mut option.notes;
    let left = |line: &&str| {
        line.split_once(". ")
            .is_some_and(|(number, rest)| rest == LEFT && number.parse::<u8>().is_ok())
    };
    let words = notes.words().to_string();
    let kept: Vec<&str> = words.lines().filter(|line| !left(line)).collect();
    if kept.len() < words.lines().count() {
        *notes = match kept.join("\n") {
            empty if empty.is_empty() => Answer::Unasked,
            text => Answer::Given(Text::new(&text)),
        };
    }
}
