//! What `condau_fuzz::note` says, of any bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    condau_fuzz::note(data);
});
