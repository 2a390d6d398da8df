//! The macro for a group of answers: every field an [`Answer`](super::Answer), absent from the file until it is asked.

macro_rules! record {
    ($(#[$doc:meta])* item $name:ident { $($(#[$fdoc:meta])* $field:ident : $ty:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Default, Debug, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $name {
            /// What references name it by; never used twice.
            pub id: $crate::plan::Id,
            $($(#[$fdoc])* #[serde(skip_serializing_if = "crate::plan::Answer::is_unasked")] pub $field: $crate::plan::Answer<$ty>),*
        }

        impl $crate::plan::Item for $name {
            fn with_id(id: $crate::plan::Id) -> Self {
                $name { id, ..Default::default() }
            }

            fn id(&self) -> &$crate::plan::Id {
                &self.id
            }
        }

        impl $name {
            /// Those of these answers that are free words, each with its key.
            pub(crate) fn texts_mut(&mut self) -> Vec<(&'static str, &mut $crate::plan::Answer<$crate::plan::Text>)> {
                let all = [$((stringify!($field), $crate::plan::free_text::FreeText::text_of(&mut self.$field))),*];
                all.into_iter().filter_map(|(key, text)| Some((key, text?))).collect()
            }
        }
    };
    ($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident : $ty:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Default, Debug, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $name {
            $($(#[$fdoc])* #[serde(skip_serializing_if = "crate::plan::Answer::is_unasked")] pub $field: $crate::plan::Answer<$ty>),*
        }

        impl $name {
            /// Those of these answers that are free words, each with its key.
            pub(crate) fn texts_mut(&mut self) -> Vec<(&'static str, &mut $crate::plan::Answer<$crate::plan::Text>)> {
                let all = [$((stringify!($field), $crate::plan::free_text::FreeText::text_of(&mut self.$field))),*];
                all.into_iter().filter_map(|(key, text)| Some((key, text?))).collect()
            }
        }
    };
}
pub(super) use record;
