use signal_hook::consts::{SIGALRM, SIGHUP, SIGINT, SIGTERM};

use super::*;

#[test]
fn the_signal_that_console_did_not_raise_decides() {
    assert_eq!(signals::decide(&[SIGINT]), SIGINT);
    assert_eq!(signals::decide(&[SIGINT, SIGTERM]), SIGTERM);
    assert_eq!(signals::decide(&[SIGTERM, SIGINT, SIGHUP]), SIGHUP);
    assert_eq!(signals::decide(&[SIGINT, SIGALRM]), SIGALRM);
}

#[test]
fn a_farewell_is_one_line_for_all_its_clones() {
    let farewell = ExitMessage::new("a");
    farewell.clone().set("b");
    assert_eq!((farewell.line(), farewell.whole()), ("b".into(), "b".into()));
    farewell.set_behind("Close this window.");
    assert_eq!(
        (farewell.line(), farewell.whole()),
        ("b".into(), "b Close this window.".into())
    );
}
