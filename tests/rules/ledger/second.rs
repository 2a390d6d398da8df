//! The rules.

use super::{Row, both};

pub const ROWS: &[Row] = &[both(
    "R-51",
    "where naloxone comes from is said by country",
    &["r_51_where_naloxone_comes_from_is_said_by_country"],
)];
