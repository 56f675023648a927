//! Escaping in the data block.

use super::value;

fn written(text: &str) -> String {
    let mut bytes = Vec::new();
    value(&text, &mut bytes);
    String::from_utf8(bytes).unwrap()
}

#[test]
fn nothing_ends_the_block() {
    let text = "</script><!-- & \u{2028}\u{2029} \"\\\n → đồng 文";
    let json = written(text);
    assert!(!json.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\n']), "{json}");
    assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
}

#[test]
fn other_characters_of_the_same_first_byte_stay() {
    assert_eq!(written("– … → ế"), "\"– … → ế\"");
}

proptest::proptest! {
    #[test]
    fn any_text_comes_back(text: String) {
        let json = written(&text);
        let marks = ['<', '>', '&', '\u{2028}', '\u{2029}'];
        proptest::prop_assert!(!json.contains(marks));
        proptest::prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
