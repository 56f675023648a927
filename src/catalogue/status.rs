//! What an item is on the day of the build: a function of its dates, its relations and the day.

use crate::catalogue::{Catalogue, Item};
use crate::date::Date;
use crate::document::meta::Details;

/// What an item is on the day of the build (content.md §5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing that has a status.
    None,
    /// A document or agreement before its first day.
    NotYet,
    /// In force.
    InForce,
    /// In force, and an item in force amends it.
    Amended,
    /// Replaced or repealed.
    Superseded,
    /// Does not hold for the time being, says the register.
    Suspended,
    /// Taken back, says the register.
    Revoked,
    /// Sealed only with a key that was not to be trusted.
    Disowned,
    /// After its last day.
    Expired,
    /// An agreement that ends within 90 days.
    Expiring,
    /// An agreement that was ended.
    Terminated,
    /// A procedure that is no longer offered.
    Withdrawn,
    /// A programme or event that has not begun.
    Upcoming,
    /// A programme that takes applications, an event that goes on, an alert that holds.
    Open,
    /// A programme, event or alert that is over.
    Over,
    /// A question with an answer.
    Answered,
    /// A question without one.
    Waiting,
}

impl Status {
    /// The word in settings, reports and messages (`status-<word>`).
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::NotYet => "not-yet",
            Self::InForce => "in-force",
            Self::Amended => "amended",
            Self::Superseded => "superseded",
            Self::Suspended => "suspended",
            Self::Revoked => "revoked",
            Self::Disowned => "disowned",
            Self::Expired => "expired",
            Self::Expiring => "expiring",
            Self::Terminated => "terminated",
            Self::Withdrawn => "withdrawn",
            Self::Upcoming => "upcoming",
            Self::Open => "open",
            Self::Over => "over",
            Self::Answered => "answered",
            Self::Waiting => "waiting",
        }
    }
}

/// How many days before its end an agreement is said to be ending.
pub const EXPIRING_DAYS: i64 = 90;

/// Derives the status of every item. Relations are joined before.
pub(super) fn derive(catalogue: &mut Catalogue) {
    let statuses: Vec<_> = catalogue.items().map(|(_, it)| of(catalogue, it)).collect();
    for (item, status) in catalogue.items.iter_mut().zip(statuses) {
        item.status = status;
    }
}

/// Of what is sealed the register decides, as far as it knows.
fn of(catalogue: &Catalogue, item: &Item) -> Status {
    match &item.seal {
        None => of_dates(catalogue, item),
        Some(seal) => seal.status().unwrap_or_else(|| match of_dates(catalogue, item) {
            it @ (Status::Expiring | Status::Terminated | Status::Withdrawn) => it,
            _ if seal.is_amended => Status::Amended,
            _ => Status::InForce,
        }),
    }
}

fn of_dates(catalogue: &Catalogue, item: &Item) -> Status {
    let day = catalogue.as_of;
    let in_force_since = |others: &[super::ItemIndex]| {
        others.iter().any(|&it| effective(catalogue.item(it)).is_some_and(|it| it <= day))
    };
    let relations = &item.relations;
    match &item.meta.details {
        Details::Document(it) => {
            let effective = it.effective.as_ref().map(|it| it.value);
            if in_force_since(&relations.replaced_by) || in_force_since(&relations.repealed_by) {
                Status::Superseded
            } else if it.expires.as_ref().is_some_and(|it| it.value < day) {
                Status::Expired
            } else if effective.is_some_and(|it| day < it) {
                Status::NotYet
            } else if in_force_since(&relations.amended_by) {
                Status::Amended
            } else {
                Status::InForce
            }
        }
        Details::Mou(it) => {
            let ends = it.expires.as_ref().map(|it| it.value);
            if it.terminated.as_ref().is_some_and(|it| it.value <= day) {
                Status::Terminated
            } else if ends.is_some_and(|it| it < day) && it.renewal != "automatic" {
                Status::Expired
            } else if it.effective.as_ref().is_some_and(|it| day < it.value) {
                Status::NotYet
            } else if ends.is_some_and(|it| (0..=EXPIRING_DAYS).contains(&day.days_until(it))) {
                Status::Expiring
            } else {
                Status::InForce
            }
        }
        Details::Procedure(it) => match &it.withdrawn {
            Some(it) if it.value <= day => Status::Withdrawn,
            _ => Status::InForce,
        },
        Details::Programme(it) => {
            let (from, to) = (it.first_day(), it.last_day());
            if from.is_none() && to.is_none() { Status::None } else { between(from, to, day) }
        }
        Details::Alert(it) => {
            let from = it.from.as_ref().map(|it| it.value.day());
            between(from, it.to.as_ref().map(|it| it.value.day()), day)
        }
        Details::Question(it) => match &it.answered {
            Some(it) if it.value <= day => Status::Answered,
            _ => Status::Waiting,
        },
        Details::Page(_) => Status::None,
    }
}

fn between(from: Option<Date>, to: Option<Date>, day: Date) -> Status {
    match (from, to) {
        (_, Some(to)) if to < day => Status::Over,
        (Some(from), _) if day < from => Status::Upcoming,
        _ => Status::Open,
    }
}

/// From when the effects of an item on others hold.
pub fn effective(item: &Item) -> Option<Date> {
    match &item.meta.details {
        Details::Document(it) => it.effective.as_ref().map(|it| it.value),
        Details::Mou(it) => it.effective.as_ref().map(|it| it.value),
        _ => item.meta.published.as_ref().map(|it| it.value),
    }
}
