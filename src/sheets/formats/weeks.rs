//! The weeks as a line of time from top to bottom: words on a line with a dot each, so that it is as readable on a phone
//! as on paper, and by ear.

use maud::{Markup, html};

use super::Week;

/// A dot for a week, and a larger one for the week of the day.
pub const STYLE: &str = "
.weeks ol { list-style: none; margin: .4rem 0; padding: 0; }
.weeks li { position: relative; margin: 0; padding: 0 0 .25rem 1.4rem; border-left: 2px solid var(--link); margin-left: .4rem; }
.weeks li:last-child { border-color: transparent; }
.weeks li::before { content: ''; position: absolute; left: -.3rem; top: .4rem; width: .5rem; height: .5rem; border-radius: 50%; background: var(--link); }
.weeks .great::before { left: -.45rem; top: .3rem; width: .8rem; height: .8rem; border-radius: 0; transform: rotate(45deg); }
.weeks p { margin: 0 0 .3rem; color: var(--soft); font-size: var(--small); }
";

/// The line of time, with its title and how it is read.
pub fn weeks(title: &str, caption: &str, rows: &[Week]) -> Markup {
    html! {
        section class="weeks" {
            h2 { (title) }
            p { (caption) }
            ol { @for row in rows { li class=[row.day.as_ref().map(|_| "great")] {
                b { (row.label) @if let Some(day) = &row.day { ". " (day) } }
                @if !row.tasks.is_empty() { " " (row.tasks) }
            } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_week_of_the_day_has_a_form_of_its_own() {
        let calm = Week {
            label: "a".into(),
            tasks: "<b>".into(),
            ..Week::default()
        };
        let great = Week {
            day: Some("c".into()),
            ..calm.clone()
        };
        let drawn = |week: Week| weeks("t", "d", &[week]).into_string();
        let (calm, great) = (drawn(calm), drawn(great));
        assert!(!calm.contains("great") && calm.contains("&lt;b&gt;"), "{calm}");
        assert!(great.contains("<li class=\"great\"><b>a. c</b>"), "{great}");
    }
}
