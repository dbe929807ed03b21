//! Facts of sentences: against annotations by hand, form by form, and back
//! from random facts.

mod annotated;
mod beside;
mod bullets;
mod classes;
mod clauses;
mod corrupt;
mod dates;
mod digests;
mod documented;
mod earlier;
mod editions;
mod forms;
mod groups;
mod items;
mod lists;
mod narrow;
mod owed;
mod parts;
mod press;
mod printed;
mod signs;
mod spans;
mod subjects;
mod told;
mod units;
mod wholes;
mod whose;
