//! A paste: whatever the text, an export comes out that keeps its promises.

#![no_main]

use arbitrary::{Result, Unstructured};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = run(&mut Unstructured::new(bytes));
});

fn run(bytes: &mut Unstructured<'_>) -> Result<()> {
    let given = postil_fuzz::given(bytes)?;
    postil_fuzz::hold(&postil_fuzz::text(bytes)?, &given);
    Ok(())
}
