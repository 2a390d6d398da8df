//! What may kill is pinned: it stands here once more, by hand, and a changed word or digit fails.

mod numbers;
