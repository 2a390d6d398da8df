//! stand-in
/// x
pub mod clean { /// x
pub fn line(s:&str)->String{s.replace('\u{1b}',"").replace("[31m","")} /// x
pub fn lines(s:&str)->String{line(s)} }
