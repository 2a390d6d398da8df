//! Parts a typed date into figures and known words.

use chrono::Weekday;

use super::DateWords;

/// What a word can mean; one word may mean several ("mar" is a month and a day in Spanish).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Month(u32),
    Weekday(Weekday),
    /// Each of this day: "Mondays".
    Weekly(Weekday),
    Every,
    Number(u64),
    Today,
    Tomorrow,
    AfterTomorrow,
    Yesterday,
    Next,
    This,
    Last,
    Within,
    FromNow,
    Days,
    Weeks,
    Months,
    A,
    Filler,
}

/// A run of digits: its value, as large as it fits, and how many digits were typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) value: u64,
    length: usize,
}

impl Digits {
    fn new(typed: &str) -> Self {
        Self {
            value: typed.parse().unwrap_or(u64::MAX),
            length: typed.len(),
        }
    }

    pub(super) fn day_or_month(self) -> Option<u32> {
        u32::try_from(self.value).ok().filter(|_| self.length <= 2)
    }

    pub(super) fn year(self) -> Option<i32> {
        i32::try_from(self.value).ok().filter(|_| self.length == 4)
    }

    /// "26" for 2026; only figures with two separators are clear enough for it.
    pub(super) fn short_year(self) -> Option<i32> {
        i32::try_from(self.value)
            .ok()
            .filter(|_| self.length == 2)
            .map(|year| 2000 + year)
    }
}

/// A piece of a typed date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Lexeme {
    Digits(Digits),
    /// Digits with one kind of separator between them: "12/5", "2026-12-05".
    Figures(Vec<Digits>),
    Words(Vec<Sense>),
}

impl Lexeme {
    pub(super) fn senses(&self) -> &[Sense] {
        match self {
            Self::Words(senses) => senses,
            Self::Digits(_) | Self::Figures(_) => &[],
        }
    }
}

/// The lexemes of a text without its fillers, or nothing if any part of it is unknown.
pub(super) fn lexemes(typed: &str, words: &DateWords) -> Option<Vec<Lexeme>> {
    let tokens = tokens(typed, words.ordinals)?;
    let phrases = phrases(words);
    let mut found = Vec::new();
    let mut rest = tokens.as_slice();
    while let Some((first, after)) = rest.split_first() {
        match first {
            Token::Digits(digits) => found.push(Lexeme::Digits(*digits)),
            Token::Figures(parts) => found.push(Lexeme::Figures(parts.clone())),
            Token::Word(_) => {
                let (length, senses) = longest(rest, &phrases)?;
                if senses != [Sense::Filler] {
                    found.push(Lexeme::Words(senses));
                }
                rest = &rest[length..];
                continue;
            }
        }
        rest = after;
    }
    Some(found)
}

/// The longest phrase the tokens begin with: how many tokens, and all it can mean.
fn longest(tokens: &[Token], phrases: &[(Vec<Token>, Sense)]) -> Option<(usize, Vec<Sense>)> {
    let fitting = || phrases.iter().filter(|(phrase, _)| tokens.starts_with(phrase));
    let length = fitting().map(|(phrase, _)| phrase.len()).max()?;
    let senses = fitting()
        .filter(|(phrase, _)| phrase.len() == length)
        .map(|(_, sense)| *sense)
        .collect();
    Some((length, senses))
}

fn phrases(words: &DateWords) -> Vec<(Vec<Token>, Sense)> {
    const WEEK: [Weekday; 7] = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];
    let lists = [
        (&words.today, Sense::Today),
        (&words.tomorrow, Sense::Tomorrow),
        (&words.after_tomorrow, Sense::AfterTomorrow),
        (&words.yesterday, Sense::Yesterday),
        (&words.next, Sense::Next),
        (&words.this, Sense::This),
        (&words.last, Sense::Last),
        (&words.within, Sense::Within),
        (&words.from_now, Sense::FromNow),
        (&words.days, Sense::Days),
        (&words.weeks, Sense::Weeks),
        (&words.months_unit, Sense::Months),
        (&words.a, Sense::A),
        (&words.every, Sense::Every),
        (&words.fillers, Sense::Filler),
    ];
    let listed = lists
        .into_iter()
        .flat_map(|(list, sense)| list.iter().map(move |phrase| (phrase, sense)));
    let months = (1..)
        .map(Sense::Month)
        .zip(words.months)
        .flat_map(|(sense, names)| names.iter().map(move |name| (name, sense)));
    let weekdays = WEEK
        .into_iter()
        .map(Sense::Weekday)
        .zip(words.weekdays)
        .flat_map(|(sense, names)| names.iter().map(move |name| (name, sense)));
    let weekly = WEEK
        .into_iter()
        .map(Sense::Weekly)
        .zip(words.weekly)
        .flat_map(|(sense, names)| names.iter().map(move |name| (name, sense)));
    let numbers = words.numbers.iter().zip((1..).map(Sense::Number));
    listed
        .chain(months)
        .chain(weekdays)
        .chain(weekly)
        .chain(numbers)
        .filter_map(|(phrase, sense)| Some((tokens(phrase, &[])?, sense)))
        .filter(|(phrase, _)| !phrase.is_empty())
        .collect()
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Digits(Digits),
    Figures(Vec<Digits>),
    Word(String),
}

/// Nothing if there is a sign that has no place in a date, as in "-5 days" or "7:30".
fn tokens(typed: &str, ordinals: &[&str]) -> Option<Vec<Token>> {
    let lower = typed
        .to_lowercase()
        .replace(['\u{2013}', '\u{2212}'], "-")
        .replace('\u{2019}', "'");
    let ordinals: Vec<String> = ordinals.iter().map(|ending| ending.to_lowercase()).collect();
    let mut found = Vec::new();
    let mut rest = lower.as_str();
    while let Some(first) = rest.chars().next() {
        if first.is_ascii_digit() {
            let (token, length) = number(rest);
            rest = &rest[length..];
            if matches!(token, Token::Digits(_)) {
                rest = without_ordinal(rest, &ordinals);
            }
            found.push(token);
            rest = without_hyphen(rest);
        } else if in_word(first) {
            let length = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
            found.push(Token::Word(rest[..length].to_owned()));
            rest = without_hyphen(&rest[length..]);
        } else if first.is_whitespace() || matches!(first, ',' | '.') {
            rest = &rest[first.len_utf8()..];
        } else {
            return None;
        }
    }
    Some(found)
}

fn in_word(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && (!c.is_ascii() || c.is_ascii_alphabetic() || c == '\'')
}

fn without_ordinal<'a>(text: &'a str, ordinals: &[String]) -> &'a str {
    let length = text.find(|c| !in_word(c)).unwrap_or(text.len());
    let ending = &text[..length];
    match ordinals.iter().any(|ordinal| ordinal == ending) {
        true => &text[length..],
        false => text,
    }
}

/// A hyphen or slash joins the parts of "5-Dec-2026"; elsewhere it could be a minus and stays.
fn without_hyphen(text: &str) -> &str {
    match text.strip_prefix(['-', '/']) {
        Some(after) if after.starts_with(|c: char| c.is_ascii_digit() || in_word(c)) => after,
        _ => text,
    }
}

/// The digits at the beginning of `text`, with all that belong to the same date, and their length.
fn number(text: &str) -> (Token, usize) {
    let first = digits_length(text);
    let mut parts = vec![Digits::new(&text[..first])];
    let mut length = first;
    let mut separator = None;
    while let Some((sign, offset)) = joint(&text[length..])
        && separator.is_none_or(|before| before == sign)
    {
        let start = length + offset;
        length = start + digits_length(&text[start..]);
        parts.push(Digits::new(&text[start..length]));
        separator = Some(sign);
    }
    match separator {
        Some(_) => (Token::Figures(parts), length),
        None => (Token::Digits(parts[0]), length),
    }
}

/// A separator with digits behind it: the sign, and where the digits begin. A dot may have spaces
/// behind it ("5. 12. 2026").
fn joint(text: &str) -> Option<(char, usize)> {
    let sign = text.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let after = &text[1..];
    let digits = match sign {
        '.' => after.trim_start(),
        _ => after,
    };
    digits
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| (sign, text.len() - digits.len()))
}

fn digits_length(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> DateWords {
        include!(concat!(env!("OUT_DIR"), "/dates.rs"))
    }

    #[test]
    fn the_longest_phrase_wins() {
        let two = [vec![Sense::AfterTomorrow], vec![Sense::Days]].map(Lexeme::Words);
        assert_eq!(lexemes("the day after tomorrow, day", &words()), Some(two.to_vec()));
    }

    #[test]
    fn one_word_may_mean_several_things() {
        let mut words = words();
        words.weekdays = &[&["Monday"], &["Tuesday", "Mar"]];
        let senses = vec![Sense::Month(3), Sense::Weekday(Weekday::Tue)];
        assert_eq!(lexemes("mar.", &words), Some(vec![Lexeme::Words(senses)]));
    }

    #[test]
    fn a_filler_with_another_sense_stays() {
        let mut words = words();
        words.a = &["a", "the"];
        let senses = vec![Sense::A, Sense::Filler];
        assert_eq!(lexemes("on the", &words), Some(vec![Lexeme::Words(senses)]));
    }

    #[test]
    fn figures_keep_one_separator() {
        let five = Digits::new("5");
        let twelve = Digits::new("12");
        let figures = |parts: &[Digits]| Lexeme::Figures(parts.to_vec());
        assert_eq!(lexemes("5. 12.", &words()), Some(vec![figures(&[five, twelve])]));
        let parted = vec![figures(&[five, twelve]), Lexeme::Digits(five)];
        assert_eq!(lexemes("5/12-5", &words()), Some(parted));
        assert_eq!(lexemes("5th", &words()), Some(vec![Lexeme::Digits(five)]));
        for odd in ["5/ 12", "5 -12", "7:30", "5-"] {
            assert_eq!(lexemes(odd, &words()), None, "{odd}");
        }
    }

    #[test]
    fn years_have_four_digits() {
        assert_eq!(
            (Digits::new("2026").year(), Digits::new("26").year()),
            (Some(2026), None)
        );
        assert_eq!(
            (Digits::new("26").short_year(), Digits::new("026").short_year()),
            (Some(2026), None)
        );
        assert_eq!(Digits::new(&"9".repeat(40)).value, u64::MAX);
    }
}
