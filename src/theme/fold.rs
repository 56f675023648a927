//! Messages without arguments, put into the templates of a language before the engine reads them.
//!
//! Two of three expressions of a page are such messages, and each costs a call. Folded in, they
//! are text.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::language::messages::Messages;

/// What an unfolded message looks like in a template: `{{ t(m="files") }}`.
const OPEN: &str = "{{ t(m=\"";
const CLOSE: &str = "\") }}";

/// Where messages were put into one template.
#[derive(Debug, Default)]
pub(super) struct Folds(Vec<Fold>);

#[derive(Debug)]
struct Fold {
    /// Where the message stands in the folded text.
    at: Range<usize>,
    /// Where its call stands in the template.
    was: Range<usize>,
}

impl Folds {
    /// A range of the folded text in the template as it was written.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        self.offset(range.start)..self.offset(range.end)
    }

    fn offset(&self, offset: usize) -> usize {
        let before = self.0.partition_point(|it| it.at.end <= offset);
        match before.checked_sub(1).map(|it| &self.0[it]) {
            Some(fold) => fold.was.end + (offset - fold.at.end),
            None => offset,
        }
    }
}

/// All templates with the messages of one language in them.
pub(super) fn all(
    templates: &BTreeMap<String, &str>,
    messages: &Messages,
) -> (Vec<(String, String)>, BTreeMap<String, Folds>) {
    let mut texts = Vec::with_capacity(templates.len());
    let mut folds = BTreeMap::new();
    for (name, template) in templates {
        let (text, folded) = fold(template, messages);
        texts.push((name.clone(), text));
        folds.insert(name.clone(), folded);
    }
    (texts, folds)
}

fn fold(template: &str, messages: &Messages) -> (String, Folds) {
    let mut text = String::with_capacity(template.len());
    let mut folds = Vec::new();
    let mut done = 0;
    for (start, _) in template.match_indices(OPEN) {
        let id = &template[start + OPEN.len()..];
        let Some(length) = id.find(CLOSE) else { continue };
        // An unknown message stays, so that the engine reports it in its place.
        let Some(words) = messages.plain(&id[..length]) else { continue };
        let end = start + OPEN.len() + length + CLOSE.len();
        text.push_str(&template[done..start]);
        let at = text.len();
        text.push_str(&escaped(words));
        folds.push(Fold { at: at..text.len(), was: start..end });
        done = end;
    }
    text.push_str(&template[done..]);
    (text, Folds(folds))
}

/// A message as the engine itself would have written it.
fn escaped(words: &str) -> String {
    let mut html = Vec::with_capacity(words.len());
    match tera::escape_html(words, &mut html) {
        Ok(()) => String::from_utf8_lossy(&html).into_owned(),
        Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn offsets_lead_back_to_the_template() {
        let messages = Messages::with(Language::Vi, std::iter::empty()).0;
        let template = "<p>{{ t(m=\"home\") }}</p>{{ t(m=\"nothing\") }}{{ x }}";
        let (text, folds) = fold(template, &messages);
        let words = messages.plain("home").expect("a message");
        assert_eq!(text, format!("<p>{words}</p>{{{{ t(m=\"nothing\") }}}}{{{{ x }}}}"));
        for part in ["<p>", "</p>", "nothing", "x }}"] {
            let at = text.find(part).expect("it is there");
            let range = folds.original(at..at + part.len());
            assert_eq!(&template[range], part);
        }
    }
}
