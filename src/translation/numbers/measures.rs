//! Numbers with what they count: thousands and their like, percent, money.

use crate::language::Language;
use crate::translation::numbers::Kind;
use crate::translation::numbers::decimal::{Decimal, Numeral};
use crate::translation::numbers::draft::{Draft, Unit};
use crate::translation::numbers::figures;
use crate::translation::numbers::letters::is_letter;
use crate::translation::numbers::reader::{Reader, weekday};
use crate::translation::numbers::spelled;

const SCALES: [(&str, u32); 17] = [
    ("nghìn", 3),
    ("ngàn", 3),
    ("trăm", 2),
    ("vạn", 4),
    ("triệu", 6),
    ("tỷ", 9),
    ("tỉ", 9),
    ("hundred", 2),
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("trillion", 12),
    ("亿", 8),
    ("万", 4),
    ("千", 3),
    ("百", 2),
    ("bn", 9),
];

/// What makes another word of a scale or a currency: kilometres, rates, comrades.
const NO_UNITS: [&str; 24] = [
    "tỷ lệ",
    "tỉ lệ",
    "tỷ giá",
    "tỉ giá",
    "tỷ trọng",
    "tỉ trọng",
    "tỷ số",
    "tỉ số",
    "tỷ suất",
    "triệu tập",
    "千米",
    "千克",
    "千瓦",
    "千卡",
    "百帕",
    "百分",
    "đồng chí",
    "đồng ý",
    "đồng thời",
    "đồng chủ",
    "đồng nghiệp",
    "đồng bào",
    "đồng phục",
    "đồng hương",
];

const MONEY: [(&str, &str); 31] = [
    ("越南盾", "VND"),
    ("盾", "VND"),
    ("đồng", "VND"),
    ("vnđ", "VND"),
    ("vnd", "VND"),
    ("đ", "VND"),
    ("₫", "VND"),
    ("dong", "VND"),
    ("vietnamese dong", "VND"),
    ("viet nam dong", "VND"),
    ("vietnam dong", "VND"),
    ("美元", "USD"),
    ("đô la", "USD"),
    ("usd", "USD"),
    ("us dollars", "USD"),
    ("us dollar", "USD"),
    ("dollars", "USD"),
    ("dollar", "USD"),
    ("人民币", "CNY"),
    ("元", "CNY"),
    ("nhân dân tệ", "CNY"),
    ("ndt", "CNY"),
    ("cny", "CNY"),
    ("rmb", "CNY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("欧元", "EUR"),
    ("eur", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("€", "EUR"),
];

const MONEY_BEFORE: [(&str, &str); 13] = [
    ("vnđ", "VND"),
    ("vnd", "VND"),
    ("₫", "VND"),
    ("us$", "USD"),
    ("usd", "USD"),
    ("$", "USD"),
    ("cny", "CNY"),
    ("rmb", "CNY"),
    ("人民币", "CNY"),
    ("¥", "CNY"),
    ("eur", "EUR"),
    ("€", "EUR"),
    ("越南盾", "VND"),
];

impl Reader<'_> {
    /// A number with what it counts: scales, percent, money.
    pub(super) fn number(&self, at: usize) -> Option<Draft> {
        let text = self.text;
        let Numeral { value, end } = self.numeral(at)?;
        let Some(value) = value else {
            return Some(Draft::new(Kind::Number, text.text(at..end), at..end));
        };
        let (value, power, end) = self.scaled(value, end);
        let draft = if let Some(end) = text.any(end, &["%", "phần trăm", "percent", "per cent"])
        {
            Draft::percent(value, at..end)
        } else if let Some((currency, end)) = self.currency(end) {
            Draft::amount(value, currency, power, at..end)
        } else {
            let draft = Draft::number(value, at..end);
            let measure = if power > 0 { Some((value, Unit::Scale(power))) } else { draft.measure };
            Draft { measure, pieces: self.clause(at, &draft.canonical), ..draft }
        };
        Some(self.weekday_or_sign(draft, value))
    }

    /// `Article 2.1` is clause 1 of Article 2.
    fn clause(&self, at: usize, canonical: &str) -> Vec<String> {
        const OF: [&str; 5] = ["article", "section", "clause", "paragraph", "điều"];
        match canonical.split_once('.') {
            Some((article, clause)) if OF.contains(&self.text.word_before(at).as_str()) => {
                vec![article.to_owned(), clause.to_owned()]
            }
            _ => Vec::new(),
        }
    }

    /// `thứ 2` may be Monday. A sign before a number counts where both sides have one.
    fn weekday_or_sign(&self, draft: Draft, value: Decimal) -> Draft {
        let text = self.text;
        let at = draft.range.start;
        if text.language == Language::Vi && text.word_before(at) == "thứ" {
            return match value.small() {
                Some(it) if (2..8).contains(&it) => draft.or(weekday(it)),
                _ => draft,
            };
        }
        let sign = match text.before(at) {
            '-' | '\u{2212}' => '-',
            '+' => '+',
            _ => return draft,
        };
        let before = at.checked_sub(2).map_or(' ', |it| text.at(it));
        if is_letter(before) || before.is_ascii_digit() {
            return draft;
        }
        let unsigned = draft.canonical.clone();
        let signed = Draft { canonical: format!("{sign}{unsigned}"), ..draft };
        Draft { range: at - 1..signed.range.end, ..signed }.or(unsigned)
    }

    /// A number with the words of scale after it: `1,5 tỷ`, `100万`, `1 tỷ 200 triệu`,
    /// `2 triệu rưỡi`. Its power of ten is 0 if there are none.
    fn scaled(&self, value: Decimal, end: usize) -> (Decimal, u32, usize) {
        let (mut sum, power, mut end) = self.multiplied(value, end);
        let mut last = power;
        while last > 0 {
            let next = self.numeral(self.text.space(end));
            let Some((value, next)) = next.and_then(|it| Some((it.value?, it.end))) else { break };
            let (value, less, next) = self.multiplied(value, next);
            let Some(more) = sum.plus(value).filter(|_| (1..last).contains(&less)) else { break };
            (sum, last, end) = (more, less, next);
        }
        (sum, power, end)
    }

    fn multiplied(&self, value: Decimal, end: usize) -> (Decimal, u32, usize) {
        let text = self.text;
        let (mut product, mut power, mut end) = (value, 0, end);
        while let Some((more, next)) = self.scale(end).filter(|_| power < 16) {
            let Some(scaled) = product.scaled(more) else { break };
            (product, power, end) = (scaled, power + more, next);
        }
        let half = power.checked_sub(1).and_then(|it| Decimal::whole(5).scaled(it));
        if let Some(next) = text.any(end, &["rưỡi"])
            && let Some(sum) = half.and_then(|it| product.plus(it))
        {
            return (sum, power, next);
        }
        (product, power, end)
    }

    fn scale(&self, end: usize) -> Option<(u32, usize)> {
        let text = self.text;
        // `3000多亿`
        let end = text.said(end, "多").or(text.said(end, "余")).unwrap_or(end);
        let scale = text.find(end, &SCALES)?;
        (!self.is_other_word(end)).then_some(scale)
    }

    fn currency(&self, end: usize) -> Option<(&'static str, usize)> {
        let currency = self.text.find(end, &MONEY)?;
        (!self.is_other_word(end)).then_some(currency)
    }

    fn is_other_word(&self, at: usize) -> bool {
        self.text.any(at, &NO_UNITS).is_some()
    }

    /// `VND 1,000,000`, `$100`, `人民币100元`.
    pub(super) fn amount_after_currency(&self, at: usize) -> Option<Draft> {
        let text = self.text;
        let (currency, number_at) = text.find(at, &MONEY_BEFORE).filter(|_| text.at(at) != ' ')?;
        let number_at = text.space(number_at);
        let Numeral { value, end } = figures::numeral(text, number_at)?;
        let (value, power, end) = self.scaled(value?, end);
        let end = self.currency(end).filter(|it| it.0 == currency).map_or(end, |it| it.1);
        Some(Draft::amount(value, currency, power, at..end))
    }

    /// `百分之五点五`, `百分之5.5`.
    pub(super) fn percent_before(&self, at: usize) -> Option<Draft> {
        let text = self.text;
        let number_at = text.said(at, "百分之")?;
        let digits = figures::numeral(text, number_at);
        let Numeral { value, end } = digits.or_else(|| spelled::han(text, number_at))?;
        Some(Draft::percent(value?, at..end))
    }
}
