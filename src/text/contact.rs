//! Light checks for contact details. They feed a hint and nothing more: what was typed is kept as
//! it was typed, so a doubtful number passes rather than being questioned.

use super::plain_signs::plain_signs;

/// Whether some part of the text reads as a phone number: 3 to 15 digits (988 is the shortest in
/// use, 15 is the longest by ITU E.164). Letters, commas, slashes and `#` part one number from an
/// extension or from another number.
pub fn phone_looks_whole(typed: &str) -> bool {
    typed
        .split(|c: char| c.is_alphabetic() || matches!(c, ',' | ';' | '/' | '#'))
        .map(|part| part.chars().filter(|c| c.is_numeric()).count())
        .any(|digits| (3..=15).contains(&digits))
}

/// Whether some word of the text reads as an e-mail address: a name, one `@`, a domain with a dot.
pub fn email_looks_whole(typed: &str) -> bool {
    bare_words(typed).any(|word| {
        word.split_once('@')
            .is_some_and(|(name, domain)| !name.is_empty() && domain_looks_whole(domain))
    })
}

/// Whether some word of the text reads as a web address: a domain with a dot, with or without
/// `http://` or `https://` before it and a port or a path after it.
pub fn web_looks_whole(typed: &str) -> bool {
    bare_words(typed).any(|word| {
        let lower = word.to_lowercase();
        let address = ["https://", "http://"]
            .iter()
            .find_map(|scheme| lower.strip_prefix(scheme))
            .unwrap_or(&lower);
        let host = address.split([':', '/', '?', '#']).next();
        host.is_some_and(domain_looks_whole)
    })
}

/// The name and the phone number in a line that ends in one: "Harbor Clinic, 555-0117". Both stay as they were typed.
pub fn split_phone(typed: &str) -> Option<(&str, &str)> {
    let typed = typed.trim();
    let of_number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '+' | '-' | '.');
    let mut at = typed.trim_end_matches(of_number).len();
    // A house number or the like belongs to the name: a number begins with +, 0, 1 alone or three figures.
    let first = loop {
        let rest = typed[at..].trim_start_matches([' ', '.', '-']);
        let group: String = rest
            .chars()
            .skip_while(|c| *c == '(')
            .take_while(char::is_ascii_digit)
            .collect();
        match group.len() {
            _ if rest.starts_with('+') || group.starts_with('0') || group == "1" => break rest,
            0 => return None,
            1 | 2 => at = typed.len() - rest.len() + group.len(),
            _ => break rest,
        }
    };
    let name = typed[..typed.len() - first.len()].trim_end_matches([' ', ',', ';', ':', '-']);
    let digits = first.chars().filter(char::is_ascii_digit).count();
    let parted = typed[..typed.len() - first.len()].ends_with([' ', ',', ';', ':']);
    ((PHONE..=15).contains(&digits) && parted && name.contains(char::is_alphabetic)).then_some((name, first))
}

/// The fewest digits that make a phone number where blanks or signs part them.
const PHONE: usize = 7;

/// The fewest digits in a row that can be called or sent a text.
const SHORT_CODE: usize = 5;

/// The web addresses, e-mail addresses and phone numbers in a text, each in one plain form; a number may end in large
/// letters, as 1-800-555-HELP does. Unlike the light checks, this one takes what is doubtful for a contact.
pub fn contacts(text: &str) -> Vec<String> {
    let text = plain_signs(&crate::text::sanitize_line(text));
    let address = |word: &&str| {
        let lower = word.to_lowercase();
        let mail = word.contains('@') && word.len() > 2;
        mail || lower.contains("://") || lower.starts_with("www.") || web_looks_whole(&lower)
    };
    // An address stands behind a colon or two slashes too.
    let parts = bare_words(&text).flat_map(|word| word.split([':', '/', '|']).chain([word]));
    let addresses = parts.filter(address).map(str::to_lowercase);
    let said = bare_words(&text)
        .filter(|word| is_spelled_number(word))
        .map(str::to_lowercase);
    addresses
        .chain(said)
        .chain(numbers(&text))
        .chain(listed_numbers(&text))
        .collect()
}

/// The beginnings of numbers that cost the caller nothing, and of those that are said in words.
const FREE: [&str; 12] = [
    "800", "833", "844", "855", "866", "877", "888", "900", "0800", "0808", "1300", "1800",
];

/// A number that goes on in small letters: `1-800-get-help`.
fn is_spelled_number(word: &str) -> bool {
    let mut groups = word
        .split(|c: char| !c.is_alphanumeric())
        .filter(|group| !group.is_empty());
    let first = groups.find(|group| *group != "1");
    let rest: String = groups.collect();
    first.is_some_and(|first| FREE.contains(&first)) && rest.len() >= 4
}

/// Figures in small groups with commas between, as nobody writes a sum: `1, 800, 555, 0199`.
fn listed_numbers(text: &str) -> Vec<String> {
    let other = |c: char| !(c.is_numeric() || matches!(c, ' ' | ',' | ';' | '-' | '.' | '(' | ')' | '+'));
    let runs = text.split(other);
    let whole = |run: &&str| {
        let groups: Vec<&str> = run
            .split(|c: char| !c.is_numeric())
            .filter(|group| !group.is_empty())
            .collect();
        let digits: usize = groups.iter().map(|group| group.len()).sum();
        (PHONE..=15).contains(&digits) && groups.len() > 1 && groups.last().is_some_and(|last| last.len() == 4)
    };
    runs.filter(whole)
        .map(|run| run.chars().filter(|c| c.is_numeric()).collect())
        .collect()
}

/// The runs of digits and large letters, with blanks and signs between, that hold enough digits for a phone number.
fn numbers(text: &str) -> Vec<String> {
    let other = |c: char| c.is_lowercase() || matches!(c, '{' | '}' | ',' | ';' | ':' | '?' | '!' | '"');
    let whole = |run: &&str| {
        let signs = run.chars().filter(|c| c.is_alphanumeric()).count();
        let digits = run.chars().filter(|c| c.is_numeric()).count();
        let in_a_row = run
            .split(|c: char| !c.is_numeric())
            .map(|row| row.chars().count())
            .max();
        (signs >= PHONE && digits >= 4) || in_a_row.is_some_and(|row| row >= SHORT_CODE)
    };
    let plain = |run: &str| run.chars().filter(|c| c.is_alphanumeric()).collect();
    text.split(other).filter(whole).map(plain).collect()
}

fn bare_words(typed: &str) -> impl Iterator<Item = &str> {
    let around = |c: char| matches!(c, '<' | '>' | '(' | ')' | '"' | ',' | ';' | '.');
    typed.split_whitespace().map(move |word| word.trim_matches(around))
}

/// Two names or more between dots, of letters, digits and inner hyphens; the last one not a number.
fn domain_looks_whole(domain: &str) -> bool {
    let plain = |name: &str| {
        !name.is_empty()
            && !name.starts_with('-')
            && !name.ends_with('-')
            && !name.contains(|c: char| c.is_ascii_punctuation() && c != '-')
    };
    domain.split('.').all(plain)
        && domain
            .rsplit_once('.')
            .is_some_and(|(_, last)| last.chars().count() > 1 && last.contains(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_line_that_ends_in_a_number_is_a_name_and_a_phone() {
        for (typed, name, phone) in [
            ("Harbor Clinic, 555-0117", "Harbor Clinic", "555-0117"),
            ("Dr. Lee (212) 555-0117", "Dr. Lee", "(212) 555-0117"),
            ("Ward 7: +44 20 7946 0018", "Ward 7", "+44 20 7946 0018"),
            ("Ward 7 1 800 555 0199", "Ward 7", "1 800 555 0199"),
            ("Ana 020 7946 0018 ", "Ana", "020 7946 0018"),
            ("語, 555-0117", "語", "555-0117"),
        ] {
            assert_eq!(super::split_phone(typed), Some((name, phone)), "{typed}");
        }
        for whole in [
            "Harbor Clinic",
            "Route 66",
            "555-0117",
            "Clinic 24/7",
            "Ask for 5550117 first",
            "Clinic12345678",
            "",
            "(((",
            "Unit 12",
            "ñ 語",
        ] {
            assert_eq!(super::split_phone(whole), None, "{whole}");
        }
    }

    use super::*;

    fn check(looks_whole: fn(&str) -> bool, whole: &[&str], not: &[&str]) {
        for typed in whole {
            assert!(looks_whole(typed), "{typed}");
        }
        for typed in not {
            assert!(!looks_whole(typed), "{typed}");
        }
    }

    #[test]
    fn contacts_are_found_in_a_sentence() {
        for (said, found) in [
            ("Call 1-800-555-0199 now.", "18005550199"),
            ("Call +1 (800) 555 0199.", "18005550199"),
            ("Call 1 800 555 HELP", "1800555HELP"),
            ("Call 555\u{2011}01\u{200B}99.", "5550199"),
            ("Call \u{FF15}\u{FF15}\u{FF15}-0199.", "5550199"),
            ("Call 1, 800, 555, 0199", "18005550199"),
            ("Call 1-800-get-help", "1-800-get-help"),
            ("see:example.org", "example.org"),
            ("//example.org", "example.org"),
            ("See example\u{ff0e}org", "example.org"),
            ("Write help\u{ff20}example\u{ff0e}org", "help@example.org"),
            ("Text to 50505 today.", "50505"),
            ("See (Example.org/help).", "example.org/help"),
            ("See www.example", "www.example"),
            ("Write to us@example.org.", "us@example.org"),
        ] {
            assert!(
                contacts(said).iter().any(|one| one.contains(found)),
                "{said} {:?}",
                contacts(said)
            );
        }
        for said in [
            "Call 911 or {emergency}.",
            "24/7, in 3 to 4 weeks",
            "Stay. Then call 988.",
            "It costs 10,000 and lasts 28 days.",
            "A NOTE, 911",
            "In 30, 60 or 90 days, for 1,000 or 2,000",
            "a 100-day-program, and/or a 24-hour-line",
        ] {
            assert!(contacts(said).is_empty(), "{said} {:?}", contacts(said));
        }
    }

    #[test]
    fn phones() {
        check(
            phone_looks_whole,
            &[
                "988",
                "911",
                "555",
                "116 123",
                "13 11 14",
                "0800 123 4567 ext 4",
                "+1 (555) 010-4477",
                "Tel. 030/1234567",
                "020 7946 0018 or 020 7946 0099",
                "٠٨٠٠ ١٢٣",
                "1-800-662-HELP",
            ],
            &["", "call mum", "55", "5 or 6", "1234 5678 9012 3456"],
        );
    }

    #[test]
    fn emails() {
        check(
            email_looks_whole,
            &[
                "anna@example.org",
                "Anna <anna.b+x@mail.example.co.uk>",
                "jürgen@müller.de",
                "a@b.org.",
            ],
            &[
                "",
                "anna",
                "anna@",
                "@example.org",
                "anna@example",
                "a@b@c.org",
                "a@b..org",
                "anna at b.org",
            ],
        );
    }

    #[test]
    fn webs() {
        check(
            web_looks_whole,
            &[
                "example.org",
                "www.example.org/help?x=1",
                "HTTPS://Example.org:8080/",
                "see müller.de",
                "https://example.org#top",
            ],
            &[
                "",
                "example",
                "http://",
                "ftp://example.org",
                "-a.org",
                "1.2",
                "a@b.org",
                "a..org",
                "a.b",
            ],
        );
    }
}
