//! What `condau_fuzz::entry` says, of any bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    condau_fuzz::entry(data);
});
