//! What is typed and never shown: a passphrase.

use std::io::{self, BufRead, Write};

use secrecy::SecretString;
use zeroize::Zeroizing;

use super::{Action, Plain, Prompt, PromptReply, layout, line_editor, terminal_guard};

/// Room for any passphrase, so that no part of one is left behind in memory when a line grows.
const ROOM: usize = 4096;

impl<R: BufRead, W: Write> Plain<R, W> {
    /// Asks for a passphrase below what was said already.
    pub(super) fn ask_secret(&mut self, prompt: &Prompt) -> io::Result<PromptReply<SecretString>> {
        let phrases = self.phrases;
        let cursor = layout::cursor_text(layout::label_or_default(prompt, phrases));
        loop {
            write!(self.out, "{cursor}")?;
            self.out.flush()?;
            let typed = self.hidden_line()?;
            // Enter was not shown either.
            writeln!(self.out)?;
            let Some(typed) = typed else {
                terminal_guard::wait_for_signal();
                return Ok(PromptReply::Action(Action::Leave));
            };
            if let Some(action) = phrases.signs.action(&typed) {
                return Ok(PromptReply::Action(action));
            }
            if typed.is_empty() {
                self.print(phrases.secret_empty)?;
            } else if typed.contains(char::is_control) {
                // An arrow key, say: nobody would find out what went wrong.
                self.print(phrases.secret_keys)?;
            } else {
                return Ok(PromptReply::Given(SecretString::from(typed.as_str())));
            }
        }
    }

    #[cfg(unix)]
    fn hidden_line(&mut self) -> io::Result<Option<Zeroizing<String>>> {
        if !self.echoes {
            return self.secret_line();
        }
        // Dropped on every way out but a signal, which puts the terminal back by itself.
        let _unseen = terminal_guard::EchoOff::line();
        let mut bytes = Zeroizing::new(vec![0; ROOM]);
        // Not through the buffer of std, which would hold it for the whole visit. A terminal gives a line at a time, so
        // nothing else waits there.
        let read = rustix::io::retry_on_intr(|| rustix::io::read(io::stdin(), &mut *bytes));
        match read.map_err(io::Error::from) {
            Ok(length) => bytes.truncate(length),
            Err(error) if line_editor::is_hang_up(&error) => return Ok(None),
            Err(error) => return Err(error),
        }
        Ok(take_line(&mut bytes))
    }

    #[cfg(not(unix))]
    fn hidden_line(&mut self) -> io::Result<Option<Zeroizing<String>>> {
        if self.echoes {
            return Ok(rpassword::read_password().ok().map(Zeroizing::new));
        }
        self.secret_line()
    }

    fn secret_line(&mut self) -> io::Result<Option<Zeroizing<String>>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(ROOM));
        match self.input.read_until(b'\n', &mut bytes) {
            Err(error) if !line_editor::is_hang_up(&error) => return Err(error),
            _ => {}
        }
        Ok(take_line(&mut bytes))
    }
}

/// A line without its end; `None` if it was cut off. What is no text is a control letter, which is refused above.
fn take_line(bytes: &mut Vec<u8>) -> Option<Zeroizing<String>> {
    if bytes.pop() != Some(b'\n') {
        return None;
    }
    if bytes.last() == Some(&b'\r') {
        bytes.pop();
    }
    Some(Zeroizing::new(std::str::from_utf8(bytes).unwrap_or("\u{0}").to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::Prompter;
    use super::super::phrases::english;
    use super::*;
    use secrecy::ExposeSecret;

    fn asked(typed: &[u8]) -> (Option<String>, String) {
        let mut out = Vec::new();
        let reply = Plain::new(typed, &mut out, english()).secret(&Prompt::new("p", "Which?", "Passphrase"));
        let given = match reply.unwrap() {
            PromptReply::Given(secret) => Some(secret.expose_secret().to_owned()),
            PromptReply::Action(_) => None,
        };
        (given, String::from_utf8(out).unwrap())
    }

    #[test]
    fn a_passphrase_is_kept_as_it_was_typed_and_not_said_again() {
        let (given, said) = asked(b" calm  River \r\n");
        assert_eq!(given.as_deref(), Some(" calm  River "));
        assert!(!said.contains("River"), "{said}");
    }

    #[test]
    fn nothing_and_keys_that_are_no_letters_are_asked_again() {
        assert_eq!(asked(b"\ncal\x1b[Dm\n\xff\ncalm\n").0.as_deref(), Some("calm"));
        assert_eq!(asked(b"<\n").0, None);
        assert_eq!(asked(b"cut off").0, None);
    }
}
