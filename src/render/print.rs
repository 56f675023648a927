//! What only paper shows: the head of a document of the office's own, its recipients and signer.
//!
//! The parts and their order follow Decree 30/2020/NĐ-CP, annex I, as we read it: to be confirmed by
//! the office.

use crate::catalogue::Item;
use crate::data;
use crate::document::meta::Details;
use crate::language::Language;
use crate::render::Press;
use crate::render::context::{Paper, Words};
use crate::render::voice::Voice;

/// The frame of the paper; only for the office's own documents in their own language, because a
/// translation is no official text.
pub(super) fn paper(press: &Press, voice: &Voice<'_>, item: &Item) -> Option<Paper> {
    let Details::Document(document) = &item.meta.details else { return None };
    if voice.language != Language::Vi || item.source != Language::Vi {
        return None;
    }
    let issuer = press.data.organization(&document.issuer.as_ref()?.value)?;
    if issuer.role != data::Role::Own {
        return None;
    }
    let number = document.number.as_ref()?.value.clone();
    let kind = document.kind.as_ref().map(|it| it.value.as_str()).filter(|it| *it != "letter");
    let kind = kind.map(|it| voice.say(&format!("doctype-{it}")).to_uppercase());
    let signer = document.signer.as_ref().map(|it| {
        let signer = &it.value;
        let authority = if signer.authority == "none" { "" } else { signer.authority.as_str() };
        let title = [authority, signer.role.as_str()].map(str::to_uppercase);
        let name = signer.name.clone().unwrap_or_default();
        title.into_iter().chain([name]).filter(|it| !it.is_empty()).collect()
    });
    let recipient = |id: &str| -> Words {
        match (id, press.data.organization(id), press.data.unit(id)) {
            ("site", _, _) => voice.own(voice.say("recipient-site")),
            (_, Some(it), _) => voice.organization(Some(it)),
            (_, _, Some(it)) => voice.unit(it),
            _ => voice.own(id),
        }
    };
    let title = item.source_text().title();
    Some(Paper {
        title: kind.as_deref().map_or_else(|| title.to_owned(), |it| without(title, it)),
        issuer: voice.organization(Some(issuer)),
        number,
        date: document.issued.as_ref().map(|it| voice.day(it.value).words).unwrap_or_default(),
        kind: kind.unwrap_or_default(),
        signer: signer.unwrap_or_default(),
        recipients: document.recipients.iter().map(|it| recipient(&it.value)).collect(),
    })
}

/// A title without the type that it begins with: on paper the type stands above it.
fn without(title: &str, kind: &str) -> String {
    let words = kind.split_whitespace().count();
    let mut rest = title;
    for _ in 0..words {
        rest = rest.trim_start().split_once(' ').map_or("", |(_, it)| it);
    }
    let begins = title.to_uppercase().starts_with(kind) && !rest.is_empty();
    if !begins {
        return title.to_owned();
    }
    let mut letters = rest.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn the_type_is_not_said_twice() {
        assert_eq!(without("Kế hoạch hỗ trợ năm 2026", "KẾ HOẠCH"), "Hỗ trợ năm 2026");
        assert_eq!(without("Quy chế tiếp nhận", "QUYẾT ĐỊNH"), "Quy chế tiếp nhận");
        assert_eq!(without("Kế hoạch", "KẾ HOẠCH"), "Kế hoạch");
    }
}
