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
