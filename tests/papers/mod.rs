//! The papers of the repository: `docs/evidence.md` is made from the data and says what it says, and every reference leads
//! somewhere.

mod evidence;
mod references;
