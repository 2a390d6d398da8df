//! How a person comes to a passphrase: seven words, or their own, typed twice, and said plainly what it means.

use std::io;

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::ask::{Asker, Put, Reply, Said, Wish};
use crate::commands::reach::Reach;
use crate::words::LockWords;

/// So many words make a passphrase that nobody guesses, however long they try.
const WORDS: usize = 7;

/// One's own passphrase that is shorter can be guessed; it is said, and not refused.
const SHORT: usize = 12;

/// A passphrase that was typed twice and agreed to. Back is "not now"; help and danger are given here, every other wish
/// goes out.
///
/// # Errors
/// The terminal failed, or the system has no chance to give.
pub fn passphrase(reach: &Reach, asker: &mut dyn Asker) -> io::Result<Reply<SecretString>> {
    let own = &reach.words.lock;
    let mut above = vec![Said::title(&own.title), Said::plain(&own.what)];
    loop {
        let rows = [&own.seven, &own.mine, &own.not_now];
        let which = match pick("lock.which", &own.which_ask, &rows, above, reach, asker)? {
            Reply::Given(2) => return Ok(Reply::Wish(Wish::Back)),
            Reply::Given(row) => row,
            Reply::Wish(wish) => return Ok(Reply::Wish(wish)),
        };
        let chosen = match which {
            0 => seven(reach, asker)?,
            _ => mine(reach, asker)?,
        };
        let chosen = match chosen {
            Reply::Given(chosen) => chosen,
            Reply::Wish(Wish::Back) => {
                above = Vec::new();
                continue;
            }
            wish => return Ok(wish),
        };
        return agreed(chosen, reach, asker);
    }
}

/// The last question: that nobody can open it without the passphrase, which is shown when that is asked for.
fn agreed(chosen: SecretString, reach: &Reach, asker: &mut dyn Asker) -> io::Result<Reply<SecretString>> {
    let own = &reach.words.lock;
    let mut above = Vec::new();
    loop {
        let rows = [&own.show, &own.lock_it, &own.not_now];
        match pick("lock.agreed", &own.forgotten, &rows, above, reach, asker)? {
            Reply::Given(0) => above = vec![Said::strong(chosen.expose_secret())],
            Reply::Given(1) => return Ok(Reply::Given(chosen)),
            Reply::Given(_) => return Ok(Reply::Wish(Wish::Back)),
            Reply::Wish(wish) => return Ok(Reply::Wish(wish)),
        }
    }
}

/// Words from the program, shown and then typed.
fn seven(reach: &Reach, asker: &mut dyn Asker) -> io::Result<Reply<SecretString>> {
    let own = &reach.words.lock;
    let made = generate(&reach.words.passphrase_words())?;
    let mut said = &own.seven_here;
    loop {
        let put = Put {
            above: vec![Said::plain(said), Said::strong(made.expose_secret())],
            fresh: true,
            ..Put::new("lock.words", "", &reach.words.engine.go_on)
        };
        if let Reply::Wish(wish) = reach.pause(put, asker)? {
            return Ok(Reply::Wish(wish));
        }
        match secret("lock.typed", &own.type_it, "", reach, asker)? {
            Reply::Given(typed) if same(&typed, &made) => return Ok(Reply::Given(made)),
            Reply::Given(_) => said = &own.not_the_words,
            wish => return Ok(wish),
        }
    }
}

/// One's own, typed twice.
fn mine(reach: &Reach, asker: &mut dyn Asker) -> io::Result<Reply<SecretString>> {
    let own = &reach.words.lock;
    let mut why = own.mine_why.as_str();
    loop {
        let first = match secret("lock.first", &own.mine_ask, why, reach, asker)? {
            Reply::Given(typed) => typed,
            wish => return Ok(wish),
        };
        let short = first.expose_secret().chars().count() < SHORT;
        let why_again = if short { own.short.as_str() } else { "" };
        match secret("lock.again", &own.again, why_again, reach, asker)? {
            Reply::Given(again) if same(&first, &again) => return Ok(Reply::Given(first)),
            Reply::Given(_) | Reply::Wish(Wish::Back) => why = &own.not_same,
            wish => return Ok(wish),
        }
    }
}

fn same(one: &SecretString, other: &SecretString) -> bool {
    one.expose_secret() == other.expose_secret()
}

fn secret(id: &str, ask: &str, why: &str, reach: &Reach, asker: &mut dyn Asker) -> io::Result<Reply<SecretString>> {
    let put = Put {
        why: why.into(),
        fresh: true,
        ..Put::new(id, ask, &reach.words.lock.prompt)
    };
    reach.ask(put, asker, |asker, put| asker.secret(put))
}

/// A question with two or more rows, none of which Enter alone picks.
pub(super) fn pick(
    id: &str,
    ask: &str,
    rows: &[&String],
    above: Vec<Said>,
    reach: &Reach,
    asker: &mut dyn Asker,
) -> io::Result<Reply<usize>> {
    let put = Put {
        above,
        fresh: true,
        must_move: true,
        ..Put::new(id, ask, &reach.words.lock.choice)
    };
    let reach = Reach {
        help: help(id, &reach.words.lock),
        ..*reach
    };
    reach.pick(put, rows, None, asker)
}

/// The help of a question: before the last yes nothing is locked yet, afterwards it is.
fn help<'a>(id: &str, own: &'a LockWords) -> &'a str {
    match id {
        "lock.older" => &own.older_help,
        "lock.pages" => &own.pages_help,
        "lock.page" => &own.page_help,
        "lock.off" => &own.off_help,
        _ => &own.lock_help,
    }
}

/// Seven words, each by the system's own chance and all alike likely.
///
/// # Errors
/// The system has no chance to give.
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
        assert!(!same(&one, &generate(&list).unwrap()));
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
