//! Any text through the sanitizer: no control is left but the end of a line, and cleaning twice changes nothing more.
#![no_main]

use libfuzzer_sys::fuzz_target;
use steadfast::text::sanitize;

fuzz_target!(|bytes: &[u8]| {
    let raw = String::from_utf8_lossy(bytes);
    let (line, lines) = (sanitize::sanitize_line(&raw), sanitize::sanitize_text(&raw));
    assert!(!line.contains(char::is_control));
    assert!(!lines.contains(|c: char| c.is_control() && c != '\n'));
    assert_eq!(sanitize::sanitize_line(&line), line);
    assert_eq!(sanitize::sanitize_text(&lines), lines);
});
