//! What `condau_fuzz::code` says, of any bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    condau_fuzz::code(data);
});
