//! What somebody meant who typed numbers instead of moving through a list.

/// What was typed at a numbered list.
#[derive(Debug, PartialEq)]
pub(super) enum ParsedChoice {
    /// These rows, counted from 0, in the order typed. The row behind the last option is "something else".
    Rows(Vec<usize>),
    /// `0`, if that is a row.
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
pub(super) fn parse_choice(typed: &str, rows: usize, zero: bool) -> ParsedChoice {
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
            return ParsedChoice::Words;
        }
        match crate::text::plain_signs(digits).parse::<usize>() {
            Ok(0) if zero => {
                return if typed.trim_end_matches('.') == "0" {
                    ParsedChoice::None
                } else {
                    ParsedChoice::Unclear
                };
            }
            Ok(number) if (1..=last).contains(&number) => rows.push(number - 1),
            _ => return ParsedChoice::OffList,
        }
    }
    if rows.is_empty() {
        return ParsedChoice::Unclear;
    }
    let twice = rows.iter().enumerate().any(|(at, row)| rows[..at].contains(row));
    if twice {
        ParsedChoice::Twice
    } else {
        ParsedChoice::Rows(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_words() {
        assert_eq!(parse_choice("2", 3, false), ParsedChoice::Rows(vec![1]));
        assert_eq!(parse_choice("2.", 3, false), ParsedChoice::Rows(vec![1]));
        assert_eq!(parse_choice("2, 1;3", 3, false), ParsedChoice::Rows(vec![1, 0, 2]));
        assert_eq!(parse_choice("4", 3, false), ParsedChoice::OffList);
        assert_eq!(parse_choice("0", 3, false), ParsedChoice::OffList);
        assert_eq!(parse_choice("0", 3, true), ParsedChoice::None);
        assert_eq!(parse_choice("0 1", 3, true), ParsedChoice::Unclear);
        assert_eq!(parse_choice("1 1", 3, false), ParsedChoice::Twice);
        assert_eq!(parse_choice("99999999999999999999", 3, false), ParsedChoice::OffList);
        assert_eq!(parse_choice("mum", 3, false), ParsedChoice::Words);
        assert_eq!(parse_choice(",", 3, false), ParsedChoice::Unclear);
    }
}
