//! What somebody meant who typed numbers, or the words of a row, instead of moving through a list.

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
    /// No number and no row.
    Unclear,
}

/// Reads numbers with spaces or commas between, or the words of one row; capitals do not matter.
pub(super) fn read(typed: &str, labels: &[String], zero: bool) -> Meant {
    let lower = typed.trim().to_lowercase();
    let mut rows = Vec::new();
    for word in lower
        .split(|c: char| c.is_whitespace() || c == ',' || c == ';')
        .filter(|word| !word.is_empty())
    {
        // "2." is how the row itself is written.
        let digits = word.trim_end_matches(['.', ')']);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return by_words(&lower, labels);
        }
        match digits.parse::<usize>() {
            Ok(0) if zero => {
                return if lower.trim_end_matches('.') == "0" {
                    Meant::None
                } else {
                    Meant::Unclear
                };
            }
            Ok(number) if (1..=labels.len()).contains(&number) => rows.push(number - 1),
            _ => return Meant::OffList,
        }
    }
    if rows.is_empty() {
        return Meant::Unclear;
    }
    let twice = rows.iter().enumerate().any(|(at, row)| rows[..at].contains(row));
    if twice { Meant::Twice } else { Meant::Rows(rows) }
}

fn by_words(lower: &str, labels: &[String]) -> Meant {
    let mut same = labels
        .iter()
        .enumerate()
        .filter(|(_, label)| label.trim().to_lowercase() == *lower);
    match (same.next(), same.next()) {
        (Some((row, _)), None) => Meant::Rows(vec![row]),
        _ => Meant::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<String> {
        ["Mother", "Father", "Something else"].map(String::from).to_vec()
    }

    #[test]
    fn numbers_and_words() {
        assert_eq!(read("2", &rows(), false), Meant::Rows(vec![1]));
        assert_eq!(read("2.", &rows(), false), Meant::Rows(vec![1]));
        assert_eq!(read("2, 1;3", &rows(), false), Meant::Rows(vec![1, 0, 2]));
        assert_eq!(read("  something ELSE ", &rows(), false), Meant::Rows(vec![2]));
        assert_eq!(read("4", &rows(), false), Meant::OffList);
        assert_eq!(read("0", &rows(), false), Meant::OffList);
        assert_eq!(read("0", &rows(), true), Meant::None);
        assert_eq!(read("0 1", &rows(), true), Meant::Unclear);
        assert_eq!(read("1 1", &rows(), false), Meant::Twice);
        assert_eq!(read("99999999999999999999", &rows(), false), Meant::OffList);
        assert_eq!(read("mum", &rows(), false), Meant::Unclear);
        assert_eq!(read(",", &rows(), false), Meant::Unclear);
    }

    #[test]
    fn words_that_name_two_rows_pick_none() {
        let same = vec!["Sam".to_owned(), "sam".to_owned()];
        assert_eq!(read("Sam", &same, false), Meant::Unclear);
    }
}
