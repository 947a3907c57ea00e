//! The command-line program.
fn main() {
    println!("{}", postil::rules().len());
}
