//! Any bytes as keys over a list: none stops the reader, and Esc and Ctrl-C are heard behind them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use steadfast::prompt::keys_survive;

fuzz_target!(|bytes: &[u8]| assert!(keys_survive(bytes)));
