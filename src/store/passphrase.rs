//! The same passphrase, whichever keyboard or file it comes from.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

/// What an accent that is a letter of its own, and a blank that holds two words together, are made of when a passphrase
/// is set: one letter and a plain blank, as most keyboards send them.
pub(super) fn to_set(typed: &SecretString) -> SecretString {
    let plain = blanks(typed.expose_secret());
    secret(ComposingNormalizerBorrowed::new_nfc().normalize(&plain).into_owned())
}

/// What is tried to open with, one after another: as it was typed, as it would be set, and with each accent apart, as
/// some systems send it. Each try takes a second, and most passphrases are the same in every form.
pub(super) fn to_open(typed: &SecretString) -> Vec<SecretString> {
    let set = to_set(typed);
    let apart = DecomposingNormalizerBorrowed::new_nfd()
        .normalize(set.expose_secret())
        .into_owned();
    let mut forms = vec![typed.clone()];
    for form in [set, secret(apart)] {
        if forms.iter().all(|known| known.expose_secret() != form.expose_secret()) {
            forms.push(form);
        }
    }
    forms
}

fn blanks(typed: &str) -> Zeroizing<String> {
    let plain = |letter: char| {
        if letter.is_whitespace() && letter != '\t' {
            ' '
        } else {
            letter
        }
    };
    Zeroizing::new(typed.chars().map(plain).collect())
}

fn secret(text: String) -> SecretString {
    SecretString::from(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whichever_keyboard_it_comes_from_it_is_set_the_same_and_tried_as_it_came() {
        let forms = |typed: &str| -> Vec<String> {
            let forms = to_open(&SecretString::from(typed));
            forms.iter().map(|form| form.expose_secret().to_owned()).collect()
        };
        assert_eq!(forms("calm river"), ["calm river"]);
        assert_eq!(
            forms("caf\u{e9} ni\u{f1}o"),
            ["caf\u{e9} ni\u{f1}o", "cafe\u{301} nin\u{303}o"]
        );
        assert_eq!(forms("cafe\u{301}"), ["cafe\u{301}", "caf\u{e9}"]);
        assert_eq!(
            forms("calm\u{a0}caf\u{e9}"),
            ["calm\u{a0}caf\u{e9}", "calm caf\u{e9}", "calm cafe\u{301}"]
        );
        assert_eq!(
            to_set(&SecretString::from("cafe\u{301}\u{202f}x")).expose_secret(),
            "caf\u{e9} x"
        );
    }
}
