//! The two macros that give a name its lower-case code: for choices a person makes, and for the ids of the program.

/// Codes the program itself uses: a plain enum with `ALL`, `code` and `from_code`.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($(#[$vdoc])* #[doc = concat!("`", $code, "`")] $variant),+ }

        // A table of codes is whole, whether or not this program goes through it and reads it back.
        #[allow(dead_code)]
        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The code in files and words.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// The one with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

pub(crate) use codes;

/// The lists of choices that questions offer. A code the program does not know is kept as it is.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident = $set:literal { $($variant:ident = $code:literal),+ $(,)? })+) => {
        $(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub enum $name {
            $(#[doc = concat!("`", $code, "`")] $variant,)+
            /// A choice of a newer or another program, kept as it is.
            Other(String),
        }

        impl $crate::plan::CodedChoice for $name {
            const SET: &'static str = $set;

            fn all() -> Vec<Self> {
                vec![$($name::$variant),+]
            }

            fn code(&self) -> &str {
                match self { $($name::$variant => $code,)+ $name::Other(code) => code }
            }
        }

        impl $crate::plan::AnswerValue for $name {
            fn unknown_codes(&self) -> Vec<String> {
                let unknown = matches!(self, $name::Other(_));
                unknown.then(String::new).into_iter().collect()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::plan::CodedChoice::code(self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = String::deserialize(deserializer)?;
                Ok(match code.as_str() {
                    $($code => $name::$variant,)+
                    _ => $name::Other($crate::text::sanitize::sanitize_line(&code)),
                })
            }
        }
        )+

        #[cfg(any(test, feature = "testing"))]
        /// Every list of choices with its codes, for the test that the words are complete.
        pub fn choice_sets() -> Vec<(&'static str, Vec<String>)> {
            vec![$(($set, vec![$($code.into()),+])),+]
        }
    };
}
pub(crate) use choices;
