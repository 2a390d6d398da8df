//! Every word this room says by itself, in one language. Filled by the room that owns the words.

use super::{Action, Choice, EverydayWords};

/// The room's own words, from `prompts/<language>/ask.toml`. Where `{}` stands, something is filled in.
#[derive(Debug)]
pub struct Phrases {
    /// What opens the menu, wherever one is.
    pub more: &'static str,
    /// The last row of every list, plain: what opens the menu.
    pub else_row: &'static str,
    /// The question of the list behind that row.
    pub else_ask: &'static str,
    /// What is at the cursor of that list.
    pub else_prompt: &'static str,
    /// Under a question for one line, rich.
    pub foot_line: &'static str,
    /// Under a question for a longer text, rich.
    pub foot_text: &'static str,
    /// Under a list to pick from, rich.
    pub foot_pick: &'static str,
    /// Under a list to tick, rich.
    pub foot_tick: &'static str,
    /// Under the list behind the last row, rich.
    pub foot_menu: &'static str,
    /// Words where only Enter goes on, rich.
    pub foot_page: &'static str,
    /// The same on one of several pages, rich.
    pub foot_pages: &'static str,
    /// Under a list to put in order, rich.
    pub foot_order: &'static str,
    /// How to answer with a line, plain.
    pub plain_line: &'static str,
    /// How to answer with a longer text, plain.
    pub plain_text: &'static str,
    /// How to pick, plain.
    pub plain_pick: &'static str,
    /// How to tick, plain.
    pub plain_tick: &'static str,
    /// How to put in order, plain.
    pub plain_order: &'static str,
    /// What is at the cursor when the question brings nothing.
    pub prompt: &'static str,
    /// `{}`: the earlier answer, which Enter alone keeps.
    pub enter_keeps: &'static str,
    /// The same, when the earlier answer is too long to say again.
    pub enter_keeps_it: &'static str,
    /// A whole answer that Enter takes, plain; `{}`: it.
    pub suggestion: &'static str,
    /// How a suggestion is kept, changed or cleared, rich.
    pub suggestion_keys: &'static str,
    /// Enter alone keeps the order.
    pub enter_keeps_order: &'static str,
    /// Enter alone goes on.
    pub enter_goes_on: &'static str,
    /// Words where only Enter goes on, plain, and on a screen that says nothing else.
    pub page_keys: &'static str,
    /// Words that came before their question was seen are in its field now.
    pub typed_ahead: &'static str,
    /// `{}`: the earlier answer.
    pub earlier: &'static str,
    /// Enter without a word.
    pub nothing_typed: &'static str,
    /// Enter without a number; `{}`: the last number.
    pub nothing_picked: &'static str,
    /// A number that is not there; `{}`: the last number.
    pub not_on_list: &'static str,
    /// Something that is no number and no row, plain; `{}`: the last number.
    pub not_a_number: &'static str,
    /// A word within the row `{}`, which is not certain, plain.
    pub plain_perhaps: &'static str,
    /// The same at a question about safety.
    pub plain_nearest: &'static str,
    /// Words typed over a list that are none of its rows, rich; `{}`: the last number. One line of a narrow window.
    pub not_a_row: &'static str,
    /// The same at a question about safety.
    pub nearest_row: &'static str,
    /// Words typed over a list that could mean several rows; `{}`: their numbers.
    pub which_row: &'static str,
    /// Words typed over a list that could mean this row and no other, which the next Enter takes; `{}`: its number.
    pub perhaps_row: &'static str,
    /// Words that found a row, before Enter; `{}`: what was heard, `{}`: the row.
    pub heard_row: &'static str,
    /// Space over a list without boxes, rich.
    pub enter_picks: &'static str,
    /// Words found no row to tick, and Enter would end the list.
    pub not_ticked: &'static str,
    /// Enter where the pointer is at no row yet, rich; as short.
    pub no_row_yet: &'static str,
    /// A number twice in an order.
    pub twice: &'static str,
    /// Enter without a passphrase.
    pub secret_empty: &'static str,
    /// A key that is no letter, in a passphrase.
    pub secret_keys: &'static str,
    /// Under a passphrase.
    pub secret_how: &'static str,
    /// The row 0 of a plain list to tick.
    pub none_row: &'static str,
    /// Asked when nothing is ticked.
    pub none_ask: &'static str,
    /// How to tick, for the question whether nothing is right.
    pub none_why: &'static str,
    /// Yes to that.
    pub none_yes: &'static str,
    /// No to that.
    pub none_no: &'static str,
    /// The order may stay.
    pub order_keep: &'static str,
    /// The order is to change.
    pub order_change: &'static str,
    /// The list behind the last row.
    pub menu: Menu,
    /// What may be typed instead of an answer.
    pub signs: Shortcuts,
    /// Everyday words for the rows of lists.
    pub everyday: &'static [EverydayWords],
}

/// Something for each of the eight ways to move.
#[derive(Debug)]
pub struct PerAction<T> {
    /// Danger now.
    pub danger: T,
    /// Help.
    pub help: T,
    /// Back.
    pub back: T,
    /// Later.
    pub later: T,
    /// Skip.
    pub skip: T,
    /// Home.
    pub home: T,
    /// Hide.
    pub hide: T,
    /// Leave.
    pub leave: T,
}

impl<T> PerAction<T> {
    /// What stands for one of them.
    pub fn of(&self, action: Action) -> &T {
        match action {
            Action::Danger => &self.danger,
            Action::Help => &self.help,
            Action::Back => &self.back,
            Action::Later => &self.later,
            Action::Skip => &self.skip,
            Action::Home => &self.home,
            Action::Hide => &self.hide,
            Action::Leave => &self.leave,
        }
    }
}

/// The ways to move as the rows of a list.
pub type Menu = PerAction<MenuRow>;

/// What means a way to move when it stands alone on a line.
pub type Shortcuts = PerAction<&'static [&'static str]>;

/// One way to move.
#[derive(Debug)]
pub struct MenuRow {
    /// What is in the row.
    pub label: &'static str,
    /// What happens.
    pub note: &'static str,
}

impl Menu {
    /// The order in which they are offered: the one that cannot wait comes first.
    pub const ORDER: [Action; 8] = [
        Action::Danger,
        Action::Help,
        Action::Back,
        Action::Later,
        Action::Skip,
        Action::Home,
        Action::Hide,
        Action::Leave,
    ];

    /// The rows of the menu.
    pub(super) fn rows(&self) -> Vec<Choice> {
        Self::ORDER
            .iter()
            .map(|&action| {
                let entry = self.of(action);
                Choice::with_note(entry.label, entry.note)
            })
            .collect()
    }
}

impl Shortcuts {
    /// The action a line stands for, if it is exactly a sign. A space in front makes it an answer again;
    /// capitals and spaces behind do not matter.
    pub fn action(&self, line: &str) -> Option<Action> {
        let typed = line.trim_end().to_lowercase();
        Menu::ORDER
            .into_iter()
            .find(|&action| self.of(action).iter().any(|sign| sign.to_lowercase() == typed))
    }

    /// The action that was typed behind what was on the line already.
    pub fn action_behind(&self, line: &str, stood: &str) -> Option<Action> {
        let behind = line.strip_prefix(stood).filter(|_| !stood.is_empty())?;
        self.action(behind.trim_start())
    }

    /// What was typed before anybody saw what it would answer, without the sign on its last line. Nothing is left open
    /// by such a sign: it only leads away.
    pub(super) fn split_last_line<'a>(&self, lines: &'a str) -> (&'a str, Option<Action>) {
        let (before, last) = lines.trim_end().rsplit_once('\n').unwrap_or(("", lines));
        match self.action(last) {
            Some(action @ (Action::Danger | Action::Hide | Action::Leave)) => (before, Some(action)),
            _ => (lines, None),
        }
    }
}

/// The phrase with its place filled.
pub(super) fn fill_phrase(phrase: &str, with: impl std::fmt::Display) -> String {
    phrase.replacen("{}", &with.to_string(), 1)
}

#[cfg(test)]
pub(super) fn english() -> &'static Phrases {
    static ENGLISH: std::sync::LazyLock<Phrases> =
        std::sync::LazyLock::new(|| include!(concat!(env!("OUT_DIR"), "/ask.rs")));
    &ENGLISH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_stands_alone() {
        let signs = &english().signs;
        assert_eq!(signs.action("<"), Some(Action::Back));
        assert_eq!(signs.action("/BACK "), Some(Action::Back));
        assert_eq!(signs.action("?"), Some(Action::Help));
        assert_eq!(signs.action(">"), Some(Action::Later));
        assert_eq!(signs.action("!"), Some(Action::Danger));
        assert_eq!(signs.action("/hide"), Some(Action::Hide));
        for answer in [" <", "<3", "/ skip", "", "why?", "/back home"] {
            assert_eq!(signs.action(answer), None, "{answer:?}");
        }
    }

    #[test]
    fn a_sign_behind_what_stood_there_is_a_sign() {
        let signs = &english().signs;
        assert_eq!(signs.action_behind("Robin/hide", "Robin"), Some(Action::Hide));
        assert_eq!(signs.action_behind("Robin !", "Robin"), Some(Action::Danger));
        for (line, stood) in [
            ("Robin", "Robin"),
            ("Rob/hide", "Robin"),
            ("/hide", ""),
            ("Robinson", "Robin"),
        ] {
            assert_eq!(signs.action_behind(line, stood), None, "{line}");
        }
    }

    #[test]
    fn of_what_was_typed_ahead_only_a_sign_that_leads_away_is_heard() {
        let signs = &english().signs;
        assert_eq!(signs.split_last_line("Juniper\n/hide"), ("Juniper", Some(Action::Hide)));
        assert_eq!(signs.split_last_line("!"), ("", Some(Action::Danger)));
        for lines in ["Juniper\n>", "/skip", "!\nJuniper", "Juniper"] {
            assert_eq!(signs.split_last_line(lines), (lines, None));
        }
    }

    #[test]
    fn every_wish_has_a_sign_and_a_row_and_danger_comes_first() {
        let phrases = english();
        for action in Menu::ORDER {
            for sign in *phrases.signs.of(action) {
                assert_eq!(phrases.signs.action(sign), Some(action));
            }
            assert!(!phrases.signs.of(action).is_empty());
        }
        assert_eq!(phrases.menu.rows()[0].label, phrases.menu.danger.label);
        assert_eq!(phrases.menu.rows().len(), 8);
    }
}
