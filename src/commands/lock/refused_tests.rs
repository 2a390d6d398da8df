//! Without encryption the lock is refused in one plain sentence, and the plan stays as it is.

use super::*;
use crate::app::test_context::TestContext;

const PLAN: &str = "{\"format\": 2}";

#[test]
fn a_lock_is_refused_before_anything_is_asked() {
    for file in [None, Some("words")] {
        let mut trial = TestContext::new();
        trial.write(PLAN);
        if let Some(name) = file {
            let words = trial.path().with_file_name(name);
            std::fs::write(&words, "seven calm rivers run\n").unwrap();
            trial.passphrase = Some(words);
        }
        let refused = trial.run(|context| lock(false, context));
        assert!(matches!(refused, Err(Error::NoEncryption)), "{refused:?}");
        assert_eq!(std::fs::read_to_string(trial.path()).unwrap(), PLAN);
        assert!(!crate::store::has_key(&trial.path()));
    }
}

#[test]
fn a_locked_plan_is_known_and_stays_as_it_is() {
    let mut trial = TestContext::new();
    let sealed = "age-encryption.org/v1\n-> X25519 and so on";
    trial.write(sealed);
    for off in [false, true] {
        let refused = trial.run(|context| lock(off, context));
        assert!(matches!(refused, Err(Error::NoEncryption)), "{refused:?}");
    }
    assert_eq!(std::fs::read_to_string(trial.path()).unwrap(), sealed);
}
