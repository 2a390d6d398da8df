//! A prompter that answers at random, with replies each kind of question can take.

use std::io;

use steadfast::prompt::{Action, Choice, Message, Prompt, PromptReply, Prompter};

/// A small xorshift: the same seed, the same visit, on every machine.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        dice.roll(2);
        dice
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % sides
    }
}

/// Answers at random and leaves when its patience is over.
pub struct Restless {
    dice: Dice,
    patience: usize,
    /// What was asked, the last one last.
    pub asked: Vec<String>,
    /// The rows that the home page had when it was last shown.
    pub home_rows: Vec<String>,
}

/// How often a visit may ask again after somebody said that they leave.
const POLITE: usize = 5;

const TYPED: &[&str] = &[
    "Ana",
    "tomorrow",
    "in 3 weeks",
    "12/5",
    "5 December",
    "next saturday, 12 December",
    "31 April",
    "555-0142",
    "911",
    "x",
    "<<",
    "  !",
    "é\u{301} ñ 語",
    "a b\tc",
];

const WISHES: [Action; 6] = [
    Action::Back,
    Action::Skip,
    Action::Later,
    Action::Help,
    Action::Danger,
    Action::Home,
];

impl Restless {
    pub fn new(seed: u64, patience: usize) -> Self {
        Self {
            dice: Dice::new(seed),
            patience,
            asked: Vec::new(),
            home_rows: Vec::new(),
        }
    }

    /// An action, sometimes; only actions where there is nothing to answer with.
    fn action(&mut self, put: &Prompt, answerable: bool) -> Option<Action> {
        self.asked.push(put.id.clone());
        let over = self.asked.len().checked_sub(self.patience);
        if let Some(over) = over {
            assert!(over < POLITE, "no way out: {:?}", &self.asked[self.patience - 1..]);
            return Some(if self.patience.is_multiple_of(2) {
                Action::Leave
            } else {
                Action::Hide
            });
        }
        match self.dice.roll(10) {
            0 => Some(WISHES[self.dice.roll(WISHES.len())]),
            _ if !answerable => Some(Action::Later),
            _ => None,
        }
    }

    fn words(&mut self, put: &Prompt, before: &str) -> PromptReply<String> {
        if let Some(action) = self.action(put, true) {
            return PromptReply::Action(action);
        }
        PromptReply::Given(if before.is_empty() || self.dice.roll(3) > 0 {
            TYPED[self.dice.roll(TYPED.len())].trim().into()
        } else {
            before.into()
        })
    }
}

impl Prompter for Restless {
    fn show(&mut self, _said: &Message) -> io::Result<()> {
        Ok(())
    }

    fn line(&mut self, put: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        Ok(self.words(put, before))
    }

    fn text(&mut self, put: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        Ok(self.words(put, before))
    }

    fn pick(&mut self, put: &Prompt, options: &[Choice], before: Option<usize>) -> io::Result<PromptReply<usize>> {
        if put.id == "home" {
            self.home_rows = options.iter().map(|row| row.label.to_string()).collect();
        }
        // What most people pick most of the time: visits get further this way.
        let usual = match put.id.as_str() {
            "danger" | "danger.next" => Some(4),
            // No row of a private question is kept for whoever is asked again.
            "safety.harm" | "safety.suicide" => Some(0),
            // The longest visit puts every question.
            "visit.length" => Some(2),
            "browse" => None,
            _ => before.filter(|row| *row < options.len()),
        };
        Ok(match (self.action(put, !options.is_empty()), usual) {
            (Some(action), _) => PromptReply::Action(action),
            (None, Some(row)) if self.dice.roll(3) > 0 => PromptReply::Given(row),
            (None, _) => PromptReply::Given(self.dice.roll(options.len())),
        })
    }

    fn tick(&mut self, put: &Prompt, options: &[Choice], _before: &[bool]) -> io::Result<PromptReply<Vec<bool>>> {
        Ok(match self.action(put, true) {
            Some(action) => PromptReply::Action(action),
            None => PromptReply::Given(options.iter().map(|_| self.dice.roll(5) == 0).collect()),
        })
    }

    fn order(&mut self, put: &Prompt, items: &[Choice]) -> io::Result<PromptReply<Vec<usize>>> {
        if items.len() < 2 {
            return Ok(PromptReply::Given((0..items.len()).collect()));
        }
        Ok(match self.action(put, true) {
            Some(action) => PromptReply::Action(action),
            None => PromptReply::Given((0..items.len()).rev().collect()),
        })
    }

    fn secret(&mut self, put: &Prompt) -> io::Result<PromptReply<secrecy::SecretString>> {
        panic!("a passphrase was asked for at `{}`", put.id)
    }

    fn pause(&mut self, put: &Prompt) -> io::Result<PromptReply<()>> {
        Ok(match self.action(put, true) {
            Some(action) => PromptReply::Action(action),
            None => PromptReply::Given(()),
        })
    }

    fn hide(&mut self) -> io::Result<()> {
        Ok(())
    }
}
