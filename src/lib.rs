//! Steadfast helps a family plan an intervention for somebody they love.

pub mod plan;
pub mod readiness;
pub mod text;
