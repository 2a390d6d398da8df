//! Says so where something takes long: nobody should take a slow disk for a program that hangs.

use std::io::{self, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use crate::text;

/// How long nothing is said. A save takes some milliseconds; on a disk that sleeps or is far away, seconds.
const PATIENCE: Duration = Duration::from_secs(1);

/// Does the work, and says the line once if it is not done after a second.
pub fn notify_if_slow<T>(line: &str, work: impl FnOnce() -> T) -> T {
    let say = || {
        // Nobody may listen any more; the work goes on.
        let _ = writeln!(io::stderr().lock(), "{}", text::sanitize_line(line));
    };
    notify_after(PATIENCE, say, work)
}

fn notify_after<T>(patience: Duration, say: impl FnOnce() + Send, work: impl FnOnce() -> T) -> T {
    let (done, end) = channel::<()>();
    let watch = move || {
        if end.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
            say();
        }
    };
    thread::scope(move |scope| {
        // Where no thread can be had, nothing is said.
        let _ = thread::Builder::new().spawn_scoped(scope, watch);
        let made = work();
        drop(done);
        made
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn only_what_takes_long_is_told_and_once() {
        let told = AtomicUsize::new(0);
        let say = || {
            told.fetch_add(1, Ordering::SeqCst);
        };
        assert_eq!(notify_after(Duration::from_secs(60), say, || 5), 5);
        assert_eq!(told.load(Ordering::SeqCst), 0);
        // The work ends when it was told: the line comes while it goes on, not behind it.
        let long = || {
            for _ in 0..4_000 {
                if told.load(Ordering::SeqCst) > 0 {
                    return true;
                }
                thread::sleep(Duration::from_millis(10));
            }
            false
        };
        assert!(notify_after(Duration::from_millis(5), say, long));
        assert_eq!(told.load(Ordering::SeqCst), 1);
    }
}
