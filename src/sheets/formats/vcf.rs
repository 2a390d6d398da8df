//! Contacts for a phone: vCard 3.0 (RFC 2426), which every address book reads.
//!
//! What was typed is a value and never a property: each is cleaned to one line and escaped, and a number keeps only what
//! can be dialed.

use crate::sheets::Contact;
use crate::text;

use super::ics::folded;

/// A longer text is cut, in characters, so that a damaged plan cannot fill a phone.
const MOST: usize = 200;

/// The contacts, with CRLF at the end of each line. The same contacts give the same bytes.
pub fn vcf(contacts: &[Contact]) -> String {
    let mut lines = Vec::new();
    for contact in contacts {
        let name = value(&contact.name);
        lines.extend(["BEGIN:VCARD".to_string(), "VERSION:3.0".into()]);
        // One name, and not a family name with what goes before it.
        lines.push(format!("N:{name};;;;"));
        lines.push(format!("FN:{name}"));
        let numbers = contact.numbers.iter().map(|number| dialed(number));
        lines.extend(
            numbers
                .filter(|number| !number.is_empty())
                .map(|number| format!("TEL;TYPE=VOICE:{number}")),
        );
        if !contact.note.is_empty() {
            lines.push(format!("NOTE:{}", value(&contact.note)));
        }
        lines.push("END:VCARD".into());
    }
    folded(&lines.join("\r\n"))
}

/// A text on one line, with what the format reads as its own escaped.
fn value(raw: &str) -> String {
    let clean: String = text::sanitize_line(raw).chars().take(MOST).collect();
    let mut out = String::with_capacity(clean.len());
    for letter in clean.trim().chars() {
        if matches!(letter, '\\' | ',' | ';') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// What of a number can be dialed; an extension waits behind a comma that a phone knows.
fn dialed(raw: &str) -> String {
    let kept = text::sanitize_line(raw);
    let kept = kept
        .chars()
        .filter(|letter| letter.is_ascii_digit() || "+-() *#".contains(*letter));
    kept.take(MOST).collect::<String>().trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(name: &str) -> Vec<String> {
        let contact = Contact {
            name: name.into(),
            numbers: vec!["+1 555-0150".into()],
            note: name.into(),
        };
        let drawn = vcf(&[contact]);
        assert!(drawn.ends_with("END:VCARD\r\n"));
        assert!(drawn.split("\r\n").all(|line| line.len() <= 75), "{drawn}");
        assert!(!drawn.replace("\r\n", "").contains(char::is_control));
        drawn.replace("\r\n ", "").lines().map(String::from).collect()
    }

    #[test]
    fn a_contact_has_these_lines_and_no_other() {
        let lines = one("Line 1");
        let expected = [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "N:Line 1;;;;",
            "FN:Line 1",
            "TEL;TYPE=VOICE:+1 555-0150",
            "NOTE:Line 1",
            "END:VCARD",
        ];
        assert_eq!(lines, expected);
    }

    #[test]
    fn hostile_text_is_escaped_and_adds_no_line() {
        let long = format!("👩\u{200D}👧 {}", "é, ".repeat(300));
        for raw in [
            "a\r\nTEL:+1900",
            "a\nEND:VCARD\nBEGIN:VCARD",
            "a;b,c\\d\u{2028}X:1",
            "\u{1b}[31m\u{202e}x",
            &long,
        ] {
            let lines = one(raw);
            assert_eq!(lines.len(), 7, "{raw:?}: {lines:?}");
        }
        assert!(one("a;b,c\\d").contains(&"FN:a\\;b\\,c\\\\d".to_string()));
    }

    #[test]
    fn a_number_keeps_only_what_can_be_dialed() {
        assert_eq!(dialed("555-0150;ext=1\r\nX:y"), "555-01501");
        assert_eq!(dialed("call *67"), "*67");
    }
}
