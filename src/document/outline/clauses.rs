//! Anchors of articles, clauses and points, by which documents cite each other: `d3-2-a`.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Span;
use crate::document::blocks;
use crate::document::body::{Block, BlockKind, Body, Inline, Item};
use crate::document::outline::is_reserved;

/// The ids of articles, clauses and points by the place of what carries them. Quotations are
/// left out: what they cite belongs to other documents.
pub(super) fn ids(body: &Body, headings: &[String]) -> BTreeMap<Span, String> {
    let mut walk = Walk {
        taken: headings.iter().cloned().collect(),
        ids: BTreeMap::new(),
        article: None,
        clause: None,
    };
    let mut position = 0;
    for block in &body.blocks {
        match &block.kind {
            BlockKind::Heading { level, content, .. } => {
                let own = headings.get(position);
                walk.heading(*level, content, block.span, own);
            }
            _ => walk.block(block),
        }
        position += headings_in(block);
    }
    walk.ids
}

fn headings_in(block: &Block) -> usize {
    match &block.kind {
        BlockKind::Heading { .. } => 1,
        BlockKind::Quote(blocks) => blocks.iter().map(headings_in).sum(),
        BlockKind::List { items, .. } => {
            items.iter().flat_map(|it| &it.blocks).map(headings_in).sum()
        }
        _ => 0,
    }
}

struct Walk {
    taken: BTreeSet<String>,
    ids: BTreeMap<Span, String>,
    /// The level and the id of the article whose text is being read.
    article: Option<(u8, String)>,
    /// The id of the clause that points belong to.
    clause: Option<String>,
}

impl Walk {
    fn heading(&mut self, level: u8, content: &[Inline], span: Span, own: Option<&String>) {
        if let Some(number) = article(content) {
            let id = format!("d{number}");
            let has_it = own == Some(&id) || self.give(&id, span);
            self.article = has_it.then_some((level, id));
            self.clause = None;
        } else if self.article.as_ref().is_some_and(|it| level <= it.0) {
            self.article = None;
            self.clause = None;
        }
    }

    fn block(&mut self, block: &Block) {
        let Some((_, article)) = &self.article else { return };
        match &block.kind {
            BlockKind::List { start: Some(start), items, .. } => {
                let article = article.clone();
                for (number, item) in (*start..).zip(items) {
                    self.clause(&article, &number.to_string(), item.span);
                    self.points(&item.blocks);
                }
            }
            BlockKind::List { start: None, items, .. } => self.point_items(items),
            BlockKind::Paragraph(content) => {
                let words = blocks::words(content);
                if let Some(number) = clause(&words) {
                    let article = article.clone();
                    self.clause(&article, number, block.span);
                } else if let Some(letter) = point(&words) {
                    self.point(&letter, block.span);
                }
            }
            _ => {}
        }
    }

    fn clause(&mut self, article: &str, number: &str, span: Span) {
        let id = format!("{article}-{number}");
        self.clause = self.give(&id, span).then_some(id);
    }

    /// Points inside the item of a clause.
    fn points(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(content) => {
                    if let Some(letter) = point(&blocks::words(content)) {
                        self.point(&letter, block.span);
                    }
                }
                BlockKind::List { items, .. } => self.point_items(items),
                _ => {}
            }
        }
    }

    /// An item that begins with a point's letter is that point.
    fn point_items(&mut self, items: &[Item]) {
        for item in items {
            let Some(Block { kind: BlockKind::Paragraph(content), .. }) = item.blocks.first()
            else {
                continue;
            };
            if let Some(letter) = point(&blocks::words(content)) {
                self.point(&letter, item.span);
            }
        }
    }

    fn point(&mut self, letter: &str, span: Span) {
        let article = self.article.as_ref().map(|it| &it.1);
        if let Some(parent) = self.clause.as_ref().or(article) {
            let id = format!("{parent}-{letter}");
            self.give(&id, span);
        }
    }

    /// Gives an id away, if it is free.
    fn give(&mut self, id: &str, span: Span) -> bool {
        let is_free = !is_reserved(id) && self.taken.insert(id.to_owned());
        if is_free {
            self.ids.insert(span, id.to_owned());
        }
        is_free
    }
}

/// The number of an article's heading: `Điều 3. …`, `Article 3a`, `第三条`.
fn article(content: &[Inline]) -> Option<String> {
    if let [Inline::Text(text), ..] = content
        && !text.trim_start().starts_with(['Đ', 'đ', 'A', 'a', '第'])
    {
        return None;
    }
    let words = blocks::words(content).to_lowercase();
    if let Some(rest) = words.strip_prefix('第') {
        let (number, rest) = rest.split_once(['条', '條'])?;
        // 第三条之一 is another article, inserted later.
        return Some(chinese(number)?.to_string()).filter(|_| !rest.starts_with('之'));
    }
    let rest = words.strip_prefix("điều ").or_else(|| words.strip_prefix("article "))?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = rest.split_at_checked(digits.min(4))?;
    let number: u32 = number.parse().ok()?;
    let letters = rest.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
    match letters {
        "" => Some(number.to_string()),
        letter => Some(format!("{number}{}", point_letter(letter)?)),
    }
}

/// The number at the start of a paragraph: `2. …`. A full stop inside a number is none.
fn clause(words: &str) -> Option<&str> {
    let (number, rest) = words.split_once('.')?;
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|it| it.is_ascii_digit());
    let is_decimal = rest.starts_with(|it: char| it.is_ascii_digit());
    (is_number && !is_decimal && !number.starts_with('0')).then_some(number)
}

/// The letter at the start of a paragraph: `a) …`, `(a) …`, `đ）…`.
fn point(words: &str) -> Option<String> {
    let words = words.trim_start_matches(['(', '（']);
    let (letter, _) = words.split_once([')', '）'])?;
    point_letter(letter)
}

/// `đ` comes after `d` and is written `dd`, as one types it.
fn point_letter(letter: &str) -> Option<String> {
    match letter.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(char::from(*letter).to_string()),
        _ => (letter == "đ").then(|| "dd".to_owned()),
    }
}

/// A number below ten thousand in Chinese or other digits: `三`, `十二`, `一百零五`, `12`, `１２`.
fn chinese(text: &str) -> Option<u32> {
    let text = text.trim();
    let digit = |it: char| match it {
        '０'..='９' => Some(it as u32 - '０' as u32),
        '〇' | '零' => Some(0),
        '两' => Some(2),
        _ => it.to_digit(10).or_else(|| {
            "一二三四五六七八九".chars().zip(1..).find(|(own, _)| *own == it).map(|it| it.1)
        }),
    };
    let length = text.chars().count();
    if !(1..=8).contains(&length) {
        return None;
    }
    if let Some(digits) = text.chars().map(digit).collect::<Option<Vec<_>>>() {
        return (length <= 4).then(|| digits.into_iter().fold(0, |sum, it| sum * 10 + it));
    }
    let (mut sum, mut last) = (0, None);
    for c in text.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => {
                last = Some(digit(c)?);
                continue;
            }
        };
        sum += last.take().unwrap_or(1) * unit;
    }
    Some(sum + last.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::{article, clause, point};
    use crate::document::body::Inline;

    #[test]
    fn articles_are_recognised_in_three_languages() {
        let check = |text: &str, expected: &str| {
            assert_eq!(
                article(&[Inline::Text(text.to_owned())]).as_deref().unwrap_or_default(),
                expected,
                "{text}"
            );
        };
        check("Điều 3. Thời hạn", "3");
        check("ĐIỀU 12: Hiệu lực", "12");
        check("Điều 3a. Bổ sung", "3a");
        check("Điều 3đ", "3dd");
        check("Điều 03", "3");
        check("Article 3. Term", "3");
        check("ARTICLE 10", "10");
        check("第三条 期限", "3");
        check("第十二条", "12");
        check("第二十条", "20");
        check("第一百零五条　附则", "105");
        check("第一千二百三十四条", "1234");
        check("第12條", "12");
        check("第１２条", "12");
        check("第三条之一", "");
        check("第三章", "");
        check("Điều khoản thi hành", "");
        check("Điều 3bis", "");
        check("Điều 123456", "");
        check("Điều", "");
        check("Điều kiện 3", "");
        check("Chương 3", "");
        check("第条", "");
    }

    #[test]
    fn clauses_and_points_are_recognised() {
        assert_eq!(clause("2. Sở trả lời"), Some("2"));
        assert_eq!(clause("12.Sở"), Some("12"));
        assert_eq!(clause("1.000.000 đồng"), None);
        assert_eq!(clause("2026. năm"), None);
        assert_eq!(clause("0. x"), None);
        assert_eq!(clause("Sở. x"), None);
        let letter = |it: &str| point(it).unwrap_or_default();
        assert_eq!(letter("a) Hồ sơ"), "a");
        assert_eq!(letter("(b) Dossier"), "b");
        assert_eq!(letter("đ) Khác"), "dd");
        assert_eq!(letter("c）其他"), "c");
        assert_eq!(letter("A) Phần"), "");
        assert_eq!(letter("ab) x"), "");
        assert_eq!(letter("(Xem điểm a)"), "");
    }
}
