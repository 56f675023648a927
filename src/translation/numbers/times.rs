//! Times of day.

use crate::language::Language;
use crate::translation::numbers::Kind;
use crate::translation::numbers::decimal::Decimal;
use crate::translation::numbers::draft::{Draft, Half, Unit};
use crate::translation::numbers::letters::Letters;
use crate::translation::numbers::reader::{Reader, Written};

const HALVES_AFTER: [(&str, Half); 11] = [
    ("a.m.", Half::Morning),
    ("a.m", Half::Morning),
    ("am", Half::Morning),
    ("p.m.", Half::Afternoon),
    ("p.m", Half::Afternoon),
    ("pm", Half::Afternoon),
    ("sáng", Half::Morning),
    ("trưa", Half::Noon),
    ("chiều", Half::Afternoon),
    ("tối", Half::Afternoon),
    ("đêm", Half::Night),
];

const HALVES_BEFORE: [(&str, Half); 8] = [
    ("上午", Half::Morning),
    ("早上", Half::Morning),
    ("凌晨", Half::Morning),
    ("中午", Half::Noon),
    ("下午", Half::Afternoon),
    ("傍晚", Half::Afternoon),
    ("晚上", Half::Afternoon),
    ("夜间", Half::Night),
];

impl Reader<'_> {
    /// A time of day: `7h30`, `7 giờ 30`, `7:30 p.m.`, `7.30 p.m.`, `7时30分`, `7点半`.
    pub(super) fn time(&self, at: usize) -> Option<Draft> {
        let text = self.text;
        let (hour, hour_end) = self.whole(at)?;
        let before = |table: &[(&str, Half)]| {
            let start = at.checked_sub(2)?;
            text.find(start, table).filter(|it| it.1 == at).map(|it| it.0)
        };
        let half = before(&HALVES_BEFORE);
        let half_after = |end: usize| {
            let after = text.any(end, &["buổi"]).unwrap_or(end);
            text.find(after, &HALVES_AFTER).filter(|it| half.is_none() && text.at(it.1) != ':')
        };
        let draft = |minute: u32, end: usize| {
            let (half, end) = half_after(end).unwrap_or((half.unwrap_or(Half::Unsaid), end));
            Draft::time(hour, minute, half, at..end)
        };
        if self.written == Written::Digits {
            let minute_end = text.digits(hour_end + 1);
            let two = || text.text(hour_end + 1..minute_end).parse().ok();
            let minute: Option<u32> = if minute_end == hour_end + 3 { two() } else { None };
            let closes = !(matches!(text.at(minute_end), '.' | ',')
                && text.at(minute_end + 1).is_ascii_digit());
            if let Some(minute) = minute.filter(|_| closes) {
                match text.at(hour_end) {
                    ':' => return draft(minute, minute_end).map(|it| seconds(text, it)),
                    'h' | 'H' | 'g' if text.language == Language::Vi => {
                        return draft(minute, minute_end);
                    }
                    '.' if half_after(minute_end).is_some() => return draft(minute, minute_end),
                    _ => {}
                }
            }
        }
        let sign = match text.language {
            Language::Vi => text.any(hour_end, &["giờ", "h"]),
            Language::En => text.any(hour_end, &["o'clock", "o’clock"]),
            Language::Zh => text.any(hour_end, &["时", "点"]),
        };
        let Some(sign) = sign else {
            half_after(hour_end).filter(|_| text.language == Language::En)?;
            return draft(0, hour_end);
        };
        // `1 giờ 30 phút` and `1 giờ rưỡi` may be how long it takes.
        if let Some(end) = text.any(sign, &["rưỡi", "半"]) {
            return draft(30, end).map(|it| it.or(format!("{hour}.5")));
        }
        if let Some((minute, end)) = self.whole(text.space(sign)) {
            let said = text.any(end, &["phút", "分"]);
            if said.is_some() || end - text.space(sign) == 2 && self.written == Written::Digits {
                let time = draft(minute, said.unwrap_or(end))?;
                return Some(if said.is_some() { time.of([hour, minute]) } else { time });
            }
        }
        if half.is_some() || half_after(sign).is_some() {
            return draft(0, sign);
        }
        // `24 giờ` may be how long it takes: a number, which may be a time.
        let value = Decimal::whole(hour.into());
        let time = Draft::time(hour, 0, Half::Unsaid, at..hour_end)?;
        let number = Draft::number(value, at..hour_end).or(time.canonical);
        let unit = Unit::Time { minute: 0, half: Half::Unsaid };
        Some(Draft { measure: Some((value, unit)), ..number })
    }
}

/// The seconds of a time, if it has them.
fn seconds(text: &Letters, draft: Draft) -> Draft {
    let at = draft.range.end;
    if text.at(at) != ':' || text.digits(at + 1) != at + 3 {
        return draft;
    }
    let canonical = format!("{}{}", draft.canonical, text.text(at..at + 3));
    Draft::new(Kind::Time, canonical, draft.range.start..at + 3)
}
