//! Two plan files, with a zero byte between them: what the second says is written into the first, and comes back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use steadfast::plan::{LISTS, Plan};
use steadfast::store::document::{read, text_of};

fuzz_target!(|bytes: &[u8]| {
    let mut texts = bytes.splitn(2, |byte| *byte == 0).map(text_of);
    let (Some(Ok(first)), Some(Ok(second))) = (texts.next(), texts.next()) else {
        return;
    };
    let (Ok((_, mut document, _)), Ok((plan, ..))) = (read::<Plan>(first, LISTS), read::<Plan>(second, LISTS)) else {
        return;
    };
    let written = document.write(&plan).expect("a plan has JSON");
    let (again, ..) = read::<Plan>(&written, LISTS).expect("what was written is a plan");
    assert!(again == plan, "it came back as another plan");
});
