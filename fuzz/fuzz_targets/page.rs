//! What `condau_fuzz::page` says, of any bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    condau_fuzz::page(data);
});
