//! How things look: the only file that knows a color. What has to be read is the terminal's own color; there is one
//! accent, on the sign of the pointer and in its boxes, and it is never the only sign.

use std::fmt;

use dialoguer::theme::Theme;

use super::Tone;

/// What a piece of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Whatever has to be read.
    Words,
    /// To be read first: the question, the row that is pointed at.
    Strong,
    /// What may be passed over: rule, numbers of rows, keys.
    Quiet,
    /// The sign of the pointer, and what is ticked.
    Here,
    /// The number to call, as strong as the terminal can.
    Alarm,
    /// A suggestion, until it is taken.
    Offered,
}

impl From<Tone> for Role {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Title | Tone::Strong => Role::Strong,
            Tone::Quiet => Role::Quiet,
            Tone::Plain => Role::Words,
        }
    }
}

/// Whether a color may be sent; weights are no color.
#[derive(Clone, Copy, Debug)]
pub(super) struct Appearance {
    /// Whether the accent may be sent.
    pub(super) colour: bool,
}

impl Appearance {
    /// The words as they look. Bright magenta and bright red are the two of the sixteen colors that can be read on light
    /// and on dark; dim is plain where it is not known.
    pub(super) fn dress(self, role: Role, words: &str) -> String {
        let weight = match role {
            Role::Words => "",
            Role::Strong => "1",
            Role::Quiet => "2",
            Role::Here if self.colour => "1;95",
            Role::Here => "1",
            Role::Alarm => "1;7",
            Role::Offered => "4",
        };
        if weight.is_empty() || words.is_empty() {
            return words.to_owned();
        }
        format!("\x1b[{weight}m{words}\x1b[0m")
    }

    /// A row of a list to put in order, which is dialoguer's own.
    fn row(self, out: &mut dyn fmt::Write, mark: &str, words: &str, is_here: bool) -> fmt::Result {
        let (sign, role) = match is_here {
            true => (">", Role::Strong),
            false => (" ", Role::Words),
        };
        let sign = self.dress(Role::Here, sign);
        write!(out, "{sign} {mark}{}", self.dress(role, words))
    }
}

impl Theme for Appearance {
    fn format_prompt(&self, out: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        out.write_str(&self.dress(Role::Strong, prompt))
    }

    fn format_sort_prompt_item(&self, out: &mut dyn fmt::Write, text: &str, picked: bool, active: bool) -> fmt::Result {
        let mark = if picked && active { "[x] " } else { "[ ] " };
        self.row(out, mark, text, active)
    }
}
