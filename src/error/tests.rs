//! An error says what is so, and nothing of a plan.

use super::*;

#[test]
fn an_error_of_the_system_keeps_the_fact_and_drops_the_sentence() {
    let told = io::Error::new(io::ErrorKind::StorageFull, "Anna is on the disk");
    let error = Error::io(FileOperation::Saving, Path::new("plan.json"), &told);
    assert!(matches!(
        error,
        Error::Io {
            what: FileOperation::Saving,
            kind: io::ErrorKind::StorageFull,
            ..
        }
    ));
    assert!(!format!("{error} {error:?}").contains("Anna"));
}

#[test]
fn an_error_of_the_store_comes_through_a_walk_whole() {
    let there = io::Error::from(Error::NoHome);
    assert!(matches!(Error::from(there), Error::NoHome));
    let terminal = io::Error::from(Error::Terminal(io::ErrorKind::BrokenPipe.into()));
    assert_eq!(terminal.kind(), io::ErrorKind::BrokenPipe);
    assert!(matches!(Error::from(terminal), Error::Terminal(_)));
}
