//! The macro for a group of answers: every field an [`Answer`](super::Answer), absent from the file until it is asked,
//! and known to whoever walks over all of them.

/// `record! { Name { love: Text, } }`; `item Name` for what is in a list and has an id; `before { .. }` and
/// `after { .. }` for fields of the file that are no answers.
macro_rules! record {
    ($(#[$doc:meta])* item $name:ident { $($answers:tt)* }) => {
        $crate::plan::record::record! {
            $(#[$doc])*
            $name before {
                /// What references name it by; never used twice.
                pub id: $crate::plan::Id,
            } { $($answers)* }
        }

        impl $crate::plan::Item for $name {
            fn with_id(id: $crate::plan::Id) -> Self {
                $name { id, ..Default::default() }
            }

            fn id(&self) -> &$crate::plan::Id {
                &self.id
            }
        }
    };
    ($(#[$doc:meta])* $name:ident $(before { $($before:tt)* })?
        { $($(#[$fdoc:meta])* $field:ident : $ty:ty),* $(,)? } $(after { $($after:tt)* })?) => {
        $crate::plan::record::record! { @write $(#[$doc])* $name { $($($before)*)? }
            { $($(#[$fdoc])* $field : $ty),* } { $($($after)*)? } }
    };
    (@write $(#[$doc:meta])* $name:ident { $($before:tt)* }
        { $($(#[$fdoc:meta])* $field:ident : $ty:ty),* } { $($after:tt)* }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Default, Debug, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $name {
            $($before)*
            $($(#[$fdoc])* #[serde(skip_serializing_if = "crate::plan::Answer::is_unasked")] pub $field: $crate::plan::Answer<$ty>,)*
            $($after)*
        }

        impl $crate::plan::AnswerGroup for $name {
            fn answers_mut(&mut self, see: &mut dyn FnMut(&str, &mut dyn $crate::plan::AnyAnswer)) {
                $(see(stringify!($field).trim_start_matches("r#"), &mut self.$field);)*
            }
        }
    };
}
pub(super) use record;
