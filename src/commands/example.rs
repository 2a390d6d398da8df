//! `example`: a whole, plainly fictional plan.

use crate::error::Error;

use crate::app::{Context, Exit};

/// Prints the example as it would stand in a file.
///
/// # Errors
/// stdout is closed.
pub fn example(context: &mut Context) -> Result<Exit, Error> {
    let text = context.words.example;
    context.print(text)?;
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;
    use crate::plan::{LISTS, Plan};
    use crate::store::document;
    use crate::words::{LANGUAGES, Words};

    #[test]
    fn it_is_printed_as_it_would_be_kept() {
        for language in LANGUAGES {
            let words = Words::load(language.code, None).unwrap();
            let (plan, _, faults) = document::read::<Plan>(words.example, LISTS).unwrap();
            assert!(faults.is_empty());
            let kept = document::Document::fresh().write(&plan).unwrap();
            assert_eq!(words.example, kept);
        }
        let mut trial = TestContext::new();
        assert_eq!(trial.run(example).unwrap(), Exit::Done);
        assert!(trial.stdout().starts_with("{\n  \"format\": 2,\n"));
    }
}
