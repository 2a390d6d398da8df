//! What comes of a question, of a journey, and of a whole conversation.

use std::io;

use crate::error::Error;

/// What came of a question, as far as the one who asked decides. Help and danger now were seen to; going elsewhere is a
/// [`Stop`].
#[derive(Clone, Debug, PartialEq)]
pub enum Reply<V> {
    /// It was answered.
    Given(V),
    /// To what came before.
    Back,
    /// On, and put on the list of things to find out.
    Later,
    /// On, left open.
    Skip,
}

/// How a page, an item or a journey came to its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It is done: on to what comes next.
    Done,
    /// To what came before.
    Back,
}

/// Where a person goes instead of on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Destination {
    /// The home page; in a command there is none, and it ends.
    Home,
    /// Away at once: the screen is clear already.
    Hide,
    /// Out.
    Leave,
}

/// Why a conversation ends before it is through. It travels by `?`.
#[derive(Debug)]
pub enum Stop {
    /// The person goes elsewhere.
    Go(Destination),
    /// The terminal or the disk failed.
    Failed(Error),
}

#[cfg(test)]
impl Stop {
    /// Where the person went; nothing may have failed.
    pub(crate) fn destination(self) -> Destination {
        match self {
            Stop::Go(to) => to,
            Stop::Failed(error) => panic!("{error}"),
        }
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Stop::Failed(error)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Failed(error.into())
    }
}

impl<V> Reply<V> {
    /// The answer; `None` for whatever else was done with the question.
    pub fn given(self) -> Option<V> {
        match self {
            Reply::Given(value) => Some(value),
            Reply::Back | Reply::Later | Reply::Skip => None,
        }
    }

    /// The answer, or the same reply to a question with another kind of answer.
    ///
    /// # Errors
    /// What was done with the question instead of answering it.
    pub fn answered<W>(self) -> Result<V, Reply<W>> {
        match self {
            Reply::Given(value) => Ok(value),
            Reply::Back => Err(Reply::Back),
            Reply::Later => Err(Reply::Later),
            Reply::Skip => Err(Reply::Skip),
        }
    }

    /// The same reply with another answer.
    pub fn map<W>(self, change: impl FnOnce(V) -> W) -> Reply<W> {
        match self {
            Reply::Given(value) => Reply::Given(change(value)),
            Reply::Back => Reply::Back,
            Reply::Later => Reply::Later,
            Reply::Skip => Reply::Skip,
        }
    }
}

/// What came of a question of a command that has no home to go to: the answer, or `None` for whoever does not answer.
///
/// # Errors
/// [`Error::Hidden`] where the person went away at once; what failed.
pub fn answer_in_command<V>(ended: Result<Reply<V>, Stop>) -> Result<Option<V>, Error> {
    match ended {
        Ok(reply) => Ok(reply.given()),
        Err(Stop::Go(Destination::Home | Destination::Leave)) => Ok(None),
        Err(Stop::Go(Destination::Hide)) => Err(Error::Hidden),
        Err(Stop::Failed(error)) => Err(error),
    }
}

/// `None` where the person goes home and that is where the caller goes on anyway.
///
/// # Errors
/// Every other stop.
pub fn unless_home<T>(ended: Result<T, Stop>) -> Result<Option<T>, Stop> {
    match ended {
        Ok(value) => Ok(Some(value)),
        Err(Stop::Go(Destination::Home)) => Ok(None),
        Err(stop) => Err(stop),
    }
}
