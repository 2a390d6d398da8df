//! Any bytes as a plan file: read or refused, and what was read is written so that it is read as the same again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use steadfast::plan::{LISTS, Plan};
use steadfast::store::document::{read, text_of};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = text_of(bytes) else { return };
    let Ok((plan, mut document, _)) = read::<Plan>(text, LISTS) else {
        return;
    };
    let written = document.write(&plan).expect("a plan has JSON");
    let (again, mut document, _) = read::<Plan>(&written, LISTS).expect("what was written is a plan");
    assert!(again == plan, "it came back as another plan");
    assert_eq!(
        document.write(&again).expect("a plan has JSON"),
        written,
        "it is not written the same twice"
    );
});
