//! Text from bytes; where they are not UTF-8, the old font in which they were probably typed.

/// The text without its byte order mark, or the message that names another encoding.
pub(super) fn decode(mut bytes: Vec<u8>) -> Result<String, &'static str> {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        bytes.drain(..3);
    }
    if memchr::memchr(0, &bytes).is_some() {
        return Err(if is_utf16(&bytes) { "font-utf16" } else { "font-unknown" });
    }
    String::from_utf8(bytes).map_err(|it| font(it.as_bytes()))
}

/// Plain letters of UTF-16 have their zero byte always on the same side.
fn is_utf16(bytes: &[u8]) -> bool {
    let zeros = |side| bytes.iter().skip(side).step_by(2).filter(|it| **it == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    bytes.starts_with(b"\xff\xfe")
        || bytes.starts_with(b"\xfe\xff")
        || even.max(odd) > 8 * even.min(odd) && even.max(odd) * 8 > bytes.len()
}

/// The old encoding by its frequent patterns.
///
/// TCVN3 has one byte a letter, and its `ă â ê ô ơ ư đ á à ả ã ạ` stand at A8–BE, where the others
/// have no letters. VNI writes a byte of marks after a plain letter. Windows-1258 writes whole
/// letters and marks above C0. Where most strange bytes are neighbours, it is Chinese or binary.
fn font(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return "font-utf16";
    }
    let high = bytes.iter().filter(|it| **it >= 0x80).count();
    let share = |count: usize, part: usize, of: usize| count * of >= high * part;
    let whole: usize = bytes.utf8_chunks().map(|it| non_ascii(it.valid())).sum();
    let neighbours = bytes.windows(2).filter(|it| it[0] >= 0x80 && it[1] >= 0x80).count();
    let low = bytes.iter().filter(|it| (0xa8..=0xbe).contains(*it)).count();
    let control = bytes.iter().filter(|it| (0x80..0xa0).contains(*it)).count();
    let vni = bytes.windows(2).filter(|it| is_vni(it[0], it[1])).count();
    if share(whole, 1, 2) || share(neighbours, 2, 3) || share(control, 1, 3) {
        "font-unknown"
    } else if share(low, 1, 4) {
        "font-tcvn3"
    } else if share(vni, 1, 2) {
        "font-vni"
    } else if low * 20 <= high {
        "font-windows"
    } else {
        "font-unknown"
    }
}

/// The bytes of the letters beyond ASCII.
fn non_ascii(text: &str) -> usize {
    text.bytes().filter(|it| !it.is_ascii()).count()
}

/// Whether VNI writes this byte of marks after this letter. Capitals have both 20h lower.
fn is_vni(letter: u8, mark: u8) -> bool {
    const TONES: &[u8] = b"\xf9\xf8\xfb\xf5\xef";
    const ROUNDED: &[u8] = b"\xe2\xe1\xe0\xe5\xe3\xe4";
    const BREVE: &[u8] = b"\xea\xe9\xe8\xfa\xfc\xeb";
    let (letter, mark) = if letter.is_ascii_uppercase() || matches!(letter, 0xd4 | 0xd6) {
        (letter | 0x20, mark | 0x20)
    } else {
        (letter, mark)
    };
    match letter {
        b'a' => TONES.contains(&mark) || ROUNDED.contains(&mark) || BREVE.contains(&mark),
        b'e' | b'o' => TONES.contains(&mark) || ROUNDED.contains(&mark),
        b'u' | b'y' | 0xf4 | 0xf6 => TONES.contains(&mark),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_at_the_start_is_no_text() {
        let text = decode(b"\xef\xbb\xbf+++\nSo 12".to_vec());
        assert_eq!(text.as_deref(), Ok("+++\nSo 12"));
        assert_eq!(decode(Vec::new()).as_deref(), Ok(""));
    }

    #[test]
    fn old_fonts_are_told_apart() {
        // "Sở Ngoại vụ thông báo về việc tiếp nhận hồ sơ, đề nghị các đơn vị phối hợp" in each.
        let tcvn3: &[u8] = b"S\xeb Ngo\xb9i v\xf4 th\xabng b\xb8o v\xd2 vi\xd6c ti\xd5p nh\xcbn \
            h\xe5 s\xac, \xae\xd2 ngh\xde c\xb8c \xae\xacn v\xde ph\xe8i h\xeep";
        let vni: &[u8] = b"S\xf4\xfb Ngoa\xefi vu\xef tho\xe2ng ba\xf9o ve\xe0 vie\xe4c tie\xe1p \
            nha\xe4n ho\xe0 s\xf4, \xf1e\xe0 ngh\xf2 ca\xf9c \xf1\xf4n v\xf2 pho\xe1i h\xf4\xefp";
        let windows: &[u8] = b"S\xf5\xd2 Ngoa\xf2i vu\xf2 th\xf4ng ba\xecoo v\xea\xcc vi\xea\xf2c \
            ti\xea\xecp nh\xe2\xf2n h\xf4\xcc s\xf5, \xf0\xea\xcc nghi\xf2 ca\xecc";
        let utf16: Vec<u8> = "Sở Ngoại vụ".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [b"\xff\xfe", utf16.as_slice()].concat();
        let chinese = b"\xb1\xb8\xcd\xfc\xc2\xbc\xba\xcf\xd7\xf7 2026 \xcd\xe2\xca\xc2\xb0\xec";
        let mut cut = "Thông báo về việc tiếp nhận hồ sơ đề nghị".as_bytes().to_vec();
        cut.truncate(cut.len() - 2);
        let cases: [(&[u8], &str); 7] = [
            (tcvn3, "font-tcvn3"),
            (vni, "font-vni"),
            (windows, "font-windows"),
            (&utf16, "font-utf16"),
            (&marked, "font-utf16"),
            (chinese, "font-unknown"),
            (&cut, "font-unknown"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(decode(bytes.to_vec()), Err(expected), "{expected}");
        }
    }

    #[test]
    fn zeros_without_order_are_no_text() {
        assert_eq!(decode(b"ab\0\0\0\0cd".to_vec()), Err("font-unknown"));
    }
}
