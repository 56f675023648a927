//! What `condau_fuzz::checkpoint` says, of any bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    condau_fuzz::checkpoint(data);
});
