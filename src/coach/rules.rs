//! What the rules need to know of a language.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Phrase;

/// The words and phrases of one language, as `coach.toml` holds them under `rules`. How a phrase is written:
/// [`Phrase`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoachWords {
    /// Short forms, and the words they are heard as. The lists hold the long forms only.
    pub alike: BTreeMap<String, String>,
    /// Short endings, and the word they are heard as.
    pub endings: BTreeMap<String, String>,
    /// In this language a large letter inside a sentence shows a name.
    pub names_begin_large: bool,
    /// Never meant, whatever they hold: proper names of R-31, sayings.
    pub spare: Vec<Phrase>,
    /// Begin a new clause.
    pub clause: Vec<Phrase>,
    /// Take back what follows.
    pub nay: Vec<Phrase>,
    /// Begin a clause that is a condition or a reason.
    pub condition: Vec<Phrase>,
    /// First person.
    pub first_person: Vec<Phrase>,
    /// Other people who could have to act.
    pub others: Vec<Phrase>,
    /// Verbs by which somebody is to act.
    pub acts: Vec<Phrase>,
    /// Openings that make a threat of a boundary.
    pub opening: Vec<Phrase>,
    /// Openings that are a threat anywhere.
    pub outburst: Vec<Phrase>,
    /// Threats.
    pub threat: Vec<Phrase>,
    /// Control aimed at the person.
    pub control: Vec<Phrase>,
    /// For ever.
    pub absolute: Vec<Phrase>,
    /// From when.
    pub start: Vec<Phrase>,
    /// What stays.
    pub still: Vec<Phrase>,
    /// Love taken back.
    pub love_withdrawn: Vec<Phrase>,
    /// Take away what follows, as [`nay`](Self::nay) does.
    pub withdraw: Vec<Phrase>,
    /// What is never taken away.
    pub vital: Vec<Phrase>,
    /// Turning a way to reach each other away: a sign that holds where the sentence also says no.
    pub abandon: Vec<Phrase>,
    /// Ends housing.
    pub housing: Vec<Phrase>,
    /// Housing that is refused or ended where a word takes it back.
    pub home: Vec<Phrase>,
    /// What parents owe somebody under 18.
    pub owed: Vec<Phrase>,
    /// Guilt and shame.
    pub guilt: Vec<Phrase>,
    /// Force (design#coach).
    pub force: Vec<Phrase>,
    /// Watching (design#coach).
    pub watching: Vec<Phrase>,
    /// Selling, buying, theft, crimes.
    pub crime: Vec<Phrase>,
    /// What others keep private.
    pub secret: Vec<Phrase>,
    /// Invitations that are not true (design#coach).
    pub not_true: Vec<Phrase>,
    /// Swearing and names.
    pub swearing: Vec<Phrase>,
    /// "You made me".
    pub made_me: Vec<Phrase>,
    /// "You always", "you never".
    pub you_always: Vec<Phrase>,
    /// Comparisons with the dead.
    pub compared: Vec<Phrase>,
    /// "Promise me".
    pub promise: Vec<Phrase>,
    /// Hearsay.
    pub hearsay: Vec<Phrase>,
    /// "We" in place of "I".
    pub we_for_i: Vec<Phrase>,
    /// Love in the first part.
    pub love: Vec<Phrase>,
    /// What makes a question or a request of it.
    pub ask: Vec<Phrase>,
    /// The day of an event.
    pub event_day: Vec<Phrase>,
    /// What I saw of an event.
    pub event_seen: Vec<Phrase>,
    /// What is never in the program's own sentences (design#words).
    pub never: Vec<Phrase>,
    /// How a word of [`never`](Self::never) may end: what goes, and what comes in its place.
    pub never_endings: Vec<(String, String)>,
    /// Words that are heard as a label (design#words), those with more words first.
    pub stigma: Vec<Stigma>,
}

/// A word that is heard as a label, and what to say instead (design#words).
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct Stigma {
    /// What could be left out.
    pub avoid: Vec<Phrase>,
    /// What could be said.
    pub say: String,
}
