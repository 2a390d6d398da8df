//! How a person comes to a passphrase: seven words, or their own, typed twice, and said plainly what it means.

use std::io;

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::prompt::{Message, Prompt, Prompter};
use crate::session::{Dialog, Reply, Stop};
use crate::words::LockWords;

/// So many words make a passphrase that nobody guesses, however long they try.
const WORDS: usize = 7;

/// One's own passphrase that is shorter can be guessed; it is said, and not refused.
const SHORT: usize = 12;

/// A passphrase that was typed twice and agreed to. Back is "not now".
///
/// # Errors
/// The person goes elsewhere; the terminal failed, or the system gives no random numbers.
pub fn passphrase(dialog: &Dialog, prompter: &mut dyn Prompter) -> Result<Reply<SecretString>, Stop> {
    let own = &dialog.words.lock;
    let mut above = vec![Message::title(own.title), Message::plain(own.what)];
    loop {
        let rows = [own.seven, own.mine, own.not_now];
        let which = match pick("lock.which", own.which_ask, &rows, above, dialog, prompter)?.answered() {
            Ok(2) => return Ok(Reply::Back),
            Ok(row) => row,
            Err(other) => return Ok(other),
        };
        let chosen = match which {
            0 => offer_generated(dialog, prompter)?,
            _ => ask_own(dialog, prompter)?,
        };
        let chosen = match chosen {
            Reply::Given(chosen) => chosen,
            Reply::Back => {
                above = Vec::new();
                continue;
            }
            other => return Ok(other),
        };
        return confirm_passphrase(chosen, dialog, prompter);
    }
}

/// The last question: that nobody can open it without the passphrase, which is shown when that is asked for.
fn confirm_passphrase(
    chosen: SecretString,
    dialog: &Dialog,
    prompter: &mut dyn Prompter,
) -> Result<Reply<SecretString>, Stop> {
    let own = &dialog.words.lock;
    let mut above = Vec::new();
    loop {
        let rows = [own.show, own.lock_it, own.not_now];
        match pick("lock.agreed", own.forgotten, &rows, above, dialog, prompter)? {
            Reply::Given(0) => above = vec![Message::strong(chosen.expose_secret())],
            Reply::Given(1) => return Ok(Reply::Given(chosen)),
            _ => return Ok(Reply::Back),
        }
    }
}

/// Words from the program, shown and then typed.
fn offer_generated(dialog: &Dialog, prompter: &mut dyn Prompter) -> Result<Reply<SecretString>, Stop> {
    let own = &dialog.words.lock;
    let made = generate(&dialog.words.passphrase_words())?;
    let mut said = &own.seven_here;
    loop {
        let prompt = Prompt {
            above: vec![Message::plain(*said), Message::strong(made.expose_secret())],
            fresh: true,
            ..Prompt::new("lock.words", "", dialog.words.engine.go_on)
        };
        if let Err(other) = dialog.pause(prompt, prompter)?.answered() {
            return Ok(other);
        }
        match secret("lock.typed", own.type_it, "", dialog, prompter)? {
            Reply::Given(typed) if is_same(&typed, &made) => return Ok(Reply::Given(made)),
            Reply::Given(_) => said = &own.not_the_words,
            other => return Ok(other),
        }
    }
}

/// One's own, typed twice.
fn ask_own(dialog: &Dialog, prompter: &mut dyn Prompter) -> Result<Reply<SecretString>, Stop> {
    let own = &dialog.words.lock;
    let mut why = own.mine_why;
    loop {
        let first = match secret("lock.first", own.mine_ask, why, dialog, prompter)? {
            Reply::Given(typed) => typed,
            other => return Ok(other),
        };
        let short = first.expose_secret().chars().count() < SHORT;
        let why_again = if short { own.short } else { "" };
        match secret("lock.again", own.again, why_again, dialog, prompter)? {
            Reply::Given(again) if is_same(&first, &again) => return Ok(Reply::Given(first)),
            Reply::Given(_) | Reply::Back => why = own.not_same,
            other => return Ok(other),
        }
    }
}

fn is_same(one: &SecretString, other: &SecretString) -> bool {
    one.expose_secret() == other.expose_secret()
}

fn secret(
    id: &str,
    ask: &str,
    why: &str,
    dialog: &Dialog,
    prompter: &mut dyn Prompter,
) -> Result<Reply<SecretString>, Stop> {
    let prompt = Prompt {
        why: why.into(),
        fresh: true,
        ..Prompt::new(id, ask, dialog.words.lock.prompt)
    };
    dialog.secret(prompt, prompter)
}

/// A question with two or more rows, none of which Enter alone picks.
pub fn pick(
    id: &str,
    ask: &str,
    rows: &[&str],
    above: Vec<Message>,
    dialog: &Dialog,
    prompter: &mut dyn Prompter,
) -> Result<Reply<usize>, Stop> {
    let prompt = Prompt {
        above,
        fresh: true,
        no_default: true,
        ..Prompt::new(id, ask, dialog.words.lock.choice)
    };
    let dialog = Dialog {
        help: help(id, dialog.words.lock),
        ..*dialog
    };
    dialog.pick(prompt, rows, None, prompter)
}

/// The help of a question: before the last yes nothing is locked yet, afterwards it is.
fn help<'a>(id: &str, own: &'a LockWords) -> &'a str {
    match id {
        "lock.pages" => own.pages_help,
        "lock.page" => own.page_help,
        "lock.off" => own.off_help,
        _ => own.lock_help,
    }
}

/// Seven words, each by the system's own chance and all alike likely.
///
/// # Errors
/// No random numbers are available.
fn generate(list: &[&str]) -> io::Result<SecretString> {
    let count = list.len() as u32;
    // A number beyond the last whole round of the list would make its first words likelier.
    let fair = u32::MAX - u32::MAX % count;
    let mut made = Zeroizing::new(String::with_capacity(WORDS * 16));
    let mut drawn = 0;
    while drawn < WORDS {
        let number = getrandom::u32().map_err(io::Error::other)?;
        if number < fair {
            if drawn > 0 {
                made.push(' ');
            }
            made.push_str(list[(number % count) as usize]);
            drawn += 1;
        }
    }
    Ok(SecretString::from(made.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    #[test]
    fn seven_words_come_from_the_list_and_not_twice_the_same() {
        let words = Words::load("en", None).unwrap();
        let list = words.passphrase_words();
        assert!(list.len() >= 900, "{}", list.len());
        assert!(
            list.iter()
                .all(|word| word.bytes().all(|b| b.is_ascii_lowercase()) && word.len() > 1)
        );
        let one = generate(&list).unwrap();
        let said: Vec<&str> = one.expose_secret().split(' ').collect();
        assert!(said.len() == WORDS && said.iter().all(|word| list.contains(word)));
        assert!(!is_same(&one, &generate(&list).unwrap()));
    }

    #[test]
    fn every_word_of_the_list_can_come() {
        let drawn = (0..400).map(|_| generate(&["a", "b", "c"]).unwrap());
        let drawn: Vec<SecretString> = drawn.collect();
        let count = |word: char| {
            drawn
                .iter()
                .map(|it| it.expose_secret().matches(word).count())
                .sum::<usize>()
        };
        for word in ['a', 'b', 'c'] {
            // 933 are expected; one in millions of runs is further away than this.
            assert!((750..1120).contains(&count(word)), "{word}: {}", count(word));
        }
    }
}
