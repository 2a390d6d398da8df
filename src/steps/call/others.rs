//! A first call to a professional, with its sixteen questions (evidence#call), and one to the insurance.

use chrono::NaiveDate;

use crate::journey::{Journey, Tier, first_unsettled, run};
use crate::plan::Field::{ProFee, ProName, ProPhone};
use crate::plan::call::{INSURER, PROFESSIONAL, SHORT};
use crate::plan::{Answer, ById, Field, Id, List, Plan, ProStatus};
use crate::prompt::Message;
use crate::session::{CallScript, Outcome, Session, Stop, show_text};
use crate::text;
use crate::words::{Words, fill_placeholders};

use super::{LABEL, choose};
use crate::steps;

/// What is said beside the questions.
const SCRIPT: CallScript = CallScript {
    before_question,
    after_answer,
};

fn before_question(field: Field, id: &Id, plan: &Plan, words: &Words) -> Vec<Message> {
    let call = &words.call;
    let say = call
        .say_professional
        .get(field.code())
        .or_else(|| call.say_insurer.get(field.code()));
    let say = say.map(|say| words.fill_names(say, plan, &words.item_name(id, plan)));
    say.map(|say| Message::strong(fill_placeholders(call.say_line, &[("say", &say)])))
        .into_iter()
        .collect()
}

/// The first word with a professional is noted.
fn after_answer(_: Field, id: &Id, plan: &mut Plan, today: NaiveDate, _: &Words) -> String {
    if let Some(pro) = plan.professionals.by_id_mut(id)
        && pro.first_contact_date.is_unasked()
    {
        pro.first_contact_date = Answer::Given(today);
    }
    String::new()
}

/// Asks which professional, one of the list or a new one, and calls.
pub(super) fn professional(plan: &mut Plan, session: &mut Session) -> Result<Outcome, Stop> {
    let words = session.words;
    let mut known = plan.ids(List::Professionals);
    known.retain(|id| steps::entry(ProFee, Some(id), plan).is_some_and(|it| it.here.is_asked(plan, Tier::OnRequest)));
    let name = |id: &Id| match words.item_name(id, plan) {
        name if name.is_empty() => words.engine.unnamed.into(),
        name => text::cut(&text::sanitize_line(&name), LABEL),
    };
    let mut rows: Vec<String> = known.iter().map(name).collect();
    rows.push(words.call.new_professional.into());
    let Some(row) = choose("call.professional", words.call.professional_ask, &rows, plan, session)? else {
        return Ok(Outcome::Back);
    };
    let id = match known.get(row) {
        Some(id) => id.clone(),
        None => match new_professional(plan, session)? {
            Some(id) => id,
            None => return Ok(Outcome::Back),
        },
    };
    let rows = [words.call.length_short.into(), words.call.length_whole.into()];
    let Some(row) = choose("call.length", words.call.length_ask, &rows, plan, session)? else {
        return Ok(Outcome::Back);
    };
    let asked = match row {
        0 => &PROFESSIONAL[..SHORT],
        _ => &PROFESSIONAL[..],
    };
    session.notice(fill_placeholders(
        words.call.begin,
        &[("item", &words.item_name(&id, plan))],
    ));
    talk(asked, Some(&id), plan, session)
}

/// Somebody who is not on the list yet: their name and number first. Nothing is kept where neither was said.
fn new_professional(plan: &mut Plan, session: &mut Session) -> Result<Option<Id>, Stop> {
    let id = plan.add(List::Professionals);
    if let Some(pro) = plan.professionals.by_id_mut(&id) {
        pro.status = Answer::Given(ProStatus::Contacted);
    }
    let journey = journey(&[ProName, ProPhone], Some(&id), plan);
    let end = run(&journey, plan, session, 0, &mut |_, _| None);
    let named = plan.professionals.by_id(&id);
    if named.is_some_and(|pro| pro.name.is_unasked() && pro.phone.is_unasked()) {
        plan.remove(List::Professionals, &id);
    }
    Ok((end? == Outcome::Done).then_some(id))
}

/// The call to the insurance.
pub(super) fn insurer(plan: &mut Plan, session: &mut Session) -> Result<Outcome, Stop> {
    session.notice(session.words.call.insurer_begin);
    talk(&INSURER, None, plan, session)
}

/// One such call, from its first open question, and how to end it.
fn talk(fields: &[Field], id: Option<&Id>, plan: &mut Plan, session: &mut Session) -> Result<Outcome, Stop> {
    let journey = journey(fields, id, plan);
    if let Some(open) = first_unsettled(&journey, plan) {
        session.call_script = Some(SCRIPT);
        let end = run(&journey, plan, session, open, &mut |_, _| None);
        session.call_script = None;
        if end? == Outcome::Back {
            return Ok(Outcome::Back);
        }
    }
    let said = session.words.call.end.last().copied().unwrap_or_default();
    show_text(said, plan, session)?;
    Ok(Outcome::Done)
}

fn journey(fields: &[Field], id: Option<&Id>, plan: &Plan) -> Journey {
    Journey {
        entries: fields
            .iter()
            .filter_map(|field| steps::entry(*field, id, plan))
            .collect(),
        tier: Tier::OnRequest,
        introduces: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prompt::{PromptKind, Scripted, ScriptedReply};

    fn ran(
        plan: &mut Plan,
        answers: Vec<ScriptedReply>,
        call: fn(&mut Plan, &mut Session) -> Result<Outcome, Stop>,
    ) -> (Vec<String>, String) {
        let words = Words::load("en", None).unwrap();
        let mut script = Scripted::new(answers);
        let mut keep = |_: &mut Plan, _: &mut dyn crate::prompt::Prompter| Ok(());
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut session = Session::new(&mut script, &words, today, &mut keep);
        drop(call(plan, &mut session));
        assert_eq!(script.unused(), 0);
        let seen = script.transcript();
        let asked = seen.iter().filter(|one| one.kind != PromptKind::Say);
        let read = seen.iter().map(|one| one.reads.as_str()).collect();
        (asked.map(|one| one.id.clone()).collect(), read)
    }

    fn line(text: &str) -> ScriptedReply {
        ScriptedReply::Line(text.into())
    }

    #[test]
    fn a_short_call_to_somebody_new_asks_the_five_and_keeps_each_answer() {
        let mut plan = Plan::default();
        let five = ["a state license", "thirty", "good", "nobody", "400"].map(line);
        let begin = vec![
            ScriptedReply::Pick(0),
            line("Fern"),
            line("555-0170"),
            ScriptedReply::Pick(0),
        ];
        let answers = [begin, five.to_vec(), vec![ScriptedReply::Enter]].concat();
        let (asked, read) = ran(&mut plan, answers, professional);
        assert_eq!(
            asked[4..9],
            PROFESSIONAL[..SHORT]
                .iter()
                .map(|field| field.code())
                .collect::<Vec<_>>()
        );
        let pro = &plan.professionals[0];
        assert_eq!(pro.families_with_opioid_use.words(), "thirty");
        assert!(pro.first_contact_date.given().is_some());
        let words = Words::load("en", None).unwrap();
        for field in &PROFESSIONAL[..SHORT] {
            assert!(read.contains(words.call.say_professional[field.code()]), "{field:?}");
        }
    }

    #[test]
    fn every_question_of_these_calls_has_its_spoken_words_and_no_other() {
        let call = &Words::load("en", None).unwrap().call;
        let mut asked: Vec<&str> = PROFESSIONAL.iter().map(|field| field.code()).collect();
        asked.sort_unstable();
        let mut said: Vec<&str> = call.say_professional.keys().collect();
        said.sort_unstable();
        assert_eq!(asked, said);
        let mut asked: Vec<&str> = INSURER.iter().map(|field| field.code()).collect();
        asked.sort_unstable();
        let mut said: Vec<&str> = call.say_insurer.keys().collect();
        said.sort_unstable();
        assert_eq!(asked, said);
    }

    #[test]
    fn nobody_named_is_nobody_kept_and_the_insurance_has_its_own_questions() {
        let mut plan = Plan::default();
        let back = ScriptedReply::Action(crate::prompt::Action::Back);
        ran(&mut plan, vec![ScriptedReply::Pick(0), back], professional);
        assert!(plan.professionals.is_empty());
        let skips = vec![ScriptedReply::Action(crate::prompt::Action::Skip); INSURER.len()];
        let (asked, _) = ran(&mut plan, [skips, vec![ScriptedReply::Enter]].concat(), insurer);
        assert_eq!(asked[..8], INSURER.map(|field| field.code()));
    }
}
