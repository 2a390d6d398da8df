//! What somebody meant who typed numbers instead of moving through a list.

/// What was typed at a numbered list.
#[derive(Debug, PartialEq)]
pub(super) enum Meant {
    /// These rows, counted from 0, in the order typed. The row behind the last option is "something else".
    Rows(Vec<usize>),
    /// `0`, where that is a row.
    None,
    /// A number past the end.
    OffList,
    /// The same number twice.
    Twice,
    /// One of these rows, counted from 0.
    OneOf(Vec<usize>),
    /// Words.
    Words,
    /// Nothing that could be read.
    Unclear,
}

/// Reads numbers of `rows` rows, with spaces or commas between.
pub(super) fn read(typed: &str, rows: usize, zero: bool) -> Meant {
    let typed = typed.trim();
    let last = rows;
    let mut rows = Vec::new();
    for word in typed
        .split(|c: char| c.is_whitespace() || c == ',' || c == ';')
        .filter(|word| !word.is_empty())
    {
        // "2." is how the row itself is written.
        let digits = word.trim_end_matches(['.', ')']);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Meant::Words;
        }
        match digits.parse::<usize>() {
            Ok(0) if zero => {
                return if typed.trim_end_matches('.') == "0" {
                    Meant::None
                } else {
                    Meant::Unclear
                };
            }
            Ok(number) if (1..=last).contains(&number) => rows.push(number - 1),
            _ => return Meant::OffList,
        }
    }
    if rows.is_empty() {
        return Meant::Unclear;
    }
    let twice = rows.iter().enumerate().any(|(at, row)| rows[..at].contains(row));
    if twice { Meant::Twice } else { Meant::Rows(rows) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_words() {
        assert_eq!(read("2", 3, false), Meant::Rows(vec![1]));
        assert_eq!(read("2.", 3, false), Meant::Rows(vec![1]));
        assert_eq!(read("2, 1;3", 3, false), Meant::Rows(vec![1, 0, 2]));
        assert_eq!(read("4", 3, false), Meant::OffList);
        assert_eq!(read("0", 3, false), Meant::OffList);
        assert_eq!(read("0", 3, true), Meant::None);
        assert_eq!(read("0 1", 3, true), Meant::Unclear);
        assert_eq!(read("1 1", 3, false), Meant::Twice);
        assert_eq!(read("99999999999999999999", 3, false), Meant::OffList);
        assert_eq!(read("mum", 3, false), Meant::Words);
        assert_eq!(read(",", 3, false), Meant::Unclear);
    }
}
