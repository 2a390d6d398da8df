//! Cleans, measures and wraps letters, and knows nothing else.
//!
//! Here lives what is true of any text in any language: which characters may be kept or shown
//! ([`sanitize`]), how many columns they take ([`mod@width`]), how they break into lines ([`mod@wrap`]), and
//! whether a phone number or an address looks whole ([`contact`]). What a text means, which
//! sentence it belongs to and if it is printed live elsewhere; nothing of the crate is imported.

pub mod contact;
pub mod plain_signs;
pub mod sanitize;
pub mod width;
pub mod wrap;

pub use contact::{contacts, email_looks_whole, phone_looks_whole, split_phone, web_looks_whole};
pub use plain_signs::plain_signs;
pub use sanitize::sanitize_line;
#[cfg(any(test, feature = "testing"))]
pub use sanitize::sanitize_text;
pub use width::{cut, last_columns, pad, width};
pub use wrap::{hanging, small_start, wrap, wrap_words};
