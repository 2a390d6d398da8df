//! Drawings of our own for the steps that a picture shows better than words: lines of one color, so that they print in
//! black, show in the dark and need no file beside the page.
//!
//! Who needs help is an outline, who helps is solid.

use maud::{Markup, PreEscaped, html};

use super::{Drawing, Illustration};

/// A step with a drawing has it at its right edge, and goes on below it.
pub const STYLE: &str = "
.drawing { float: right; width: 8.6rem; height: auto; margin: .1rem 0 .2rem .9rem; }
.drawn::after { content: ''; display: block; clear: both; }
@media (max-width: 30rem) { .drawing { float: none; display: block; margin: .4rem 0; } }
@media print { .drawing { width: 25mm; margin: .5mm 0 0 3mm; } .card .drawing { width: 20mm; } }
";

/// Somebody on their back, seen up close from the side, with the head tilted back: a face that looks up, and the ground.
const FACE: &str = r#"<path d="M3 90H157" stroke-width="2"/>
<path d="M157 46C124 38 106 45 93 54C88 57 82 57 76 55C70 53 66 50 62 46C64 41 64 37 63 33C61 28 56 28 53 32L50 33C49 30 46 30 45 36C44 31 42 32 39 36C38 29 35 27 32 31L25 43C23 47 20 47 16 50C6 58 7 72 18 80C30 89 46 87 56 78C61 74 66 75 71 80C77 86 86 88 98 88"/>
<path d="M23 54C27 56 30 54 30 50M40 64C37 58 45 54 47 60" stroke-width="2.5"/>"#;

/// Arrows: the chin goes up, the forehead goes back.
const TILT: &str = r#"<path d="M58 24V8M51 15L58 7L65 15"/><path d="M-2 44C-4 54 -4 62 0 70M-6 64L1 71L6 62"/>"#;

/// The spray with its nozzle in the nostril, its two wings, and the plunger that is pressed.
const SPRAY: &str = r#"<g transform="translate(41 35) rotate(50)" fill="var(--ground)"><path d="M-3 2L-5 -13H5L3 2Z"/>
<path d="M-5 -18V-30H5V-18"/><path d="M-14 -13H14V-18H-14Z"/><path d="M-8 -31H8"/></g>
<path d="M97 -9L79 5M83 -7L78 6L91 4"/>"#;

/// A syringe with its needle in the thigh, at a mark, and an arrow: it goes in, and the plunger down.
const SYRINGE: &str = r#"<circle cx="104" cy="75" r="5" stroke-width="2.5" fill="var(--ground)"/>
<g transform="translate(104 74) rotate(28)"><path d="M0 0V-20" stroke-width="3"/>
<path d="M-6 -20H6V-46H-6Z" fill="var(--ground)"/><path d="M-6 -30H6M-6 -38H0" stroke-width="2.5"/>
<path d="M-11 -46H11M0 -46V-58M-7 -59H7"/></g><path d="M156 20L148 35M145 26L147 36L157 31"/>"#;

/// Somebody who bends down, their mouth over the mouth below, as an outline that is filled.
const BENDS_DOWN: &str = "M29 23C16 21 9 8 14 -6C20 -21 41 -24 54 -14C62 -10 72 -18 78 -36L128 -36C120 -12 104 8 86 14C78 17 73 17 69 15C70 22 70 30 65 36C60 39 48 39 45 37C42 35 41 31 40 28C37 31 32 30 32 27Z";

/// The chest rises.
const RISES: &str =
    r#"<path d="M106 35C120 27 138 26 157 33" stroke-dasharray="2 8"/><path d="M136 18V0M129 7L136 -1L143 7"/>"#;

/// The ground, and on it the head of somebody who lies.
const HEAD: &str = r#"<path d="M3 90H157" stroke-width="2"/><circle cx="20" cy="76" r="11" fill="var(--ground)"/>"#;

/// The head of somebody who kneels, and an arrow: they press straight down.
const KNEELS: &str =
    r#"<circle cx="54" cy="-4" r="12" fill="currentColor" stroke="none"/><path d="M36 18V46M28 38L36 47L44 38"/>"#;

/// A part of somebody who needs help: an outline around a line.
fn outline(line: &str, width: f32) -> String {
    let inside = width - 6.5;
    format!(
        r#"<path d="{line}" stroke-width="{width}"/><path d="{line}" stroke="var(--ground)" stroke-width="{inside}"/>"#
    )
}

/// A part of somebody who helps: solid, with an edge in the color of the paper where it is in front of something.
fn solid(line: &str, width: f32) -> String {
    let edge = width + 5.0;
    format!(
        r#"<path d="{line}" stroke="var(--ground)" stroke-width="{edge}"/><path d="{line}" stroke-width="{width}"/>"#
    )
}

/// The part of the plane that is shown, and what is in it, from the back to the front.
fn parts(which: Drawing) -> (&'static str, Vec<String>) {
    let lies = |trunk: &str, legs: &str| outline(trunk, 22.0) + &outline(legs, 14.0);
    match which {
        Drawing::HeadBack => {
            let hands = [
                solid("M3 10L8 30C10 40 14 45 22 47", 8.0),
                solid("M106 10L90 22C84 30 76 37 66 38", 8.0),
            ];
            (
                "-8 2 168 90",
                [FACE.into()].into_iter().chain(hands).chain([TILT.into()]).collect(),
            )
        }
        Drawing::Spray => ("-8 -12 168 104", vec![FACE.into(), SPRAY.into()]),
        Drawing::Injection => {
            let lies = lies("M46 76L82 77", "M84 78L122 76L150 81");
            ("-8 8 168 84", vec![HEAD.into(), lies, SYRINGE.into()])
        }
        Drawing::Breaths => {
            let edge = format!(r#"<path d="{BENDS_DOWN}" stroke="var(--ground)" stroke-width="7"/>"#);
            let bends_down = format!(r#"<path d="{BENDS_DOWN}" fill="currentColor" stroke="none"/>"#);
            let pinches = solid("M-4 10L14 24L32 35", 7.5);
            (
                "-8 -27 168 120",
                vec![FACE.into(), edge, bends_down, pinches, RISES.into()],
            )
        }
        Drawing::Presses => {
            let kneels = solid("M72 12L112 44", 22.0) + &solid("M112 48L94 74L128 76", 14.0);
            let presses = solid("M68 14L65 62", 9.0) + &solid("M60 65H70", 8.0);
            let lies = lies("M46 77L94 78", "M94 81L150 83");
            (
                "-8 -18 168 110",
                vec![KNEELS.into(), kneels, HEAD.into(), lies, presses],
            )
        }
        // A hand below the cheek, the upper knee bent forward, so that nobody rolls onto their back or their face.
        Drawing::OnTheSide => {
            let below = outline("M50 66L92 68", 24.0) + &outline("M92 72L124 78L150 80", 13.0);
            let above = outline("M90 68L112 82L140 83", 13.0) + &outline("M52 66L58 82L30 80", 10.0);
            let head = r#"<path d="M3 90H157" stroke-width="2"/><circle cx="22" cy="62" r="12" fill="var(--ground)"/>"#;
            ("-8 42 168 52", vec![head.into(), below, above])
        }
    }
}

/// What one step shows, and what it is for those who do not see it.
pub fn drawing(shown: &Illustration) -> Markup {
    let (view, parts) = parts(shown.drawing);
    html! {
        svg class="drawing" viewBox=(view) role="img" aria-label=(shown.says) fill="none" stroke="currentColor"
            stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round" { @for part in parts { (PreEscaped(part)) } }
    }
}
