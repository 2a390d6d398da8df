//! Steadfast helps a family plan an intervention for somebody they love.

pub mod ask;
pub mod commands;
pub mod error;
pub mod plan;
pub mod readiness;
pub mod sheets;
pub mod steps;
pub mod store;
pub mod tasks;
pub mod text;
pub mod walk;
pub mod words;
