//! What the coach hears.

mod sentences;
mod table;

use steadfast::words::Words;

fn words() -> Words {
    Words::load("en", None).unwrap()
}
