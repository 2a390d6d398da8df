//! What stands in braces in a sentence: read here alone, by the build and by whatever fills it.

/// A part of a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Segment<'a> {
    /// What stands there as it is.
    Text(&'a str),
    /// The name of what is filled in.
    Placeholder(&'a str),
}

/// The parts of a sentence, in order. A brace that belongs to no other is text.
pub fn segments(sentence: &str) -> Vec<Segment<'_>> {
    let mut found = Vec::new();
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else {
            break;
        };
        found.extend((open > 0).then(|| Segment::Text(&rest[..open])));
        found.push(Segment::Placeholder(&rest[open + 1..close]));
        rest = &rest[close + 1..];
    }
    found.extend((!rest.is_empty()).then_some(Segment::Text(rest)));
    found
}
