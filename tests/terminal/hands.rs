//! The keys a person presses, and when: how a question is answered on a terminal that is moved through, and a line at a
//! time.

use std::time::{Duration, Instant};

use super::harness::{Home, Session};
use super::prompts::{row, sentence};
use super::view::{Waits, is_row, waiting};

pub const DOWN: &str = "\x1b[B";
pub const ENTER: &str = "\r";
pub const ESC: &str = "\x1b";

impl Session {
    /// Starts it again if it was left, and goes on from the home page.
    pub fn go_on(home: &Home, rows: u16, columns: u16) -> Option<Self> {
        let mut it = Self::start(home, rows, columns)?;
        // While nothing about safety was asked, a later visit begins with danger too.
        if it.until_any(["home", "danger"]).0 == "danger" {
            it.pick(&sentence("danger.answer.no"));
            it.until("home");
        }
        it.pick(&sentence("home.rows.go_on"));
        Some(it)
    }

    /// Leafs through pages up to this question, or a page that asks `enter`. Whether others see the screen is answered
    /// on the way, and the page for tonight is left for the home page.
    pub fn until(&mut self, id: &str) -> Waits {
        if id == "home" && self.until_any([id, "tonight"]).0 == "tonight" {
            self.action(id);
        }
        self.until_any([id, id]).1
    }

    /// The same up to one of two questions: which, and what it waits for.
    fn until_any<'a>(&mut self, ids: [&'a str; 2]) -> (&'a str, Waits) {
        let plain = self.is_plain();
        let [id, other] = ids;
        loop {
            let (waits, asks) = self.wait(&format!("waited for {id}"), |view| {
                let waits = waiting(view, plain)?;
                let asks = [id, other, "screen"].into_iter().find(|asked| view.asks(asked, waits));
                (waits == Waits::Enter || asks.is_some()).then_some((waits, asks))
            });
            let view = self.view();
            assert_eq!(
                view.over,
                Vec::<String>::new(),
                "wider than the screen, at {id}\n{}",
                view.text()
            );
            match asks {
                None => {
                    self.pages.push(view.text());
                    self.line("");
                }
                Some(asked) if ids.contains(&asked) => return (asked, waits),
                Some(_) => self.pick(&sentence("engine.screen_no")),
            }
        }
    }

    /// Waits until the program waits at a cursor, in a window too small to read it in: only what came tells.
    pub fn until_a_cursor(&self) {
        let end = Instant::now() + Duration::from_secs(40);
        let (mut still, mut came) = (Instant::now(), 0);
        loop {
            let since = self.since();
            if since.len() != came {
                (still, came) = (Instant::now(), since.len());
            }
            let waits = [": ", "? ", "> ", ". "].iter().any(|mark| since.ends_with(mark));
            if waits && still.elapsed() > Duration::from_millis(60) {
                return;
            }
            assert!(Instant::now() < end, "no cursor came: {since}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Goes down to the row with this label.
    pub fn go_to(&mut self, label: &str) {
        for _ in 0..80 {
            let at = self.view().pointer().map(str::to_owned);
            if at.as_deref().is_some_and(|at| is_row(at, label)) {
                return self.wait(label, |view| waiting(view, false).map(drop));
            }
            self.press(DOWN);
            self.wait_for(label, Duration::ZERO, |view| {
                let moved = view.pointer().is_some() && view.pointer() != at.as_deref();
                (moved && waiting(view, false) == Some(Waits::Rows)).then_some(())
            });
        }
        panic!("no row {label}\n{}", self.view().text());
    }

    /// Picks the row with this label.
    pub fn pick(&mut self, label: &str) {
        if self.is_plain() {
            let number = number(&self.since(), label);
            return self.line(&number);
        }
        self.go_to(label);
        self.press(ENTER);
    }

    /// Ticks the rows with these labels, and no other.
    pub fn tick(&mut self, labels: &[String]) {
        if self.is_plain() {
            let numbers: Vec<String> = labels.iter().map(|label| number(&self.since(), label)).collect();
            return self.line(&numbers.join(" "));
        }
        for label in labels {
            self.go_to(label);
            self.press(" ");
            self.wait(label, |view| {
                (view.is_ticked() && waiting(view, false).is_some()).then_some(())
            });
        }
        self.press(ENTER);
    }

    /// Types a line and Enter.
    pub fn line(&mut self, words: &str) {
        self.typed.push(words.to_owned());
        self.press(&format!("{words}{ENTER}"));
    }

    /// Wishes to go elsewhere, the way the question that stands there lets one: `leave`, `back`.
    pub fn action(&mut self, action: &str) {
        if self.is_plain() || self.waits() != Waits::Rows {
            let sign = match action {
                "back" => "<",
                "help" => "?",
                "later" => ">",
                "danger" => "!",
                _ => return self.line(&format!("/{action}")),
            };
            return self.line(sign);
        }
        self.press(&sentence("ask.more"));
        self.until("else");
        self.pick(&row(&format!("ask.menu.{action}.label")));
    }
}

/// The number of a row in what the plain back end printed.
fn number(printed: &str, label: &str) -> String {
    let mut rows = printed.lines().filter_map(|line| line.split_once(". "));
    let (number, _) = rows.rfind(|(_, row)| row.trim() == label).expect(label);
    number.to_owned()
}
