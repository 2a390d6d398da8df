//! Boundaries: what I will do, and what stays.

use crate::plan::BoundaryKind;

use super::free_text::{blames, harms, withholds_help, wording};
use super::matcher::Matcher;
use super::{CoachWords, Hint, hints_of};

/// What is known around a boundary.
#[derive(Clone, Copy, Default, Debug)]
pub struct BoundaryContext<'a> {
    /// Its kind. Beside one about housing the danger was said already.
    pub kind: Option<&'a BoundaryKind>,
    /// There is a day to look at it again.
    pub has_review: bool,
    /// The person is under 18.
    pub young: bool,
}

/// What the sentence of a boundary takes away, whatever kind was picked for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TakenAway {
    /// Where the person lives.
    pub housing: bool,
    /// What keeps somebody alive: naloxone, an emergency call, medicine, a ride to care.
    pub vital_help: bool,
    /// Food, school or care.
    care: bool,
}

impl TakenAway {
    /// What is heard in this sentence.
    pub fn by(text: &str, rules: &CoachWords) -> Self {
        TakenAway::heard_in(&Matcher::new(text, rules), rules)
    }

    fn heard_in(heard: &Matcher, rules: &CoachWords) -> Self {
        TakenAway {
            housing: heard.means(&rules.housing) || heard.withholds(&rules.home),
            vital_help: withholds_help(heard, rules),
            care: heard.withholds(&rules.owed),
        }
    }

    /// A home, food, school or care: owed to somebody under 18, whatever happens.
    pub fn is_owed_to_a_minor(self) -> bool {
        self.housing || self.care
    }
}

/// What could be better in the sentence of a boundary. Without words there is no hint. A condition about what I see or
/// hear ("if I find", "when there is shouting") is no threat, and says from when.
pub fn boundary(text: &str, around: BoundaryContext, rules: &CoachWords) -> Vec<Hint> {
    let heard = Matcher::new(text, rules);
    if heard.is_empty() {
        return Vec::new();
    }
    let taken = TakenAway::heard_in(&heard, rules);
    let noted = matches!(around.kind, Some(BoundaryKind::MovingOut | BoundaryKind::LivingHere));
    let own = [
        (Hint::Minor, around.young && taken.is_owed_to_a_minor()),
        (Hint::Housing, !around.young && taken.housing && !noted),
        (Hint::Threat, heard.opens(&rules.opening)),
        (Hint::Control, heard.means(&rules.control)),
        (Hint::ByAnother, heard.another_acts()),
        (Hint::NoFirstPerson, !heard.has(&rules.first_person)),
        (Hint::Guilt, heard.has(&rules.guilt)),
        (Hint::Absolute, !around.has_review && heard.has(&rules.absolute)),
        (Hint::NoStart, !heard.has(&rules.start)),
        (Hint::Wording, wording(text, rules).is_some()),
    ];
    hints_of(own.into_iter().chain(harms(&heard, rules)))
}

/// What could be better in what stays beside the boundary `text`; one's own life takes nothing away, so nothing has to
/// stay beside it.
pub fn what_stays(text: &str, stays: &str, kind: Option<&BoundaryKind>, rules: &CoachWords) -> Vec<Hint> {
    let heard = Matcher::new(text, rules);
    let own_life = kind == Some(&BoundaryKind::OwnLife);
    let nothing = stays.trim().is_empty() && !own_life && !heard.is_empty() && !heard.has(&rules.still);
    let stays = Matcher::new(stays, rules);
    let own = [(Hint::NoStays, nothing)];
    hints_of(own.into_iter().chain(harms(&stays, rules)).chain(blames(&stays, rules)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::english;

    /// The hints of a boundary that has all six parts but for what its words do.
    fn of(text: &str) -> Vec<Hint> {
        boundary(text, BoundaryContext::default(), &english())
    }

    /// Each of these gives this hint, and it comes first.
    fn speaks(hint: Hint, texts: &[&str]) {
        for text in texts {
            assert_eq!(of(text).first(), Some(&hint), "{text}: {:?}", of(text));
        }
    }

    fn silent(texts: &[&str]) {
        for text in texts {
            assert_eq!(of(text), [], "{text}");
        }
    }

    #[test]
    fn it_is_about_what_i_do() {
        speaks(
            Hint::NoFirstPerson,
            &[
                "Starting Friday, no cash.",
                "Starting Friday, rent goes to the landlord.",
            ],
        );
        silent(&[
            "Starting Friday, I'll pay the landlord.",
            "Starting Friday, we will pay the landlord.",
        ]);
    }

    #[test]
    fn it_does_not_begin_as_a_threat() {
        speaks(
            Hint::Threat,
            &[
                "You must go today, and I will drive.",
                "If you don\u{2019}t go today, I leave.",
                "Unless you go today, I leave.",
                "Or else I will leave today.",
                "Starting Friday, if you do not go, I leave.",
                "Go today, or else I leave.",
                "Starting today, I am cutting you off.",
                "Get out today, I am tired.",
            ],
        );
        silent(&[
            "Starting tonight, if I find drugs, I will leave the room.",
            "Starting tonight, I will end the call when there is shouting.",
            "Starting today, if somebody threatens us, I will call the police.",
            "Starting today, I will not throw you out.",
        ]);
    }

    #[test]
    fn for_ever_needs_a_day_to_look_at_it_again() {
        speaks(
            Hint::Absolute,
            &[
                "Starting today, I will never give cash.",
                "Starting today, I will always pay by card.",
            ],
        );
        let text = "Starting today, I will never give cash.";
        let around = BoundaryContext {
            has_review: true,
            ..BoundaryContext::default()
        };
        assert_eq!(boundary(text, around, &english()), []);
        silent(&["Starting today, I will go to my group, and I will always love you."]);
    }

    #[test]
    fn it_says_from_when() {
        speaks(
            Hint::NoStart,
            &["I will not give cash.", "I will take money from my purse."],
        );
        silent(&[
            "From May on, I will not give cash.",
            "I will leave the room when there is shouting.",
        ]);
    }

    #[test]
    fn it_says_what_stays() {
        let rules = english();
        let with = |stays, kind| what_stays("Starting today, I will not give cash.", stays, kind, &rules);
        assert_eq!(with(" ", Some(&BoundaryKind::Money)), [Hint::NoStays]);
        assert_eq!(with("", None), [Hint::NoStays]);
        assert_eq!(with("our dinners", None), []);
        assert_eq!(with("", Some(&BoundaryKind::OwnLife)), []);
        let both = "Starting today, I will not give cash. I will still buy food.";
        assert_eq!(what_stays(both, "", None, &rules), []);
    }

    #[test]
    fn it_controls_nobody() {
        speaks(
            Hint::Control,
            &[
                "Starting today, I will make you go.",
                "Starting today, I say that you're not allowed out.",
                "Starting today, I will pay, and you have to go.",
            ],
        );
        silent(&[
            "Starting today, I will come along, and I will not make you stay.",
            "Starting today, I will ask you to call.",
        ]);
    }

    #[test]
    fn love_is_not_taken_back() {
        speaks(
            Hint::LoveWithdrawn,
            &[
                "From today, you are dead to me.",
                "Starting today, I say: you're no longer my son.",
            ],
        );
        silent(&["Starting today, I will not pay fines, and I won't stop loving you."]);
    }

    // Holds R-26
    #[test]
    fn what_keeps_alive_is_not_taken_back() {
        speaks(
            Hint::VitalHelp,
            &[
                "Starting today, I will not call 911 for you.",
                "Starting today, I will no longer keep naloxone here.",
                "Starting today, I won\u{2019}t buy food for the children.",
                "Starting today, I will throw out your methadone.",
                "Starting today, I will stop driving you to treatment.",
                "Starting today, I will not pay for your phone.",
            ],
        );
        silent(&[
            "Starting today, I will not give cash, and I will call 911 when you do not wake.",
            "Starting today, I will not stop driving you to treatment.",
            "Starting today, I will not drive you at night except to treatment.",
            "Starting tonight, I will lock up medicine.",
        ]);
        let stays = "I will still not keep naloxone here.";
        let text = "Starting today, I will not give cash.";
        assert_eq!(what_stays(text, stays, None, &english()), [Hint::VitalHelp]);
        assert_eq!(boundary(text, BoundaryContext::default(), &english()), []);
    }

    #[test]
    fn i_can_do_it_alone() {
        speaks(
            Hint::ByAnother,
            &[
                "Starting today, your father will keep the keys, and I will rest.",
                "Starting Friday, Ben will drive you, and I will rest.",
                "Starting Friday, you will clean up, and I will cook.",
            ],
        );
        silent(&[
            "Starting Friday, Ben and I will cook.",
            "Starting Friday, I will rest when Ben will not.",
            "Starting Friday, I will cook so that they will have food.",
        ]);
    }

    #[test]
    fn it_uses_no_force() {
        speaks(
            Hint::Force,
            &[
                "Starting tonight, I will lock you in.",
                "Starting tonight, I will block the door.",
                "Starting tonight, I will give you a drug test each week.",
                "Starting tonight, I will take your phone.",
                "Starting tonight, I won't let you leave.",
            ],
        );
        silent(&[
            "Starting tonight, I will not block the door.",
            "Starting tonight, I will lock up valuables.",
        ]);
    }

    #[test]
    fn it_watches_nobody() {
        speaks(
            Hint::Watching,
            &[
                "Starting tonight, I will search your room.",
                "Starting tonight, I will follow you.",
                "Starting tonight, I will track your phone.",
            ],
        );
        silent(&[
            "Starting tonight, I will not search your bag or follow you.",
            "From May on, I will search for a place.",
        ]);
    }

    #[test]
    fn labels_and_swearing_are_heard_last_and_early() {
        speaks(Hint::Wording, &["Starting today, I will not pay for your relapse."]);
        speaks(Hint::Swearing, &["Starting today, I will not pay for this shit."]);
        assert_eq!(of("  "), []);
    }
}
