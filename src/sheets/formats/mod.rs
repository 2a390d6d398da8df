//! One file a format. Each draws any page; none knows what a page is about.

mod csv;
mod drawings;
mod font;
mod html;
mod ics;
mod json;
mod markdown;
mod missing_letters;
mod paper;
mod pdf;
mod qr;
mod text;
mod vcf;
mod weeks;

use super::{Block, Drawing, Illustration, Number, Page, Week};

pub use csv::csv;
pub use html::html;
pub use ics::ics;
pub use json::json;
pub use markdown::markdown;
pub use missing_letters::missing_letters;
pub use paper::Paper;
pub use pdf::{pdf, printing_folders, remove_leftovers, remove_printing_folder};
pub use text::{on_screen, text, text_of_blocks, text_within};
pub use vcf::vcf;
