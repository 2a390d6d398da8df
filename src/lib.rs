//! Steadfast helps a family plan an intervention for somebody they love.
