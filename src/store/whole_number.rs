//! Whole numbers as other programs write them.

use serde_json::Value;

/// A whole number, as some programs write one: `2`, `2.0`.
pub(super) fn whole_number(value: &Value) -> Option<u64> {
    let whole = |number: f64| (number.fract() == 0.0 && (0.0..1e15).contains(&number)).then_some(number as u64);
    value.as_u64().or_else(|| whole(value.as_f64()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_and_nothing_behind_it_is_a_whole_number() {
        for (text, number) in [
            ("2", Some(2)),
            ("2.0", Some(2)),
            ("2e0", Some(2)),
            ("2.5", None),
            ("-1", None),
            ("1e400", None),
            ("\"2\"", None),
        ] {
            assert_eq!(whole_number(&serde_json::from_str(text).unwrap()), number, "{text}");
        }
    }
}
