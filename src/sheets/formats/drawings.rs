//! Drawings of our own for the steps that a picture shows better than words: lines of one color, so that they print in
//! black, show in the dark and need no file beside the page.

use maud::{Markup, PreEscaped, html};

use super::Drawing;

/// A step with a drawing has it at its right edge.
pub const STYLE: &str = "
.steps .drawn { padding-right: 9.5rem; min-height: 5rem; position: relative; }
.drawing { position: absolute; right: 0; top: 0; width: 8.6rem; height: auto; }
@media (max-width: 30rem) { .steps .drawn { padding-right: 0; } .steps .drawing { position: static; display: block; margin: .4rem 0; } }
@media print { .steps .drawn { padding-right: 33mm; min-height: 16mm; } .drawing { width: 28mm; } }
";

/// A face that looks to the right, turned so that it looks up and the head is tilted back, on a body that lies on its
/// back. The ground is below.
const LYING: &str = r#"<path d="M4 87H156" stroke-width="2"/>
<path d="M65 47C71 52 76 56 84 54C98 48 116 48 156 51M62 65C63 74 66 82 74 85"/>
<g transform="translate(40 60) rotate(-112) translate(-22 -22)">
<path d="M9 40C1 31 -1 13 9 4C18 -4 33 -3 37 8L38 14L44 22L39 24L40 28L38 30L40 33L37 36C38 41 34 43 29 41C26 40 25 42 25 50"/>
<path d="M28 15h5" stroke-width="2.5"/></g>"#;

/// Arrows: the forehead goes back, the chin goes up.
const TILT: &str = r#"<path d="M22 36C13 43 9 53 10 64M4 57L10 65L17 59"/><path d="M57 30V8M50 15L57 7L64 15"/>"#;

/// The spray with its tip in the nostril, its two wings, and the plunger that is pressed.
const SPRAY: &str = r#"<g transform="translate(39 39) rotate(42) scale(.9)" stroke-width="3">
<path d="M-2 0L-4 -15H4L2 0Z"/><path d="M-11 -15H11V-19H-11Z"/><path d="M-5 -19V-32H5V-19M-8 -32H8"/></g>
<path d="M84 4L70 13M73 4L69 14L79 16"/>"#;

/// Somebody on their side, seen from the front: a hand below the cheek, the upper knee bent forward, so that nobody
/// rolls onto their back or their face. What is in front has an edge in the color of the paper.
const SIDE: &str = r#"<circle cx="24" cy="48" r="12" fill="currentColor" stroke="none"/>
<path d="M48 54L90 56" stroke-width="22"/><path d="M90 58L122 64L152 68" stroke-width="11"/>
<path d="M90 58L112 78L138 78" stroke="var(--ground)" stroke-width="17"/><path d="M90 58L112 78L138 78" stroke-width="11"/>
<path d="M48 53L54 77L24 67" stroke="var(--ground)" stroke-width="14"/><path d="M48 53L54 77L24 67" stroke-width="8"/>"#;

/// What one step shows, for those who see it: the step says the same in words.
pub fn drawing(which: Drawing) -> Markup {
    let parts: &[&str] = match which {
        Drawing::HeadBack => &[LYING, TILT],
        Drawing::Spray => &[LYING, SPRAY],
        Drawing::OnTheSide => &[SIDE],
    };
    html! {
        svg class="drawing" viewBox="0 0 160 92" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="3.5"
            stroke-linecap="round" stroke-linejoin="round" { @for part in parts { (PreEscaped(*part)) } }
    }
}
