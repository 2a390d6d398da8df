//! Answers, invitations, events, and single words.

use super::matcher::Matcher;
use super::{CoachWords, Hint, Stigma, hints_of};

/// What harms in any text: help or love taken back, force, watching, a threat, swearing.
pub(super) fn harms(heard: &Matcher, rules: &CoachWords) -> [(Hint, bool); 6] {
    [
        (Hint::VitalHelp, withholds_help(heard, rules)),
        (Hint::Force, heard.means(&rules.force)),
        (Hint::Watching, heard.means(&rules.watching)),
        (Hint::LoveWithdrawn, heard.means(&rules.love_withdrawn)),
        (Hint::Threat, heard.means(&rules.threat) || heard.opens(&rules.outburst)),
        (Hint::Swearing, heard.has(&rules.swearing)),
    ]
}

/// True if help that keeps somebody alive is taken back.
pub(super) fn withholds_help(heard: &Matcher, rules: &CoachWords) -> bool {
    heard.has(&rules.abandon) && heard.has(&rules.nay) || heard.withholds(&rules.vital)
}

/// What blames or shames: "you made me", "you always", "promise me", "if you loved us", a comparison with the dead
///
pub(super) fn blames(heard: &Matcher, rules: &CoachWords) -> [(Hint, bool); 5] {
    [
        (Hint::Guilt, heard.has(&rules.guilt)),
        (Hint::MadeMe, heard.means(&rules.made_me)),
        (Hint::YouAlways, heard.has(&rules.you_always)),
        (Hint::Compared, heard.means(&rules.compared)),
        (Hint::Promise, heard.means(&rules.promise)),
    ]
}

/// What could be better in an answer to what the person may say (R-29: calm; what harms or blames is not).
pub fn objection(answer: &str, rules: &CoachWords) -> Vec<Hint> {
    let heard = Matcher::new(answer, rules);
    let own = [
        (Hint::Control, heard.means(&rules.control)),
        (Hint::Secret, heard.means(&rules.secret)),
        (Hint::Wording, wording(answer, rules).is_some()),
    ];
    hints_of(own.into_iter().chain(harms(&heard, rules)).chain(blames(&heard, rules)))
}

/// What could be better in an invitation: it is true in every word, and nobody is forced (design#coach).
pub fn invitation(text: &str, rules: &CoachWords) -> Vec<Hint> {
    let heard = Matcher::new(text, rules);
    let own = [
        (Hint::NotTrue, heard.means(&rules.not_true)),
        (Hint::Control, heard.means(&rules.control)),
        (Hint::Wording, wording(text, rules).is_some()),
    ];
    hints_of(own.into_iter().chain(harms(&heard, rules)).chain(blames(&heard, rules)))
}

/// What could be left out wherever something that happened is described (R-37, design#words).
pub fn event(text: &str, rules: &CoachWords) -> Vec<Hint> {
    let heard = Matcher::new(text, rules);
    hints_of([
        (Hint::Crime, heard.means(&rules.crime)),
        (Hint::Wording, wording(text, rules).is_some()),
    ])
}

/// The first such word (design#words) that is heard in what the family types: what it could say instead. A word that is
/// taken back ("this is not a ...") is not meant, and the names of R-31 are spared.
pub fn wording<'a>(text: &str, rules: &'a CoachWords) -> Option<&'a Stigma> {
    let heard = Matcher::new(text, rules);
    rules.stigma.iter().find(|row| heard.has_label(&row.avoid))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::english;

    // Holds R-29
    #[test]
    fn an_answer_stays_calm() {
        let rules = english();
        for (answer, hint) in [
            ("You have to go.", Hint::Control),
            ("Go, or else.", Hint::Threat),
            ("You always say that.", Hint::YouAlways),
            ("You made me do this.", Hint::MadeMe),
            ("Promise me you will go.", Hint::Promise),
            ("I will hold you down.", Hint::Force),
            ("That is bullshit.", Hint::Swearing),
            ("You will end up like your uncle.", Hint::Compared),
            ("Don't tell your sister, but I know.", Hint::Secret),
            ("You are in denial.", Hint::Wording),
        ] {
            assert_eq!(objection(answer, &rules), [hint], "{answer}");
        }
        for answer in [
            "You do not have to promise me anything. Will you try one visit?",
            "I can't make you go. I love you.",
            "",
        ] {
            assert_eq!(objection(answer, &rules), [], "{answer}");
        }
    }

    #[test]
    fn an_invitation_is_true_in_every_word() {
        let rules = english();
        for (text, hint) in [
            ("Come along for a checkup.", Hint::NotTrue),
            ("We have a check-up for you at ten.", Hint::NotTrue),
            ("There is a surprise party for you.", Hint::NotTrue),
            ("It is just dinner.", Hint::NotTrue),
            ("Two men will escort you there.", Hint::Force),
            ("You must come on Friday.", Hint::Control),
        ] {
            assert_eq!(invitation(text, &rules), [hint], "{text}");
        }
        for text in [
            "Will you come to dinner on Friday? Ana and I want to talk with you about help.",
            "This is not a surprise, and you can leave at any time.",
            "",
        ] {
            assert_eq!(invitation(text, &rules), [], "{text}");
        }
    }

    // Holds R-37
    #[test]
    fn an_event_leaves_out_selling_dealers_theft_and_crimes() {
        let rules = english();
        for text in [
            "You sold my ring.",
            "You were selling pills.",
            "Your dealer came to the door.",
            "You stole from Grandma.",
            "You bought heroin in the park.",
            "You were arrested in May.",
        ] {
            assert_eq!(event(text, &rules), [Hint::Crime], "{text}");
        }
        for text in [
            "On May 4, I found you asleep on the stairs.",
            "We sold the boat, and we were dealing with a lot.",
            "You were not arrested.",
        ] {
            assert_eq!(event(text, &rules), [], "{text}");
        }
    }

    #[test]
    fn a_label_is_heard_with_what_to_say_instead() {
        let rules = english();
        let say = |text| wording(text, &rules).map(|row| row.say.as_str());
        assert_eq!(say("You are a JUNKIE."), say("junkies"));
        assert_eq!(say("a recovering addict"), Some("person in recovery"));
        assert_ne!(say("an addict"), say("a recovering addict"));
        for text in [
            "Alcoholics Anonymous meets on Monday.",
            "The Substance Abuse and Mental Health Services Administration has a line.",
            "I told them about domestic abuse.",
            "It is not a weakness.",
            "Here are clean clothes, and it is high time.",
            "addiction medicine",
            "The user's guide",
        ] {
            assert_eq!(say(text), None, "{text}");
        }
    }
}
