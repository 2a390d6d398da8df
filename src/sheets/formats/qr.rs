//! A number as a code that a phone reads from paper or from another screen (QR).

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

use super::Number;

/// What a page holds that has a code beside a number.
pub const MARK: &str = "class=\"qr\"";

/// Beside its line and never under it, two numbers side by side where there is room. A phone that shows the page needs
/// no code: its link suffices. Black on white in dark pages too, since a camera looks for that.
pub const STYLE: &str = "
.numbers { list-style: none; padding: 0; display: grid; gap: .7rem 1.5rem; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); }
.numbers li { display: flex; gap: .7rem; justify-content: space-between; align-items: flex-start; margin: 0; break-inside: avoid; }
.numbers li > span { overflow-wrap: anywhere; }
.qr { flex: none; width: 22mm; height: 22mm; }
@media screen and (max-width: 40rem) { .qr { display: none; } }
@media print {
  .numbers { gap: .25rem 1.5rem; grid-template-columns: 1fr 1fr; }
  .numbers li { flex-direction: row-reverse; justify-content: flex-end; align-items: center; }
  .numbers li > span { font-size: var(--small); }
  .qr { width: 13mm; height: 13mm; }
}
";

/// The look of [`words`], on a page that has them.
pub const WORDS_STYLE: &str = "
.code { float: right; width: 72mm; margin: .5rem 0 .5rem 1.5rem; break-inside: avoid; }
.code .qr { width: 72mm; height: 72mm; }
.code figcaption { color: var(--soft); font-size: var(--small); text-align: center; }
@media screen and (max-width: 40rem) { .code { display: none; } }
";

/// The white room that readers need around a code, in modules.
const QUIET: usize = 4;

/// The first number of the line as a code; nothing if there is none to dial. For those who do not see it the link
/// beside it says the same.
pub fn qr(number: &Number) -> Markup {
    let digits = number.dial.iter().find_map(|typed| Number::digits(typed));
    let code = digits.and_then(|digits| QrCode::new(format!("tel:{digits}")).ok());
    html! { @if let Some(code) = code { (drawn(&code)) } }
}

/// The widest code, in modules, that a phone reads from paper at the size of [`WORDS_STYLE`].
const WIDEST: usize = 145;

/// Words as one large code above its caption; nothing if they are too long for one.
pub fn words(caption: &str, words: &str) -> Markup {
    let code = QrCode::with_error_correction_level(words, EcLevel::L).ok();
    let code = code.filter(|code| code.width() <= WIDEST);
    html! { @if let Some(code) = code { figure class="code" { (drawn(&code)) figcaption { (caption) } } } }
}

/// For those who do not see it, what is in it is beside it too.
fn drawn(code: &QrCode) -> Markup {
    let side = code.width() + 2 * QUIET;
    html! {
        svg class="qr" viewBox=(format!("0 0 {side} {side}")) aria-hidden="true" shape-rendering="crispEdges" {
            path fill="#fff" d=(format!("M0 0h{side}v{side}h-{side}z")) {}
            path fill="#000" d=(dark(code)) {}
        }
    }
}

/// The dark modules as one path, each run of a row a rectangle.
fn dark(code: &QrCode) -> String {
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(code.width()).enumerate() {
        let mut x = QUIET;
        for run in row.chunk_by(|one, next| one == next) {
            if run[0] == Color::Dark {
                let (y, long) = (y + QUIET, run.len());
                path.push_str(&format!("M{x} {y}h{long}v1h-{long}z"));
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(dial: &[&str]) -> String {
        let dial = dial.iter().map(|typed| typed.to_string()).collect();
        qr(&Number {
            words: String::new(),
            dial,
        })
        .into_string()
    }

    #[test]
    fn the_first_number_that_can_be_dialled_has_a_code_and_no_other() {
        assert_eq!(drawn(&[]), "");
        assert_eq!(drawn(&["ask Kim"]), "");
        assert_eq!(drawn(&["ask Kim", "988"]), drawn(&["988"]));
        assert_ne!(drawn(&["988"]), drawn(&["911"]));
    }

    #[test]
    fn a_code_has_its_quiet_zone() {
        let drawn = drawn(&["988"]);
        assert!(drawn.contains("viewBox=\"0 0 29 29\""), "{drawn}");
        let first = drawn.split("fill=\"#000\" d=\"").nth(1).unwrap();
        assert!(first.starts_with("M4 4h7v1h-7z"), "the corner of a finder: {first}");
    }
}
