//! Numerals: the number that digits or words write, exactly.
//!
//! Shared by figures and times, which do not see one another. A value is a [`Decimal`] that keeps the
//! precision it was written with ("3.40").

pub use rust_decimal::Decimal;
