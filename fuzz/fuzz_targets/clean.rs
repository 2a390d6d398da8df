//! Any text through the sanitiser: no control is left but the end of a line, and cleaning twice changes nothing more.
#![no_main]

use libfuzzer_sys::fuzz_target;
use steadfast::text::clean;

fuzz_target!(|bytes: &[u8]| {
    let raw = String::from_utf8_lossy(bytes);
    let (line, lines) = (clean::line(&raw), clean::lines(&raw));
    assert!(!line.contains(char::is_control));
    assert!(!lines.contains(|c: char| c.is_control() && c != '\n'));
    assert_eq!(clean::line(&line), line);
    assert_eq!(clean::lines(&lines), lines);
});
