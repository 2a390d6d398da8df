//! Steadfast helps a family plan an intervention for somebody they love.

pub mod ask;
pub mod error;
pub mod plan;
pub mod readiness;
pub mod steps;
pub mod store;
pub mod text;
pub mod walk;
pub mod words;
