//! Pages as Markdown (CommonMark with tables). What a family typed is text in it, never markup.

use crate::text;

use super::{Block, Number, Page, Week};

/// The page as Markdown, with a final line break.
pub fn markdown(page: &Page) -> String {
    let mut parts = vec![format!("# {}", plain(&page.title)), plain(&page.under.join(". "))];
    parts.extend(page.emergency.iter().map(|number| format!("**{}**", dialled(number))));
    let mut numbers = page.numbers().map(|number| plain(&number));
    parts.extend(numbers.next());
    for block in &page.blocks {
        match block {
            Block::NewPage => {
                parts.push("---".to_string());
                parts.extend(numbers.next());
            }
            other => parts.extend(render(other, 2)),
        }
    }
    parts.extend(page.foot.iter().map(|line| plain(line)));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

/// One block as paragraphs, its headings at `level`.
fn render(block: &Block, level: usize) -> Vec<String> {
    let heading = |title: &String| format!("{} {}", "#".repeat(level), plain(title));
    match block {
        Block::Heading(title) => vec![heading(title)],
        Block::Words(words) => vec![paragraphs(words)],
        Block::Summary { title, lines } => vec![heading(title), list(lines.iter().map(|line| plain(line)), true)],
        Block::Steps { title, steps } => {
            vec![heading(title), list(steps.iter().map(|(step, _)| plain(step)), true)]
        }
        Block::Points { title, ordered, lines } => {
            vec![heading(title), list(lines.iter().map(|line| plain(line)), *ordered)]
        }
        Block::Numbers { title, lines } => vec![heading(title), list(lines.iter().map(dialled), false)],
        Block::Facts(facts) => vec![list(
            facts
                .iter()
                .map(|(label, value)| format!("**{}:** {}", plain(label), plain(value))),
            false,
        )],
        Block::Said(lines) => lines
            .iter()
            .map(|line| format!("> {}", paragraphs(line).replace('\n', "\n> ")))
            .collect(),
        Block::Task {
            done,
            number,
            text,
            shares,
            lines,
        } => {
            let mark = |done: bool| if done { "[x]" } else { "[ ]" };
            let number = number.map(|number| format!("{number}\\. ")).unwrap_or_default();
            let each = shares
                .iter()
                .map(|(name, done)| format!("\n  - {} {}", mark(*done), plain(name)));
            let under = lines.iter().map(|line| format!("\n  {}", plain(line)));
            let under: String = under.chain(each).collect();
            vec![format!("- {} {number}{}{under}", mark(*done), plain(text))]
        }
        Block::Blank(label, rows) => std::iter::once(plain(label))
            .chain(std::iter::repeat_n("\\_".repeat(40), *rows))
            .collect(),
        Block::Table { title, heads, rows } => vec![heading(title), table(heads, rows)],
        Block::Card { title, blocks } => std::iter::once(heading(title))
            .chain(blocks.iter().flat_map(|block| render(block, level + 1)))
            .collect(),
        Block::Weeks { title, caption, rows } => {
            let rows: Vec<String> = rows.iter().map(Week::line).collect();
            vec![
                heading(title),
                paragraphs(caption),
                list(rows.iter().map(|row| plain(row)), false),
            ]
        }
        Block::Code { .. } | Block::NewPage | Block::Together => Vec::new(),
    }
}

fn list(lines: impl Iterator<Item = String>, ordered: bool) -> String {
    let mark = |at: usize| if ordered { format!("{}. ", at + 1) } else { "- ".into() };
    let lines: Vec<String> = lines
        .enumerate()
        .map(|(at, line)| format!("{}{line}", mark(at)))
        .collect();
    lines.join("\n")
}

fn table(heads: &[String], rows: &[Vec<String>]) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let rule = format!("|{}", " --- |".repeat(heads.len()));
    let rows = rows.iter().map(|cells| row(cells));
    let lines: Vec<String> = [row(heads), rule].into_iter().chain(rows).collect();
    lines.join("\n")
}

/// A line with its numbers as links that a phone dials.
fn dialled(number: &Number) -> String {
    let words = text::sanitize_line(&number.words);
    let mut rest = words.as_str();
    let mut done = String::new();
    for dial in number.dial.iter().map(|typed| text::sanitize_line(typed)) {
        let (Some((before, after)), Some(digits)) = (rest.split_once(dial.as_str()), Number::digits(&dial)) else {
            continue;
        };
        done.push_str(&inline(before));
        done.push_str(&format!("[{}](tel:{digits})", inline(&dial)));
        rest = after;
    }
    begun(&(done + &inline(rest)))
}

/// What was typed, each of its lines a paragraph.
fn paragraphs(typed: &str) -> String {
    let lines: Vec<String> = typed.lines().map(plain).filter(|line| !line.is_empty()).collect();
    lines.join("\n\n")
}

/// One line of text that Markdown reads as nothing but text.
fn plain(typed: &str) -> String {
    begun(&inline(&text::sanitize_line(typed)))
}

/// Takes the meaning away from every sign that has one inside a line. The dot, the colon and the at sign are among them
/// because some readers make links of addresses.
fn inline(typed: &str) -> String {
    let mut done = String::with_capacity(typed.len());
    for (at, sign) in typed.char_indices() {
        let before = &typed[..at];
        let address = match sign {
            '.' => before.to_lowercase().ends_with("www"),
            ':' => typed[at..].starts_with("://") || before.ends_with("mailto"),
            '@' => true,
            _ => false,
        };
        if address || "\\`*_[]{}<>#|~&^$".contains(sign) {
            done.push('\\');
        }
        done.push(sign);
    }
    done
}

/// The same for what has a meaning at the beginning of a line only: `-`, `+`, `=`, `:`, `1.` and `1)`.
fn begun(line: &str) -> String {
    if line.starts_with(['-', '+', '=', ':']) {
        return format!("\\{line}");
    }
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    match line[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        _ => line.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_never_markup() {
        for (typed, drawn) in [
            ("*all* of `it`", "\\*all\\* of \\`it\\`"),
            ("- one", "\\- one"),
            ("12. December", "12\\. December"),
            ("# big", "\\# big"),
            ("<b>&amp;", "\\<b\\>\\&amp;"),
            ("[a](http://b)", "\\[a\\](http\\://b)"),
            ("www.a.example or k@a.example", "www\\.a.example or k\\@a.example"),
            ("a\nb", "a b"),
            ("10 in the morning.", "10 in the morning."),
            (": $a$ {b}", "\\: \\$a\\$ \\{b\\}"),
        ] {
            assert_eq!(plain(typed), drawn);
        }
    }

    #[test]
    fn a_number_is_a_link_that_a_phone_dials() {
        let number = Number {
            words: "Call 911, or 988 by day".into(),
            dial: vec!["911".into(), "988".into()],
        };
        assert_eq!(dialled(&number), "Call [911](tel:911), or [988](tel:988) by day");
        let number = Number {
            words: "Kim, 555-0150\n---\n](x)".into(),
            dial: vec!["555-0150\n---\n](x)".into()],
        };
        assert_eq!(dialled(&number), "Kim, [555-0150 --- \\](x)](tel:5550150)");
    }
}
