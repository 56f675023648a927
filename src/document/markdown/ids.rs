//! Ids that are written at the end of headings: `## Các bước {#steps}`.

use crate::document::blocks;
use crate::document::body::Inline;
use crate::language::fold;
use crate::schema::is_slug;

/// Takes `{#id}` from the end of a heading, unless it was escaped in what was written.
pub(super) fn take(content: &mut Vec<Inline>, written: &str) -> Option<String> {
    let Some(Inline::Text(text)) = content.last_mut() else { return None };
    let (words, id) = text.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    let (before, _) = written.rsplit_once(&format!("{{#{id}}}"))?;
    let id = if is_slug(id) { id.to_owned() } else { fold::slug(id, 60) };
    if before.ends_with('\\') || id.is_empty() {
        return None;
    }
    let length = words.trim_end().len();
    text.truncate(length);
    while content.last().is_some_and(blocks::is_blank) {
        content.pop();
    }
    Some(id)
}
