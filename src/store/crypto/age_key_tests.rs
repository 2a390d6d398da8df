//! Nothing but the right passphrase and the whole file gives anything.

use super::super::{is_encrypted_bytes, key_path};
use super::*;

/// Little work, so that a passphrase can be tried out some hundred times.
const LITTLE: u8 = 2;

const PLAN: &[u8] = b"{\"format\": 2, \"about\": \"Juniper\"}\n";

fn passphrase(words: &str) -> SecretString {
    SecretString::from(words)
}

fn here() -> &'static Path {
    Path::new("plan.json")
}

fn refused<T>(result: Result<T, Error>) -> Error {
    result.err().expect("it was opened")
}

#[test]
fn what_was_sealed_comes_back_through_the_passphrase() {
    let key = Key::generate();
    let sealed = key.encrypt(here(), PLAN).unwrap();
    assert!(is_encrypted_bytes(&sealed) && !is_encrypted_bytes(PLAN));
    assert!(!String::from_utf8_lossy(&sealed).contains("Juniper"));
    assert_ne!(
        sealed,
        key.encrypt(here(), PLAN).unwrap(),
        "the same twice tells that nothing changed"
    );
    let wrapped = key.encrypt_key_with(&passphrase("calm river"), LITTLE).unwrap();
    let again = Key::decrypt_key(here(), &wrapped, &passphrase("calm river")).unwrap();
    assert_eq!(*again.decrypt(here(), &sealed).unwrap(), PLAN);
}

#[test]
fn another_passphrase_opens_nothing() {
    let wrapped = Key::generate()
        .encrypt_key_with(&passphrase("calm river"), LITTLE)
        .unwrap();
    for other in ["", "calm", "calm river ", "Calm river", "calm river\n"] {
        let error = refused(Key::decrypt_key(here(), &wrapped, &passphrase(other)));
        assert!(matches!(error, Error::WrongPassphrase), "{other:?}: {error}");
    }
}

#[test]
fn a_plan_that_was_cut_off_or_changed_gives_nothing() {
    let key = Key::generate();
    let sealed = key.encrypt(here(), PLAN).unwrap();
    for end in 0..sealed.len() {
        refused(key.decrypt(here(), &sealed[..end]));
    }
    for bit in 0..sealed.len() * 8 {
        let mut changed = sealed.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        refused(key.decrypt(here(), &changed));
    }
    refused(key.decrypt(here(), &[sealed.as_slice(), b"\n"].concat()));
    let other = refused(Key::generate().decrypt(here(), &sealed));
    assert!(matches!(
        other,
        Error::Damaged {
            damage: Damage::OtherKey,
            ..
        }
    ));
}

#[test]
fn a_key_file_that_was_cut_off_or_changed_gives_no_key() {
    let words = passphrase("calm river");
    let wrapped = Key::generate().encrypt_key_with(&words, LITTLE).unwrap();
    for end in 0..wrapped.len() {
        refused(Key::decrypt_key(here(), &wrapped[..end], &words));
    }
    for bit in 0..wrapped.len() * 8 {
        let mut changed = wrapped.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        refused(Key::decrypt_key(here(), &changed, &words));
    }
}

#[test]
fn a_key_file_that_asks_for_too_much_work_or_holds_no_key_is_named() {
    let words = passphrase("calm river");
    let wrapped = Key::generate().encrypt_key_with(&words, LITTLE).unwrap();
    let at = wrapped.windows(3).position(|three| three == b" 2\n").unwrap();
    let more = [
        &wrapped[..at],
        format!(" {}\n", MOST_WORK + 1).as_bytes(),
        &wrapped[at + 3..],
    ]
    .concat();
    let altered = |error| {
        matches!(
            error,
            Error::Damaged {
                damage: Damage::Altered,
                ..
            }
        )
    };
    assert!(altered(refused(Key::decrypt_key(here(), &more, &words))));
    let not_a_key = |error| {
        matches!(
            error,
            Error::Damaged {
                damage: Damage::NotAKey,
                ..
            }
        )
    };
    let mut recipient = age::scrypt::Recipient::new(words.clone());
    recipient.set_work_factor(LITTLE);
    let other = age::encrypt(&recipient, b"something else").unwrap();
    assert!(not_a_key(refused(Key::decrypt_key(here(), &other, &words))));
    let to_a_key = Key::generate().encrypt(here(), PLAN).unwrap();
    assert!(not_a_key(refused(Key::decrypt_key(here(), &to_a_key, &words))));
}

#[test]
fn the_key_lies_beside_the_plan_under_its_name() {
    assert_eq!(key_path(Path::new("/a/plan.json")), Path::new("/a/plan.json.key.age"));
}

#[test]
fn nothing_secret_shows_in_an_error() {
    let wrapped = Key::generate()
        .encrypt_key_with(&passphrase("calm river"), LITTLE)
        .unwrap();
    let error = refused(Key::decrypt_key(here(), &wrapped, &passphrase("secret words")));
    assert!(!format!("{error} {error:?}").contains("secret words"));
}
