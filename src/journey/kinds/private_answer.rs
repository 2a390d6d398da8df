//! The questions whose answers leave only the gate's state behind (design#gate): fear, violence, suicide, pregnancy.

use crate::plan::{Answer, AnswerState, CodedChoice, Field, Later, Plan, PrivateAnswers, Recent, Safety, YesNo};
use crate::prompt::{Choice as Row, Prompt, TypedWords};
use crate::words::Words;

use super::QuestionAt;
use super::picks::{pick_one, tick_some};
use crate::journey::QuestionKind;
use crate::session::{Reply, Session, Stop};

/// One of a list, heard and not kept. Put only when nobody else can see the screen.
pub struct PrivateAnswer<C: 'static> {
    /// If it is heard.
    pub get: fn(&PrivateAnswers) -> &Answer<C>,
    /// If it is put.
    pub get_mut: fn(&mut PrivateAnswers) -> &mut Answer<C>,
    /// What is said once it was put and the answer was heard.
    pub after: fn(&Plan, &Words) -> String,
}

impl<C: CodedChoice + Sync> QuestionKind for PrivateAnswer<C> {
    fn state(&self, here: &QuestionAt, plan: &Plan) -> AnswerState {
        asked_state(&plan.safety, here.question.field)
    }

    fn recap(&self, _here: &QuestionAt, plan: &Plan, words: &Words) -> String {
        match (self.get)(&plan.safety.saved).given() {
            Some(choice) => words.label(choice),
            None => words.engine.asked_not_kept.into(),
        }
    }

    fn ask_once(&self, here: &QuestionAt, plan: &mut Plan, session: &mut Session) -> Result<Reply<()>, Stop> {
        match seen_by_others(plan, session)? {
            Reply::Given(true) => return Ok(Reply::Given(())),
            Reply::Given(false) => {}
            other => return Ok(other.map(|_| ())),
        }
        // Whatever breaks off from here on, the file does not tell what was answered.
        plan.safety.begin_private_questions();
        session.save(plan)?;
        // An answer that is not kept is not shown either, to whoever looks on by now: the question has no row to keep.
        let before = (self.get)(&plan.safety.saved).given().cloned();
        let reply = pick_one(here, plan, session, before)?;
        // It was put, whatever is done with it: the gate takes it as "not sure".
        let settled = reply != Reply::Back;
        let reply = reply.map(|choice| {
            *(self.get_mut)(&mut plan.safety.this_session) = Answer::Given(choice);
            plan.safety.note_asked(here.question.field, session.today);
        });
        if settled {
            // What is said depends on what was heard just now.
            session.notice((self.after)(plan, session.words));
        }
        Ok(reply)
    }

    fn skip(&self, here: &QuestionAt, plan: &mut Plan, later: Option<Later>) {
        *(self.get_mut)(&mut plan.safety.this_session) = later.map_or(Answer::Left, Answer::Later);
        let on = plan.safety.on.or(plan.changed).unwrap_or_default();
        plan.safety.note_asked(here.question.field, on);
    }

    fn clear(&self, here: &QuestionAt, plan: &mut Plan) {
        *(self.get_mut)(&mut plan.safety.this_session) = Answer::Unasked;
        *(self.get_mut)(&mut plan.safety.saved) = Answer::Unasked;
        plan.safety.forget_asked(here.question.field);
    }
}

/// Once a visit, before the first of these questions. Where somebody can see, they are passed over in silence.
fn seen_by_others(plan: &mut Plan, session: &mut Session) -> Result<Reply<bool>, Stop> {
    if let Some(seen) = plan.safety.screen_seen {
        return Ok(Reply::Given(seen));
    }
    let engine = &session.words.engine;
    let prompt = Prompt {
        why: engine.screen_why.into(),
        fresh: true,
        accepts: TypedWords::WholeRow,
        ..Prompt::new("screen", engine.screen_ask, engine.screen_prompt)
    };
    let rows = [engine.screen_no, engine.screen_professional, engine.screen_yes].map(Row::new);
    let seen = match session.pick(plan, prompt, &rows, None)? {
        Reply::Given(row) => row == 2,
        // Leaving it open is as good as yes: nothing private is put on a screen somebody may see.
        Reply::Skip | Reply::Later => true,
        Reply::Back => return Ok(Reply::Back),
    };
    plan.safety.screen_seen = Some(seen);
    Ok(Reply::Given(seen))
}

/// What makes tonight more dangerous: the ticks are kept, a possible pregnancy is only heard.
pub struct RecentTicks;

impl QuestionKind for RecentTicks {
    fn state(&self, here: &QuestionAt, plan: &Plan) -> AnswerState {
        // The ticks stay when the question comes back (safety has changed); they do not settle it.
        match asked_state(&plan.safety, here.question.field) {
            AnswerState::Unasked => AnswerState::Unasked,
            asked => match plan.person.recent.state() {
                AnswerState::Unasked => asked,
                state => state,
            },
        }
    }

    fn recap(&self, _here: &QuestionAt, plan: &Plan, words: &Words) -> String {
        let ticked = plan.person.recent.given().cloned().unwrap_or_default();
        words.list_labels(ticked.iter().map(|choice| words.label(choice)))
    }

    fn ask_once(&self, here: &QuestionAt, plan: &mut Plan, session: &mut Session) -> Result<Reply<()>, Stop> {
        plan.safety.begin_private_questions();
        session.save(plan)?;
        let mut before = plan.person.recent.given().cloned().unwrap_or_default();
        if plan.safety.private_answers().pregnant.is(&YesNo::Yes) {
            before.push(Recent::Pregnant);
        }
        Ok(
            tick_some(Recent::all(), here, plan, session, before)?.map(|mut ticked| {
                let pregnant = ticked.contains(&Recent::Pregnant);
                ticked.retain(|choice| *choice != Recent::Pregnant);
                if ticked.is_empty() {
                    // An empty list would tell what was ticked and not kept.
                    ticked.push(Recent::Nothing);
                }
                plan.safety.this_session.pregnant = Answer::Given(if pregnant { YesNo::Yes } else { YesNo::No });
                plan.person.recent = Answer::Given(ticked);
                plan.safety.note_asked(Field::Recent, session.today);
            }),
        )
    }

    fn skip(&self, _here: &QuestionAt, plan: &mut Plan, later: Option<Later>) {
        plan.safety.this_session.pregnant = Answer::Left;
        plan.person.recent = later.map_or(Answer::Left, Answer::Later);
        plan.safety
            .note_asked(Field::Recent, plan.safety.on.or(plan.changed).unwrap_or_default());
    }

    fn clear(&self, here: &QuestionAt, plan: &mut Plan) {
        plan.person.recent = Answer::Unasked;
        plan.safety.this_session.pregnant = Answer::Unasked;
        plan.safety.saved.pregnant = Answer::Unasked;
        plan.safety.forget_asked(here.question.field);
    }
}

/// Put before, in this visit or an earlier one: that is all that is known.
fn asked_state(safety: &Safety, field: Field) -> AnswerState {
    if safety.was_asked(field) {
        AnswerState::Given
    } else {
        AnswerState::Unasked
    }
}
