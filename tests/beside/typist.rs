//! Somebody who types at random, and knows no more of a question than what stands on the screen.

/// A small xorshift: the same seed, the same throws, on every machine.
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

    /// True so many times of a hundred.
    fn percent(&mut self, of_hundred: usize) -> bool {
        self.roll(100) < of_hundred
    }

    pub fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.roll(of.len())]
    }
}

const TYPED: &[&str] = &[
    "Ana",
    "Juniper",
    "my brother",
    "tomorrow",
    "in 3 weeks",
    "12 December",
    "12/19",
    "next saturday",
    "10",
    "at ten in the morning",
    "31 April",
    "555-0142",
    "911",
    "x",
    "The clinic on Birch Street",
    "I will not lend money. I will still cook for you.",
    "You always lie and you are an addict",
    "é\u{301} ñ 語",
    "a b\tc",
    "=1+1",
    "*bold* <b>",
    "https://example.org",
    "no",
    "yes",
    "We love you, and we are afraid.",
    "will you come with me today?",
    "Alder",
    "by car",
    "not sure",
];

const WISHES: &[&str] = &["<", "/skip", ">", "?", "!", "/home", "<", "/skip", ">"];

/// How somebody goes about it, by seed.
#[derive(Clone, Copy)]
pub struct Style {
    /// So many times of a hundred something else is wanted than to answer.
    wishes: usize,
    /// So many times of a hundred a question is passed over: it leads far.
    skips: usize,
    /// So many times of a hundred Enter is enough, where it keeps or picks something.
    keeps: usize,
    /// How many times they answer before they go.
    pub patience: usize,
}

impl Style {
    pub fn of(seed: u64, dice: &mut Dice) -> Style {
        let (wishes, skips, keeps, most) = match seed % 5 {
            0 => (3, 0, 50, 120),
            1 => (2, 45, 70, 160),
            2 => (6, 10, 20, 90),
            3 => (25, 10, 40, 70),
            _ => (4, 25, 50, 140),
        };
        Style {
            wishes,
            skips,
            keeps,
            patience: most / 3 + dice.roll(most),
        }
    }

    /// What is typed at this screen, often one line.
    pub fn answer(self, screen: &str, dice: &mut Dice) -> Vec<String> {
        let one = |line: &str| vec![line.to_string()];
        let cursor = screen.lines().last().unwrap_or_default();
        let rows = rows(screen);
        // Nobody answers the first question with a danger each time.
        if let Some(no) = rows.iter().position(|row| row == "No").filter(|at| *at >= 4)
            && dice.percent(85)
        {
            return one(&(no + 1).to_string());
        }
        if dice.percent(self.wishes) {
            return one(dice.one(WISHES));
        }
        if cursor.contains("(Enter keeps") && dice.percent(self.keeps) {
            return one("");
        }
        if rows.is_empty() {
            return match () {
                () if screen.contains("Enter to continue") || cursor.contains("Enter continues") => one(""),
                () if dice.percent(self.skips) => one("/skip"),
                () if screen.contains("An empty line ends") => {
                    let more = dice.percent(20).then(|| dice.one(TYPED).to_string());
                    std::iter::once(dice.one(TYPED).to_string())
                        .chain(more)
                        .chain([String::new()])
                        .collect()
                }
                () => one(dice.one(TYPED)),
            };
        }
        if screen.contains("Type the numbers") {
            let ticked: Vec<String> = (1..rows.len())
                .filter(|_| dice.percent(35))
                .map(|row| row.to_string())
                .collect();
            return one(if ticked.is_empty() {
                "1".into()
            } else {
                ticked.join(" ")
            }
            .as_str());
        }
        // What is asked only of those who want to say more is deep inside the lists.
        if let Some(more) = rows.iter().position(|row| row.starts_with("More about"))
            && dice.percent(40)
        {
            return one(&(more + 1).to_string());
        }
        let leaves = |row: &String| row.starts_with("Stop for today");
        let mut row = dice.roll(rows.len());
        if leaves(&rows[row]) || row + 1 == rows.len() {
            row = dice.roll(rows.len());
        }
        one(&(row + 1).to_string())
    }
}

/// The numbered rows above the cursor, where a number is asked for.
fn rows(screen: &str) -> Vec<String> {
    let asked = screen.rfind("Type the number").unwrap_or(0);
    let mut rows: Vec<String> = Vec::new();
    for line in screen[..asked].lines() {
        let Some((number, label)) = line.split_once(". ") else {
            continue;
        };
        match number.parse::<usize>() {
            Ok(1) => rows = vec![label.to_string()],
            Ok(next) if next == rows.len() + 1 => rows.push(label.to_string()),
            _ => {}
        }
    }
    rows
}

#[test]
fn the_rows_are_those_above_the_cursor() {
    let screen = "1. Old\n\nIs it?\n1. Yes\n   It is so.\n2. No\nType the number and press Enter.\nYour answer: ";
    assert_eq!(rows(screen), ["Yes", "No"]);
    assert_eq!(
        rows("1. Shout.\n2. Call.\nPress Enter to continue: "),
        Vec::<String>::new()
    );
}
