//! What the primitives say of themselves.
